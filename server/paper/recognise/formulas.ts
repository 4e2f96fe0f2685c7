import { Searcher } from '../../base/searcher';
import { type Span, span } from '../../base/span';
import { type Formula, parseFormula } from '../../chemistry/formula';
import type { Block, Prose } from '../../text/prose';
import { extentOf } from './formulaExtent';
import { type Shape, type Standing, shapeOf, standingOf } from './formulaStanding';

/** A formula in running text. */
export interface FormulaCandidate {
  readonly prose: Span;
  readonly formula: Formula;
  /** False where the same letters also say something else (`HF`, `CO`, `In2`): other knowledge may overrule. */
  readonly certain: boolean;
  /** What it stands for in the sentence. A polyhedron (`ZrO6`) or an element alone is no compound of its own. */
  readonly standing: Standing;
}

export interface FormulaOptions {
  /** Read indices that a PDF conversion set apart by blanks: `Li 6 PS5 Cl`. */
  readonly splitIndices?: boolean;
}

/**
 * Formulas in the prose, in reading order, without overlaps. Composites (`Li3N–LiF`, `Si@C`, `LiFePO4/C`) give their
 * parts; prefixes (`α-`, `P2-`, `4H-`) stay outside, phase labels (`CoO2(s)`) inside. Linear in the text.
 */
export function findFormulas(prose: Prose, { splitIndices = false }: FormulaOptions = {}): FormulaCandidate[] {
  const found: FormulaCandidate[] = [];
  const known: Known = { splitIndices, readings: new Map() };
  const openers = new Searcher(prose.text, /[A-Z([]/g);
  for (const block of prose.blocks) {
    if (block.kind !== 'author') findInBlock(prose, block, openers, known, found);
  }
  return found;
}

interface Known {
  readonly splitIndices: boolean;
  /** What was read before, by characters and scripts: a paper writes the same formula many times. */
  readonly readings: Map<string, { readonly formula: Formula; readonly shape: Shape } | undefined>;
}

function findInBlock(prose: Prose, block: Block, openers: Searcher, known: Known, found: FormulaCandidate[]): void {
  const { text } = prose;
  let at = block.start;
  for (;;) {
    at = openers.next(at);
    if (at >= block.end) return;
    if (!mayBegin(text, at)) {
      at++;
      continue;
    }
    const candidate = readCandidate(prose, block, at, known);
    if (candidate) {
      found.push(candidate);
      at = candidate.prose.end;
    } else {
      at = isBracket(text.charCodeAt(at)) ? at + 1 : endOfWord(text, at, block.end);
    }
  }
}

function readCandidate(prose: Prose, block: Block, at: number, known: Known): FormulaCandidate | undefined {
  if (prose.scriptAt(at) !== 'normal' || prose.text[at + 1] === '·') return undefined;
  const end = extentOf(prose, at, block.end, known.splitIndices);
  if (end === undefined) return undefined;
  const body = span(startOf(prose.text, at, end), end);
  const reading = readBody(prose, body, known.readings);
  const judgement = reading && standingOf(prose, block, body, reading.formula, reading.shape);
  if (!judgement) return undefined;
  const charge = judgement.standing === 'element' ? chargeApart(prose, body, reading.formula) : undefined;
  if (!charge) return { prose: body, formula: reading.formula, ...judgement };
  const formula = { ...reading.formula, charge: charge.value };
  return { prose: span(body.start, charge.end), formula, standing: 'element', certain: true };
}

/** The charge that a PDF set apart from its element: `Na + diffusion`, `Zn 2+`; the plus of a sum stands before more. */
function chargeApart(prose: Prose, { start, end }: Span, formula: Formula): { value: number; end: number } | undefined {
  const { text } = prose;
  if (text[end] !== ' ' || formula.charge !== 0 || prose.settingAt(start) !== 'text') return undefined;
  const symbol = text.slice(start, end);
  const behind = text.slice(end, end + 6);
  const higher = /^ ([2-6])\+(?![\p{L}\p{N}+])/u.exec(behind)?.[1];
  if (higher !== undefined) return { value: Number(higher), end: end + 3 };
  const single = MONOVALENT.has(symbol) && /^ \+(?: ?[,.;:)/-]| \(?[a-z]{2})/.test(behind);
  return single ? { value: 1, end: end + 2 } : undefined;
}

const MONOVALENT: ReadonlySet<string> = new Set(['H', 'Li', 'Na', 'K', 'Rb', 'Cs', 'Ag']);

/** The amount before the first part where the others have one: `75Li2S·25P2S5`. */
function startOf(text: string, at: number, end: number): number {
  if (!/[·•∙⋅]\d/.test(text.slice(at, end))) return at;
  const amount = /(?:^|[^\w.,])(\d{1,2}(?:\.\d{1,2})?)$/.exec(text.slice(Math.max(0, at - 6), at))?.[1];
  return at - (amount?.length ?? 0);
}

function readBody(prose: Prose, body: Span, known: Known['readings']): { formula: Formula; shape: Shape } | undefined {
  const scripts = prose.scripts(body);
  const key = prose.slice(body) + scripts;
  if (known.has(key)) return known.get(key);
  const result = parseFormula(prose.scripted(body));
  const reading = result.ok
    ? { formula: result.formula, shape: shapeOf(prose.slice(body), scripts, result.formula) }
    : undefined;
  known.set(key, reading);
  return reading;
}

/** A capital or an opening bracket that no letter, digit or path mark stands before. */
function mayBegin(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  const capital = c >= 65 && c <= 90;
  if (!capital && !isBracket(c)) return false;
  if (isLower(text, at + 1) && isLower(text, at + 2) && isLower(text, at + 3)) return false; // a word
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (before >= 120 && before <= 122 && !/[\p{L}\d]/u.test(text[at - 2] ?? ' ')) return capital; // xLi2MnO3
  if ((before >= 97 && before <= 122) || (before >= 65 && before <= 90)) return false;
  if (before === 95 || before === 92 || before === 35) return false; // _ \ #
  if (before === 46) return at < 2 || !/[\w]/.test(text[at - 2]!); // a point inside a word: file names, initials
  return capital || opensFormula(text, at);
}

/** Three brackets at most before the first symbol. */
function opensFormula(text: string, at: number): boolean {
  let next = at + 1;
  while (next < at + 3 && isBracket(text.charCodeAt(next))) next++;
  return isCapital(text.charCodeAt(next));
}

function isLower(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c >= 97 && c <= 122;
}

const isCapital = (c: number): boolean => c >= 65 && c <= 90;
const isBracket = (c: number): boolean => c === 40 || c === 91; // ( [

function endOfWord(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && /[A-Za-z0-9]/.test(text[end]!)) end++;
  return end;
}
