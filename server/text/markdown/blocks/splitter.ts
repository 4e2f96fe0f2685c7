import type { MarkdownBlocks } from '../block';
import { runLength, skipSpaces, trimEnd } from '../lines';
import { yamlReferencesEnd } from '../yamlReferences';
import { BlockCursor } from './cursor';
import { readAbbreviation, readColon, readCommentLine, readDefinition, readShortcode, readTarget } from './definitions';
import { readDisplay, readEnvironment, readHtml } from './displays';
import { readDivision, readFence, readOption } from './fences';
import { readGrid, readSimpleTable, readTableLine } from './tables';

/** Cuts a manuscript into blocks, line by line, from `start` on. Pandoc, Quarto, R Markdown and MyST are read alike. */
export function splitBlocks(source: string, start: number): MarkdownBlocks {
  const b = new BlockCursor(source, start);
  while (b.nextLine()) readLine(b);
  b.flush();
  const { blocks, comments, includes, bibliographies, declarations } = b;
  return { blocks, comments, includes, bibliographies, declarations };
}

function readLine(b: BlockCursor): void {
  if (b.from === b.to) {
    readBlankLine(b);
    return;
  }
  if (b.open && b.quotes !== b.open.quotes && b.quotes > 0) b.flush();
  if (!b.open && b.blankLines > 0 && b.indent >= 4 && !b.inList && b.quotes === 0) return;
  if (b.atOptions && readOption(b)) return;
  b.atOptions = false;
  if (!readSpecialLine(b)) addText(b);
  b.blankLines = 0;
}

function readBlankLine(b: BlockCursor): void {
  b.flush();
  b.inTable = false;
  b.atOptions = false;
  b.blankLines++;
}

/** Reads a line that is more than text, by its first character; false where it is text. */
function readSpecialLine(b: BlockCursor): boolean {
  switch (b.source[b.from]) {
    case '#':
      return readHeading(b) || readOrdered(b);
    case '`':
      return readFence(b);
    case '~':
      return readFence(b) || readColon(b);
    case ':':
      return readDivision(b) || readColon(b) || readTableLine(b);
    case '=':
      return readUnderline(b, 1);
    case '-':
      return (
        readMetadata(b) || readUnderline(b, 2) || readSimpleTable(b) || readRule(b) || readTableLine(b) || readBullet(b)
      );
    case '*':
      return readAbbreviation(b) || readRule(b) || readBullet(b);
    case '_':
      return readRule(b);
    case '+':
      return readGrid(b) || readBreak(b) || readRule(b) || readBullet(b);
    case '|':
      return readTableLine(b);
    case '<':
      return readHtml(b);
    case '$':
      return readDisplay(b);
    case '\\':
      return readEnvironment(b);
    case '[':
      return readCallout(b) || readDefinition(b);
    case '%':
      return readCommentLine(b);
    case '(':
      return readTarget(b) || readOrdered(b);
    case '{':
      return readShortcode(b);
    default:
      return readOrdered(b) || readTableLine(b);
  }
}

function addText(b: BlockCursor): void {
  if (b.open) {
    b.extend(b.open);
    return;
  }
  if (b.indent < 2 && b.blankLines > 0) b.inList = false;
  b.start('paragraph', b.from);
}

function readHeading(b: BlockCursor): boolean {
  const marks = HEADING.exec(b.line(8))?.[0].length;
  if (marks === undefined) return false;
  b.flush();
  const from = skipSpaces(b.source, b.from + marks, b.to);
  let to = withoutAttributes(b.source, from, b.to);
  while (to > from && b.source[to - 1] === '#') to--;
  b.add('heading', from, trimEnd(b.source, from, to), { level: marks });
  b.inList = false;
  return true;
}

/** `===` or `---` below a paragraph of one or more lines. */
function readUnderline(b: BlockCursor, level: number): boolean {
  const { open } = b;
  if (open?.kind !== 'paragraph' || b.indent > 3) return false;
  if (runLength(b.source, b.from, b.to) < b.to - b.from) return false;
  if (b.source.charCodeAt(b.from) === 45 && b.to - b.from < 2) return false;
  b.open = undefined;
  b.add('heading', open.start, withoutAttributes(b.source, open.start, open.end), { level });
  return true;
}

/** A block of YAML with a list of works, as Pandoc takes it anywhere after a blank line. */
function readMetadata(b: BlockCursor): boolean {
  if (b.open || b.blankLines === 0 || b.from !== b.lineStart || b.line(4) !== '---') return false;
  const end = yamlReferencesEnd(b.source, b.lineStart);
  if (end === undefined) return false;
  b.skipTo(end);
  return true;
}

/** MyST's `+++ {"part": "abstract"}` between blocks. */
function readBreak(b: BlockCursor): boolean {
  if (b.indent > 0 || !/^\+\+\+(?:\s*\{.*\})?$/.test(b.line(400))) return false;
  b.flush();
  return true;
}

/** `> [!note]+ Title`: what kind of quotation it is; the title is a block of its own. */
function readCallout(b: BlockCursor): boolean {
  const mark =
    b.quotes > 0 && !b.open ? /^\[![A-Za-z][\w|-]*\][+-]?(?=[ \t]|$)[ \t]*/.exec(b.line(60))?.[0] : undefined;
  if (mark === undefined) return false;
  b.add('paragraph', Math.min(b.from + mark.length, b.to), b.to);
  return true;
}

/** `---`, `* * *`. */
function readRule(b: BlockCursor): boolean {
  const mark = b.source.charCodeAt(b.from);
  let marks = 0;
  for (let at = b.from; at < b.to; at++) {
    const c = b.source.charCodeAt(at);
    if (c === mark) marks++;
    else if (c !== 32 && c !== 9) return false;
  }
  if (marks < 3) return false;
  b.flush();
  return true;
}

function readBullet(b: BlockCursor): boolean {
  if (b.from + 1 < b.to && !/\s/.test(b.source[b.from + 1]!)) return false;
  if (b.from + 1 === b.to && b.open) return false;
  startItem(b, b.from + 1);
  return true;
}

function readOrdered(b: BlockCursor): boolean {
  const c = b.source.charCodeAt(b.from);
  if ((c < 48 || c > 57) && c !== 35 && c !== 40) return false;
  const match = ORDERED.exec(b.line(40))?.[0];
  if (!match) return false;
  const interrupts = !b.open || b.open.kind === 'list-item' || /^1[.)]$/.test(match);
  if (!interrupts) return false;
  startItem(b, b.from + match.length);
  return true;
}

function startItem(b: BlockCursor, afterMark: number): void {
  b.flush();
  let at = skipSpaces(b.source, afterMark, b.to);
  if (/^\[[ xX]\] /.test(b.source.slice(at, at + 4))) at += 4;
  while (/^[-*+] /.test(b.source.slice(at, at + 2)) && at < b.to) at = skipSpaces(b.source, at + 1, b.to);
  b.inList = true;
  b.start('list-item', at, b.from);
}

const HEADING = /^#{1,6}(?=[ \t]|$)/;
const ORDERED = /^(?:\d{1,9}[.)]|#\.|\(@\w{0,30}\))(?=[ \t])/;

/** End of a heading without `{#id .class}`. */
function withoutAttributes(source: string, start: number, end: number): number {
  if (source[end - 1] !== '}') return end;
  const heading = source.slice(start, end);
  const open = heading.lastIndexOf('{');
  return open >= 0 && /^[#.-]/.test(heading.slice(open + 1)) ? trimEnd(source, start, start + open) : end;
}
