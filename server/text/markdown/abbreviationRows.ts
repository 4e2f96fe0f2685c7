import { type Span, span } from '../../base/span';
import type { MarkdownBlock } from './block';
import { trimEnd } from './lines';

/**
 * Rows of an abbreviation list that a block holds, each as one or two stretches: short form and long form, or the
 * line in which both are. Lists are written as tables, definition lists, items, lines, or one paragraph with semicolons.
 */
export function abbreviationRows(source: string, block: MarkdownBlock, next: MarkdownBlock | undefined): Span[][] {
  if (block.cells) {
    const filled = block.cells.flatMap((cell) =>
      cell.length > 0 ? [span(cell[0]!.start, cell[cell.length - 1]!.end)] : [],
    );
    return pairsOf(filled);
  }
  if (block.kind === 'definition') return [];
  if (block.kind === 'term') {
    const long = next?.kind === 'definition' ? [span(next.start, next.end)] : [];
    return [[span(block.start, block.end), ...long]];
  }
  const lines = pieces(source, block, '\n');
  if (
    lines.length > 1 &&
    lines.every((line) => ROW.test(source.slice(line.start, Math.min(line.end, line.start + 60))))
  ) {
    return lines.map((line) => [line]);
  }
  const clauses = pieces(source, block, ';');
  return (clauses.length > 1 ? clauses : lines).map((piece) => [piece]);
}

/** A short form, then what separates it from its long form. */
const ROW = /^\S[^\t:,=]{0,30}(?:\t| {2}|[:,=]| [-–—] )/;

/** Two columns make a row; four make two rows side by side. */
function pairsOf(cells: readonly Span[]): Span[][] {
  if (cells.length < 4 || cells.length % 2 === 1) return cells.length > 0 ? [[...cells]] : [];
  const rows: Span[][] = [];
  for (let i = 0; i < cells.length; i += 2) rows.push([cells[i]!, cells[i + 1]!]);
  return rows;
}

function pieces(source: string, block: Span, separator: string): Span[] {
  const found: Span[] = [];
  let start = block.start;
  while (start < block.end) {
    const at = source.indexOf(separator, start);
    const end = at < 0 || at > block.end ? block.end : at;
    let from = start;
    while (from < end && source.charCodeAt(from) <= 32) from++;
    const to = trimEnd(source, from, end);
    if (to > from) found.push(span(from, to));
    start = end + 1;
  }
  return found;
}
