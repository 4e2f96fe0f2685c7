import { type Span, span } from '../../../base/span';
import { skipSpaces, trimEnd } from '../lines';
import { gridRows, isDelimiterRow, splitRow } from '../tables';
import type { BlockCursor, OpenBlock } from './cursor';

/** A row of a pipe table, or the line below its head. */
export function readTableLine(b: BlockCursor): boolean {
  const { source, open } = b;
  if (b.inTable && source.slice(b.from, b.to).includes('|')) {
    if (!isDelimiterRow(source, b.from, b.to))
      addRow(
        b,
        splitRow(source, b.from, b.to).map((c) => [c]),
      );
    return true;
  }
  const first = source[b.from];
  const bordered = first === '|' && source[b.to - 1] === '|' && b.to - b.from > 2;
  if (first !== '|' && first !== '-' && first !== ':') return false;
  if (isDelimiterRow(source, b.from, b.to)) {
    if (open?.kind === 'paragraph' && source.slice(open.lastLine, open.end).includes('|')) takeHeader(b, open);
    else b.flush();
    startTable(b);
    return true;
  }
  if (!bordered) return false;
  b.flush();
  startTable(b);
  addRow(
    b,
    splitRow(source, b.from, b.to).map((cell) => [cell]),
  );
  return true;
}

/** The line above the delimiter row was read as the end of a paragraph: it is the head of the table. */
function takeHeader(b: BlockCursor, open: OpenBlock): void {
  b.open = undefined;
  if (open.lastLine > open.start) {
    const end = trimEnd(b.source, open.start, open.lastLine);
    b.push({ ...open, end });
  }
  startTable(b);
  addRow(
    b,
    splitRow(b.source, open.lastLine, open.end).map((cell) => [cell]),
  );
}

function startTable(b: BlockCursor): void {
  if (b.inTable) return;
  b.inTable = true;
  b.tables++;
  b.rows = 0;
}

function addRow(b: BlockCursor, cells: Span[][]): void {
  b.add('table-row', b.from, b.to, { cells, table: b.tables, row: b.rows++ });
}

/** A simple table of Pandoc: runs of dashes below the head, or above the first row, say where the columns are. */
export function readSimpleTable(b: BlockCursor): boolean {
  const columns = columnsOf(b.source, b.from, b.to);
  if (columns.length < 2) return false;
  const shifted = columns.map((column) => column - b.lineStart);
  const rowAt = (lineStart: number, start: number, end: number) =>
    addRow(
      b,
      cutAt(
        b.source,
        shifted.map((column) => column + lineStart),
        start,
        end,
      ),
    );
  const { open } = b;
  b.open = undefined;
  if (open && open.lastLine > open.start) b.push({ ...open, end: trimEnd(b.source, open.start, open.lastLine) });
  startTable(b);
  if (open) rowAt(b.source.lastIndexOf('\n', open.lastLine - 1) + 1, open.lastLine, open.end);
  while (b.nextLine() && b.from < b.to) {
    if (columnsOf(b.source, b.from, b.to).length > 0) break;
    rowAt(b.lineStart, b.from, b.to);
  }
  b.inTable = false;
  return true;
}

/** Offsets of the runs of dashes that a line consists of; none where it holds anything else. */
function columnsOf(source: string, start: number, end: number): number[] {
  const columns: number[] = [];
  for (let at = start; at < end; at++) {
    if (source[at] !== '-' && source[at] !== ' ') return [];
    if (source[at] !== '-' || (at > start && source[at - 1] === '-')) continue;
    if (source[at + 1] !== '-') return [];
    columns.push(at);
  }
  return columns;
}

/** A line cut at columns; a word that a column cuts belongs to the cell where it begins. */
function cutAt(source: string, columns: readonly number[], start: number, end: number): Span[][] {
  const edges = columns.map((column) => {
    let at = Math.min(Math.max(column, start), end);
    while (at > start && source[at - 1] !== ' ') at--;
    return at;
  });
  edges[0] = start;
  return edges.map((from, i) => {
    const to = i + 1 < edges.length ? edges[i + 1]! : end;
    const at = Math.min(skipSpaces(source, from, to), to);
    return [span(at, trimEnd(source, at, to))];
  });
}

/** A grid table, all lines of it. */
export function readGrid(b: BlockCursor): boolean {
  const { source } = b;
  if (!isBorder(source, b.from, b.to)) return false;
  b.flush();
  const lines: Span[] = [];
  for (;;) {
    lines.push(span(b.from, b.to));
    const first = source[skipSpaces(source, b.next, source.length)];
    if ((first !== '|' && first !== '+') || !b.nextLine()) break;
  }
  startTable(b);
  for (const cells of gridRows(source, lines)) addRow(b, cells);
  b.inTable = false;
  return true;
}

/** A border of a grid table: `+---+:===:+`. */
function isBorder(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!'+-=:'.includes(source[at]!)) return false;
  return end - start > 2 && source[end - 1] === '+' && source[start + 1] !== '+';
}
