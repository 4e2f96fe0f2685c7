import type { Span } from '../../base/span';
import { NON_METALS } from '../../chemistry/elements';
import type { Formula } from '../../chemistry/formula';
import { chargeBalance, isBalancedBinary } from '../../chemistry/oxidation';
import type { Block, Prose } from '../../text/prose';
import { namesSites } from './elementEvidence';
import {
  CAPITAL_FORMULAS,
  hasNoCompounds,
  isAnion,
  isRoman,
  judgeCapitals,
  judgeLooks,
  judgeScripted,
  TAILS,
} from './formulaLooks';
import { type Shape, shapeOf } from './formulaShape';
import { type Guard, guardAgainst, isRejection, type Rejection } from './guard';
import { isStateInAddress } from './labels';
import { judgeSymbol } from './loneSymbol';
import { type Judgement, standingOf } from './standing';
import { TORN_GUARDS } from './tornFormula';
import { mayFollowIndex } from './tornWhole';

/** A formula as it is written, wherever it is. */
export interface Written {
  readonly formula: Formula;
  readonly shape: Shape;
  /** What it is by its looks alone; undefined for one symbol, which the sentence has to explain. */
  readonly alone: Judgement | Rejection | undefined;
}

/** `scripts` has one mark a character: `n`ormal, `s`ub, `S`uper. */
export function writtenAs(text: string, scripts: string, formula: Formula): Written {
  const shape = shapeOf(text, scripts, formula);
  return { formula, shape, alone: shape.symbols.length === 1 ? undefined : judgeLooks({ shape, formula }) };
}

/** A stretch that reads as a formula, in its text. */
export class Place implements Written {
  readonly formula: Formula;
  readonly shape: Shape;
  readonly alone: Written['alone'];
  /** So much as the guards look at, of the block. */
  readonly before: string;
  readonly after: string;

  constructor(
    readonly prose: Prose,
    readonly block: Block,
    readonly body: Span,
    { formula, shape, alone }: Written,
  ) {
    this.formula = formula;
    this.shape = shape;
    this.alone = alone;
    this.before = prose.text.slice(Math.max(block.start, body.start - REACH), body.start);
    this.after = prose.text.slice(body.end, Math.min(block.end, body.end + REACH));
  }
}

const REACH = 40;

/** Whether a stretch that reads as a formula is one where it is, and what it says there. */
export function judgePlace(prose: Prose, block: Block, body: Span, written: Written): Judgement | Rejection {
  const place = new Place(prose, block, body, written);
  const torn = guardAgainst(TORN_GUARDS, place);
  if (torn) return torn;
  const setting = prose.settingAt(body.start);
  if (setting === 'chemistry') return guardAgainst(CHEMISTRY_GUARDS, place) ?? inChemistry(written);
  if (written.alone === undefined) return judgeSymbol(place);
  const other = guardAgainst(TEXT_GUARDS, place);
  if (other) return other;
  if (setting === 'math' && (written.shape.capitals || hasNoCompounds(written))) return judgeItalic(written);
  const abbreviation = guardAgainst(ABBREVIATION_GUARDS, place);
  if (abbreviation) return abbreviation;
  const isExplained = isRejection(written.alone) && (saysItsSites(place) || isBoundGroup(place));
  return isExplained ? { standing: 'compound', certain: true } : written.alone;
}

/** The text says what each of its letters stands for: `WX2 (X = S, Se)`; not the letters alone. */
function saysItsSites({ prose, block, body, shape, formula }: Place): boolean {
  if (!shape.wildcards) return false;
  const { start, end } = body;
  const around = prose.text.slice(Math.max(block.start, start - EXPLAINED), Math.min(block.end, end + EXPLAINED));
  const sites = formula.variables.filter((variable) => /^[A-Z]/.test(variable));
  if (sites.includes(shape.text)) return false;
  return sites.every((site) => [...around.matchAll(EXPLANATION)].some(([, letter]) => letter === site));
}

