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
/** What oxygen or halogens surround in salts: sulfates, borates, aluminates. */
const CENTRES: ReadonlySet<string> = new Set('B C N Al Si P S As'.split(' '));

interface Complex {
  readonly centre: string;
  readonly atoms: number;
  /** Sum of the charges of all but the central atoms. */
  readonly rest: number;
  readonly cations: number;
  /** Sum of the charges of oxygen and halogens alone. */
  readonly ligands: number;
  readonly hasOxygen: boolean;
}

/** Central atoms of one element with oxygen or halogens, with cations of one charge only; undefined for anything else. */
function complexOf(composition: Composition): Complex | undefined {
  let centre: string | undefined;
  let rest = 0;
  let cations = 0;
  let ligands = 0;
  const { O: oxygen = 0 } = composition;
  for (const [element, amount] of Object.entries(composition)) {
    if (element in FIXED) cations += amount * FIXED[element]!;
    else if (element === 'H') rest += amount;
    else if (element in LIGANDS && (element === 'O' || element === 'F' || oxygen === 0))
      ligands += amount * LIGANDS[element]!;
    else if (centre === undefined) centre = element;
    else return undefined;
  }
  if (centre === undefined || (composition.H !== undefined && oxygen === 0)) return undefined;
  if (oxygen === 0 && !('F' in composition) && cations === 0 && !CENTRES.has(centre)) return undefined;
  const atoms = composition[centre]!;
  return { centre, atoms, rest: rest + cations + ligands, cations, ligands, hasOxygen: oxygen > 0 };
}

/**
 * The charge that an ion of these atoms would have with its central atom in the highest state that is met, where the written
 * charge (0 for none) needs more than that: −3 for PO₄²⁻, −1 for PF₆. Undefined where the charge can be, and for ions of another
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

/** NO₃²⁻, SO₄³⁻, BF₄²⁻: one atom of a non-metal among ligands that leave it one state, in another. */
const isOverreduced = ({ centre, atoms, rest, ligands }: Complex, charge: number): boolean =>
  atoms === 1 &&
  charge < 0 &&
  -ligands >= (SATURATED[centre] ?? Number.POSITIVE_INFINITY) &&
  !commonStates(centre).includes(charge - rest);

/** The charge of the ligands from which on an atom has only its common states: with fewer it bears lone pairs or is a radical. */
const SATURATED: Readonly<Record<string, number>> = {
  N: 6,
  P: 6,
  As: 6,
  S: 8,
  Cl: 8,
  Br: 8,
  I: 8,
  C: 6,
  B: 4,
  Al: 4,
  Si: 6,
};

/**
 * The charge of an ion whose atoms all have one state: zinc, magnesium and their like with fluoride, chloride, hydroxide and water
 * ([ZnCl₄]²⁻, Zn(OH)₄²⁻), and ammonium, phosphonium and hydronium. Undefined for any other.
 */
export function onlyCharge(composition: Composition): number | undefined {
  const { H = 0, O = 0, F = 0, Cl = 0, ...others } = composition;
  const [[centre, atoms] = ['', 0], ...more] = Object.entries(others);
  if (more.length > 0) return undefined;
  if (F + Cl === 0 && isOnium(centre, atoms, H, O)) return 1;
  if (FIXED[centre] !== 2 || F + Cl + O === 0 || H > 2 * O) return undefined;
  return 2 * atoms - F - Cl - (2 * O - H);
}

/** NH₄, PH₄, H₃O */
const isOnium = (centre: string, atoms: number, H: number, O: number): boolean =>
  centre === '' ? O === 1 && H === 3 : (centre === 'N' || centre === 'P') && atoms === 1 && H === 4 && O === 0;

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
  if (!complex?.cations || complex.atoms !== 1 || !CENTRES.has(complex.centre)) return undefined;
  if (!Object.values(composition).every(Number.isInteger)) return undefined;
  const { centre, rest, hasOxygen } = complex;
  // Carbon with hydrogen is organic: formates.
  if (centre === 'C' && composition.H !== undefined) return undefined;
  const state = -rest;
  const usual = commonStates(centre).filter((s) => s > 0);
  const highest = Math.max(...usual);
  if (usual.includes(state) || state <= 0) return undefined;
  if (isHydrogenOnCentre(complex, composition.H ?? 0, highest - state) || isCarboxylate(centre, state))
    return undefined;
  if (hasOxygen && state === highest + 2 && PEROXO.has(centre)) return undefined;
  return { centre, state, usual };
}

/** Hypophosphites, NaH2PO2: each hydrogen that is bound to the phosphorus takes two from its highest state. */
const isHydrogenOnCentre = ({ centre }: Complex, hydrogens: number, below: number): boolean =>
  centre === 'P' && below % 2 === 0 && below / 2 <= hydrogens;

/** –COONa, the end of a molecule: one bond of the carbon goes to what is not written. */
const isCarboxylate = (centre: string, state: number): boolean => centre === 'C' && state === 3;

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
