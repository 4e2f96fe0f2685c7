import type { Span } from '../../base/span';
import type { Formula } from '../../chemistry/formula';
import { chargeBalance, isBalancedBinary } from '../../chemistry/oxidation';
import type { Block, Prose } from '../../text/prose';
import { isElementInProse } from './elementContext';

export type Standing = 'compound' | 'element' | 'polyhedron';

interface Judgement {
  readonly standing: Standing;
  readonly certain: boolean;
}

/** A formula as it is written, wherever it stands. */
export interface Written {
  readonly formula: Formula;
  readonly shape: Shape;
  /** What it is by its looks alone; undefined where it is none, and for one symbol, which the sentence has to explain. */
  readonly alone: Judgement | undefined;
}

/** `scripts` has one mark a character: `n`ormal, `s`ub, `S`uper. */
export function writtenAs(text: string, scripts: string, formula: Formula): Written {
  const shape = shapeOf(text, scripts, formula);
  return { formula, shape, alone: shape.scripted ? judgeScripted(shape, formula) : judgeFlat(shape, formula) };
}

/** Whether a stretch that reads as a formula is one where it stands, and what it says there; undefined where it is not. */
export function standingOf(prose: Prose, block: Block, body: Span, written: Written): Judgement | undefined {
  const { formula, shape } = written;
  if (isDebris(prose.text, body, formula) || isSchematic(prose.text, body)) return undefined;
  if (prose.settingAt(body.start) === 'chemistry') return judgeChemistry(shape, formula);
  if (shape.symbols.length === 1) return judgeLone(prose, block, body, formula, shape);
  if (isCode(prose.text, body, shape)) return undefined;
  if (isKindOfBattery(prose.text, body, shape) || isLooseIndexBehind(prose.text, body, formula)) return undefined;
  if (prose.settingAt(body.start) === 'math' && (shape.capitals || shape.symbols.some((s) => NO_COMPOUNDS.has(s))))
    return judgeItalic(shape, formula);
  if (SAYS_ELSE[shape.text]?.test(prose.text.slice(body.end, body.end + 16))) return undefined;
  return written.alone;
}

/** What follows letters that then abbreviate something else: a number, Hartree–Fock. */
const SAYS_ELSE: Readonly<Record<string, RegExp>> = {
  NO: /^\.? ?\d/,
  HF: /^(?:\/(?:(?:aug-)?cc-|def2|[346]-\d|STO|[A-Z]*Z)|[- ](?:niveau|energ|method|level|theor|orbital|limit|basis|rechnung|näherung))/i,
};

/** An index 0 or 1, or the same index at two letters. */
const NUMBERED = /[A-Z][01](?!\d)|^[A-Z](\d)[A-Z]\1$/;

/** Italic capitals: letters of an equation (`F_{11}F_{22}`, `V_0B_0`), or a formula that is set like one (`H_2O`). */
function judgeItalic(shape: Shape, formula: Formula): Judgement | undefined {
  if (new Set(shape.symbols).size === 1 || NUMBERED.test(shape.text)) return undefined;
  if (formula.charge !== 0 && shape.lowered && ANIONS.test(shape.text)) return judgeScripted(shape, formula);
  return judgeCapitals(shape.lowered ? { ...shape, digits: true } : shape, formula);
}

/** `NiCd packs`, `a LiPo battery`: the two electrodes, or the polymer, of a kind of battery. */
const isKindOfBattery = (text: string, { end }: Span, { digits, scripted, symbols }: Shape): boolean =>
  !digits &&
  !scripted &&
  symbols.length === 2 &&
  symbols.every((symbol) => symbol.length === 2) &&
  /^[- ](?:rechargeable |secondary |alkaline )?(?:batter(?:y|ies)|cells?|packs?|accumulators?)\b/.test(
    text.slice(end, end + 30),
  );

/** The index that a PDF set apart: `CO 2 bubbles`, `SnO 2 powders`, `LiPF 6 electrolytes`; not `LiF 2 nm`. */
function isLooseIndexBehind(text: string, { start, end }: Span, { composition }: Formula): boolean {
  const index =
    /^ (\d{1,2})(?= \p{Ll}{3}|[ ,;)]|\.(?:\s|$)|$)(?! (?:nm|mm|cm|wt|at|mol|vol|min|times|and|or|to|in|for|with|was|were)\b)/u.exec(
      text.slice(end, end + 12),
    )?.[1];
  const last = /[A-Z][a-z]?$/.exec(text.slice(start, end))?.[0];
  if (index === undefined || last === undefined || !composition || composition[last] !== 1) return false;
  const whole = { ...composition, [last]: Number(index) };
  return chargeBalance(whole)?.balanced === true || isBalancedBinary(whole);
}

