import type { Span } from '../../../base/span';
import { ATOM, type ProseBuilder } from '../../prose';
import { scriptCharacter } from '../../scripts';
import type { Glossary } from '../glossary';
import { referenceAt } from '../html';
import { runLength, skipBlanks } from '../lines';
import { codeEnd } from '../pairs';
import { address, readAt } from './addresses';
import { bracket, escapedBracket, image } from './brackets';
import { type BlockRole, InlineCursor, type InlineFindings } from './cursor';
import { glyph, ligature } from './debris';
import { acronym, brace } from './roles';
import { caret, tilde, typedScript, unicodeScript } from './scripts';
import { angle } from './tags';
import { parenthesisMath, readMathAt, texCommand } from './tex';

/** Where plain text ends: marks, addresses, dashes, raised and lowered characters, debris of a PDF. */
const MARKS =
  /[\\`*_~^$<&[\]{}!@\n\r+²³¹\u2070-\u209C\u1D2C-\u1D6A\u1D9C-\u1DA0\u2C7C]|--|https?:\/\/|www\.|10\.\d{4,9}\/|\/uniFB0|GLYPH/g;

/** Reads the inside of blocks: markup falls away, what a reader would read goes to the builder. */
export class InlineReader {
  private readonly cursor: InlineCursor;

  constructor(source: string, prose: ProseBuilder, glossary: Glossary, nextTable: () => number) {
    this.cursor = new InlineCursor(source, prose, glossary, nextTable);
  }

  get found(): InlineFindings {
    return this.cursor.found;
  }

  /** Opens a block and reads stretches of the source into it, then the notes that stand in them. */
  block(role: BlockRole, stretches: readonly Span[], quotes = 0, between = ' '): void {
    const { cursor } = this;
    const { prose } = cursor;
    cursor.role = role;
    prose.openBlock(role);
    for (const { start, end } of stretches) {
      if (!prose.atBlockStart) prose.replace(between, start, start);
      cursor.enter(start, end, quotes);
      read(cursor);
    }
    prose.closeBlock();
    const { notes } = cursor;
    cursor.notes = [];
    for (const note of notes) this.block({ kind: 'footnote', part: role.part }, [note]);
  }
}

function read(c: InlineCursor): void {
  let at = skipBlanks(c.source, c.start, c.end);
  c.text = at;
  while (at < c.end) {
    MARKS.lastIndex = at;
    const match = MARKS.exec(c.source);
    if (!match || match.index >= c.end) break;
    at = c.close(match.index) ?? special(c, match.index, match[0]);
  }
  c.leave();
}

/** Reads the mark at `at`; returns where to go on. Text that is no mark is left to be copied. */
function special(c: InlineCursor, at: number, mark: string): number {
  switch (mark) {
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
    case ']':
    case '}':
      return at + 1;
    case '--':
      return dashes(c, at);
    case '/uniFB0':
      return ligature(c, at);
    case 'GLYPH':
      return glyph(c, at);
    case 'http://':
    case 'https://':
    case 'www.':
      return address(c, at);
    default:
      return mark.startsWith('10.') ? address(c, at) : unicodeScript(c, at);
  }
}

function lineBreak(c: InlineCursor, at: number): number {
  const { source, end } = c;
  let to = at;
  while (to < end && source.charCodeAt(to) <= 32) to++;
  for (let i = 0; i < c.quotes && source[to] === '>' && to < end; i++) to = skipBlanks(source, to + 1, end);
  let from = at;
  while (from > c.text && (source[from - 1] === ' ' || source[from - 1] === '\t')) from--;
  return c.blank(from, to);
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
  return span.content === span.end ? span.end : c.put(ATOM, at, c.attributesEnd(span.end));
}

function emphasis(c: InlineCursor, at: number): number | undefined {
  const pair = c.pairAt(at);
  if (!pair || pair.close + pair.length > c.end) return undefined;
  return c.open(at, at + pair.length, pair.close, pair.close + pair.length);
}

function characterReference(c: InlineCursor, at: number): number {
  const reference = referenceAt(c.source, at, c.end);
  if (!reference) return at + 1;
  const code = reference.text.charCodeAt(0);
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return c.blank(at, reference.end);
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
