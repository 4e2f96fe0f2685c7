import { once } from '../base/once';
import { lowerBound, type SourceSpan, type Span, span, touches } from '../base/span';
import { type NumberedList, namesOther, numberedList } from '../bibliography/list/numbered';
import { FORMATS } from '../text';
import { withoutLocator } from '../text/citationMarks';
import type { ParsedFile } from '../text/parsedFile';
import type { Block, Prose } from '../text/prose';
import type { FileCandidates } from './fileCandidates';

/** Works that a text lists by number, and where it cites them. */
export interface NumberedWorks {
  readonly list: NumberedList;
  /** In the way in which the text cites, and nothing else by the look of what is around. */
  readonly cited: readonly CitedNumber[];
  /** All that may cite: an exponent and the number of an equation among them. */
  readonly mayBeCited: readonly CitedNumber[];
}

/** A number of a citation mark. */
export interface CitedNumber {
  readonly number: number;
  /** The number, or the range that it lies in. */
  readonly span: SourceSpan;
}

/** True where half of the works and more are cited: else the text cites in another way. */
export function areCited({ items }: NumberedList, cited: readonly CitedNumber[]): boolean {
  const numbers = new Set(cited.map(({ number }) => number));
  return 2 * items.filter(({ number }) => numbers.has(Number(number))).length >= items.length;
}

/** Undefined where works are cited by keys, or no list with several works ends the text. */
export const numberedWorks = once((file: FileCandidates): NumberedWorks | undefined => {
  const { parsed } = file;
  if (FORMATS[parsed.format].citing.worksBy === 'key') return undefined;
  if (parsed.citations.some(({ keys }) => keys.length > 0)) return undefined;
  const list = numberedList(parsed.source);
  if (!list?.cited || list.items.length < 2) return undefined;
  if (list.cited.open === '[') {
    const cited = inBrackets(parsed, list);
    return { list, cited, mayBeCited: cited };
  }
  const marks = list.cited.open === '(' ? inParentheses(parsed) : raised(file);
  const before = marks.filter(({ at }) => at.start < listStart(list));
  const numbers = (of: readonly Mark[]) => of.flatMap(({ at, text }) => numbersIn(text, at));
  const certain = numbers(before.filter(({ isCertain }) => isCertain));
  return { list, cited: areCited(list, certain) ? certain : [], mayBeCited: numbers(before) };
});

const listStart = ({ items }: NumberedList): number => items[0]!.numberSpan.start - 1;

/** The numbers of `[3, 5–7]` and `[3, p. 5]`, without those of the list itself and of tables, where brackets may hold values. */
function inBrackets({ citations, source, prose }: ParsedFile, list: NumberedList): CitedNumber[] {
  return citations.flatMap(({ span: at, prose: mark }) => {
    if (at.start >= listStart(list) || prose.blockAt(mark.start)?.kind === 'table-cell') return [];
    return numbersIn(withoutLocator(source.slice(at.start, at.end)), at);
  });
}

/** The numbers of a mark whose text begins at `start`; those of a range share its span. */
function numbersIn(text: string, { start }: Pick<Span, 'start'>): CitedNumber[] {
  return [...text.matchAll(/([\d⁰¹²³⁴-⁹]+)(?:\s*[-–—−⁻]\s*([\d⁰¹²³⁴-⁹]+))?/g)].flatMap(
    ({ index, 0: whole, 1: from, 2: to }) => {
      const [first, last] = [numberOf(from!), numberOf(to ?? from!)];
      if (last < first || last - first > LONGEST_RANGE) return [];
      const at = span(start + index, start + index + whole.length);
      return Array.from({ length: last - first + 1 }, (_, i) => ({ number: first + i, span: at }));
    },
  );
}

const LONGEST_RANGE = 100;

const numberOf = (digits: string): number => Number(digits.normalize('NFKC'));

interface Mark {
  readonly at: SourceSpan;
  /** As typed. */
  readonly text: string;
  readonly isCertain: boolean;
}

