import { isRefusal, type Refusal } from '../../base/refusal';
import { hasLocator, isLocator } from '../citationMarks';
import { apart, type CitationForm, type CitedWork, hasNote, keysOf, noPrefix } from './form';

/** How the numbers of works are set in the text. */
export interface NumberMark {
  readonly open: '[' | '(' | '<sup>' | '^' | '$^{' | '\\textsuperscript{' | '';
  readonly close: ']' | ')' | '</sup>' | '^' | '}$' | '}' | '';
  /** Between two numbers. */
  readonly comma: string;
  /** In raised digits of Unicode: `¹`. */
  readonly isRaised: boolean;
  /** After the full stop or comma that follows the word. */
  readonly isAfterStop: boolean;
  /** A space before it. */
  readonly isApart: boolean;
}

/** `[1, 2]` */
export const IN_BRACKETS: NumberMark = {
  ...{ open: '[', close: ']', comma: ', ', isRaised: false },
  ...{ isAfterStop: false, isApart: true },
};

/** `[1, 2]` and `[3, p. 5]`: the keys are the numbers of the works in a list that is in the text. */
export const numberedForm = (source: string, newMark = IN_BRACKETS): CitationForm => ({
  marks: (works) => numberMarks(works, newMark),
  joined({ span, command }, works) {
    const mark = source.slice(span.start, span.end);
    if (!isNumeric(command) || !mark.endsWith(']') || hasLocator(mark) || works.some(hasNote)) return undefined;
    const comma = mark.includes(',') ? (mark.includes(', ') ? ', ' : ',') : newMark.comma;
    return [{ at: span.end - 1, text: works.map(({ key }) => comma + key).join('') }];
  },
  isBracketed: ({ command }) => isNumeric(command),
});

/** Marks of the works in their order: each with a page alone, those between together. */
export function numberMarks(works: readonly CitedWork[], mark: NumberMark): readonly string[] | Refusal {
  const marks: string[] = [];
  for (const group of apart(works)) {
    const content = contentOf(group, mark);
    if (isRefusal(content)) return content;
    marks.push(mark.open + content.text + mark.close);
  }
  return marks;
}

/** A number in the digits of the mark. */
export const digitsOf = (number: string, { isRaised }: NumberMark): string =>
  isRaised ? number.replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)]!) : number;

export const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Numbers, or one and its page. */
function contentOf(works: readonly CitedWork[], mark: NumberMark): { readonly text: string } | Refusal {
  const [{ key, prefix, locator }] = works as readonly [CitedWork];
  if (prefix !== undefined) return noPrefix('A mark of numbers', prefix);
  const numbers = keysOf(works).map((number) => digitsOf(number, mark));
  if (locator === undefined) return { text: numbers.join(mark.comma) };
  const isLevel = mark.open === '[' || mark.open === '(';
  if (!isLevel) return { refused: `A raised number takes no page: write “${locator}” into the sentence.` };
  const where = asPages(locator);
  if (isLocator(where)) return { text: `${key}, ${where}` };
  return {
    refused: `A mark of numbers takes pages, figures, tables and the like, such as “p. 5”: write “${locator}” into the sentence.`,
  };
}

/** Numbers alone would be those of other works. */
const asPages = (locator: string): string => {
  if (!/^\d[\d\s,–-]*$/.test(locator)) return locator;
  return `${/^\d+$/.test(locator) ? 'p.' : 'pp.'} ${locator}`;
};

/** True for a mark of numbers: it holds no keys. */
export const isNumeric = (command: string): boolean => command === '[' || command === '^[';
