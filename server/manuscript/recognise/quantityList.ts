import type { Block, Prose } from '../../text/prose';
import { isMinus } from './characters';
import { readNumber } from './quantityValue';

/** One of the numbers in `1, 2 and 3 V` that have no unit of their own. */
export interface ListedNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

export interface NumberList {
  readonly numbers: readonly ListedNumber[];
  /** Where the number begins that comes last and bears the unit. */
  readonly last: number;
}

/**
 * The numbers from the one at `at` up to that after `and` or `or`; undefined where they are not a list, or where the word
 * before says that they may be labels: `at 1, 2 and 3 V`, not `samples 1 and 2 V`.
 */
export function readNumberList(prose: Prose, block: Block, at: number): NumberList | undefined {
  const { text } = prose;
  const numbers: ListedNumber[] = [];
  for (let start = at; numbers.length < MOST; ) {
    const negative = isMinus(text.charCodeAt(start));
    const number = readNumber(prose, negative ? start + 1 : start, block.end);
    if (!number || prose.scriptAt(start) !== 'normal' || isName(number.value)) return undefined;
    numbers.push({ start, end: number.end, value: negative ? -number.value : number.value });
    SEPARATOR.lastIndex = number.end;
    const separator = SEPARATOR.exec(text);
    if (!separator || SEPARATOR.lastIndex >= block.end) return undefined;
    start = SEPARATOR.lastIndex;
    if (separator[1] === undefined && separator[2] === undefined) continue;
    const before = text.slice(Math.max(block.start, at - LONGEST_WORD), at);
    return MAY_STAND_BEFORE.test(before) ? { numbers, last: start } : undefined;
  }
  return undefined;
}

/** The numbers of `141/259 meV`; undefined where they are a fraction, the parts of a whole, or labels. */
export function readSlashedNumbers(prose: Prose, block: Block, at: number): NumberList | undefined {
  const { text } = prose;
  const before = text.slice(Math.max(block.start, at - LONGEST_WORD), at);
  if (!MAY_STAND_BEFORE.test(before)) return undefined;
  const numbers: ListedNumber[] = [];
  for (let start = at; numbers.length < MOST; start = numbers.at(-1)!.end + 1) {
    const number = readNumber(prose, start, block.end);
    if (!number || prose.scriptAt(start) !== 'normal' || isName(number.value)) return undefined;
    numbers.push({ start, end: number.end, value: number.value });
    if (text[number.end] !== '/') break;
  }
  if (numbers.every(({ value }) => Number.isInteger(value)) && numbers.some(({ value }) => value < 10))
    return undefined;
  const last = numbers.pop()!;
  const sum = numbers.reduce((total, { value }) => total + value, last.value);
  return numbers.length > 0 && sum !== 100 && sum !== 1 ? { numbers, last: last.start } : undefined;
}

const MOST = 12;

const SEPARATOR = /(?: ?, (and |or )?| (and |or ))(?=[−-]?\d)/y;

/** A year, or a format of cells. */
const isName = (value: number): boolean =>
  (Number.isInteger(value) && value >= 1900 && value < 2100) || CELL_FORMATS.has(value);

const CELL_FORMATS: ReadonlySet<number> = new Set([18650, 21700, 26650, 4680, 46800, 2325, 2450]);

const LONGEST_WORD = 32;

/** Verbs that say what is measured. A noun before numbers may label them (`samples 1 and 2 V`), a verb takes values. */
const VERBS = [
  'g[ai]ves?|giv(?:en|ing)|deliver(?:s|ed|ing)?|provid(?:es?|ed|ing)|show(?:s|ed|n|ing)?|exhibit(?:s|ed|ing)?|display(?:s|ed|ing)?',
  'reach(?:es|ed|ing)?|achiev(?:es?|ed|ing)|attain(?:s|ed)?|yield(?:s|ed|ing)?|afford(?:s|ed)?|obtain(?:s|ed)?|record(?:s|ed)?|measur(?:es?|ed)',
  'retain(?:s|ed|ing)?|maintain(?:s|ed|ing)?|keeps?|kept|remain(?:s|ed)?|ha[sd]|have|having|stores?|stored|equals?|averag(?:es?|ed)',
].join('|');

/** Not `an N/P ratio of 1.1 and 3 mAh`, where the first number has no unit. */
const MAY_STAND_BEFORE = new RegExp(
  String.raw`(?:^|[([;:~∼≈<>≤≥] ?|(?<!\d ?), | [–—-] |\b(?:(?<!\b(?:ratio|number|pH|porosity|index|factor|constant|tortuosity|stoichiometry|order|PDI|value) )of|at|to|after|for|in|with|by|from|than|was|were|is|are|be|about|around|approximately|roughly|either|both|over|under|above|below|within|during|until|near|only|every|using|still|the|these|and|or|${VERBS}) )$`,
  'i',
);