/** `words^12,13^`, `words.¹²`: digits that are raised after a word, and those that may be an exponent or the mass of an isotope. */
function raised({ parsed: { prose, source }, formulas, quantities }: FileCandidates): Mark[] {
  const others = [...formulas, ...quantities].map((found) => found.prose).sort((a, b) => a.end - b.end);
  const isOfOther = ({ start, end }: Span): boolean => {
    const next = others[lowerBound(others, (other) => other.end >= start)];
    return next !== undefined && next.start < end;
  };
  return prose.blocks.filter(isText).flatMap((block) =>
    raisedIn(prose, block).flatMap((run): Mark[] => {
      const at = prose.toSource(run);
      const typed = source.slice(at.start, at.end);
      // Of `^10^^11^` the digits run on in the prose.
      const from = typed.search(/[\d⁰¹²³⁴-⁹]/);
      if (from < 0) return [];
      const before = prose.text.slice(Math.max(block.start, run.start - LONGEST_WORD), run.start);
      const isAfterWord = AFTER_WORD.test(before) && prose.settingAt(run.start - 1) === 'text';
      const isCertain = isAfterWord && NUMBERS.test(prose.slice(run)) && !isOfOther(run);
      return [{ at: span(at.start + from, at.end), text: typed.slice(from), isCertain }];
    }),
  );
}

const NUMBERS = /^\d{1,3}(?:[,–-]\s?\d{1,3})*$/;
/** A word, or the stop or bracket after one. */
const AFTER_WORD = /(?<![\p{L}\d])\p{L}?\p{Ll}{3,}(?:[)”"’']?[.,;:]?|[.,;:][”"’'])$/u;
const LONGEST_WORD = 40;

function raisedIn(prose: Prose, { start, end }: Block): Span[] {
  const runs: Span[] = [];
  for (let at = start; at < end; at++) {
    if (prose.scriptAt(at) !== 'super') continue;
    const from = at;
    while (at < end && prose.scriptAt(at) === 'super') at++;
    runs.push(span(from, at));
  }
  return runs;
}

/** `words (12, 13)`: numbers of works, unless equations have such numbers too. */
function inParentheses({ prose, source }: ParsedFile): Mark[] {
  const hasEquations = prose.blocks.some(({ kind }) => kind === 'equation') || NUMBERED_EQUATION.test(source);
  return prose.blocks.filter(isText).flatMap((block) =>
    [...prose.slice(block).matchAll(IN_PARENTHESES)].flatMap(({ index, 0: text }): Mark[] => {
      const start = block.start + index;
      const at = prose.toSource(span(start, start + text.length));
      if (source.slice(at.start, at.end) !== text) return [];
      const before = prose.text.slice(Math.max(block.start, start - LONGEST_NAME), start);
      const isCertain = !hasEquations && BEFORE_PARENTHESIS.test(before) && !namesOther(before);
      return [{ at, text, isCertain }];
    }),
  );
}

const IN_PARENTHESES = /\(\d{1,3}(?:[,–-]\s?\d{1,3})*\)(?![\p{L}\d(])/gu;
/** A word of the text, or the end of a sentence. */
const BEFORE_PARENTHESIS = /\p{Ll}{2}[.,;]? $/u;
const NUMBERED_EQUATION = /[=≈<>].*\(\d{1,3}\)[ \t]*$/m;
const LONGEST_NAME = 20;

const isText = ({ kind, part }: Block): boolean =>
  part !== 'references' && kind !== 'table-cell' && kind !== 'equation' && kind !== 'author';

/** The mark at a source offset, and the works that it cites. */
export function citedAt(
  { list, cited }: NumberedWorks,
  offset: number,
): { span: SourceSpan; items: NumberedList['items'] } | undefined {
  const at = cited.find(({ span: of }) => touches(of, offset))?.span;
  if (!at) return undefined;
  const numbers = cited.filter(({ span: of }) => of === at).map(({ number }) => number);
  const items = list.items.filter(({ number }) => numbers.includes(Number(number)));
  return items.length > 0 ? { span: at, items } : undefined;
}
