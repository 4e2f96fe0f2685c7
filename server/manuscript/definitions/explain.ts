import { flat } from '../../base/script';
import type { Searcher } from '../../base/searcher';
import { lowerBound, type Span, span } from '../../base/span';
import { parseFormula } from '../../chemistry/formula';
import type { Block, Prose } from '../../text/prose';
import { judgeLooks } from '../recognise/formulaLooks';
import { shapeOf } from '../recognise/formulaShape';
import { isRejection } from '../recognise/guard';
import { isElement, isFormulaOfName, symbolsOf } from './elementNames';
import { findFormulaForm } from './formulaForm';
import { findLongForm, fits, type LongForm, spellings } from './longForm';
import { findMirrored, findPermuted, MIRRORED } from './mirrored';
import { Brackets } from './regions';
import { singular } from './shortForm';
import { findSystematicName } from './systematicName';

/** One block with what is needed to read definitions from it. */
export interface Context {
  readonly text: string;
  readonly block: Block;
  readonly brackets: Brackets;
  /** Spans of formulas in the prose, ascending. */
  readonly formulas: readonly Span[];
  /** Characters that may still be searched for long forms. Real prose needs less than half of them; a row of brackets any number. */
  budget: number;
}

/** What a search costs beside its characters. */
const SEARCH = 16;

/** The text with the wide brackets of Chinese as common ones; offsets stay. */
export const withCommonBrackets = ({ text }: Prose): string =>
  text.includes('（') ? text.replaceAll('（', '(').replaceAll('）', ')') : text;

/** `text` is that of the prose `withCommonBrackets`, in which `brackets` finds these. */
export const contextOf = (text: string, block: Block, brackets: Searcher, formulas: readonly Span[]): Context => ({
  text,
  block,
  brackets: new Brackets(text, block, brackets),
  formulas,
  budget: 2 * (block.end - block.start + 1_000),
});

/** The last words between `start` and `end` that explain the short form. */
export function explainedBy(context: Context, short: Span, start: number, end: number): LongForm | undefined {
  const { text, block, formulas } = context;
  context.budget -= end - start + SEARCH;
  if (context.budget < 0) return undefined;
  const { short: stem } = singular(text.slice(short.start, short.end));
  if (end - start <= stem.length || isFormulaLike(stem)) return undefined;
  const formula = findFormulaForm(stem, text, start, end, formulas);
  if (formula) return formula;
  const namedTo = endBeforeFormula(context, start, end);
  for (const letters of spellings(stem)) {
    const long =
      (namedTo === undefined ? undefined : findLongForm(letters, text, start, namedTo)) ??
      findLongForm(letters, text, start, end);
    const words = long && text.slice(long.start, long.end);
    if (!long || !fits(letters, words!, long.cost)) continue;
    const isPoor = long.cost > MIRRORED;
    const other =
      (isPoor ? findMirrored(stem, text, block, start, end) : undefined) ??
      (isPoor && !/\s/.test(words!) ? findPermuted(stem, text, start, end) : undefined);
    if (other) return other;
    return namesFormula(stem, words!, long.cost) || isNameOfFormula(stem, words!)
      ? undefined
      : withCation(long, text, start);
  }
  return findSystematicName(stem, text, start, end) ?? findMirrored(stem, text, block, start, end);
}

/** End of the name that a formula is beside: `trimethylaluminium, Al2(CH3)6 (TMA)`. */
function endBeforeFormula({ text, formulas }: Context, start: number, end: number): number | undefined {
  const formula = formulas[lowerBound(formulas, (f) => f.end >= end)];
  const isLast = formula?.end === end && formula.start - start > 2;
  return isLast && text.startsWith(', ', formula.start - 2) ? formula.start - 2 : undefined;
}

/** All the words of a span as the long form, with next to no letter inside a word. */
export function explainedByWhole(context: Context, short: Span, words: Span, maxCost: number): LongForm | undefined {
  const start = words.start + (/^(?:the|an?)\s+/i.exec(context.text.slice(words.start, words.end))?.[0].length ?? 0);
  const long = explainedBy(context, short, start, words.end);
  return long && long.start === start && long.cost <= maxCost ? long : undefined;
}

/** `Li2S`, `Li-ion`: symbols with an index, or an element and a word. */
export function isFormulaLike(short: string): boolean {
  if (/\p{L}(?!1)\p{N}/u.test(short) && symbolsOf(short)) return !isCapitalsOfOtherWords(short);
  // The rest of a molecule and its group: `R–OH`.
  if (/^R['′]?[-‐–−]/.test(short) && symbolsOf(short.replace(/^R['′]?[-‐–−]/, ''))) return true;
  const [element, word] = short.split(/[-‐–]/);
  return word !== undefined && /^\p{Ll}{3,}$/u.test(word) && isElement(element!);
}

/** `HSP70`, `IC50`: symbols by their letters, in numbers that no atoms form. */
function isCapitalsOfOtherWords(short: string): boolean {
  const read = /^\p{Lu}{2,}\d{1,3}$/u.test(short) ? parseFormula(flat(short)) : undefined;
  if (!read?.ok) return false;
  return isRejection(
    judgeLooks({ shape: shapeOf(short, 'n'.repeat(short.length), read.formula), formula: read.formula }),
  );
}

/** `NMC` has no letter for the lithium of lithium nickel manganese cobalt oxide, which belongs to the name all the same. */
function withCation(long: LongForm, text: string, start: number): LongForm {
  if (!/\s\S+(?:ate|ite|ide)s?$/.test(text.slice(long.start, long.end))) return long;
  const cation = /(?<![^\s(])(?:lithium|sodium|potassium)\s+$/i.exec(text.slice(start, long.start));
  return cation ? { ...long, start: start + cation.index } : long;
}

/** `HF` for hydrogen fluoride is an abbreviation as well; `Na`, `LiF`, `CO` are formulas only. */
const namesFormula = (short: string, long: string, cost: number): boolean =>
  isFormulaOfName(short, long) && !(/^\p{Lu}{2,}$/u.test(short) && cost === 0);

/**
 * `Natrium (Na)`, `Kaliumbromid (KBr)`: one word in any language, and the symbols of what it names. A symbol of two letters has both in
 * the first syllables of its name, which tells `BaP` of benzo[a]pyrene.
 */
const isNameOfFormula = (short: string, long: string): boolean =>
  /\p{Ll}/u.test(short) &&
  !/[\s\p{Pd}]/u.test(long) &&
  symbolsOf(short) !== undefined &&
  long.slice(1, 5).includes(/^\p{Lu}(\p{Ll}?)/u.exec(short)?.[1] ?? '');

const MARK = /[\s"“”„«»‘’\uFFFC]/;

/** The span without spaces, quotes and citation marks at its ends. */
export function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && MARK.test(text[start]!)) start++;
  while (end > start && MARK.test(text[end - 1]!)) end--;
  return span(start, end);
}
