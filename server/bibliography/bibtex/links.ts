import { type Span, span } from '../../base/span';
import type { Entry } from '../reference';
import { fieldOf } from './fields';

/** Fields that name other entries of the file, one or a list. */
const LINKS = ['crossref', 'xdata', 'xref', 'related', 'entryset'];

/** Where entries name others, with the names in lower case: case makes no difference there. */
function* linksIn(entries: readonly Entry[]): Generator<{ readonly key: string; readonly span: Span }> {
  for (const entry of entries)
    for (const name of LINKS)
      for (const { text, span: part } of fieldOf(entry, name)?.parts ?? [])
        for (const { index, 0: key } of text.matchAll(/[^\s,]+/g))
          yield { key: key.toLowerCase(), span: span(part.start + index, part.start + index + key.length) };
}

/** Where entries name another by its key. */
export function linksTo(key: string, entries: readonly Entry[]): Span[] {
  const wanted = key.toLowerCase();
  return [...linksIn(entries)].filter((link) => link.key === wanted).map((link) => link.span);
}

/** Keys in lower case that other entries name. */
export const linkedKeys = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set([...linksIn(entries)].map(({ key }) => key));
