import { flat } from '../base/script';
import { theoreticalCapacity } from '../chemistry/capacity';
import { type Composition, molarMass } from '../chemistry/composition';
import { parseFormula } from '../chemistry/formula';
import type { Property, Species } from './species';

/* What the record of a species says in numbers, or what follows from it. */

export function compositionOf({ formula }: Species): Composition | undefined {
  const read = formula ? parseFormula(flat(formula)) : undefined;
  return read?.ok && read.formula.composition ? read.formula.composition : undefined;
}

/** Theoretical capacity of an electrode material in mAh/g; undefined without a reaction. */
export function capacityOf(species: Species): number | undefined {
  const { reaction } = species;
  if (!reaction) return undefined;
  const per = reaction.per ? compositionOf({ ...species, formula: reaction.per }) : compositionOf(species);
  const mass = per && molarMass(per);
  return mass ? theoreticalCapacity(reaction.electrons, mass) : undefined;
}

/** The one value of a property that sources agree on, in its unit. */
export const agreedValue = (species: Species, property: string): number | undefined =>
  preferredOf(species, property)?.value;

/** The entry of a property that is preferred, or its only one; undefined where the sources disagree on it. */
export function preferredOf({ properties = [] }: Species, property: string): Property | undefined {
  const values = properties.filter((p) => p.property === property);
  const chosen = values.find((p) => p.preferred) ?? (values.length === 1 ? values[0] : undefined);
  return chosen?.conflict ? undefined : chosen;
}
