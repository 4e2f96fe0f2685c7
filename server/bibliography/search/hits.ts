/** Documents that hold what was typed, each with the weight of the best place where it occurs. */
export type Hits = ReadonlyMap<number, number>;

export function keepBest(hits: Map<number, number>, document: number, weight: number): void {
  if (weight > (hits.get(document) ?? -1)) hits.set(document, weight);
}

/** Documents in all of them, with their weights added up. */
export function inAll(terms: readonly Hits[]): Hits {
  const [first, ...others] = [...terms].sort((a, b) => a.size - b.size);
  const hits = new Map<number, number>();
  for (const [document, weight] of first ?? []) {
    let sum = weight;
    if (others.every((term) => term.has(document))) {
      for (const term of others) sum += term.get(document)!;
      hits.set(document, sum);
    }
  }
  return hits;
}

/** Documents in any of them. */
export function inAny(terms: readonly Hits[]): Hits {
  const hits = new Map<number, number>();
  for (const term of terms) for (const [document, weight] of term) keepBest(hits, document, weight);
  return hits;
}

/** Documents in as many of them as any document is, and in half of them at least. */
export function inMost(terms: readonly Hits[]): Hits {
  const counts = new Map<number, number>();
  let most = Math.ceil(terms.length / 2);
  for (const term of terms)
    for (const document of term.keys()) {
      const count = (counts.get(document) ?? 0) + 1;
      counts.set(document, count);
      if (count > most) most = count;
    }
  const hits = new Map<number, number>();
  for (const [document, count] of counts)
    if (count === most)
      hits.set(
        document,
        terms.reduce((sum, term) => sum + (term.get(document) ?? 0), 0),
      );
  return hits;
}
