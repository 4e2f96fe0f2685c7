import { type Span, span } from '../../base/span';

/** Lines of a .bib that begin with `%`, without it. */
export const commentsIn = (text: string): { readonly span: Span; readonly text: string }[] =>
  [...text.matchAll(/^[ \t]*%(.*)$/gm)].map(({ index, 0: line, 1: comment = '' }) => ({
    span: span(index, index + line.length),
    text: comment,
  }));
