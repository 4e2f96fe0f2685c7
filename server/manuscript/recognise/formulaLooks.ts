import type { Composition } from '../../chemistry/composition';
import { NON_METALS } from '../../chemistry/elements';
import type { Formula } from '../../chemistry/formula';
import { chargeBalance, isBalancedBinary } from '../../chemistry/oxidation';
import type { Shape } from './formulaShape';
import { type Guard, guardAgainst, type Rejection } from './guard';
import { type Judgement, standingOf } from './standing';

/** A formula with the way in which it is written. */
export interface Looks {
  readonly shape: Shape;
  readonly formula: Formula;
}

type Verdict = Judgement | Rejection;

/** What a formula is by its looks alone. */
export const judgeLooks = (looks: Looks): Verdict => (looks.shape.scripted ? judgeScripted(looks) : judgeFlat(looks));

/** Roman numerals: groups of the periodic table, parts of a title. */
export const isRoman = ({ shape }: Looks): boolean => /^[IVX]{2,}$/.test(shape.symbols.join(''));

const ANIONS = /^(?:OH|CN|SCN|OCN|NO|NH|HS|HO|H?CO|H?SO|H?\d?PO|BO|PF|BF|BH)[^A-Z]*$/;
export const isAnion = ({ shape }: Looks): boolean => ANIONS.test(shape.text);

export const SCRIPTED_GUARDS: readonly Guard<Looks>[] = [
  {
    id: 'letters with a raised mark',
    rejects: ['a term «CV^+^» of the energy'],
    keeps: [
      'ions «OH^−^»',
      'ions of «CN^−^»',
      'ions «HPO4^2−^»',
      'ions «H2PO4^−^»',
      'ions «HSO4^−^»',
      'ions «S2O8^2−^»',
      'ions «[B12H12]^2−^»',
      'ions «CB11H12^−^»',
    ],
    is: (looks) =>
      looks.shape.capitals &&
      !looks.shape.lowered &&
      !isAnion(looks) &&
      !isCountedAndUsual(looks) &&
      !CAPITAL_FORMULAS.has(looks.shape.symbols.join('')),
  },
  {
    id: 'letters that name no site',
    rejects: ['the matrix «MP~2~» of weights'],
    keeps: ['oxides «MO~2~»', 'halides «AX~2~»'],
    is: ({ shape }) => shape.wildcards && shape.capitals && !/[OFXSN]/.test(shape.text),
  },
  {
    id: 'a letter with its label',
    rejects: ['the width «FWHM~z~» of it'],
    keeps: ['the oxide «MO~x~»', 'the oxide «M~x~O»'],
    is: ({ shape: { text, wildcards, capitals, symbols } }) =>
      wildcards && capitals && !/\d/.test(text) && symbols.length > 2 && !/^[OFSXN]$/.test(symbols.at(-1)!),
  },
  {
    id: 'letters that are counted',
    rejects: ['the network «NNP~i~» of it', 'the network «NNP~i+1~» of it', 'the state «SOC~0~» of it'],
    keeps: ['the oxides «NO~x~» of it', 'the alkanes «C~n~H~2n+2~» of it'],
    is: ({ shape, formula: { variables } }) =>
      shape.capitals && (variables.some((v) => /^[ijk]$/.test(v)) || /^[A-Z]{3,}(?:0|n(?:[+−-]\d)?)$/.test(shape.text)),
  },
  {
    id: 'group of the periodic table',
    rejects: ['compounds of «IV~2~»'],
    keeps: ['the oxide «VO~2~»'],
    is: isRoman,
  },
];

/** Something is lowered or raised, as people set formulas. */
export const judgeScripted = (looks: Looks): Verdict => guardAgainst(SCRIPTED_GUARDS, looks) ?? certainly(looks);

