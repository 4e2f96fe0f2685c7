import type { Insertion } from '../../../base/edit';
import { IN_BRACKETS, type NumberMark } from '../../../bibliography/list/numbered';
import { hasLocator, isLocator } from '../../../text/citationMarks';
import type { Refusal } from '../../refusal';
import { apart, type CitationForm, type CitedWork, hasNote, keysOf, noPrefix } from './form';

/** `[1, 2]` and `[3, p. 5]`, `(1, 2)`, `<sup>1,2</sup>`: the keys are the numbers of the works in a list that stands in the text. */
export const numberedForm = (source: string, mark: NumberMark = IN_BRACKETS): CitationForm => ({
  marks(works) {
    const marks: string[] = [];
    for (const group of apart(works)) {
      const written = markOf(group, mark);
      if (typeof written !== 'string') return written;
      marks.push(written);
    }
    return marks;
  },
  joined({ span, command }, works) {
    const there = source.slice(span.start, span.end);
    if (!isNumeric(command) || !there.endsWith(']') || hasLocator(there) || works.some(hasNote)) return undefined;
    const comma = there.includes(',') && !there.includes(', ') ? ',' : ', ';
    return [{ at: span.end - 1, text: works.map(({ key }) => comma + key).join('') }];
  },
  ...(mark.open !== '[' && {
    intoText: (caret: number, works: readonly CitedWork[]) =>
      works.some(hasNote) ? undefined : intoText(source, caret, keysOf(works), mark),
  }),
});

/** At the end of the numbers that the caret touches. */
function intoText(source: string, caret: number, numbers: readonly string[], mark: NumberMark): Insertion | undefined {
  const { open, close, comma, isRaised } = mark;
  const digits = isRaised ? `[${RAISED_DIGITS}]` : '\\d';
  const group = new RegExp(`${quoted(open)}${digits}+(?:[,–⁻-] ?${digits}+)*${quoted(close)}`, 'gu');
  const from = Math.max(0, caret - LONGEST_MARK);
  for (const { 0: whole, index } of source.slice(from, caret + LONGEST_MARK).matchAll(group)) {
    const [start, end] = [from + index, from + index + whole.length];
    if (start <= caret && caret <= end)
      return { at: end - close.length, text: numbers.map((number) => comma + digitsOf(number, mark)).join('') };
  }
  return undefined;
}

const LONGEST_MARK = 80;

const quoted = (text: string): string => text.replace(/[()^[\]]/g, '\\$&');

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const digitsOf = (number: string, { isRaised }: NumberMark): string =>
  isRaised ? number.replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)]!) : number;

function markOf(works: readonly CitedWork[], mark: NumberMark): string | Refusal {
  const { open, close, comma } = mark;
  const { prefix, locator } = works[0]!;
  if (prefix !== undefined) return noPrefix('A mark of numbers', prefix);
  if (locator === undefined)
    return (
      open +
      keysOf(works)
        .map((key) => digitsOf(key, mark))
        .join(comma) +
      close
    );
  const where = asPages(locator);
  const isLevel = open === '[' || open === '(';
  if (!isLevel || !isLocator(where))
    return {
      refused: isLevel
        ? `A mark of numbers takes pages, figures, tables and the like, such as “p. 5”: write “${locator}” into the sentence.`
        : `A raised number takes no page: write “${locator}” into the sentence.`,
    };
  return `${open}${works[0]!.key}, ${where}${close}`;
}

/** Numbers alone would be those of other works. */
const asPages = (locator: string): string => {
  if (!/^\d[\d\s,–-]*$/.test(locator)) return locator;
  return `${/^\d+$/.test(locator) ? 'p.' : 'pp.'} ${locator}`;
};

/** True for a mark of numbers: it holds no keys. */
export const isNumeric = (command: string): boolean => command === '[' || command === '^[';
