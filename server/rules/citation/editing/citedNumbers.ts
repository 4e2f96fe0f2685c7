import type { SourceSpan } from '../../../base/span';
import { type NumberedList, numberedList } from '../../../bibliography/list/numbered';
import { FORMATS } from '../../../text';
import { withoutLocator } from '../../../text/citationMarks';
import { IN_BRACKETS } from '../../../text/citing/numbered';
import type { ParsedFile } from '../../../text/parsedFile';

/** A number of a citation mark. */
export interface CitedNumber {
  readonly number: number;
  /** The number, or the range that it lies in. */
  readonly span: SourceSpan;
}

/** The list of works that the marks of a text name by number; undefined where works are cited by keys. */
export function listOf({ format, source, citations }: ParsedFile): NumberedList | undefined {
  if (FORMATS[format].citing.worksBy === 'key') return undefined;
  if (citations.some(({ keys }) => keys.length > 0)) return undefined;
  const list = numberedList(source);
  return list && list.items.length > 1 && list.cited === IN_BRACKETS ? list : undefined;
}

/** The numbers of `[3, 5–7]` and `[3, p. 5]`, without those of the list itself and of tables, where brackets may hold values. */
export function citedNumbers({ citations, source, prose }: ParsedFile, list: NumberedList): CitedNumber[] {
  const listStart = list.items[0]!.numberSpan.start - 1;
  return citations.flatMap(({ keys, span, prose: mark }) => {
    if (keys.length > 0 || span.start >= listStart || prose.blockAt(mark.start)?.kind === 'table-cell') return [];
    const marks = withoutLocator(source.slice(span.start, span.end));
    return [...marks.matchAll(/(\d+)(?:\s*[-–—−]\s*(\d+))?/g)].flatMap(({ index, 0: text, 1: from, 2: to }) => {
      const [first, last] = [Number(from), Number(to ?? from)];
      if (last < first || last - first > 100) return [];
      const at = { start: span.start + index, end: span.start + index + text.length };
      return Array.from({ length: last - first + 1 }, (_, i) => ({ number: first + i, span: at }));
    });
  });
}
