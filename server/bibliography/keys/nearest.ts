import { withinDistance } from '../editDistance';
import { normalise } from '../normalise';

const MOST = 3;

/** Keys that a mistyped one may mean, the nearest first: the same except for case and marks, or two letters away at most. */
export function nearestKeys(typed: string, keys: readonly string[]): readonly string[] {
  const wanted = folded(typed);
  const limit = wanted.length < 5 ? 1 : 2;
  const ranked = keys.flatMap((key) => {
    const rank = rankOf(wanted, folded(key), limit);
    return rank === undefined ? [] : [{ key, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ key }) => key);
}

/** Two keys that end in different numbers are often two works, and still the likeliest. */
function rankOf(wanted: string, key: string, limit: number): number | undefined {
  if (key === wanted) return 0;
  for (let distance = 1; distance <= limit; distance++) {
    if (Math.abs(key.length - wanted.length) > distance) continue;
    if (withinDistance(wanted, key, distance) && withinDistance(key, wanted, distance)) return distance;
  }
  return undefined;
}

const folded = (key: string): string => normalise(key).replace(/[^\p{L}\p{N}]/gu, '');
