import { type Span, span } from '../../base/span';
import type { Entry } from '../reference';
import { fieldOf } from './fields';

/** Fields that name other entries of the file, one or a list. */
const LINKS = ['crossref', 'xdata', 'xref', 'related', 'entryset'];

/** Where entries name another by its key, whose case makes no difference there. */
export function linksTo(key: string, entries: readonly Entry[]): Span[] {
  const wanted = key.toLowerCase();
  return entries.flatMap((entry) =>
    LINKS.flatMap((name) => {
      const parts = fieldOf(entry, name)?.parts ?? [];
      return parts.flatMap(({ text, span: { start } }) =>
        [...text.matchAll(/[^\s,]+/g)]
          .filter(([named]) => named.toLowerCase() === wanted)
          .map(({ index, 0: named }) => span(start + index, start + index + named.length)),
      );
    }),
  );
}
