import { atomicWeight } from './elements';

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

/** Molar mass in g/mol from the standard atomic weights; undefined where an element has none (Tc, Pm, …). */
export function molarMass(composition: Composition): number | undefined {
  let mass = 0;
  for (const [element, amount] of Object.entries(composition)) {
    const weight = atomicWeight(element);
    if (weight === undefined) return undefined;
    mass += amount * weight;
  }
  return mass;
}

/** Share of each element in the mass, summing to 1, in the order written; undefined where the molar mass is. */
export function massFractions(composition: Composition): Readonly<Record<string, number>> | undefined {
  const mass = molarMass(composition);
  if (!mass) return undefined;
  return Object.fromEntries(
    Object.entries(composition).map(([element, amount]) => [element, (amount * atomicWeight(element)!) / mass]),
  );
}
