import { commonStates } from '../../chemistry/oxidationStates';
import { bareSymbol, ELEMENT_GUARDS } from './elementContext';
import { namesSites } from './elementEvidence';
import type { Place } from './formulaPlace';
import { type Guard, guardAgainst, type Rejection } from './guard';
import type { Judgement } from './standing';

/** A reading of one symbol: `Li`, `Li+`, `O2`, `S8`. */
export function judgeSymbol(place: Place): Judgement | Rejection {
  const guard = guardAgainst(SYMBOL_GUARDS, place);
  if (guard) return guard;
  const { shape, formula } = place;
  if (formula.charge !== 0) return { standing: 'element', certain: true };
  if (amountIn(place) !== 1) return { standing: 'compound', certain: shape.scripted || symbolOf(place).length === 2 };
  if (isMarked(place)) return { standing: 'element', certain: true };
  const { prose, block, body } = place;
  const other = guardAgainst(ELEMENT_GUARDS, bareSymbol(prose, block, body, symbolOf(place)));
  return other ?? { standing: 'element', certain: false };
}

export const SYMBOL_GUARDS: readonly Guard<Place>[] = [
  {
    id: 'a letter with a label',
    rejects: ['the ion «M^2+^» is', 'the count «O~n~» is'],
    keeps: ['the gas «O2» is', 'the anions «S~n~^2−^» are'],
    is: (place) => place.shape.wildcards || (place.formula.composition === null && !isPolysulfide(place)),
  },
  {
    id: 'a site with its charge',
    rejects: ['the prototype A^+^«B^2+^»X^−^~3~ is', 'in ABX~3~ the «B^2+^» ions are'],
    keeps: ['the boron «B^3+^» is'],
    is: (place) => place.formula.charge > 0 && symbolOf(place) === 'B' && namesSites(around(place)),
  },
  {
    id: 'an atom with its number',
    rejects: ['the site «Li~1~» is', 'the site «Fe₁» is'],
    keeps: ['the gas «Cl~2~» is'],
    is: (place) => amountIn(place) === 1 && place.shape.lowered && !isPolysulfide(place),
  },
  {
    id: 'number of a figure with a sign',
    rejects: ['panels «S9+» show'],
    keeps: ['the anion «S~8~^2−^» dissolves', 'the cation «Hg~2~^2+^» forms'],
    is: (place) => place.formula.charge !== 0 && amountIn(place) > 3 && !isPolysulfide(place),
  },
  {
    id: 'unit, word or mark with a sign',
    rejects: ['values in J «K^−1^»', 'the grade «C+» is', 'values in «Pa^−1^» are'],
    keeps: ['the ion «Li^+^» is', 'protons «H+» are', 'ions «Fe2+» are', 'the ion «Cl−» is', 'the ion «Se2−» is'],
    is: (place) => place.formula.charge !== 0 && !isChargeHere(place),
  },
  {
    id: 'an index that the element does not take',
    rejects: ['the sample «B3» is', 'the peak «Ti3» is'],
    keeps: ['the gas «H2» is', 'rings of «S8» are'],
    is: (place) => isCounted(place) && !(MOLECULES[symbolOf(place)] ?? []).includes(amountIn(place)),
  },
  {
    id: 'an atom with its number and a prime',
    rejects: ['the oxygen «O2»’ of the ribose', 'from «O2»′ to the base'],
    keeps: ['the role is «O2»’s own', 'the so-called ‘«O2»’ is'],
    is: (place) => isCounted(place) && /^[’′](?!s\b)/.test(place.after) && !/[‘'(]$/.test(place.before),
  },
  {
    id: 'an atom with its number, among others',
    rejects: ['the atoms O1 and «O2» are', 'donors «N2», N4 and', 'the ligands Cl1 and «Cl2» are'],
    keeps: [
      'the gases «O2» and N2 are',
      'the molecules «O2» and O3 are',
      'an «O2» flow over HCl O4 there',
      'from «S8» to Li2 S6 and',
    ],
    is: (place) =>
      /^(?:[FHINO]|Cl|Br)$/.test(symbolOf(place)) &&
      isCounted(place) &&
      !place.shape.scripted &&
      hasNumberedBeside(place),
  },
  {
    id: 'an atom with its number, in a structure',
    rejects: ['on the «O2» site there', 'the «Cl2» positions are', 'each «O2» atom is'],
    keeps: ['an «O2» flow there', 'the «Cl2» positive end is'],
    is: (place) =>
      isCounted(place) &&
      !place.shape.scripted &&
      /^ (?:(?:sites?|positions?|atoms?)\b|\(\d+[a-l]\))/.test(place.after),
  },
  {
    id: 'a degree',
    rejects: ['his «Ph» D thesis', 'a «Ph». D. student'],
    keeps: ['a «Ph» ring is'],
    is: ({ shape: { text }, after }) => text === 'Ph' && /^\.? ?D(?!\p{L})/u.test(after),
  },
  {
    id: 'a stacking of layers, the number of a figure',
    rejects: ['the «O3»-type phase', 'see Figure «S8» there'],
    keeps: ['ozone «O3» reacts', 'rings of «S8» dissolve'],
    is: (place) => isCounted(place) && !place.shape.scripted && isLabel(place),
  },
  {
    id: 'a letter of an equation with its index',
    rejects: ['the term $«N_2»$ is'],
    keeps: ['some $«O_2»$ is'],
    is: (place) => isCounted(place) && place.prose.settingAt(place.body.start) === 'math' && symbolOf(place) !== 'O',
  },
  {
    id: 'a letter with a raised mark',
    rejects: ['the value «C(II)» is'],
    keeps: ['the state «Fe(II)» is'],
    is: (place) => place.formula.charge === 0 && amountIn(place) === 1 && isMarked(place) && symbolOf(place).length < 2,
  },
];

/** `O1`, `O14` beside `O2`: a number that the element does not take as a molecule; not of a torn formula (`HCl O4`). */
function hasNumberedBeside(place: Place): boolean {
  const numbered = new RegExp(
    `(?<![\\p{L}\\d]|(?:[A-Z][a-z]?|\\d) )${symbolOf(place)}(\\d{1,2})(?![\\p{L}\\d.,/+−-])`,
    'gu',
  );
  const taken = MOLECULES[symbolOf(place)] ?? [];
  return [...`${place.before} ${place.after}`.matchAll(numbered)].some(([, n]) => !taken.includes(Number(n)));
}

/** So much of the block as may say what its letters are. */
const around = ({ prose: { text }, block, body }: Place): string =>
  text.slice(Math.max(block.start, body.start - 200), Math.min(block.end, body.end + 200));

const symbolOf = ({ shape }: Place): string => shape.symbols[0]!;

const amountIn = (place: Place): number => place.formula.composition?.[symbolOf(place)] ?? 1;

const isPolysulfide = (place: Place): boolean =>
  place.shape.lowered && symbolOf(place) === 'S' && place.formula.charge < 0;

/** No ion, and not one atom. */
const isCounted = (place: Place): boolean => place.formula.charge === 0 && amountIn(place) !== 1;

/** An oxidation state or a mark is raised or added: `Fe(II)`, `FeII`. */
const isMarked = ({ shape }: Place): boolean => /\([IV]+\)|[a-z][IV]{2,}$/.test(shape.text) || shape.scripted;

/** Elements that are met as molecules of so many atoms. */
const MOLECULES: Readonly<Record<string, readonly number[]>> = {
  H: [2],
  N: [2],
  O: [2, 3],
  F: [2],
  Cl: [2],
  Br: [2],
  I: [2],
  S: [8],
  P: [4],
  C: [60, 70],
};

/** `K^{-1}` and `Pa^{-1}` are units; `N-`, `C+` are words and marks; flat `Fe2+` and `H+` are ions. */
function isChargeHere(place: Place): boolean {
  const { shape, after } = place;
  const symbol = symbolOf(place);
  const text = shape.text.replace(/\((?:s|l|g|aq)\)$/, '');
  if (/[+\-−–]\d$/.test(text)) return symbol.length === 2 && symbol !== 'Pa' && /\+\d$/.test(text);
  if (shape.scripted || /[+−-][)\]]$/.test(text)) return true;
  if (/\+$/.test(text)) return symbol.length === 2 || /\d\+$/.test(text) || /[HK]\+$/.test(text);
  if (/^[\w(]/.test(after)) return false;
  // `Se2−`: a sign that no keyboard has, after the size of a usual state.
  if (/\d−$/.test(text) && commonStates(symbol).includes(place.formula.charge)) return true;
  return /(?:F|Cl|Br|I|O2|S2|N3)[−-]$/.test(text);
}

/** The layer stacking O3 of NaFeO2, and S8 among the figures and tables of a supplement. */
function isLabel({ prose, body, before, after }: Place): boolean {
  const label = prose.slice(body);
  if (label === 'O3') return STACKING_AFTER.test(after) || STACKINGS.test(`${before}${label}${after.slice(0, 30)}`);
  return label === 'S8' && FIGURE_BEFORE.test(before);
}

const STACKING_AFTER =
  /^(?:[-‐–](?:[A-Z]|type|phase|layer|stack)| (?:to|and|or|stackings?|structures?|phases?|type)\b)/;
const STACKINGS = /stack|\b[OP][123]\b.*\b[OP][123]\b/;
const FIGURE_BEFORE =
  /(?:Fig(?:ure|s)?|Table|Scheme|Section|Note|Movie|Video|Equation|Eq)s?\.? [^.]{0,24}$|S\d+[a-z]?(?:,|[-–]| and|, and)? ?$/;
