import type { Span } from '../../../base/span';
import { characterTable } from '../../characterTable';
import { readTexMath } from '../../latex/latex';
import { ATOM, type DocumentPart } from '../../prose';
import type { ProseBuilder } from '../../proseBuilder';
import { scriptCharacter } from '../../scripts';
import type { Glossary } from '../glossary';
import { referenceAt } from '../html';
import { runLength, skipSpaces } from '../lines';
import { codeEnd } from '../pairs';
import { address, readAt } from './addresses';
import { bracket, escapedBracket, image } from './brackets';
import { type BlockRole, InlineCursor, type InlineFindings } from './cursor';
import { glyph, ligature } from './debris';
import { acronym, brace } from './roles';
import { caret, tilde, typedScript, unicodeScript } from './scripts';
import { angle, hiddenComment } from './tags';
import { parenthesisMath, readMathAt, texCommand } from './tex';

/** 1 where plain text may end: at marks, raised and lowered characters, and the first letters of addresses and of a PDF's debris. */
const STOPS = characterTable(
  0x2c80,
  (character) =>
    '%\\`*_~^$<&[]{}!@\n\r+-/hw1G'.includes(character) || scriptCharacter(character.charCodeAt(0)) !== undefined,
);

/** Reads the inside of blocks: markup falls away, what a reader would read goes to the builder. */
export class InlineReader {
  private readonly cursor: InlineCursor;

  constructor(source: string, prose: ProseBuilder, glossary: Glossary, nextTable: () => number) {
    this.cursor = new InlineCursor(source, prose, glossary, nextTable);
  }

  get found(): InlineFindings {
    return this.cursor.found;
  }

  /** Opens a block and reads stretches of the source into it, then the notes that are in them. */
  block(role: BlockRole, stretches: readonly Span[], quotes = 0, between = ' '): void {
    const { cursor } = this;
    const { prose } = cursor;
    cursor.role = quotes > 0 ? { ...role, quoted: true } : role;
    prose.openBlock(cursor.role);
    for (const { start, end } of stretches) {
      if (!prose.atBlockStart) prose.replace(between, start, start);
      cursor.enter(start, end, quotes);
      read(cursor);
    }
    prose.closeBlock();
    const { notes, asides } = cursor;
    cursor.notes = [];
    cursor.asides = [];
    for (const aside of asides) this.equation(role.part, aside);
    for (const note of notes) this.block({ kind: 'footnote', part: role.part }, [note]);
  }

  /** Reads math as a block of its own, and what is in its scripts after it. */
  equation(part: DocumentPart, { start, end }: Span): void {
    const { source, prose } = this.cursor;
    prose.openBlock({ kind: 'equation', part });
    const asides = readTexMath(prose, source, start, end, source.startsWith('\\rm', start) ? 'upright' : 'math');
    prose.closeBlock();
    for (const aside of asides) this.equation(part, aside);
  }
}

function read(c: InlineCursor): void {
  const { source, end } = c;
  let at = skipSpaces(source, c.start, end);
  c.text = at;
  for (;;) {
    while (at < end && STOPS[source.charCodeAt(at)] !== 1) at++;
    if (at >= end) break;
    at = c.close(at) ?? special(c, at);
  }
  c.leave();
}

/** Reads the mark at `at`; returns where to go on. Text that is not a mark is left to be copied. */
function special(c: InlineCursor, at: number): number {
  const { source } = c;
  switch (source[at]) {
    case '\n':
    case '\r':
      return lineBreak(c, at);
    case '\\':
      return backslash(c, at);
    case '`':
      return code(c, at);
    case '*':
      return emphasis(c, at) ?? at + 1;
    case '_':
      return emphasis(c, at) ?? typedScript(c, at) ?? at + 1;
    case '~':
      return tilde(c, at);
    case '^':
      return caret(c, at);
    case '$':
      return readMathAt(c, at) ?? at + 1;
    case '<':
      return angle(c, at);
    case '&':
      return characterReference(c, at);
    case '[':
      return bracket(c, at);
    case '{':
      return brace(c, at);
    case '!':
      return image(c, at);
    case '@':
      return readAt(c, at);
    case '+':
      return acronym(c, at);
    case '%':
      return hiddenComment(c, at) ?? at + 1;
    case ']':
    case '}':
      return at + 1;
    case '-':
      return source[at + 1] === '-' ? dashes(c, at) : at + 1;
    case '/':
      return source.startsWith('uniFB0', at + 1) ? ligature(c, at) : at + 1;
    case 'G':
      return source.startsWith('LYPH', at + 1) ? glyph(c, at) : at + 1;
    case 'h':
    case 'w':
    case '1':
      return address(c, at) ?? at + 1;
    default:
      return unicodeScript(c, at);
  }
}

function lineBreak(c: InlineCursor, at: number): number {
  const { source, end } = c;
  let to = at;
  while (to < end && source.charCodeAt(to) <= 32) to++;
  for (let i = 0; i < c.quotes && source[to] === '>' && to < end; i++) to = skipSpaces(source, to + 1, end);
  let from = at;
  while (from > c.text && (source[from - 1] === ' ' || source[from - 1] === '\t')) from--;
  return c.space(from, to);
}

function backslash(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const next = source[at + 1];
  if (next === undefined || at + 1 >= end) return at + 1;
  if (next === '\n' || next === '\r') return c.flush(at, at + 1);
  if (next === '[') return escapedBracket(c, at);
  if (next === '(') return parenthesisMath(c, at) ?? c.put(next, at, at + 2);
  if (/[A-Za-z]/.test(next)) return texCommand(c, at);
  if (next === ' ') return c.put(' ', at, at + 2);
  return /[\p{P}\p{S}]/u.test(next) ? c.put(next, at, at + 2) : at + 1;
}

function code(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const span = codeEnd(source, at, end);
  if (span.content === span.end) return span.end;
  const inner = at + span.end - span.content;
  // The entry of a list of abbreviations: `FEC`.
  const opensEntry = c.role.part === 'abbreviations' && c.prose.atBlockStart && source.slice(c.text, at).trim() === '';
  const isEntry = opensEntry && ENTRY.test(source.slice(inner, span.content));
  return isEntry ? c.open(at, inner, span.content, span.end) : c.put(ATOM, at, c.attributesEnd(span.end));
}

const ENTRY = /^[\p{L}\d-]{2,24}$/u;

function emphasis(c: InlineCursor, at: number): number | undefined {
  const pair = c.pairAt(at);
  if (!pair || pair.close + pair.length > c.end) return undefined;
  return c.open(at, at + pair.length, pair.close, pair.close + pair.length);
}

function characterReference(c: InlineCursor, at: number): number {
  const reference = referenceAt(c.source, at, c.end);
  if (!reference) return at + 1;
  const code = reference.text.charCodeAt(0);
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return c.space(at, reference.end);
  const raised = scriptCharacter(code);
  if (!raised) return c.put(reference.text, at, reference.end);
  c.flush(at, reference.end);
  c.scripted(raised.script, () => c.prose.replace(raised.reads, at, reference.end));
  return reference.end;
}

function dashes(c: InlineCursor, at: number): number {
  const run = runLength(c.source, at, c.end);
  return run > 3 ? at + run : c.put(run === 2 ? '–' : '—', at, at + run);
}
