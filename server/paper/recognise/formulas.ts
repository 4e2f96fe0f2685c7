import { type Span, span } from '../../base/span';
import { type Formula, parseFormula } from '../../chemistry/formula';
import type { Block, Prose } from '../../text/prose';
import { extentOf, joinsCarbonSupport, polytypeBefore } from './formulaExtent';
import { type Standing, standingOf } from './formulaStanding';

/** A formula in running text. */
export interface FormulaCandidate {
  readonly prose: Span;
  readonly formula: Formula;
  /** False where the same letters also say something else (`HF`, `CO`, `In2`): other knowledge may overrule. */
  readonly certain: boolean;
  /** What it stands for in the sentence. A polyhedron (`ZrO6`) or an element alone is no compound of its own. */
  readonly standing: Standing;
}

/**
 * Formulas in the prose, in reading order, without overlaps. Composites (`Li3N–LiF`, `Si@C`, `LiFePO4/C`) give their
 * parts; polymorph prefixes (`α-`, `P2-`) stay outside, polytypes (`4H-SiC`) and phase labels (`CoO2(s)`) inside.
 * Linear in the text.
 */
export function findFormulas(prose: Prose): FormulaCandidate[] {
  const found: FormulaCandidate[] = [];
  for (const block of prose.blocks) {
    if (block.kind !== 'author') findInBlock(prose, block, found);
  }
  return found;
}

function findInBlock(prose: Prose, block: Block, found: FormulaCandidate[]): void {
  const { text } = prose;
  let at = block.start;
  while (at < block.end) {
    if (!mayBegin(text, at)) {
      at++;
      continue;
    }
    const candidate = readCandidate(prose, block, at);
    if (candidate) {
      found.push(candidate);
      at = candidate.prose.end;
    } else {
      at = isBracket(text.charCodeAt(at)) ? at + 1 : endOfWord(text, at, block.end);
    }
  }
}

function readCandidate(prose: Prose, block: Block, at: number): FormulaCandidate | undefined {
  if (prose.scriptAt(at) !== 'normal' || prose.text[at + 1] === '·') return undefined;
  const end = extentOf(prose, at, block.end);
  if (end === undefined) return undefined;
  const body = span(at, end);
  const result = parseFormula(prose.scripted(body));
  if (!result.ok) return undefined;
  const standing = standingOf(prose, block, body, result.formula);
  if (!standing) return undefined;
  const supported = joinsCarbonSupport(prose.text, body, result.formula);
  const formula = supported === undefined ? result.formula : { ...result.formula, composition: null };
  return {
    prose: span(polytypeBefore(prose.text, at) ?? at, supported ?? end),
    formula,
    certain: standing.certain,
    standing: standing.standing,
  };
}

/** A capital or an opening bracket that no letter, digit or path mark stands before. */
function mayBegin(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  const capital = c >= 65 && c <= 90;
  if (!capital && !isBracket(c)) return false;
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (before >= 120 && before <= 122 && !/[\p{L}\d]/u.test(text[at - 2] ?? ' ')) return capital; // xLi2MnO3
  if ((before >= 97 && before <= 122) || (before >= 65 && before <= 90)) return false;
  if (before === 95 || before === 92 || before === 35) return false; // _ \ #
  if (before === 46) return at < 2 || !/[\w]/.test(text[at - 2]!); // a point inside a word: file names, initials
  return capital || isCapital(text.charCodeAt(at + 1)) || isBracket(text.charCodeAt(at + 1));
}

const isCapital = (c: number): boolean => c >= 65 && c <= 90;
const isBracket = (c: number): boolean => c === 40 || c === 91; // ( [

function endOfWord(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && /[A-Za-z0-9]/.test(text[end]!)) end++;
  return end;
}