export const SITE_GUARDS: readonly Guard<Looks>[] = [
  {
    id: 'a site for cations at the end',
    rejects: ['the position «Li3A» is'],
    keeps: ['spinels «AB2O4» are'],
    is: ({ shape: { text } }) => /\dA$/.test(text),
  },
  {
    id: 'label of capitals and digits',
    rejects: ['the sample «AN2»', 'the sample «LiM500»', 'the sample «MO25»', 'nanorods of «MOF74»', 'set in «TeX»'],
    keeps: ['perovskites «ABX3»', 'oxides «RE2O3»', 'halides «MgX2»', 'alcohols «ROH»', 'the salt «LiOR»', 'of «RMgX»'],
    is: ({ shape: { text, digits, capitals } }) =>
      !HALIDE.test(text) &&
      !REST.test(text) &&
      (!digits ||
        OVERCROWDED.test(text) ||
        (capitals && (!PLACEHOLDERS.test(text) || LARGE_ONLY.test(text))) ||
        /\d{3}/.test(text)),
  },
];

/** Letters, and a number that counts more atoms than they have room for: `MOF74`. */
const LARGE_ONLY = /^[A-Z]+(?:1[3-9]|[2-9]\d)$/;

/** One metal with more than twelve neighbours: the number is of a sample. */
const OVERCROWDED = /^[A-Z][a-z]?(?:O|F|Cl|Br|I|S|Se|N)(?:1[3-9]|[2-9]\d|\d{3,})$/;
const isOvercrowded = ({ shape: { text, symbols } }: Looks): boolean =>
  OVERCROWDED.test(text) && !NON_METALS.has(symbols[0]!);

export const FLAT_GUARDS: readonly Guard<Looks>[] = [
  {
    id: 'position of an atom, with its number and a letter',
    rejects: ['on the «Li1B» and'],
    keeps: ['the boride «Li3B» and'],
    is: ({ shape: { text } }) => /^[A-Z][a-z]?1[A-H]$/.test(text),
  },
  {
    id: 'more atoms than there is room for around one',
    rejects: ['the sample «ZnO25»'],
    keeps: ['the oxide «AgO3»'],
    is: isOvercrowded,
  },
  {
    id: 'an element that forms no compounds',
    rejects: ['a «LiPo» model'],
    keeps: ['the alloy «LiPb»'],
    is: ({ formula: { composition } }) =>
      composition !== null && Object.keys(composition).some((e) => NO_COMPOUNDS.has(e)),
  },
  {
    id: 'atoms along bonds',
    rejects: ['the angle «CCCl»'],
    keeps: ['the solvent «C2Cl4»'],
    is: ({ shape: { text } }) => /(?:^|[A-Z])CC(?![aderlmnousf])/.test(text) && !/\d/.test(text),
  },
  {
    id: 'name that begins with an anion',
    rejects: ['the emitter «FIr6»', 'an «IF4.95» of it'],
    keeps: ['the gas «BrF5»', 'the salt «FeCl3»'],
    is: ({ shape: { text, symbols, digits } }) =>
      digits &&
      symbols.length > 1 &&
      /^(?:O|F|Cl|Br|I)$/.test(symbols[0]!) &&
      ((symbols.length === 2 && /\d\.\d/.test(text)) || !symbols.slice(1).some((symbol) => NON_METALS.has(symbol))),
  },
  {
    id: 'short form with letters of an organic group',
    rejects: ['the salt «LiOTf»', 'a «PhD» thesis'],
    keeps: ['in «AcOH»', 'with «LiOtBu»'],
    is: (looks) => hasGroups(looks) && !ORGANIC.test(looks.shape.text),
  },
];

