import { flat } from '../../base/script';
import { overlaps } from '../../base/span';
import { parseFormula } from '../../chemistry/formula';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { sameExpansion } from '../../manuscript/definitions/expansion';
import type { Manuscript } from '../../manuscript/manuscript';

/** A formula beside a name (`LiFePO4 (LFP)` and `lithium iron phosphate (LFP)`) is not a conflict. */
export const isInWords = ({ definition }: PlacedDefinition): boolean => !parseFormula(flat(definition.long)).ok;

/**
 * Two good names of one species (`polyvinylidene fluoride`, `polyvinylidene difluoride`; a deprecated one is not good), or one name
 * with its formula and without.
 */
export function areSynonyms(a: PlacedDefinition, b: PlacedDefinition, { catalogue }: Manuscript): boolean {
  if (sameExpansion(withoutFormula(a.definition.long), withoutFormula(b.definition.long))) return true;
  const species = ({ definition }: PlacedDefinition) =>
    catalogue
      .entriesNamed(definition.long)
      .flatMap((entry) => (entry.kind === 'species' && entry.name.kind !== 'deprecated' ? [entry.species.id] : []));
  const named = species(a);
  return species(b).some((id) => named.includes(id));
}

/** `gadolinium-doped ceria, Gd0.1Ce0.9O1.95` */
const withoutFormula = (long: string): string =>
  long.replace(/,? \(?([^\s()]*\d\S*?)\)?$/, (tail, token: string) => (parseFormula(flat(token)).ok ? '' : tail));

/** `all-solid-state Li–S battery`: elsewhere the formula would be one more. */
export const holdsFormula = ({ file, definition: { prose } }: PlacedDefinition): boolean =>
  prose !== undefined && file.formulas.some((formula) => overlaps(formula.prose, prose.long));
