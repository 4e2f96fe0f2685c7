/** What a stretch of a formula amounts to while it is read. */
export interface Part {
  readonly atoms: Map<string, number>;
  charge: number;
  /** One atom and nothing else: a `C` of `C–H`. */
  lone: boolean;
}

export const atom = (symbol: string): Part => ({ atoms: new Map([[symbol, 1]]), charge: 0, lone: true });

/** The atoms of a group with a name of its own: `Me`, `acac`. */
export const groupOf = (atoms: Readonly<Record<string, number>>): Part => ({
  atoms: new Map(Object.entries(atoms)),
  charge: 0,
  lone: false,
});

/** Adds `part`, taken `factor` times. */
export function addInto(sum: Part, part: Part, factor: number): void {
  for (const [element, amount] of part.atoms) {
    sum.atoms.set(element, (sum.atoms.get(element) ?? 0) + amount * factor);
  }
  if (part.charge !== 0) sum.charge += part.charge * factor;
}