/** How a formula is written. */
interface Shape {
  readonly text: string;
  /** Symbols in the order written: `['Li', 'Fe', 'P', 'O']`. */
  readonly symbols: readonly string[];
  /** Something is lowered or raised. */
  readonly scripted: boolean;
  readonly lowered: boolean;
  /** No symbol of two letters: `KNO3`, `BN`. */
  readonly capitals: boolean;
  readonly digits: boolean;
  readonly wildcards: boolean;
}

function shapeOf(text: string, scripts: string, { variables }: Formula): Shape {
  let normal = '';
  for (let i = 0; i < text.length; i++) if (scripts[i] === 'n') normal += text[i];
  const lowered = scripts.includes('s') || /[₀-₉ₓ]/.test(normal);
  const raised = scripts.includes('S') || /[⁰¹²³⁴-⁹⁺⁻]/.test(normal);
  normal = normal.replace(/[₀-₉ₓ⁰¹²³⁴-⁹⁺⁻]/g, '');
  const symbols = normal.replace(/\((?:s|l|g|aq|[IV]{1,3})\)/g, '').match(/[A-Z][a-z]?/g) ?? [];
  return {
    text,
    symbols: symbols.map((s) =>
      /[a-z]$/.test(s) && /^[A-Z][xyzn]$/.test(s) && !PAIRS_WITH_VARIABLE_LETTER.has(s) ? s[0]! : s,
    ),
    scripted: lowered || raised,
    lowered,
    capitals: !/[A-Z][a-wδ]|Mn|Zn|Sn|In|Rn|Dy/.test(normal.replace(/\((?:s|l|g|aq)\)/g, '')),
    digits: /\d/.test(normal),
    wildcards: variables.some((v) => /^[A-Z]/.test(v)),
  };
}

const PAIRS_WITH_VARIABLE_LETTER: ReadonlySet<string> = new Set(['Mn', 'Zn', 'Sn', 'In', 'Rn', 'Dy']);

/** In `\ce{…}` everything is meant as chemistry; what has no atoms of its own (`X`, `M`) still names no species. */
function judgeChemistry(shape: Shape, formula: Formula): Judgement | undefined {
  if (formula.composition !== null && Object.keys(formula.composition).length === 0) return undefined;
  const lone = shape.symbols.length === 1;
  if (lone && (shape.wildcards || formula.composition === null)) return undefined; // O_n: an atom with a label
  if (ROMAN.test(shape.symbols.join('')) || isShortForm(shape)) return undefined;
  return {
    standing: lone && formula.composition?.[shape.symbols[0]!] === 1 ? 'element' : standing(shape, formula),
    certain: true,
  };
}

/** `\ce{PVDF}`, `\ce{NMC}`: a row of three capitals or more without an index, where it is not an acid, base or salt. */
const isShortForm = ({ symbols, scripted, digits }: Shape): boolean =>
  symbols.length > 2 &&
  !scripted &&
  !digits &&
  symbols.every((s) => s.length === 1) &&
  !CAPITAL_FORMULAS.has(symbols.join('')) &&
  !TAILS.test(symbols.join('')) &&
  !/^(?:[KH]O?CN|KOH|HN[CO]O?|HOH|HOO|NCH|HCOO?H?|HSO|COS|OCS|CON|NOH)$/.test(symbols.join(''));

