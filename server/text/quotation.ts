import { type Span, span } from '../base/span';
import type { Prose } from './prose';

/** Opening quotes with those that may close them. */
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '"': '"' };

/** No title is longer. */
const REACH = 400;

/** The words between the quotes around a stretch of one block; undefined where it does not stand in quotes. */
export function quotationAround(prose: Prose, { start, end }: Span): Span | undefined {
  const { text } = prose;
  const block = prose.blockAt(start);
  if (!block) return undefined;
  let open: { readonly at: number; readonly closing: string } | undefined;
  const last = Math.min(block.end, end + REACH);
  for (let at = Math.max(block.start, start - REACH); at < last; at++) {
    const c = text[at]!;
    if (open?.closing.includes(c)) {
      if (open.at < start && at >= end) return span(open.at + 1, at);
      open = undefined;
    } else if (at >= start) {
      if (!open) return undefined;
    } else if (!open && QUOTES[c] !== undefined && mayOpen(text, at)) open = { at, closing: QUOTES[c] };
  }
  return undefined;
}

/** A straight quote opens before a word only. */
const mayOpen = (text: string, at: number): boolean => text[at] !== '"' || /[\s([]/.test(text[at - 1] ?? ' ');
