import type { CatalogueEntry } from './catalogue';
import { foldName } from './spelling';

/** Below this share of common pairs of letters two names have nothing to do with each other. */
const LEAST = 0.3;

/** Entries by likeness of name to the query, each record once. Likeness is Dice's coefficient over pairs of letters. */
export function nearestNames(
  query: string,
  entries: Iterable<CatalogueEntry>,
  limit: number,
): readonly CatalogueEntry[] {
  const wanted = foldName(query);
  const pairs = pairsOf(wanted);
  const best = new Map<string, { entry: CatalogueEntry; score: number }>();
  for (const entry of entries) {
    const name = foldName(entry.name.text);
    const score = likeness(wanted, pairs, name);
    const id = entry.kind === 'species' ? entry.species.id : entry.term.id;
    if (score >= LEAST && score > (best.get(id)?.score ?? 0)) best.set(id, { entry, score });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function likeness(wanted: string, wantedPairs: ReadonlySet<string>, name: string): number {
  if (name === wanted) return 2;
  if (wanted !== '' && name.startsWith(wanted)) return 1 + wanted.length / name.length;
  const pairs = pairsOf(name);
  let common = 0;
  for (const pair of pairs) if (wantedPairs.has(pair)) common++;
  return (2 * common) / (pairs.size + wantedPairs.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const padded = `^${text}$`;
  return new Set(Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2)));
}
