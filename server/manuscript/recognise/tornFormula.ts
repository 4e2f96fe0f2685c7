import type { Composition } from '../../chemistry/composition';
import { chargeBalance } from '../../chemistry/oxidation';
import { languageOfBlock } from '../language';
import type { Place } from './formulaPlace';
import type { Guard } from './guard';

/** Pieces of formulas whose indices a PDF set apart, and of schemes. */
export const TORN_GUARDS: readonly Guard<Place>[] = [
  {
    id: 'piece of a torn formula: goes on with a variable',
    rejects: [
      'the garnet «LiTi2» -xO4 films',
      'phases of «La2» x Sr2',
      'a film of «NiO» x /TiO2',
      'films of «NiO» x were',
    ],
    keeps: [
      'the oxide «LiTi2O4» - a spinel',
      'the oxide «La2O3» and x',
      'the oxide «NiO» x wt%',
      'las aleaciones «Li13Si4» y Li15Si4',
      'En la celda se disuelven las sales de «NaCl» y KCl para los ensayos',
    ],
    is: (place) =>
      !isConjunction(place) && (/^ [-−–] ?[xyz](?![a-z])|^ [xyz] ?[A-Z(]/.test(place.after) || isVariableOfLast(place)),
  },
  {
    id: 'piece of a torn formula: goes on with a halide',
    rejects: ['argyrodites «Li6PS5» X (X = Cl, Br)'],
    keeps: ['argyrodite «Li6PS5Br» X-ray patterns'],
    is: (place) => place.after.startsWith(' X') && isPair(place) && /^ X(?![\w-])/.test(place.after),
  },
  {
    id: 'piece of a torn formula: goes on with its index',
    rejects: ['films of «LiCoO» 3 and more', 'with Na 3 «MgCl» 4 in it'],
    keeps: ['films of «LiCoO2» 2 and 3 µm thick', 'a layer of «LiF» 2 nm thick'],
    is: (place) => /^ \d/.test(place.after) && isPair(place) && (isOpenBefore(place) || isNumberedBefore(place)),
  },
  {
    id: 'piece of a torn formula: begins with a variable',
    rejects: ['the perovskite Li3+ x La(2/3) -x «TiO3» is'],
    keeps: ['the oxide «TiO3» is'],
    is: ({ before }) => /[xyz]/.test(before.slice(-2)) && /\d[-−–] ?[xyz]$|[\d)] ?[-−–+] ?[xyz] $/.test(before),
  },
  {
    id: 'piece of a torn formula: index of its bracket',
    rejects: ['the salt Ba («SO4») 3.'],
    keeps: ['the anion («SO4») of it'],
    is: (place) => place.before.endsWith('(') && isPair(place) && /^\) \d(?:[ ,.;)]|$)/.test(place.after),
  },
  {
    id: 'piece of a torn formula: begins with an index',
    rejects: ['the oxide Li 3 «WO5» is', 'the salt Rr 2 «TiO» 3 is'],
    keeps: ['the oxide Li 9 «WO3» is'],
    is: (place) =>
      place.before.endsWith(' ') &&
      isPair(place) &&
      TORN_BEFORE.test(place.before) &&
      (isUnbalanced(place) || /^ \d/.test(place.after)),
  },
  {
    id: 'piece of a torn formula: its coefficient is the index before',
    rejects: ['the solid Rr 3«InCl6» is', 'the solid LiMm 0.6«Co0.2Mn0.2O2» is'],
    keeps: ['a film on Li 2«LiF» is', 'a ratio of 2«InCl6» is'],
    is: (place) => isPair(place) && INDEX_BEFORE.test(place.before) && isUnbalanced(place),
  },
  {
    id: 'piece of a torn formula: goes on with decimals',
    rejects: ['the oxide «LiNi0.6» Mm0.2 Zz0.2 O2 is', 'the oxide «LiNi0.33» Mm0.33 is'],
    keeps: ['the oxide «LiNiO2» and'],
    is: ({ shape: { text }, after }) => /\.\d+$/.test(text) && /^ [A-Z][a-z]? ?0?\.\d/.test(after),
  },
  {
    id: 'piece of a torn formula: goes on with a bracket and its index',
    rejects: ['vapour of «Sn» (abc)2 is', 'the salt «LiLa» ( Ww4 ) 3X is'],
    keeps: ['the film «SnO2» (TOX)2 is', 'the metal «Sn» (abc) 2 is'],
    is: ({ after }) => /^ \( ?(?:[a-z]{3,6}|[A-Z][A-Za-z]*\d[A-Za-z\d]*) ?\)(?:\d| \d[A-Z])/.test(after),
  },
  {
    id: 'piece of a torn formula: goes on with a fraction',
    rejects: ['the oxide «LiNi» 1/3 Mm1/3 O2 is'],
    keeps: ['the alloy «LiIn» 1/3 as'],
    is: ({ after }) => /^ ?\d\/\d ?[A-Z]/.test(after),
  },
  {
    id: 'symbol of a torn formula',
    rejects: ['the argyrodite Li 5 PS5 «Cl» conducts', 'polysulfides Li 2 «S8» dissolve'],
    keeps: ['ions of «Cl^−^» conduct', 'rings of «S8» dissolve'],
    is: ({ formula: { composition }, before }) => {
      if (!before.endsWith(' ')) return false;
      const symbols = Object.keys(composition ?? {});
      if (symbols.length !== 1) return false;
      return composition![symbols[0]!] === 1
        ? SPLIT_BEFORE.test(before)
        : /(?:^|[^\w])(?:Li|Na|K|P|Si|Al) ?\d $/.test(before);
    },
  },
  {
    id: 'symbols beside a group of the periodic table',
    rejects: ['semiconductors «CuIn»-VI~2~ absorb', 'chalcopyrites I-III-«Se~2~» absorb'],
    keeps: ['semiconductors of «CuInSe2»-based films'],
    is: ({ before, after }) =>
      /^[-–‐](?:I{1,3}|IV|VI{0,3})(?:[₂\d]|\b)/.test(after) ||
      (HYPHENS.includes(before.at(-1) ?? ' ') && /(?:^|[^\p{L}])(?:I{1,3}|IV|VI{0,3}).$/u.test(before)),
  },
];

