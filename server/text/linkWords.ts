import type { ProseSpan, Span } from '../base/span';
import type { Prose } from './prose';

/** The link of whose words a stretch is a part, with its address, or a `<q>` or `<cite>`; undefined where it is in none. */
export const linkAround = (prose: Prose, at: ProseSpan): Span | undefined =>
  prose
    .markupAround(at)
    .find(({ source: { start, end } }) => LINK.test(prose.source.slice(start, Math.min(end, start + LONGEST_LINK))))
    ?.source;

const LINK = /^(?:\\(?:href|hyperref|hyperlink)(?![A-Za-z])|\[\[|#link\b|<(?:a|q|cite)\b|\[[\s\S]*\][([])/;
const LONGEST_LINK = 1000;
