/** The value that most items show, the first of those that are as frequent; items that show `null` do not count. */
export function mostFrequent<Shown>(shown: readonly (Shown | null)[], otherwise: Shown): Shown {
  const counts = new Map<Shown, number>();
  for (const value of shown) {
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].reduce<[Shown, number]>((best, next) => (next[1] > best[1] ? next : best), [otherwise, 0])[0];
}
