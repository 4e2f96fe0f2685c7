import type { Composition } from './composition';
import { commonStates, knownStates } from './oxidationStates';

export type ChargeBalance =
  | { readonly balanced: true /** `Li +1`, `Ni +2.88`, in the order written. */; readonly states: readonly string[] }
  | {
      readonly balanced: false /** Charge left over per formula unit with the nearest usual states. */;
      readonly remainder: number;
    };

/**
 * Whether usual oxidation states add up to zero, one transition metal at most in a mean of two. Undefined where the
 * question has no sense: elements, alloys, organic and molecular compounds.
 */
export function chargeBalance(composition: Composition): ChargeBalance | undefined {
  const elements = Object.keys(composition).filter((element) => composition[element]! > 0);
  if (!isSaltLike(elements, composition)) return undefined;
  const choices = elements.map((element) => ({ element, states: candidates(element, elements, composition) }));
  if (choices.some(({ states }) => states.length === 0)) return undefined;

  const open = choices.filter(({ states }) => states.length > 1).sort((a, b) => rank(a.element) - rank(b.element));
  const free = open.shift();
  const fixed = choices.filter(({ states }) => states.length === 1);
  const base = fixed.reduce((sum, { element, states }) => sum + states[0]! * composition[element]!, 0);

  let remainder = Number.POSITIVE_INFINITY;
  for (const chosen of combinations(open)) {
    const sum = chosen.reduce((s, { element, state }) => s + state * composition[element]!, base);
    const state = free ? -sum / composition[free.element]! : 0;
    const nearest = free ? near(state, free) : 0;
    const rest = free ? sum + nearest * composition[free.element]! : sum;
    if (Math.abs(rest) < Math.abs(remainder)) remainder = rest;
    if (Math.abs(rest) > TOLERANCE) continue;
    const found = new Map<string, number>(chosen.map((c) => [c.element, c.state]));
    if (free) found.set(free.element, nearest);
    return { balanced: true, states: choices.map((c) => print(c.element, found.get(c.element) ?? c.states[0]!)) };
  }
  return { balanced: false, remainder: Math.round(remainder * 100) / 100 };
}

/** Whether the first of two elements, in a usual positive state, balances the second in its lowest: P2S5, C3N4, CO2. */
export function isBalancedBinary(composition: Composition): boolean {
  const [[first, of] = [], [second, to] = [], ...more] = Object.entries(composition);
  if (first === undefined || second === undefined || more.length > 0) return false;
  const anion = Math.min(...commonStates(second));
  // Of two non-metals the more electronegative is the anion: P4S10, not SP2.
  if (ORDER.includes(first) && ORDER.indexOf(second) > ORDER.indexOf(first)) return false;
  return anion < 0 && commonStates(first).some((state) => state > 0 && state * of! + anion * to! === 0);
}

/** Whether hydrogen, oxygen and one more element in a usual positive state are an acid: HNO3, H2SO4, H3BO3. */
export function isOxoacid({ H = 0, O = 0, ...others }: Composition): boolean {
  const [[central, amount] = [], ...more] = Object.entries(others);
  if (H === 0 || O === 0 || central === undefined || more.length > 0) return false;
  return commonStates(central).some((state) => state > 0 && state * amount! === 2 * O - H);
}

/**
 * Whether the charges cancel with every element in its main state, without a mean of two: Li⁺, Al³⁺, Ti⁴⁺ and P⁵⁺ of
 * Li1.07Al0.69Ti1.46(PO4)3. A slip in one index would not leave them so. Half a unit of the second decimal may be lost in rounding.
 */
export function isNeutralInMainStates(composition: Composition): boolean {
  const elements = Object.keys(composition).filter((element) => composition[element]! > 0);
  let sum = 0;
  let lost = TOLERANCE;
  for (const element of elements) {
    const [state = Number.NaN] = candidates(element, elements, composition);
    const amount = composition[element]!;
    sum += state * amount;
    if (!isTenth(amount)) lost += 0.005 * Math.abs(state);
  }
  return Math.abs(sum) <= lost;
}

