import { ownCopy } from '../../base/memory';
import { once } from '../../base/once';
import { Searcher } from '../../base/searcher';
import { type ProseSpan, type Span, span } from '../../base/span';
import type { Formula } from '../../chemistry/formula';
import { isImpossibleIon } from '../../chemistry/ionCharge';
import type { Block, Prose } from '../../text/prose';
import { isDigit } from './characters';
import { formulaAt } from './formulaAt';
import { FormulaExtents } from './formulaExtent';
import { judgePlace, type Written, writtenAs } from './formulaPlace';
import { accepted, isRejection, type Rejected, rejected } from './guard';
import type { Standing } from './standing';
import { tornFormulaAt } from './tornWhole';
import { fragmentBy, tokenAt } from './wholeToken';

/** A formula in running text. */
export interface FormulaCandidate {
  readonly prose: ProseSpan;
  readonly formula: Formula;
  /** False where the same letters also say something else (`HF`, `CO`, `In2`): other knowledge may overrule. */
  readonly certain: boolean;
  /** What it stands for in the sentence. A polyhedron (`ZrO6`) or an element alone is not a compound of its own. */
  readonly standing: Standing;
}

/**
 * Formulas in the prose, in reading order, without overlaps. Composites (`Li3N–LiF`, `Si@C`, `LiFePO4/C`) give their
 * parts; prefixes (`α-`, `P2-`, `4H-`) stay outside, phase labels (`CoO2(s)`) inside. Linear in the text.
 */
export const findFormulas = (prose: Prose): FormulaCandidate[] => accepted(readFormulas(prose));

/** What reads as a formula and is something else, or a piece of one that cannot be read whole, each with the reason. */
export const rejectedFormulas = (prose: Prose): Rejected[] => rejected(readFormulas(prose));

type Reading = FormulaCandidate | Rejected;

function readFormulas(prose: Prose): Reading[] {
  const readings: Reading[] = [];
  const extents = new FormulaExtents(prose);
  const openers = new Searcher(prose.text, OPENER);
  for (const block of prose.blocks) {
    if (block.kind !== 'author') readBlock(prose, block, openers, extents, readings);
  }
  return readings;
}

