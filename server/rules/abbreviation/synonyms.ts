import { flat } from '../../base/script';
import { overlaps } from '../../base/span';
import { lowercaseWords } from '../../base/words';
import { parseFormula } from '../../chemistry/formula';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { expansionKey, sameExpansion } from '../../manuscript/definitions/expansion';
import type { Manuscript } from '../../manuscript/manuscript';

/** A formula beside a name (`LiFePO4 (LFP)` and `lithium iron phosphate (LFP)`) is not a conflict. */
export const isInWords = ({ definition }: PlacedDefinition): boolean => !parseFormula(flat(definition.long)).ok;

/**
 * Two good names of one species (`polyvinylidene fluoride`, `polyvinylidene difluoride`; a deprecated one is not good), one name
 * with its formula and without, or one with its noun after the bracket: `airway epithelial (AE) cells`, `airway epithelial cells (AE)`.
 */
export function areSynonyms(a: PlacedDefinition, b: PlacedDefinition, { catalogue }: Manuscript): boolean {
  if (sameExpansion(withoutFormula(a.definition.long), withoutFormula(b.definition.long))) return true;
  if (isWithNoun(a, b) || isWithNoun(b, a) || haveSameLetters(a, b)) return true;
  const species = ({ definition }: PlacedDefinition) =>
    catalogue
      .entriesNamed(definition.long)
      .flatMap((entry) => (entry.kind === 'species' && entry.name.kind !== 'deprecated' ? [entry.species.id] : []));
  const named = species(a);
  return species(b).some((id) => named.includes(id));
}

/** `photoelec-tron`, `batte ries` and `allsolid-state`, as the ends of lines leave words. */
function haveSameLetters(...definitions: readonly [PlacedDefinition, PlacedDefinition]): boolean {
  const [one, other] = definitions.map(({ definition: { long } }) =>
    long
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/s$/, ''),
  );
  return one === other;
}

/** True where the second long form is the first with the word that comes after its definition. */
function isWithNoun(
  { file, definition: { long, prose } }: PlacedDefinition,
  { definition }: PlacedDefinition,
): boolean {
  const noun =
    prose && /^ (\p{L}{3,})/u.exec(file.parsed.prose.text.slice(prose.whole.end, prose.whole.end + LONGEST_NOUN))?.[1];
  return noun !== undefined && sameExpansion(`${long} ${noun}`, definition.long);
}

const LONGEST_NOUN = 40;

/** One word with letters that English lacks, and words of English: `Röntgendiffraktometrie`, `X-ray diffraction`. */
export function areTranslations(...definitions: readonly [PlacedDefinition, PlacedDefinition]): boolean {
  const foreign = definitions.filter(({ definition: { long } }) => /[\u00c0-\u024f\p{Script=Han}]/u.test(long));
  return foreign.length === 1;
}

/** `reference (RE)` after `reference electrode (RE)`: words left out at either end. */
export function isShortened(...definitions: readonly [PlacedDefinition, PlacedDefinition]): boolean {
  const [few, many] = definitions
    .map(({ definition: { long } }) => lowercaseWords(long).map(expansionKey))
    .sort((x, y) => x.length - y.length);
  const isSame = (word: string, i: number, from: number) => word === many![from + i];
  return (
    few!.length < many!.length &&
    [0, many!.length - few!.length].some((from) => few!.every((word, i) => isSame(word, i, from)))
  );
}

/** `gadolinium-doped ceria, Gd0.1Ce0.9O1.95` */
const withoutFormula = (long: string): string =>
  long.replace(/,? \(?([^\s()]*\d\S*?)\)?$/, (tail, token: string) => (parseFormula(flat(token)).ok ? '' : tail));

/** `all-solid-state Li–S battery`: elsewhere the formula would be one more. */
export const holdsFormula = ({ file, definition: { prose } }: PlacedDefinition): boolean =>
  prose !== undefined && file.formulas.some((formula) => overlaps(formula.prose, prose.long));
