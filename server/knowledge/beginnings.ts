import { lowerBound } from '../base/span';
import type { Species } from './species';
import { foldName, isShortForm, plainShort } from './spelling';

/** A way to write a species. */
export interface SpeciesName {
  readonly species: Species;
  readonly text: string;
  readonly kind: 'name' | 'short' | 'formula';
}

/** Finds the names of species by their beginning. Deprecated names are left out. */
export class Beginnings {
  private readonly names: readonly Keyed[];
  private readonly shorts: readonly Keyed[];

  constructor(species: readonly Species[]) {
    const all = species.flatMap(writtenForms);
    this.names = sorted(all.filter(isName).map((one) => [foldName(one.text), one]));
    this.shorts = sorted(all.filter((one) => !isName(one)).map((one) => [plainShort(one.text), one]));
  }

  /** Names count in any case and without hyphens and spaces, formulas and short forms as they are typed. */
  of(typed: string): readonly SpeciesName[] {
    return [...beginning(this.names, foldName(typed)), ...beginning(this.shorts, plainShort(typed))];
  }
}

type Keyed = readonly [key: string, name: SpeciesName];

const isName = ({ kind }: SpeciesName): boolean => kind === 'name';

function writtenForms(species: Species): SpeciesName[] {
  const names = species.names.flatMap(({ text, kind }): SpeciesName[] =>
    kind === 'deprecated' ? [] : [{ species, text, kind: isShortForm(text, kind) ? 'short' : 'name' }],
  );
  return species.formula ? [...names, { species, text: species.formula, kind: 'formula' }] : names;
}

const sorted = (keyed: Keyed[]): Keyed[] => keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function beginning(keyed: readonly Keyed[], prefix: string): SpeciesName[] {
  const found: SpeciesName[] = [];
  for (let i = lowerBound(keyed, ([key]) => key >= prefix); i < keyed.length && keyed[i]![0].startsWith(prefix); i++) {
    found.push(keyed[i]![1]);
  }
  return found;
}
