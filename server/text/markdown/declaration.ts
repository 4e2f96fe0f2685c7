import type { Span } from '../../base/span';
import type { AbbreviationDeclaration } from '../parsedFile';

/** An abbreviation that the source declares in these two forms; its key is the short one. */
export function declarationAt(
  source: string,
  form: string,
  whole: Span,
  shortSpan: Span,
  longSpan: Span,
): AbbreviationDeclaration {
  const short = source.slice(shortSpan.start, shortSpan.end);
  const long = source.slice(longSpan.start, longSpan.end);
  return { span: whole, form, key: short, keySpan: shortSpan, short, shortSpan, long, longSpan };
}
