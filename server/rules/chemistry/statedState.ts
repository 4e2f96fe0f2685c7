import type { Composition } from '../../chemistry/composition';
import type { Formula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import { ROMAN } from '../../chemistry/oxidationStates';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Finding } from '../rule';
import { writtenFormulas } from './written';

/** A name that gives an oxidation state, with a formula beside it that gives another: `iron(III) chloride (FeCl2)`, `ferric chloride (FeCl2)`. */
export function* statedStates(file: FileAnalysis): Iterable<Finding> {
  const { prose } = file.parsed;
  for (const { mention, text } of writtenFormulas(file)) {
    const { start } = mention.prose;
    const stated = statedIn(prose.text.slice(Math.max(0, start - LONGEST_NAME), start));
    const state = stated && stateOf(mention.formula, stated.element);
    if (state === undefined || Math.abs(state - stated!.state) < 0.02) continue;
    const print = Number(state.toFixed(2));
    yield {
      span: mention.source,
      message: `${stated!.name} has the oxidation state +${stated!.state}; in ${text} it would be ${print < 0 ? '−' : '+'}${Math.abs(print)}.`,
    };
  }
}

interface StatedState {
  readonly name: string;
  readonly element: string;
  readonly state: number;
}

/** What the name at the end of the text says. */
function statedIn(before: string): StatedState | undefined {
  // Most formulas have no such name before them.
  if (before.includes('(I') || before.includes('(V')) {
    const [, name, numeral] = NAME.exec(before) ?? [];
    const element = name && METALS.find(([word]) => word.test(name))?.[1];
    return !element || SECOND.test(before)
      ? undefined
      : { name: `${name}(${numeral})`, element, state: ROMAN.indexOf(numeral!) };
  }
  const [, ofMetal, ofAnion] = /(?:ous|ic|ide)\b/i.test(before) ? (OLD_NAME.exec(before) ?? []) : [];
  const word = ofMetal ?? ofAnion;
  const [element, state] = (word && OLD_NAMES[word.toLowerCase()]) || [];
  return element === undefined ? undefined : { name: word!, element, state: state! };
}

const LONGEST_NAME = 80;

/** `hexacyanoferrate(II), `, `iron(III) chloride hexahydrate (`, directly before the formula. */
const NAME = /(\p{L}+)\((I|II|III|IV|V|VI|VII)\)(?:[ -]\p{Ll}+){0,3}(?:, | ?\()$/u;
/** Two states belong to two atoms: `iron(III) hexacyanoferrate(II)`. */
const SECOND = /\((?:I|II|III|IV|V|VI|VII)\)[ -]?\p{L}+\((?:I|II|III|IV|V|VI|VII)\)[^()]{0,50}\(?$/u;

/** `ferric chloride hexahydrate (`, `potassium ferricyanide, `; an acid is another compound. */
const OLD_NAME =
  /\b(?:(ferrous|ferric|cuprous|cupric|stannous|stannic)(?: (?!acid)\p{Ll}+){1,3}|(ferr[io]cyanide)(?: \p{Ll}+)?)(?:, | ?\()$/iu;

/** Names that give the state without a numeral, as tables of common ions have them. */
const OLD_NAMES: Readonly<Record<string, readonly [string, number]>> = {
  ferrous: ['Fe', 2],
  ferric: ['Fe', 3],
  cuprous: ['Cu', 1],
  cupric: ['Cu', 2],
  stannous: ['Sn', 2],
  stannic: ['Sn', 4],
  ferrocyanide: ['Fe', 2],
  ferricyanide: ['Fe', 3],
};

/** Metals of several states, by the words that name them and their anions. */
const METALS: readonly (readonly [RegExp, string])[] = [
  [/^iron$|ferrate$/i, 'Fe'],
  [/^manganese$|manganate$/i, 'Mn'],
  [/^cobalt$|cobaltate$/i, 'Co'],
  [/^nickel$|nickelate$/i, 'Ni'],
  [/^copper$|cuprate$/i, 'Cu'],
  [/^vanadium$|vanadate$/i, 'V'],
  [/^chromium$|chromate$/i, 'Cr'],
  [/^titanium$|titanate$/i, 'Ti'],
  [/^molybdenum$|molybdate$/i, 'Mo'],
  [/^tin$|stannate$/i, 'Sn'],
  [/^lead$|plumbate$/i, 'Pb'],
  [/^cerium$/i, 'Ce'],
];

/** The state of the metal, where those of all other atoms are fixed. */
function stateOf({ composition, charge }: Formula, element: string): number | undefined {
  const atoms = composition?.[element];
  if (!composition || !atoms) return undefined;
  const rest = restOf(composition, element);
  if (rest !== undefined) return (charge - rest) / atoms;
  if (charge !== 0 || !isOxoSalt(composition)) return undefined;
  const balance = chargeBalance(composition);
  const found = balance?.balanced ? balance.states.find((state) => state.startsWith(`${element} `)) : undefined;
  return found === undefined ? undefined : Number(found.slice(element.length + 1).replace('−', '-'));
}

/** Charges of all but the metal: oxides, hydroxides, halides and cyanides, with alkali ions. Undefined for any other. */
function restOf(composition: Composition, element: string): number | undefined {
  const { C = 0, N = 0, ...others } = composition;
  if (C !== N || (C > 0 && 'O' in others && !('H' in others))) return undefined;
  let sum = -C;
  for (const [other, amount] of Object.entries(others)) {
    if (other === element) continue;
    const state = other === 'H' && !('O' in others) ? undefined : FIXED[other];
    if (state === undefined) return undefined;
    sum += state * amount;
  }
  return sum;
}

const FIXED: Readonly<Record<string, number>> = { O: -2, F: -1, Cl: -1, Br: -1, I: -1, H: 1, Li: 1, Na: 1, K: 1 };

/** A sulfate, a phosphate, a carbonate or a nitrate: one non-metal among enough oxygen, without organic hydrogen. */
function isOxoSalt({ C = 0, N = 0, P = 0, S = 0, H = 0, O = 0 }: Composition): boolean {
  const [centre, ...more] = [C, N, P, S].filter((amount) => amount > 0);
  return centre !== undefined && more.length === 0 && O >= 3 * centre && (H === 0 || C + N === 0);
}