const isTenth = (amount: number): boolean => Math.abs(amount * 10 - Math.round(amount * 10)) < 1e-9;

/** Charges per formula unit that rounding of coefficients may leave. */
const TOLERANCE = 0.02;

interface Choice {
  readonly element: string;
  readonly states: readonly number[];
}

function* combinations(choices: readonly Choice[]): Generator<readonly { element: string; state: number }[]> {
  if (choices.length > MOST_OPEN) return;
  const [first, ...rest] = choices;
  if (!first) {
    yield [];
    return;
  }
  for (const state of first.states) {
    for (const others of combinations(rest)) yield [{ element: first.element, state }, ...others];
  }
}

const MOST_OPEN = 6;

/** A transition metal takes any mean between its states, another element only one of them. */
function near(state: number, { element, states }: Choice): number {
  const low = Math.min(...states);
  const high = Math.max(...states);
  if (MIXED.has(element)) return Math.min(high, Math.max(low, state));
  return states.reduce((best, s) => (Math.abs(s - state) < Math.abs(best - state) ? s : best));
}

function candidates(element: string, elements: readonly string[], composition: Composition): readonly number[] {
  if (element === 'O') return [oxygenState(elements, composition)];
  if (element === 'F') return [-1];
  if (element === 'S' && !elements.some((e) => ANIONS.has(e) && e !== 'S')) {
    return elements.some((e) => LATE.has(e) || e === 'Mn') ? [-2, -1] : [sulfurState(elements, composition)];
  }
  if (element === 'H' || element === 'D') return [elements.some((e) => ANIONS.has(e) || e === 'B') ? 1 : -1];
  if (element === 'C') return isCarbonate(elements, composition) ? [4] : [4, 3];
  // Without P–H bonds oxygen leaves phosphorus no other state: PO3⁻, PO4³⁻, P2O7⁴⁻.
  if (element === 'P' && elements.includes('O') && !elements.includes('H')) return [5];
  if (element === 'P' && elements.some((e) => e === 'S' || e === 'Se')) return thiophosphateStates(composition);
  // Metals have no salts of PF4⁻; the first one of it was of an organic cation: Christe et al., J. Am. Chem. Soc. 116, 2850 (1994).
  if (element === 'P' && elements.includes('F')) return [5];
  if (element === 'S' && composition.O! >= 3 * composition.S!) return [6, 4, -2];
  if (MIXED.has(element)) return metalStates(element, elements);
  const common = commonStates(element);
  const higher = elements.some((e) => ORDER.indexOf(e) >= 0 && ORDER.indexOf(e) < ORDER.indexOf(element));
  if (ORDER.includes(element)) {
    const positive = common.filter((s) => s > 0).reverse();
    const negative = common.filter((s) => s < 0);
    return higher ? [...positive, ...negative] : negative;
  }
  return common.filter((s) => s > 0).reverse();
}

/** With oxygen for more than oxalate, and nothing else that may bear it: CO3²⁻. */
const isCarbonate = (elements: readonly string[], { C = 0, O = 0 }: Composition): boolean =>
  O >= 3 * C && !elements.some((element) => OXYANIONIC.has(element));

const OXYANIONIC: ReadonlySet<string> = new Set(['B', 'Si', 'N', 'P', 'As', 'S', 'Se', 'Te']);

/** Lower ones need P–P bonds, as in Na4P2S6, and have few chalcogens: P2S7⁴⁻ has none left for them. */
const thiophosphateStates = ({ P = 0, S = 0, Se = 0 }: Composition): readonly number[] =>
  S + Se >= 3.5 * P ? [5] : [5, 4, 3];

/** −2, but less in polysulfides of the s-block: −1/3 in Li2S6, at most eight atoms to two charges. */
function sulfurState(elements: readonly string[], composition: Composition): number {
  const others = elements.filter((e) => e !== 'S');
  if (!others.every((e) => PEROXIDIC.has(e))) return -2;
  const charge = others.reduce((sum, e) => sum + composition[e]! * Math.max(...commonStates(e)), 0);
  const state = -charge / composition.S!;
  return state > -0.25 ? -2 : Math.max(-2, state);
}