function judgeLone(prose: Prose, block: Block, body: Span, formula: Formula, shape: Shape): Judgement | undefined {
  const symbol = shape.symbols[0]!;
  const { composition, charge } = formula;
  if (shape.wildcards || composition === null) return undefined;
  const setting = prose.settingAt(body.start);
  const amount = composition[symbol] ?? 1;
  if (amount === 1 && shape.lowered) return undefined; // a site: Li$_1$
  if (charge !== 0) {
    // A polysulfide, a triiodide; Figure S9+
    if (amount > 3 && !(shape.lowered && symbol === 'S' && charge < 0)) return undefined;
    if (!isChargeHere(symbol, shape, prose, body)) return undefined;
    return { standing: 'element', certain: true };
  }
  if (amount !== 1) {
    if (!(MOLECULES[symbol] ?? []).includes(amount)) return undefined;
    if (!shape.scripted && isLabel(prose.text, body)) return undefined;
    if (setting === 'math' && symbol !== 'O') return undefined;
    return { standing: 'compound', certain: shape.scripted || symbol.length === 2 };
  }
  if (/\([IV]+\)/.test(shape.text) || shape.scripted)
    return symbol.length === 2 ? { standing: 'element', certain: true } : undefined;
  return isElementInProse(prose, block, body, symbol) ? { standing: 'element', certain: false } : undefined;
}

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
function isChargeHere(symbol: string, shape: Shape, prose: Prose, body: Span): boolean {
  if (/[+\-−–]\d$/.test(shape.text)) return symbol.length === 2 && symbol !== 'Pa' && /\+\d$/.test(shape.text);
  if (shape.scripted) return true;
  if (/\+$/.test(shape.text)) return symbol.length === 2 || /\d\+$/.test(shape.text) || /[HK]\+$/.test(shape.text);
  return (
    /[−-]$/.test(shape.text) &&
    /(?:F|Cl|Br|I|O2|S2|N3)[−-]$/.test(shape.text) &&
    !/[\w(]/.test(prose.text[body.end] ?? '')
  );
}

/** The layer stacking O3 of NaFeO2, and S8 among the figures and tables of a supplement. */
function isLabel(text: string, body: Span): boolean {
  const label = text.slice(body.start, body.end);
  if (label === 'O3') {
    const around = text.slice(Math.max(0, body.start - 40), body.end + 30);
    return (
      /^(?:[-‐–](?:[A-Z]|type|phase|layer|stack)| (?:to|and|or|stackings?|structures?|phases?|type)\b)/.test(
        text.slice(body.end, body.end + 12),
      ) || /stack|\b[OP][123]\b.*\b[OP][123]\b/.test(around)
    );
  }
  if (label !== 'S8') return false;
  return /(?:Fig(?:ure|s)?|Table|Scheme|Section|Note|Movie|Video|Equation|Eq)s?\.? [^.]{0,24}$|S\d+[a-z]?(?:,|[-–]| and|, and)? ?$/.test(
    text.slice(Math.max(0, body.start - 36), body.start),
  );
}

function judgeScripted(shape: Shape, formula: Formula): Judgement | undefined {
  if (shape.capitals && !shape.lowered && !ANIONS.test(shape.text) && !CAPITAL_FORMULAS.has(shape.symbols.join('')))
    return undefined;
  if (shape.wildcards && shape.capitals && !/[OFXSN]/.test(shape.text)) return undefined;
  if (ROMAN.test(shape.symbols.join(''))) return undefined;
  return { standing: standing(shape, formula), certain: true };
}

/** Groups of the periodic table: VI₂ of I–III–VI₂. */
const ROMAN = /^[IVX]{2,}$/;

const ANIONS = /^(?:OH|CN|SCN|OCN|NO|NH|HS|HO|CO|SO|PO|BO|PF|BF|BH)[^A-Z]*$/;

function judgeFlat(shape: Shape, formula: Formula): Judgement | undefined {
  const { composition } = formula;
  if (shape.wildcards) {
    const likeOxide = shape.digits && (!shape.capitals || PLACEHOLDERS.test(shape.text));
    if (HALIDE.test(shape.text)) return { standing: 'compound', certain: true };
    return likeOxide && !/\d{3}/.test(shape.text) ? { standing: standing(shape, formula), certain: true } : undefined;
  }
  if (composition && Object.keys(composition).some((e) => NO_COMPOUNDS.has(e))) return undefined;
  if (isPath(shape) || beginsWithAnion(shape)) return undefined;
  if (!shape.digits && shape.symbols.some((s) => GROUPS.has(s)))
    return ORGANIC.test(shape.text) ? { standing: 'compound', certain: true } : undefined;
  if (shape.capitals) return judgeCapitals(shape, formula);
  if (/^(?:[A-Z][a-z]?)?[A-Z]+[COEHDTA]s\d*$/.test(shape.text)) return undefined; // plurals: SOFCs, SEs
  if (!shape.digits && /^[A-Z][A-Z][a-z]$/.test(shape.text) && !AFTER_CAPITAL.test(shape.symbols[1] ?? ''))
    return undefined;
  const tail = /(?:[A-Z](?![a-wz]))*$/.exec(shape.text)?.[0] ?? '';
  if (!shape.digits && tail.length > 2 && !TAILS.test(tail)) return undefined; // LiFSI, LiBOB, LiPON
  if (shape.digits && /\dN?C[A-Z]?$/.test(shape.text) && /NC/.test(tail)) return undefined; // SnO2NC
  return NO_FORMULAS.has(shape.text) ? undefined : { standing: standing(shape, formula), certain: true };
}

/** Atoms along bonds, the same twice without an index: the angle CCCl. */
const isPath = ({ text }: Shape): boolean => /(?:^|[A-Z])CC(?![aderlmnousf])/.test(text) && !/\d/.test(text);

/** `FIr6`: a halogen or oxygen before nothing but metals is a name of a substance. */
const beginsWithAnion = ({ symbols: [first, ...others], digits }: Shape): boolean =>
  digits && others.length > 0 && /^(?:O|F|Cl|Br|I)$/.test(first!) && !others.some((symbol) => NON_METALS.has(symbol));

/** Capitals that hold a site: `MO2`, `RE2O3`, `ABX3`, `A2BX6`; `AN2` and `RS3` are labels. */
const PLACEHOLDERS = /^(?![AR][FSN]\d+$)(?:A|M|R|RE|TM|AE)(?!.*[A-Z]1(?!\d))[A-Z0-9()]*[OXFSN]\d+$/;
/** Any halide of a metal: `LiX`, `MgX2`. */
const HALIDE = /^(?:[A-Z][a-z]X\d?|[KM]X\d)$/;

/** Groups that formulas without an index are made of: `AcOH`, `BuLi`, `LiOtBu`; not `PhD`, `MeV`, `LiOTf`. */
const GROUPS: ReadonlySet<string> = new Set(['Me', 'Et', 'Bu', 'Ph', 'Bn', 'Ac', 'Ts', 'Ms', 'Cy', 'Tf', 'Cp', 'Bz']);
const GROUP = '(?:[nist]?(?:Me|Et|Pr|Bu|Ph|Bn|Ac|Ts|Ms|Cy))';
const ORGANIC = new RegExp(
  `^(?:${GROUP}(?:OH|OLi|ONa|OK|Li|Na|K|MgBr|MgCl|Cl|Br|I|CN|ZnCl)|(?:Li|Na|K|H)O${GROUP}|H?OTf)$`,
);

/** What a first symbol of one letter is followed by without an index: KBr, HCl, KSe; not `UPt`, `SPt`. */
const AFTER_CAPITAL = /^(?:Cl|Br|Si|Se|Te|As|Sb)$/;

/** Ends of formulas that carry no index: FeOOH, KSCN, NaHCO and the like. */
const TAILS = /^(?:H?(?:OOH|SCN|OCN|COO|COOH|NCO|NCS|CHO))$/;

/** Not a number, coenzyme A, a unit. */
const NO_FORMULAS: ReadonlySet<string> = new Set(['NaN', 'CoA', 'GeV']);

/** Elements that form no compounds, or none that a paper on materials holds: `LiPo`. */
const NO_COMPOUNDS: ReadonlySet<string> = new Set(
  'He Ne Ar Kr Rn Tc Po At Fr Ra Ac Pa Am Cm Bk Cf Es Fm Md No Lr'.split(' '),
);

/** Capitals only: a short list without digits, and with digits only what atoms can form (not US06, CV4, S10B, AB800). */
function judgeCapitals(shape: Shape, { composition, charge }: Formula): Judgement | undefined {
  const { text } = shape;
  const isLabelled = /\((?:s|l|g|aq)\)$/.test(text); // HF(g) is not Hartree–Fock
  if (!shape.digits && composition)
    return CAPITAL_FORMULAS.has(isLabelled ? shape.symbols.join('') : text) || /^OH[−-]$/.test(text)
      ? { standing: 'compound', certain: !DOUBLE.has(text) }
      : undefined;
  if (!composition)
    return /^(?:[CNSP]O|H)x$/.test(text) || (/O[xyδ\d]/.test(text) && shape.symbols.length > 2)
      ? { standing: 'compound', certain: true }
      : undefined;
  if (/^SI\d/.test(text) || ROMAN.test(shape.symbols.join(''))) return undefined; // of the supporting information, of group VI
  if (Object.values(composition).some((n) => n > 100)) return undefined;
  const oxidic =
    /^(?:[A-Z]\d{0,2}\.?\d*){0,3}[A-Z](?:\d{0,2})[OF](?:[2-9]|1\d)(?:\.\d+)?(?:[+-]|\d[+-])?$/.test(text) &&
    plausibleLigands(composition);
  const organic = isOrganic(composition);
  const balanced = charge === 0 && (chargeBalance(composition)?.balanced ?? isTwoOfAKind(shape, composition));
  return oxidic || organic || balanced || AMMONIUM.test(text) || SMALL.has(text)
    ? { standing: 'compound', certain: true }
    : undefined;
}

/** P2S5, C3N4: two elements in their usual states, no index 1 written out as in a code. */
const isTwoOfAKind = (shape: Shape, composition: Readonly<Record<string, number>>): boolean =>
  shape.symbols.length === 2 && !/[A-Z]1(?!\d)/.test(shape.text) && isBalancedBinary(composition);

const AMMONIUM = /^(?:\(NH4\)\d|NH4)[A-Z(]/;

/** CO2, KNO3, PF6: no more O or F than six about each other atom. */
function plausibleLigands(composition: Readonly<Record<string, number>>): boolean {
  const ligands = (composition.O ?? 0) + (composition.F ?? 0);
  const others = Object.entries(composition).reduce((sum, [e, n]) => (e === 'O' || e === 'F' ? sum : sum + n), 0);
  return ligands <= 6 * others && !('U' in composition && 'S' in composition);
}

/** Carbon with hydrogen no more than saturated; salts of ammonium. */
function isOrganic(composition: Readonly<Record<string, number>>): boolean {
  const { C = 0, H = 0, N = 0, P = 0, S = 0 } = composition;
  return (
    (C > 0 || H === 4 * N) &&
    H > 0 &&
    H <= 2 * C + 4 + N + P + S &&
    Object.keys(composition).every((e) => 'CHNOFSPBDIK'.includes(e))
  );
}

const CAPITAL_FORMULAS: ReadonlySet<string> = new Set('HF CO KOH KF KI KH HCN KCN KSCN BN WC NO HI'.split(' '));
/** Also Hartree–Fock, a word, and the like. */
const DOUBLE: ReadonlySet<string> = new Set('HF CO NO HI WC KF KH KI'.split(' '));
const SMALL: ReadonlySet<string> = new Set(
  'H2O D2O H2S H2O2 NH3 NH4 NH4+ H3O+ PH3 N2O CS2 B4C CF4 N2H4 HN3 NF3 HO2 H2CO3 BH4 BH4- B2H6 C2F4'.split(' '),
);

/** Steel grades: two digits glued before metals, `42CrMo4`, `18CrNiMo7-6`. */
function isCode(text: string, body: Span, shape: Shape): boolean {
  return (
    /\d{2}$/.test(text.slice(Math.max(0, body.start - 2), body.start)) && !shape.symbols.some((s) => NON_METALS.has(s))
  );
}

const NON_METALS: ReadonlySet<string> = new Set('H B C N O F Si P S Cl Se Br Te I'.split(' '));

/** One metal with four, six or more ligands and no charge: ZrO6, LaO8, AX6. */
function standing(shape: Shape, { composition, charge, variables }: Formula): Standing {
  if (charge !== 0 || shape.symbols.length !== 2 || variables.some((v) => /^[a-zα-ω]/.test(v))) return 'compound';
  const ligands = composition ? (composition[shape.symbols[1]!] ?? 0) : Number(/\d+$/.exec(shape.text)?.[0] ?? 0);
  const centre = composition ? (composition[shape.symbols[0]!] ?? 0) : 1;
  if (centre > 1 || ligands < 4 || !/^(?:O|S|X|F|N|Cl)$/.test(shape.symbols[1]!)) return 'compound';
  return composition && chargeBalance(composition)?.balanced !== false ? 'compound' : 'polyhedron';
}

/** A piece of a formula whose indices a PDF set apart: `MgCl` of `Na 2 MgCl 4`, `S8` of `Li2 S8`, `LiTi2` of `LiTi2 -xO4`. */
function isDebris(text: string, body: Span, formula: Formula): boolean {
  const symbols = Object.keys(formula.composition ?? {});
  const goesOn = text[body.end] === ' ' && isCutBehind(text, body, symbols, formula);
  return goesOn || (body.start > 1 && isCutBefore(text, body, symbols, formula));
}

function isCutBefore(
  text: string,
  { start, end }: Span,
  symbols: readonly string[],
  { composition }: Formula,
): boolean {
  const last = text[start - 1]!;
  if (last !== ' ' && !'xyz(0123456789·∙•⋅'.includes(last)) return false;
  const before = text.slice(Math.max(0, start - 20), start);
  if (/\d[-−–] ?[xyz]$|[\d)] ?[-−–+] ?[xyz] $/.test(before)) return true; // TiO3 of Li3+ x La(2/3) -x TiO3
  if (/[)\]]\d*[·∙•⋅]\d*(?:\.\d+)?$/.test(before)) return true; // CuCl2 of Cu4(ttpm)2·0.6CuCl2
  if (last === '(') return symbols.length > 1 && /^\) \d(?:[ ,.;)]|$)/.test(text.slice(end, end + 8)); // (SO4) 2
  if (last === ' ' && symbols.length > 1 && TORN_BEFORE.test(before) && chargeBalance(composition!)?.balanced === false)
    return true; // WO4 of Li 2 WO4, VO4 of Bi 1 -x Sr x VO4
  if (last !== ' ' || symbols.length !== 1) return false;
  if (composition![symbols[0]!] === 1) return SPLIT_BEFORE.test(before);
  return /(?:^|[^\w])(?:Li|Na|K|P|Si|Al) ?\d $/.test(before);
}

