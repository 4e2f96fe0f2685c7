import { type Span, span } from '../../../base/span';
import type { Entry } from '../../../bibliography/reference';

/** An entry with the line breaks before it, or at the beginning of a file those after it. */
export function removal(text: string, { span: { start, end } }: Entry): Span {
  const before = /\s*$/.exec(text.slice(0, start))![0].length;
  if (before < start) return span(start - before, end);
  return span(start, end + /^\s*/.exec(text.slice(end))![0].length);
}