/** −2, but −1 in peroxides and −½ in superoxides of the s-block and hydrogen. */
function oxygenState(elements: readonly string[], composition: Composition): number {
  const others = elements.filter((e) => e !== 'O');
  if (!others.every((e) => PEROXIDIC.has(e))) return -2;
  const charge = others.reduce((sum, e) => sum + composition[e]! * Math.max(...commonStates(e)), 0);
  const state = -charge / composition.O!;
  return state === -1 || state === -0.5 ? state : -2;
}

/** States of a transition metal beside these elements, the one that is tried first in front. */
export function metalStates(element: string, elements: readonly string[]): readonly number[] {
  if (UNREDUCED.has(element) && elements.includes('O')) return commonStates(element);
  const low = UNIVALENT.has(element) ? 1 : 2;
  const hard = elements.includes('O') || elements.includes('F');
  const high = LATE.has(element) ? (hard ? 4 : 3) : 8;
  const states = knownStates(element).filter((s) => s >= low && s <= high);
  const preferred = PREFERRED[element];
  return preferred === undefined ? [...states].reverse() : [preferred, ...states.filter((s) => s !== preferred)];
}

/** Elements that form anions, the more electronegative first: one after another may be positive (S in SO4). */
const ORDER = ['F', 'O', 'Cl', 'N', 'Br', 'I', 'S', 'Se', 'Te', 'P', 'As', 'Sb'];
const ANIONS: ReadonlySet<string> = new Set(['F', 'O', 'Cl', 'N', 'Br', 'I', 'S', 'Se', 'Te', 'P']);
const PEROXIDIC: ReadonlySet<string> = new Set(['H', 'Li', 'Na', 'K', 'Rb', 'Cs', 'Mg', 'Ca', 'Sr', 'Ba', 'Zn']);

const MIXED: ReadonlySet<string> = new Set(
  'Ti V Cr Mn Fe Co Ni Cu Zr Nb Mo Tc Ru Rh Pd Ag Hf Ta W Re Os Ir Pt Au Ce Pr Eu'.split(' '),
);
const UNIVALENT: ReadonlySet<string> = new Set(['Cu', 'Ag', 'Au']);
/** In electrodes these do not pass +4, and +3 only beside oxygen or fluorine: FeS2 is Fe²⁺ with S₂²⁻. */
const LATE: ReadonlySet<string> = new Set(['Fe', 'Co', 'Ni', 'Cu']);
/** Oxides of these are not reduced in electrodes. */
const UNREDUCED: ReadonlySet<string> = new Set(['Zr', 'Hf', 'Ta']);
/** State tried first where several would do: Mn⁴⁺ beside Ni²⁺ rather than both trivalent. */
const PREFERRED: Readonly<Record<string, number>> = { Ti: 4, Mn: 4, Co: 3, Fe: 3, Cr: 3, V: 5, Ce: 4, Ru: 4, Cu: 2 };

/** The element that takes the mean of two states: first met in this order. */
const REDOX = ['Ni', 'Fe', 'Cu', 'Co', 'Mn', 'V', 'Cr', 'Mo', 'Ru', 'Ce', 'Ti', 'Nb', 'W'];
const rank = (element: string): number => (REDOX.includes(element) ? REDOX.indexOf(element) : REDOX.length);

const SALT_FORMERS = /^(?:C|H|D|N|O|F|P|S|Cl|Se|Br|I|Te|As|At|He|Ne|Ar|Kr|Xe|Rn)$/;

function isSaltLike(elements: readonly string[], composition: Composition): boolean {
  if (elements.length < 2 || !elements.some((e) => ANIONS.has(e) || e === 'H')) return false;
  if (elements.every((e) => SALT_FORMERS.test(e))) return false;
  if (!elements.includes('C')) return true;
  const carbonate = !elements.includes('H') && (composition.O ?? 0) >= 2 * composition.C!;
  return carbonate && !elements.includes('N');
}

const print = (element: string, state: number): string => {
  const size = Math.round(Math.abs(state) * 100) / 100;
  return `${element} ${state < 0 ? '−' : '+'}${size}`;
};
