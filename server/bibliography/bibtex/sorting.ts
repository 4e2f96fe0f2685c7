/** Index at which a key belongs in a list sorted by key; undefined where the list is not sorted. */
export function sortedPlace(keys: readonly string[], key: string): number | undefined {
  const folded = keys.map((other) => other.toLowerCase());
  if (!isSorted(folded)) return undefined;
  const wanted = key.toLowerCase();
  // Where fewest of the others are on the wrong side: some are out of order.
  let wrong = folded.filter((other) => other < wanted).length;
  let [best, fewest] = [0, wrong];
  for (const [at, other] of folded.entries()) {
    wrong += other <= wanted ? -1 : 1;
    if (wrong <= fewest) [best, fewest] = [at + 1, wrong];
  }
  return best;
}

/** Three or more without one pair out of order, or far fewer such pairs than chance would leave. */
function isSorted(keys: readonly string[]): boolean {
  const count = keys.length;
  if (count < 3) return false;
  const inversions = inversionsOf(keys);
  const byChance = (count * (count - 1)) / 4;
  const deviation = Math.sqrt((count * (count - 1) * (2 * count + 5)) / 72);
  return inversions === 0 || (inversions < FEW * byChance && byChance - inversions > 3 * deviation);
}

const FEW = 0.2;

/** Pairs in the wrong order, counted while merging. */
function inversionsOf(keys: readonly string[]): number {
  let inversions = 0;
  const sorted = (part: readonly string[]): readonly string[] => {
    if (part.length < 2) return part;
    const middle = part.length >> 1;
    const [left, right] = [sorted(part.slice(0, middle)), sorted(part.slice(middle))];
    const merged: string[] = [];
    let [l, r] = [0, 0];
    while (l < left.length && r < right.length) {
      if (left[l]! <= right[r]!) merged.push(left[l++]!);
      else {
        inversions += left.length - l;
        merged.push(right[r++]!);
      }
    }
    return [...merged, ...left.slice(l), ...right.slice(r)];
  };
  sorted(keys);
  return inversions;
}