/** `hydroxyl (–OH)`, `-COOH groups`: a bond to what is not written is before it. */
const isBoundGroup = ({ shape: { text }, before, after }: Place): boolean =>
  /^(?:OH|OOH|COOH|CHO|CN|SH)$/.test(text) && /(?:^|[\s(,/])[-‐–—−]$/.test(before) && !/^[-‐\p{L}\d]/u.test(after);

/** So far an explanation may be from its formula. */
const EXPLAINED = 160;
/** `X = S`, `M═Mo`, `M = transition metal` */
const EXPLANATION =
  /(?<![A-Za-z])([A-Z]|TM|RE|AE|Ln) ?[=═∈] ?(?:[A-Z][a-z]?(?![A-Za-z])|(?:transition |alkali |rare[- ]earth )?metal|halogen|halide|chalcogen)/g;

/** In `\ce{…}` everything is meant as chemistry. */
export const CHEMISTRY_GUARDS: readonly Guard<Place>[] = [
  {
    id: 'letters without atoms of their own',
    rejects: ['any $\\ce{«X2»}$ there', 'the atom $\\ce{«O_n»}$ there'],
    keeps: ['any $\\ce{«MO2»}$ there', 'the molecule $\\ce{«O2»}$ there'],
    is: ({ shape, formula: { composition } }) =>
      (composition !== null && Object.keys(composition).length === 0) ||
      (shape.symbols.length === 1 && (shape.wildcards || composition === null)),
  },
  {
    id: 'a site with its charge, set as chemistry',
    rejects: ['the prototype $\\ce{A^+«B^{2+}»X^-3}$ there'],
    keeps: ['the ion $\\ce{«B^{3+}»}$ there'],
    is: ({ prose, shape: { symbols }, formula: { charge }, body }) =>
      charge > 0 && symbols.join('') === 'B' && namesSites(prose.text.slice(Math.max(0, body.start - 6), body.end + 4)),
  },
  {
    id: 'Roman numeral, set as chemistry',
    rejects: ['the group $\\ce{«VI»}$ there'],
    keeps: ['the ion $\\ce{«VO2+»}$ there'],
    is: isRoman,
  },
  {
    id: 'short form, set as chemistry',
    rejects: ['a film of $\\ce{«PVF»}$ there'],
    keeps: ['a solution of $\\ce{«KOH»}$ there', 'the acid $\\ce{«HNCO»}$ there'],
    is: ({ shape: { symbols, scripted, digits } }) =>
      symbols.length > 2 &&
      !scripted &&
      !digits &&
      symbols.every((s) => s.length === 1) &&
      !CAPITAL_FORMULAS.has(symbols.join('')) &&
      !TAILS.test(symbols.join('')) &&
      !SHORT_MOLECULES.test(symbols.join('')),
  },
];

/** Acids, bases and molecules of three capitals or four. */
const SHORT_MOLECULES = /^(?:[KH]O?CN|KOH|HN[CO]O?|HOH|HOO|NCH|HCOO?H?|HSO|COS|OCS|CON|NOH)$/;

function inChemistry({ shape, formula }: Written): Judgement {
  const lone = shape.symbols.length === 1;
  const isElement = lone && formula.composition?.[shape.symbols[0]!] === 1;
  return { standing: isElement ? 'element' : standingOf(shape, formula), certain: true };
}

/** What follows or precedes several symbols, and makes something else of them. */
export const TEXT_GUARDS: readonly Guard<Place>[] = [
  {
    id: 'the titration after Karl Fischer',
    rejects: ['in a Metrohm 831 «KF» coulometer', 'by «KF» titration'],
    keeps: ['a «KF» solution', 'the salt «KF» is'],
    is: ({ shape: { text }, after }) => text === 'KF' && /^[-‐ ](?:titrat|coulomet|[Tt]itration|moisture)/.test(after),
  },
  {
    id: 'a state in an address',
    rejects: ['in Boulder, «CO», USA they', 'of Denver, «CO» 80202 they'],
    keeps: ['of methane, «CO», CO2 and', 'at 5 ppm «CO» 20000 h of'],
    is: ({ shape: { text }, before, after }) => isStateInAddress(text, before, after),
  },
  {
    id: 'part of a short form with a hyphen',
    rejects: ['the decoder FIT-«KF» is'],
    keeps: ['a melt of NaF-«KF» is', 'a melt of KOH-«KF» is'],
    is: ({ shape: { text }, before }) => {
      const joined = /^[A-Z]{2}$/.test(text) ? /(?<![\p{L}\d])([A-Z]{3,})[-‐]$/u.exec(before)?.[1] : undefined;
      return joined !== undefined && !CAPITAL_FORMULAS.has(joined);
    },
  },
  {
    id: 'part of a name that begins small',
    rejects: ['the functional vdW-«DF2» is'],
    keeps: ['a film of rGO-«SnO2» is', 'meso-«TiO2» is'],
    is: ({ shape: { capitals }, before }) => capitals && /(?<!\p{L})\p{Ll}{2}\p{Lu}[-‐]$/u.test(before),
  },
  {
    id: 'grade of a steel',
    rejects: ['made of 42«CrMo4» throughout'],
    keeps: ['made of 2«TiO2» throughout'],
    is: ({ before, shape }) => /\d{2}$/.test(before) && !shape.symbols.some((s) => NON_METALS.has(s)),
  },
  {
    id: 'number of a figure with its panel',
    rejects: ['see Figures S1J and «S1K» for', 'in Fig. «S2C» the'],
    keeps: ['a drop of «S2Cl2» there'],
    is: ({ shape: { text, scripted }, before }) =>
      !scripted &&
      /^S\d{1,2}[A-Z]$/.test(text) &&
      /\b(?:figs?|figures?|tables?|movies?|videos?)\b[^;)]{0,24}$/i.test(before),
  },
  {
    id: 'an ion whose index comes after its charge',
    rejects: ['sulfate («SO2»−4) and', 'nitrate («NO»−3) and'],
    keeps: ['the gas «SO2» − 4 of'],
    is: ({ shape: { text, scripted }, after }) =>
      !scripted &&
      /^[−–-][2-4](?!\d|[.,]\d|[:/%\p{L}])/u.test(after) &&
      /^H?(?:SO2?|CO2?|PO[23]|NO|ClO|BO3|CrO2|MnO)$/.test(text),
  },
  {
    id: 'kind of a battery',
    rejects: ['old «NiCd» batteries', 'a «NiFe» cell'],
    keeps: ['the alloy «NiFe» is magnetic'],
    is: ({ shape: { digits, scripted, symbols }, after }) =>
      !digits &&
      !scripted &&
      symbols.length === 2 &&
      symbols.every((symbol) => symbol.length === 2) &&
      /^[- ](?:rechargeable |secondary |alkaline )?(?:batter(?:y|ies)|cells?|packs?|accumulators?)\b/.test(after),
  },
  {
    id: 'piece of a torn formula: balances with the number after it',
    rejects: ['«NiO» 2 powders were', 'the blend of «NiO» 2–LiF is'],
    keeps: ['a layer of «NiO» 2 nm thick'],
    is: isLooseIndexAfter,
  },
];

