import { type Span, span } from '../../base/span';
import { skipSpaces, trimEnd } from './lines';

const PIPE = 124;

/** `|---|:-:|`: the line between head and body of a pipe table. */
export function isDelimiterRow(source: string, start: number, end: number): boolean {
  let dashes = 0;
  let pipes = 0;
  for (let at = start; at < end; at++) {
    const c = source.charCodeAt(at);
    if (c === 45) dashes++;
    else if (c === PIPE || c === 43) pipes++;
    else if (c !== 58 && c !== 32 && c !== 9) return false;
  }
  return dashes > 0 && pipes > 0;
}

/** Cells of a pipe table row. A bar that is escaped or is in code or math does not separate cells. */
export function splitRow(source: string, start: number, end: number): Span[] {
  return cellsBetween(source, bars(source, start, end), start, end);
}

/**
 * Rows of a grid table from its lines, borders included. Each cell is the list of its stretches.
 * Bars part cells in the columns of the border; where that does not fit (wide characters), all bars do.
 */
export function gridRows(source: string, lines: readonly Span[]): Span[][][] {
  const rows: Span[][][] = [];
  let columns = new Set<number>();
  let row: Span[][] = [];
  for (const line of lines) {
    if (source[line.start] === '+') {
      if (row.length > 0) rows.push(row);
      row = [];
      columns = borderColumns(source, line);
      continue;
    }
    const all = bars(source, line.start, line.end);
    const aligned = all.filter((bar) => columns.has(bar - line.start));
    const chosen = aligned.length === columns.size ? aligned : all;
    cellsBetween(source, chosen, line.start, line.end).forEach((cell, i) => {
      const cells = row[i] ?? [];
      row[i] = cells;
      if (cell.end > cell.start) cells.push(cell);
    });
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function borderColumns(source: string, line: Span): Set<number> {
  const columns = new Set<number>();
  for (let at = line.start; at < line.end; at++) if (source[at] === '+') columns.add(at - line.start);
  return columns;
}

function bars(source: string, start: number, end: number): number[] {
  const found: number[] = [];
  let protector = 0;
  for (let at = start; at < end; at++) {
    const c = source.charCodeAt(at);
    if (c === 92) at++;
    else if (c === protector) protector = 0;
    else if (protector === 0 && (c === 96 || c === 36) && closes(source, c, at, end)) protector = c;
    else if (c === PIPE && protector === 0) found.push(at);
  }
  return found;
}

/** True where the opening mark has a partner before the next space-padded bar, which a mark seldom spans. */
function closes(source: string, mark: number, at: number, end: number): boolean {
  for (let to = at + 1; to < end && to < at + 400; to++) {
    if (source.charCodeAt(to) === mark) return true;
    if (source.charCodeAt(to) === PIPE && source.charCodeAt(to - 1) === 32 && source.charCodeAt(to + 1) === 32)
      return false;
  }
  return false;
}

function cellsBetween(source: string, at: readonly number[], start: number, end: number): Span[] {
  const edges = [...at];
  if (edges[0] !== start) edges.unshift(start - 1);
  if (edges[edges.length - 1] !== end - 1) edges.push(end);
  const cells: Span[] = [];
  for (let i = 1; i < edges.length; i++) {
    const to = edges[i]!;
    const from = Math.min(skipSpaces(source, edges[i - 1]! + 1, to), to);
    cells.push(span(from, trimEnd(source, from, to)));
  }
  return cells;
}