export const LETTER_GUARDS: readonly Guard<Looks>[] = [
  {
    id: 'short form in the plural',
    rejects: ['several «SOFCs»'],
    keeps: ['the wafer of «GaAs»'],
    is: ({ shape: { text } }) => /^(?:[A-Z][a-z]?)?[A-Z]+[COEHDTA]s\d*$/.test(text),
  },
  {
    id: 'short form of capitals and one small letter',
    rejects: ['the surface of «UPt»'],
    keeps: ['a film of «KBr»'],
    is: ({ shape: { text, symbols, digits } }) =>
      !digits && /^[A-Z][A-Z][a-z]$/.test(text) && !AFTER_CAPITAL.test(symbols[1] ?? ''),
  },
  {
    id: 'short form that begins with a metal',
    rejects: ['the salt «LiFSI»', 'the glass «LiPON»'],
    keeps: ['the salt «NaSCN»', 'the mineral «FeOOH»'],
    is: ({ shape: { text, digits } }) => {
      const tail = tailOf(text);
      return !digits && tail.length > 2 && !TAILS.test(tail);
    },
  },
  {
    id: 'formula with letters of a form',
    rejects: ['the composite «SnO2NC»'],
    keeps: ['the cyanide «Zn2CN4»'],
    is: ({ shape: { text, digits } }) => digits && /\dN?C[A-Z]?$/.test(text) && /NC/.test(tailOf(text)),
  },
  {
    id: 'a word that no formula is',
    rejects: ['the value is «NaN»', 'a photon of 5 «GeV»', 'a scale of 5 «MeV2»'],
    keeps: ['the oxide «CoO»'],
    is: ({ shape }) => NO_FORMULAS.has(shape.text.replace(/\d$/, '')),
  },
];

function judgeFlat(looks: Looks): Verdict {
  const { shape } = looks;
  if (shape.wildcards)
    return (
      guardAgainst(SITE_GUARDS, looks) ??
      (HALIDE.test(shape.text) ? { standing: 'compound', certain: true } : certainly(looks))
    );
  const guard = guardAgainst(FLAT_GUARDS, looks);
  if (guard) return guard;
  if (hasGroups(looks)) return { standing: 'compound', certain: true };
  return shape.capitals ? judgeCapitals(looks) : (guardAgainst(LETTER_GUARDS, looks) ?? certainly(looks));
}

const certainly = ({ shape, formula }: Looks): Judgement => ({ standing: standingOf(shape, formula), certain: true });

export const CAPITAL_GUARDS: readonly Guard<Looks>[] = [
  {
    id: 'abbreviation in capitals',
    rejects: ['the «SOC» of cells', 'values of «NPV»'],
    keeps: [
      'traces of «HF»',
      'a solution of «KOH»',
      'gas «HF(g)»',
      'les ions «HO−» en solution',
      'ions «CN−» in',
      'the acid «HCOOH»',
    ],
    is: (looks) =>
      isWithoutIndex(looks) &&
      !isCapitalFormula(looks) &&
      !/^(?:(?:OH|HO|HCOO|SCN|OCN)[−-]|CN−)$/.test(looks.shape.text),
  },
  {
    id: 'capitals with a letter for an index',
    rejects: ['the code «BPx»'],
    keeps: ['emissions of «NOx»', 'primary cells of «CFx» are'],
    is: ({ shape: { text, symbols }, formula: { composition } }) =>
      composition === null &&
      !/^(?:(?:[CNSP]O|CF|H)x|\(CFx\)n)$/.test(text) &&
      !(/O[xyδ\d]/.test(text) && symbols.length > 2),
  },
  {
    id: 'number in a supplement, group of the periodic table',
    rejects: ['compare «SI4» below'],
    keeps: ['the oxide «SO2»'],
    is: (looks) =>
      looks.formula.composition !== null &&
      !isWithoutIndex(looks) &&
      (/^SI\d/.test(looks.shape.text) || isRoman(looks)),
  },
  {
    id: 'capitals that end in an index 1',
    rejects: ['the factor «NFKB1» is'],
    keeps: ['the salt «KNO3» is'],
    is: ({ shape: { text } }) => /^[A-Z]{3,}1$/.test(text),
  },
  {
    id: 'mechanism of a substitution',
    rejects: ['by an «SN2» attack'],
    keeps: ['the oxide «SO2»'],
    is: ({ shape: { text } }) => /^SN[12]$/.test(text),
  },
  {
    id: 'number of a product',
    rejects: ['the film «C200H402»'],
    keeps: ['the fullerene derivative «C72H14O2»'],
    is: ({ formula: { composition } }) => composition !== null && Object.values(composition).some((n) => n > 100),
  },
  {
    id: 'capitals that no usual atoms form',
    rejects: ['the sample «CV4»', 'the cell «S10B»'],
    keeps: [
      'salts such as «KNO3»',
      'the sulfide «P2S5»',
      'in «C6H6»',
      'pure «H2O2»',
      'les ions $«H_3O_{(aq)}^+»$ en',
      'ions «H3O+(aq)» and',
      'sulfite «SO32−» and',
      'the anion «B12H12» of',
      'the carborane «C2B10H12» of',
      'groups of «SO3H» and',
      'groups of «(PO4)3−» and',
      'groups of –«NH2» and',
    ],
    is: (looks) =>
      looks.formula.composition !== null && !isWithoutIndex(looks) && !isUsual(looks, looks.formula.composition),
  },
];