/** An opening bracket, or a capital that neither begins an ordinary word nor is inside one. */
const OPENER = /[A-Z([](?<![A-Za-w_\\#].)(?![a-z]{3})/g;

function readBlock(prose: Prose, block: Block, openers: Searcher, extents: FormulaExtents, readings: Reading[]): void {
  const { text } = prose;
  let at = block.start;
  for (;;) {
    at = openers.next(at);
    if (at >= block.end) return;
    if (!mayBegin(text, at)) {
      at++;
      continue;
    }
    const reading = readAt(prose, block, at, extents);
    if (reading) readings.push(reading);
    if (reading && !isRejection(reading)) at = reading.prose.end;
    else at = isBracket(text.charCodeAt(at)) ? at + 1 : endOfWord(text, at, block.end);
  }
}

function readAt(prose: Prose, block: Block, at: number, extents: FormulaExtents): Reading | undefined {
  if (prose.scriptAt(at) !== 'normal' || prose.text[at + 1] === '·') return undefined;
  if (isMolarity(prose.text, at)) return readAt(prose, block, at + 1, extents);
  const end = extents.endOf(at, block.end);
  if (end === undefined) return undefined;
  const torn = goesOnTorn(prose.text, end) && readTorn(prose, at, block.end);
  if (torn) return torn;
  const reading = judge(prose, block, span(startOf(prose, at, end), end));
  if ((reading && !isRejection(reading)) || isBracket(prose.text.charCodeAt(at))) return reading;
  const token = tokenAt(prose, at, block.end);
  const whole = token.end > end && /[([]/.test(prose.slice(token)) ? judge(prose, block, token) : undefined;
  return whole && !isRejection(whole) ? whole : reading;
}

/** After a space there is an index, or a symbol with one after a decimal: `LiNi0.8 Co0.1`. */
const goesOnTorn = (text: string, end: number): boolean =>
  text[end] === ' ' &&
  (isDigit(text.charCodeAt(end + 1)) ||
    (isDigit(text.charCodeAt(end - 1)) && NEXT_SYMBOL.test(text.slice(end + 1, end + 6))));

const NEXT_SYMBOL = /^[A-Z][a-z]? ?0\./;

/** A formula that goes on so. */
function readTorn(prose: Prose, at: number, limit: number): FormulaCandidate | undefined {
  const torn = tornFormulaAt(prose, at, limit);
  if (!torn || fragmentBy(prose, torn.prose)) return undefined;
  return { ...torn, standing: 'compound', certain: true };
}

/** The M of `1 M LiPF6`, glued to the formula as math sets it. */
const isMolarity = (text: string, at: number): boolean =>
  text[at] === 'M' && isCapital(text.charCodeAt(at + 1)) && /\d ?$/.test(text.slice(Math.max(0, at - 2), at));

/** The stretch as a formula, where it reads as one: whole, and one in its sentence; or why it is left out. */
function judge(prose: Prose, block: Block, body: Span): Reading | undefined {
  if (body.end <= body.start || !prose.isWhole(body)) return undefined;
  const written = readBody(prose, body);
  if (!written) return undefined;
  const judgement = fragmentBy(prose, body) ?? judgePlace(prose, block, body, written);
  if (isRejection(judgement)) return { prose: body, id: judgement.id };
  const { formula } = written;
  const { standing, certain } = judgement;
  const charge = standing === 'element' ? chargeApart(prose, body, formula) : undefined;
  if (!charge) return { prose: body, formula, standing, certain };
  return {
    prose: span(body.start, charge.end),
    formula: { ...formula, charge: charge.value },
    standing,
    certain: true,
  };
}

/** The charge that a PDF set apart from its element: `Na + diffusion`, `Zn 2+`; the plus of a sum is before more. */
function chargeApart(prose: Prose, { start, end }: Span, formula: Formula): { value: number; end: number } | undefined {
  const { text } = prose;
  if (text[end] !== ' ' || formula.charge !== 0 || prose.settingAt(start) !== 'text') return undefined;
  const symbol = text.slice(start, end);
  const following = text.slice(end, end + 8);
  const higher = /^ ([2-6])\+(?![\p{L}\p{N}+]| [xyzδ])/u.exec(following)?.[1];
  if (higher !== undefined && !isImpossibleIon(symbol, Number(higher))) return { value: Number(higher), end: end + 3 };
  const single = MONOVALENT.has(symbol) && /^ \+(?: ?[,.;:)/-]| \(?[a-z]{2})/.test(following);
  return single ? { value: 1, end: end + 2 } : undefined;
}

const MONOVALENT: ReadonlySet<string> = new Set(['H', 'Li', 'Na', 'K', 'Rb', 'Cs', 'Ag']);

/** Before the first symbol: a mass number (⁶Li), and the amount where the other parts have one: `75Li2S·25P2S5`. */
function startOf(prose: Prose, at: number, end: number): number {
  const { text } = prose;
  let mass = at;
  while (mass > 0 && at - mass < 3 && prose.scriptAt(mass - 1) === 'super' && isDigit(text.charCodeAt(mass - 1)))
    mass--;
  if (mass < at) return mass;
  const body = text.slice(at, end);
  if (!/[·•∙⋅](?:[\dxyn(]|\()|[-–−](?:\d+|[xy])[A-Z]/.test(body)) return at;
  const amount = LEADING_AMOUNT.exec(text.slice(Math.max(0, at - 10), at))?.[1];
  return at - (amount?.length ?? 0);
}

/** `75`, `0.6`, `x`, `(100-x)` */
const LEADING_AMOUNT = /(?:^|[^\w.,)])(\d{1,3}(?:\.\d{1,2})?|[xyn]|\((?:\d{1,3}|[xy])[-–−](?:\d{1,3}|[xy])\))$/;

/** How a formula is written; formulas that were read before are the same objects. */
const writtenOf = once((formula: Formula, prose: Prose, body: Span) =>
  writtenAs(ownCopy(prose.slice(body)), prose.scripts(body), formula),
);

function readBody(prose: Prose, body: Span): Written | undefined {
  const result = formulaAt(prose, body);
  return result.ok ? writtenOf(result.formula, prose, body) : undefined;
}

/** What `OPENER` finds is not a capital of a file name or initials, and an opening bracket is before a symbol. */
function mayBegin(text: string, at: number): boolean {
  const isOpening = isBracket(text.charCodeAt(at));
  const before = text.charCodeAt(at - 1);
  if (before >= 120 && before <= 122) return !isOpening && !/[\p{L}\d]/u.test(text[at - 2] ?? ' '); // xLi2MnO3
  if (before === 0xb5 || before === 0x3bc) return false; // µM
  if (before === 46) return at < 2 || !/[\w]/.test(text[at - 2]!);
  return !isOpening || opensFormula(text, at);
}

/** Three brackets at most before the first symbol. */
function opensFormula(text: string, at: number): boolean {
  let next = at + 1;
  while (next < at + 3 && isBracket(text.charCodeAt(next))) next++;
  return isCapital(text.charCodeAt(next));
}

const isAlphanumeric = (c: number): boolean => isCapital(c) || isDigit(c) || (c >= 97 && c <= 122);
const isCapital = (c: number): boolean => c >= 65 && c <= 90;
const isBracket = (c: number): boolean => c === 40 || c === 91; // ( [

function endOfWord(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && isAlphanumeric(text.charCodeAt(end))) end++;
  return end;
}
