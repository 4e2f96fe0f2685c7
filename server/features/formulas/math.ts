import { type Span, span } from '../../base/span';
import type { FormatId } from '../../text';
import type { ParsedFile } from '../../text/parsedFile';

/** Math in the source. */
export interface MathSpan {
  /** With what opens and closes it. */
  readonly whole: Span;
  readonly inner: Span;
  readonly isInline: boolean;
}

/**
 * Tells the math that a place of the source is in, by its marks: `$`, `$$`, `\(`, `\[`. Math that is not closed ends with its
 * paragraph. Code and comments are skipped.
 */
export function mathOf({ source, format }: ParsedFile): (at: number) => MathSpan | undefined {
  const found = [...mathIn(source, format)];
  return (at) => {
    let [from, to] = [0, found.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (found[middle]!.whole.end <= at) from = middle + 1;
      else to = middle;
    }
    const math = found[from];
    return math && math.whole.start <= at ? math : undefined;
  };
}

function* mathIn(source: string, format: FormatId): Iterable<MathSpan> {
  let open: { readonly mark: string; readonly start: number } | undefined;
  for (const { 0: mark, index } of source.matchAll(format === 'latex' ? MARKS_OF_LATEX : MARKS)) {
    const isEnd = mark.startsWith('\n');
    if (open && (isEnd || mark === CLOSING[open.mark])) {
      const { start } = open;
      const end = isEnd ? index : index + mark.length;
      const inner = span(start + open.mark.length, index);
      yield { whole: span(start, end), inner, isInline: !isEnd && INLINE.has(open.mark) };
      open = undefined;
    } else if (!open && mark in CLOSING) open = { mark, start: index };
  }
}

/** Ends of paragraphs, what is not text, and escaped characters – a `\$` is not a mark – before the marks themselves. */
const MARKS = /\n[ \t]*\n|`+[^`\n]*`+|\\[()[\]]|\\[\s\S]|\$\$?/g;
const MARKS_OF_LATEX = /\n[ \t]*\n|%[^\n]*|\\[()[\]]|\\[\s\S]|\$\$?/g;
const CLOSING: Readonly<Record<string, string>> = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' };
const INLINE: ReadonlySet<string> = new Set(['$', '\\(']);