/** The Spanish “and”; no variable comes after an index. */
const isConjunction = ({ prose, block, shape, after }: Place): boolean =>
  after.startsWith(' y ') && (/\d$/.test(shape.text) || languageOfBlock(prose, block) === 'es');

const isPair = ({ formula: { composition } }: Place): boolean => Object.keys(composition ?? {}).length > 1;

/** `NiO x /TiO2`, `NiO x films`: a letter alone, in running text, after a symbol without an index. */
const isVariableOfLast = (place: Place): boolean =>
  / [xyδ]$/.test(place.after.slice(0, 2)) &&
  isPair(place) &&
  /[A-Za-z]$/.test(place.shape.text) &&
  place.prose.settingAt(place.body.end + 1) === 'text' &&
  /^..(?: ?[/@),.;]| (?!wt|at|mol|vol)\p{Ll}{4,}|$)/u.test(place.after);

const isUnbalanced = ({ formula: { composition } }: Place): boolean => balanced(composition) === false;

const balanced = (composition: Composition | null): boolean | undefined =>
  composition ? chargeBalance(composition)?.balanced : undefined;

/** `LiCoO 2 and`: ends in a symbol or a bracket, and does not balance. */
const isOpenBefore = (place: Place): boolean => /[A-Za-z)]$/.test(place.shape.text) && isUnbalanced(place);

/** A number at the end of a phrase: `Na 2 MgCl 4`. */
function isNumberedBefore({ shape, before, after, formula: { composition } }: Place): boolean {
  if (!/^ \d{1,2}(?:\.\d{1,3})?(?: ?[,.;)\uFFFC]| ?[A-Z(]| [-+–]|\n|$)/.test(after)) return false;
  return (
    /[A-Z][a-z]? \d+(?:\.\d+)? $/.test(before) ||
    (Object.keys(composition!).length > 2 && !/\d/.test(shape.text)) ||
    balanced(composition) !== true
  );
}

/** `Li 6 PS5 ` before `Cl`: indices set apart from symbols. */
const SPLIT_BEFORE = /(?:^|[^A-Za-z])(?:[A-Z][a-z]?){1,3} \d{1,2}(?:\.\d{1,3})? (?:[A-Z][A-Za-z]{0,4}\d{0,2} )?$/;

/** `Li 6` of Li 6PS5Cl, `LiNi 0.6` of LiNi 0.6Co0.2Mn0.2O2. */
const INDEX_BEFORE = /(?:^|[^A-Za-z])(?:[A-Z][a-z]?){1,2} \d{1,2}(?:\.\d{1,3})?$/;

/** `Li 2 ` of Li 2 WO4, `Sr x ` of Bi 1 -x Sr x VO4. */
const TORN_BEFORE = /(?:^|[^A-Za-z])[A-Z][a-z]? (?:\d{1,2}(?:\.\d{1,3})?|[xyz]) $/;

const HYPHENS = '-–‐';
