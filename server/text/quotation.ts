import { type Span, span } from '../base/span';
import type { Prose } from './prose';

/** Opening quotes with those that may close them. */
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '"': '"' };

/** The words between the quotes around a stretch of one block; undefined where it does not stand in quotes. */
export function quotationAround(prose: Prose, { start, end }: Span): Span | undefined {
  const block = prose.blockAt(start);
  if (!block) return undefined;
  let open: { readonly at: number; readonly closing: string } | undefined;
  for (let at = block.start; at < block.end; at++) {
    const c = prose.text[at]!;
    if (open?.closing.includes(c)) {
      if (open.at < start && at >= end) return span(open.at + 1, at);
      open = undefined;
    } else if (at >= start) {
      if (!open) return undefined;
    } else if (!open && QUOTES[c] !== undefined) open = { at, closing: QUOTES[c] };
  }
  return undefined;
}
