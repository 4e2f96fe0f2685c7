/** Atoms of each element per formula unit, by element symbol in the order written: `{ Li: 1, Fe: 1, P: 1, O: 4 }`. */
export type Composition = Readonly<Record<string, number>>;

/** Equal for the same atoms in the same amounts (to 1e-4), whatever the order they were written in. */
export function compositionKey(composition: Composition): string {
  return Object.keys(composition)
    .filter((element) => Math.abs(composition[element]!) > 1e-9)
    .sort()
    .map((element) => `${element}${Math.round(composition[element]! * 1e4) / 1e4}`)
    .join(' ');
}