/** Capitals only: a short list without digits, and with digits only what atoms can form. */
export function judgeCapitals(looks: Looks): Verdict {
  const guard = guardAgainst(CAPITAL_GUARDS, looks);
  return guard ?? { standing: 'compound', certain: !isWithoutIndex(looks) || !DOUBLE.has(looks.shape.text) };
}

/** Letters alone; a bond tells them from an abbreviation. */
const isWithoutIndex = ({ shape, formula }: Looks): boolean =>
  !shape.digits && formula.composition !== null && !/[=≡]/.test(shape.text);

/** `S2O8^2−^`: its indices are typed flat. */
const isCountedAndUsual = (looks: Looks): boolean =>
  looks.shape.digits && looks.formula.composition !== null && isUsual(looks, looks.formula.composition);

/** `HF`; with a state it is not Hartree–Fock: `HF(g)`. */
const isCapitalFormula = ({ shape: { text, symbols } }: Looks): boolean =>
  CAPITAL_FORMULAS.has(STATE.test(text) ? symbols.join('') : text);

function isUsual({ shape, formula: { charge } }: Looks, composition: Composition): boolean {
  const text = shape.text
    .replace(STATE, '')
    .replace(/^[([]([^()[\]]+)[)\]](?=\d?[+−–-]$)/, '$1')
    .replace(/[−–]/g, '-');
  return (
    (OXIDIC.test(text) && hasPlausibleLigands(composition)) ||
    isOrganic(composition) ||
    isBorane(composition) ||
    (charge === 0 && (chargeBalance(composition)?.balanced ?? isTwoOfAKind(shape, composition))) ||
    AMMONIUM.test(text) ||
    SMALL.has(text)
  );
}

/** `HF(g)`, `H3O(aq)+` */
const STATE = /\((?:s|l|g|aq)\)/;

