import { type Span, span } from '../../base/span';
import { skipSpaces } from './lines';

/** The images that a paragraph begins with: their alternative texts are captions; `rest` is the text after them. */
export function figuresOf(
  source: string,
  paragraph: Span,
): { readonly captions: readonly Span[]; readonly rest?: Span } {
  const captions: Span[] = [];
  let at = paragraph.start;
  while (source.startsWith('![', at)) {
    const close = closing(source, at + 1, '[', ']', paragraph.end);
    if (close === undefined || source[close + 1] !== '(') break;
    const to = closing(source, close + 1, '(', ')', paragraph.end);
    if (to === undefined) break;
    if (close > at + 2) captions.push(span(at + 2, close));
    at = afterAttributes(source, to + 1, paragraph.end);
  }
  return at < paragraph.end ? { captions, rest: span(at, paragraph.end) } : { captions };
}

function afterAttributes(source: string, from: number, end: number): number {
  let at = from;
  if (source[at] === '{') {
    const close = source.indexOf('}', at);
    if (close >= 0 && close < end) at = close + 1;
  }
  while (at < end && (source.charCodeAt(at) <= 32 || (source[at] === '\\' && /\s/.test(source[at + 1] ?? ' ')))) at++;
  return skipSpaces(source, at, end);
}

/** Offset of the bracket that closes the one at `open`. */
function closing(source: string, open: number, left: string, right: string, end: number): number | undefined {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const c = source[at];
    if (c === '\\') at++;
    else if (c === left) depth++;
    else if (c === right && --depth === 0) return at;
  }
  return undefined;
}