/** The index that a PDF set apart: `CO 2 bubbles`, `SnO 2 powders`, `LiPF 6 electrolytes`. */
function isLooseIndexAfter({ prose, body, after, formula: { composition } }: Place): boolean {
  const index = /^ (\d{1,2})(?![\d.])/.exec(after)?.[1];
  const last = /[A-Z][a-z]?$/.exec(prose.slice(body))?.[0];
  if (index === undefined || last === undefined || composition?.[last] !== 1) return false;
  if (!mayFollowIndex(after.slice(index.length + 1))) return false;
  const whole = { ...composition, [last]: Number(index) };
  return chargeBalance(whole)?.balanced === true || isBalancedBinary(whole);
}

export const ITALIC_GUARDS: readonly Guard<Written>[] = [
  {
    id: 'letters of an equation',
    rejects: ['the product $«F_{11}F_{22}»$ is', 'the product $«C_1H_4»$ is'],
    keeps: ['some $«H_2O»$ is'],
    is: ({ shape: { symbols, text } }) => new Set(symbols).size === 1 || NUMBERED.test(text),
  },
];

/** An index 0 or 1, or the same index at two letters. */
const NUMBERED = /[A-Z][01](?!\d)|^[A-Z](\d)[A-Z]\1$/;

/** Italic capitals: letters of an equation, or a formula that is set like one. */
function judgeItalic(written: Written): Judgement | Rejection {
  const guard = guardAgainst(ITALIC_GUARDS, written);
  if (guard) return guard;
  const { shape, formula } = written;
  if (formula.charge !== 0 && shape.lowered && isAnion(written)) return judgeScripted(written);
  return judgeCapitals({ formula, shape: shape.lowered ? { ...shape, digits: true } : shape });
}

export const ABBREVIATION_GUARDS: readonly Guard<Place>[] = [
  {
    id: 'an abbreviation, by what follows it',
    rejects: ['see «NO». 5 there', 'at the «HF»/6-31G level'],
    keeps: ['emissions of «NO» and', 'traces of «HF» in it'],
    is: ({ shape: { text }, after }) => SAYS_ELSE[text]?.test(after) === true,
  },
];

/** What follows letters that then abbreviate something else: a number, Hartree–Fock. */
const SAYS_ELSE: Readonly<Record<string, RegExp>> = {
  NO: /^\.? ?\d/,
  HF: /^(?:\/(?:(?:aug-)?cc-|def2|[346]-\d|STO|[A-Z]*Z)|[- ](?:niveau|energ|method|level|theor|orbital|limit|basis|rechnung|näherung))/i,
};
