import type { Composition } from './composition';
import { commonStates, oxidationRange } from './oxidationStates';

/** What surrounds a central atom, with the charge of each. */
const LIGANDS: Readonly<Record<string, number>> = { O: -2, F: -1, Cl: -1, Br: -1 };
const FIXED: Readonly<Record<string, number>> = {
  Li: 1,
  Na: 1,
  K: 1,
  Rb: 1,
  Cs: 1,
  Mg: 2,
  Ca: 2,
  Sr: 2,
  Ba: 2,
  Zn: 2,
};
const NON_METALS: ReadonlySet<string> = new Set('B C N Al Si P S As'.split(' '));

interface Complex {
  readonly centre: string;
  readonly atoms: number;
  /** Sum of the charges of all but the central atoms. */
  readonly rest: number;
  readonly cations: number;
  readonly hasOxygen: boolean;
}

/** Central atoms of one element with oxygen or halogens, with cations of one charge only; undefined for anything else. */
function complexOf(composition: Composition): Complex | undefined {
  let centre: string | undefined;
  let rest = 0;
  let cations = 0;
  const { O: oxygen = 0 } = composition;
  for (const [element, amount] of Object.entries(composition)) {
    if (element in FIXED) cations += amount * FIXED[element]!;
    else if (element === 'H') rest += amount;
    else if (element in LIGANDS && (element === 'O' || element === 'F' || oxygen === 0))
      rest += amount * LIGANDS[element]!;
    else if (centre === undefined) centre = element;
    else return undefined;
  }
  if (centre === undefined || (composition.H !== undefined && oxygen === 0)) return undefined;
  if (oxygen === 0 && !('F' in composition) && cations === 0 && !NON_METALS.has(centre)) return undefined;
  return { centre, atoms: composition[centre]!, rest: rest + cations, cations, hasOxygen: oxygen > 0 };
}

/**
 * The charge that an ion of these atoms would have with its central atom in the highest state that is met, where the written
 * charge (0 for none) asks for more than that: −3 for PO₄²⁻, −1 for PF₆. Undefined where the charge can be, and for ions of another
 * kind. Peroxo ions (S₂O₈²⁻, CO₄²⁻) count as possible.
 */
export function expectedCharge(composition: Composition, charge: number): number | undefined {
  const complex = complexOf(composition);
  if (complex?.cations !== 0 || !Number.isInteger(charge)) return undefined;
  const { centre, atoms, rest, hasOxygen } = complex;
  const [, highest] = oxidationRange(centre);
  if (highest <= 0) return undefined;
  const excess = charge - rest - atoms * highest;
  if (excess <= 0) return isOverreduced(complex, charge) ? rest + highest : undefined;
  if (hasOxygen && excess === 2 && charge <= 0 && PEROXO.has(centre)) return undefined;
  return rest + atoms * highest;
}

/** NO₃²⁻, PO₄⁴⁻: one atom of a non-metal with three ligands or more, in a state that it does not take beside them. */
const isOverreduced = ({ centre, atoms, rest }: Complex, charge: number): boolean =>
  atoms === 1 && charge < 0 && -rest >= 6 && FULL.has(centre) && !commonStates(centre).includes(charge - rest);

const FULL: ReadonlySet<string> = new Set(['N', 'P', 'As']);

const PEROXO: ReadonlySet<string> = new Set('C S B Ti V Cr Mo W Nb Ta'.split(' '));

export interface Neutrality {
  readonly centre: string;
  /** Oxidation state that the central atom would need. */
  readonly state: number;
  readonly usual: readonly number[];
}

/** Why a neutral salt of one central non-metal cannot be: the state its central atom would need. Undefined where it can. */
export function impossibleSalt(composition: Composition): Neutrality | undefined {
  const complex = complexOf(composition);
  if (!complex?.cations || complex.atoms !== 1 || !NON_METALS.has(complex.centre)) return undefined;
  if (!Object.values(composition).every(Number.isInteger)) return undefined;
  const { centre, rest, hasOxygen } = complex;
  // Carbon with hydrogen is organic: formates.
  if (centre === 'C' && composition.H !== undefined) return undefined;
  const state = -rest;
  const usual = commonStates(centre).filter((s) => s > 0);
  const highest = Math.max(...usual);
  if (usual.includes(state) || state <= 0 || isFormate(composition, state)) return undefined;
  if (hasOxygen && state === highest + 2 && PEROXO.has(centre)) return undefined;
  return { centre, state, usual };
}

/** Hydrogen on the carbon: HCO2⁻, C +2. */
const isFormate = ({ C, H, O }: Composition, state: number): boolean => C === 1 && H === 1 && O === 2 && state === 2;

/** True where an element bears no such charge as an ion of one atom: Li²⁺, F²⁻. Only for those that bear a single one. */
export function isImpossibleIon(element: string, charge: number): boolean {
  if (!Number.isInteger(charge) || charge === 0) return false;
  const fixed = FIXED[element];
  if (fixed === 1) return charge > 1 || charge < -1; // Na⁻ is an alkalide
  if (fixed === 2) return charge > 2 || charge < 0;
  if (HALOGENS.has(element)) return charge < -1;
  return (element === 'O' || element === 'S') && charge < -2;
}

const HALOGENS: ReadonlySet<string> = new Set(['F', 'Cl', 'Br', 'I']);
