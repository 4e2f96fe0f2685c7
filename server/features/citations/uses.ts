import type { Manuscript } from '../../manuscript/manuscript';
import type { SourcePlace } from '../sourcePlace';

/** Every place where one of the keys is cited, in reading order; a chapter that belongs to several manuscripts counts once. */
export function usesOf(keys: readonly string[], manuscripts: readonly Manuscript[]): SourcePlace[] {
  const wanted = new Set(keys);
  const seen = new Set<string>();
  return manuscripts.flatMap(({ files }) =>
    files.flatMap(({ uri, parsed }) => {
      if (seen.has(uri)) return [];
      seen.add(uri);
      const cited = parsed.citations.flatMap((use) => use.keys);
      return cited.filter(({ key }) => wanted.has(key)).map(({ span }) => ({ uri, span }));
    }),
  );
}
