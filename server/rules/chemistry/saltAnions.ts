import { once } from '../../base/once';
import { flat } from '../../base/script';
import { type Composition, compositionKey } from '../../chemistry/composition';
import { NON_METALS } from '../../chemistry/elements';
import { parseFormula } from '../../chemistry/formula';
import { onlyState } from '../../chemistry/oxidationStates';
import type { Catalogue } from '../../knowledge/catalogue';

/** An anion of several atoms. */
interface Anion {
  readonly atoms: Composition;
  /** Negative. */
  readonly charge: number;
}

/** The charge that an anion with carbon has in the salts of the catalogue: −2 for C₂O₄, −1 for SCN; undefined for any other. */
export function chargeInSalts(composition: Composition, catalogue: Catalogue): number | undefined {
  const key = compositionKey(composition);
  const charges = new Set(
    anionsOf(catalogue).flatMap(({ atoms, charge }) => (atoms.C && compositionKey(atoms) === key ? charge : [])),
  );
  return charges.size === 1 ? [...charges][0] : undefined;
}

export interface BrokenSalt {
  readonly metal: string;
  /** Oxidation state that the metal would need. */
  readonly state: number;
  readonly usual: number;
}

/**
 * Why one metal of one usual state and anions of one kind are not a salt: Sr(TFSI)₃, Al(NO₃)₂. Undefined where they are, and for anything
 * else. Of alkali metals only anions with carbon count: the others are known by the states of their atoms.
 */
export function brokenSalt(composition: Composition, catalogue: Catalogue): BrokenSalt | undefined {
  const metals = Object.keys(composition).filter((element) => !NON_METALS.has(element));
  const [metal] = metals;
  if (metal === undefined || metals.length > 1 || !Object.values(composition).every(Number.isInteger)) return undefined;
  const { [metal]: amount = 0, ...rest } = composition;
  const usual = onlyState(metal);
  if (usual === undefined) return undefined;
  const needed = anionsOf(catalogue).flatMap(({ atoms, charge }) => {
    if (!atoms.C && (ALKALI.has(metal) || atoms.H)) return [];
    const times = timesIn(atoms, rest);
    return times === undefined ? [] : (-charge * times) / amount;
  });
  const [state] = needed;
  // Two electrons too many: a peroxo salt, as CaS2O8 is.
  if (needed.some((s) => s === usual || (!composition.C && (s - usual) * amount === 2))) return undefined;
  return state === undefined ? undefined : { metal, state, usual };
}

/** How many of one group of atoms others consist of; undefined where something is left. */
function timesIn(group: Composition, atoms: Composition): number | undefined {
  const elements = Object.keys(group);
  if (elements.length !== Object.keys(atoms).length) return undefined;
  const times = (atoms[elements[0]!] ?? 0) / group[elements[0]!]!;
  return times > 0 && Number.isInteger(times) && elements.every((e) => atoms[e] === group[e]! * times)
    ? times
    : undefined;
}

/** What is left of salts of one alkali metal without it. Large molecules are left out: they take up electrons, as C₆O₆ does. */
const anionsOf = once((catalogue: Catalogue): readonly Anion[] =>
  catalogue.allSpecies.flatMap(({ formula, class: of }) => {
    const read = formula === undefined ? undefined : parseFormula(flat(formula));
    if (!read?.ok || !read.formula.composition || read.formula.charge !== 0) return [];
    const alkali = Object.keys(read.formula.composition).filter((element) => ALKALI.has(element));
    const { [alkali[0] ?? '']: cations = 0, ...atoms } = read.formula.composition;
    const elements = Object.keys(atoms);
    if (alkali.length !== 1 || elements.length < 2 || !elements.every((element) => NON_METALS.has(element))) return [];
    if (of !== 'salt' && (atoms.C ?? 0) > 2) return [];
    const isHydrocarbon = elements.every((element) => element === 'C' || element === 'H');
    return isHydrocarbon ? [] : { atoms, charge: -cations };
  }),
);

const ALKALI: ReadonlySet<string> = new Set(['Li', 'Na', 'K', 'Rb', 'Cs']);
