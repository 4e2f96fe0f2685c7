/** What a search found; where nothing matches all words, with which of them left out. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly leftOut: readonly string[];
}

/** More words than this are not tried one by one. */
const mostWords = 8;

/** What matches the query, or else as many of its words as anything does: all but one, or one alone. */
export async function findNearest<T>(
  query: string,
  search: (query: string) => Promise<readonly T[]>,
): Promise<Found<T>> {
  const items = await search(query);
  const words = query.trim().split(/\s+/);
  if (items.length > 0 || words.length < 2 || words.length > mostWords) return { items, leftOut: [] };
  for (const kept of fewer(words)) {
    const nearest = await search(kept.join(' '));
    if (nearest.length > 0) return { items: nearest, leftOut: words.filter((word) => !kept.includes(word)) };
  }
  return { items, leftOut: [] };
}

/** Without one word, the last first: people begin with the author. Then each word alone. */
function* fewer(words: readonly string[]): Generator<readonly string[]> {
  for (let left = words.length - 1; left >= 0; left--) yield words.filter((_, place) => place !== left);
  if (words.length > 2) for (const word of words) yield [word];
}