const OXIDIC = /^(?:[A-Z]\d{0,2}\.?\d*){0,3}[A-Z](?:\d{0,2})[OF](?:[2-9]|1\d)(?:\.\d+)?(?:[+-]|\d[+-])?$/;
const AMMONIUM = /^(?:\(NH4\)\d|NH4)[A-Z(]/;

/** P2S5, C3N4: two elements in their usual states, no index 1 written out as in a code. */
const isTwoOfAKind = (shape: Shape, composition: Composition): boolean =>
  shape.symbols.length === 2 && !/[A-Z]1(?!\d)/.test(shape.text) && isBalancedBinary(composition);

/** CO2, KNO3, PF6: at most six O or F for each other atom. */
function hasPlausibleLigands(composition: Composition): boolean {
  const ligands = (composition.O ?? 0) + (composition.F ?? 0);
  const others = Object.entries(composition).reduce((sum, [e, n]) => (e === 'O' || e === 'F' ? sum : sum + n), 0);
  return ligands <= 6 * others && !('U' in composition && 'S' in composition);
}

/** B12H12, CB11H12, B10H14: a cage of boron, in which carbon and nitrogen may be, with about one hydrogen at each atom. */
function isBorane({ B = 0, C = 0, N = 0, H = 0, ...others }: Composition): boolean {
  const cage = B + C + N;
  return B >= 5 && H >= cage - 3 && H <= cage + 6 && Object.keys(others).length === 0;
}

/** Carbon with at most as much hydrogen as a saturated chain; salts of ammonium. */
function isOrganic(composition: Composition): boolean {
  const { C = 0, H = 0, N = 0, P = 0, S = 0 } = composition;
  return (
    (C > 0 || H === 4 * N) &&
    H > 0 &&
    H <= 2 * C + 4 + N + P + S &&
    Object.keys(composition).every((e) => 'CHNOFSPBDIK'.includes(e))
  );
}

/** Capitals that hold a site: `MO2`, `RE2O3`, `ABX3`, `A2BX6`; `AN2` and `RS3` are labels. */
const PLACEHOLDERS = /^(?![AR][FSN]\d+$)(?:A|M|R|RE|TM|AE)(?!.*[A-Z]1(?!\d))[A-Z0-9()]*[OXFSN]\d+$/;
/** Any halide of a metal: `LiX`, `MgX2`. */
const HALIDE = /^(?:(?!TeX$)[A-Z][a-z]X\d?|[KM]X\d)$/;

/** The rest of a molecule with its group: `ROH`, `RCOOH`, `RSH`; its salts: `LiOR`, `RONa`, `RMgBr`. */
const REST =
  /^(?:R(?:[OS]H|CHO|C?OOH|CO?OR|(?:COO?|O|S)(?:Li|Na|K)|Li|Mg(?:X|Cl|Br|I)|(?:COO|O)[−-])|(?:Li|Na|K)[OS]R)$/;

/** Groups that formulas without an index are made of: `AcOH`, `BuLi`, `LiOtBu`; not `PhD`, `MeV`. */
const GROUPS: ReadonlySet<string> = new Set(['Me', 'Et', 'Bu', 'Ph', 'Bn', 'Ac', 'Ts', 'Ms', 'Cy', 'Tf', 'Cp', 'Bz']);
const GROUP = '(?:[nist]?(?:Me|Et|Pr|Bu|Ph|Bn|Ac|Ts|Ms|Cy))';
const ORGANIC = new RegExp(
  `^(?:${GROUP}(?:OH|OLi|ONa|OK|Li|Na|K|MgBr|MgCl|Cl|Br|I|CN|ZnCl)|(?:Li|Na|K|H)O${GROUP}|H?OTf)$`,
);
const hasGroups = ({ shape: { digits, symbols } }: Looks): boolean => !digits && symbols.some((s) => GROUPS.has(s));

/** What a first symbol of one letter is followed by without an index: KBr, HCl, KSe. */
const AFTER_CAPITAL = /^(?:Cl|Br|Si|Se|Te|As|Sb)$/;

/** The capitals at the end. */
const tailOf = (text: string): string => /(?:[A-Z](?![a-wz]))*$/.exec(text)?.[0] ?? '';

/** Ends of formulas that carry no index: FeOOH, KSCN, NaHCO and the like. */
export const TAILS = /^(?:H?(?:OOH|SCN|OCN|COO|COOH|NCO|NCS|CHO))$/;

/** Not a number, coenzyme A, a unit. */
const NO_FORMULAS: ReadonlySet<string> = new Set(['NaN', 'CoA', 'MeV', 'GeV']);

/** Elements that form no compounds, or none that a paper on materials holds: `LiPo`. */
const NO_COMPOUNDS: ReadonlySet<string> = new Set(
  'He Ne Ar Kr Rn Tc Po At Fr Ra Ac Pa Am Cm Bk Cf Es Fm Md No Lr'.split(' '),
);
export const hasNoCompounds = ({ shape }: Looks): boolean => shape.symbols.some((symbol) => NO_COMPOUNDS.has(symbol));

export const CAPITAL_FORMULAS: ReadonlySet<string> = new Set(
  'HF CO KOH KF KI KH HCN KCN KSCN BN WC NO HI HCOOH'.split(' '),
);
/** Also Hartree–Fock, a word, and the like. */
const DOUBLE: ReadonlySet<string> = new Set('HF CO NO HI WC KF KH KI'.split(' '));
/** Small molecules and ions that are formulas by themselves. */
export const SMALL: ReadonlySet<string> = new Set(
  'H2O D2O H2S H2O2 NH2 NH3 NH3+ NH4 NH4+ H3O+ PH3 N2O CS2 B4C CF4 N2H4 HN3 NF3 HO2 H2CO3 BH4 BH4- B2H6 C2F4 SO3H PO3H2'.split(
    ' ',
  ),
);