function isCutBehind(
  text: string,
  { start, end }: Span,
  symbols: readonly string[],
  { composition }: Formula,
): boolean {
  const after = text.slice(end, end + 8);
  if (/^ [-−–] ?[xyz](?![a-z])|^ [xyz] ?[A-Z(]/.test(after)) return true;
  if (symbols.length < 2) return false;
  if (/^ X(?![\w-])/.test(after)) return true; // Li6PS5 X
  const isOpen = /[A-Za-z)]$/.test(text.slice(start, end));
  if (isOpen && /^ \d/.test(after) && chargeBalance(composition!)?.balanced === false) return true; // LiCoO 2 and
  if (!/^ \d{1,2}(?:\.\d{1,3})?(?: ?[,.;)\uFFFC]| ?[A-Z(]| [-+–]|\n|$)/.test(after)) return false;
  return (
    /[A-Z][a-z]? \d+(?:\.\d+)? $/.test(text.slice(Math.max(0, start - 20), start)) ||
    (symbols.length > 2 && !/\d/.test(text.slice(start, end))) ||
    chargeBalance(composition!)?.balanced !== true
  );
}

/** `Li 6 PS5 ` before `Cl`: indices set apart from symbols. */
const SPLIT_BEFORE = /(?:^|[^A-Za-z])(?:[A-Z][a-z]?){1,3} \d{1,2}(?:\.\d{1,3})? (?:[A-Z][A-Za-z]{0,4}\d{0,2} )?$/;

const TORN_BEFORE = /(?:^|[^A-Za-z])[A-Z][a-z]? (?:\d{1,2}(?:\.\d{1,3})?|[xyz]) $/;

/** Symbols beside a group of the periodic table: `CuIn` of CuIn–VI₂, `(S,Se)₂` of I–III–(S,Se)₂. */
const isSchematic = (text: string, { start, end }: Span): boolean =>
  (HYPHENS.includes(text[end] ?? ' ') && /^.(?:I{1,3}|IV|VI{0,3})(?:[₂\d]|\b)/.test(text.slice(end, end + 6))) ||
  (HYPHENS.includes(text[start - 1] ?? ' ') &&
    /(?:^|[^\p{L}])(?:I{1,3}|IV|VI{0,3}).$/u.test(text.slice(Math.max(0, start - 6), start)));

const HYPHENS = '-–‐';
