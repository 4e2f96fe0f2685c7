import type { Composition } from './composition';
import { metalStates } from './oxidation';
import { commonStates } from './oxidationStates';

/** What the metals of a cyanide would bear together for its cations and cyanide ions to be balanced, and what they can. */
export interface CyanideCharges {
  readonly metals: readonly string[];
  readonly needed: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The charges in a salt of a cyanometalate with whole indices, with or without water: Na2MnFe(CN)6. Undefined for anything else, and
 * without cations, where it may be the anion.
 */
export function cyanideCharges(composition: Composition): CyanideCharges | undefined {
  const { C: carbon = 0, N: nitrogen = 0, H: hydrogen = 0, O: oxygen = 0, ...rest } = composition;
  if (carbon === 0 || carbon !== nitrogen || hydrogen !== 2 * oxygen) return undefined;
  if (!Object.values(composition).every(Number.isInteger)) return undefined;
  const cations = Object.keys(rest).filter((element) => CATIONS.has(element));
  const metals = Object.keys(rest).filter((element) => !CATIONS.has(element));
  if (cations.length === 0 || metals.length === 0 || !metals.every((element) => METALS.has(element))) return undefined;
  const sum = (elements: readonly string[], state: (element: string) => number) =>
    elements.reduce((total, element) => total + rest[element]! * state(element), 0);
  return {
    metals,
    needed: carbon - sum(cations, (element) => Math.max(...commonStates(element))),
    low: sum(metals, (element) => Math.min(...metalStates(element, metals))),
    high: sum(metals, (element) => Math.max(...metalStates(element, metals))),
  };
}

export const isBalanced = ({ needed, low, high }: CyanideCharges): boolean => low <= needed && needed <= high;

const CATIONS: ReadonlySet<string> = new Set('Li Na K Rb Cs Mg Ca Sr Ba Zn'.split(' '));
const METALS: ReadonlySet<string> = new Set('Ti V Cr Mn Fe Co Ni Cu Mo W'.split(' '));
