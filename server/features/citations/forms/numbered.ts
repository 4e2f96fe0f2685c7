import { hasLocator, isLocator } from '../../../text/citationMarks';
import type { Refusal } from '../../refusal';
import { apart, type CitationForm, type CitedWork, hasNote, keysOf, noPrefix } from './form';

/** `[1, 2]` and `[3, p. 5]`: the keys are the numbers of the works in a list that stands in the text. */
export const numberedForm = (source: string): CitationForm => ({
  marks(works) {
    const marks: string[] = [];
    for (const group of apart(works)) {
      const mark = markOf(group);
      if (typeof mark !== 'string') return mark;
      marks.push(mark);
    }
    return marks;
  },
  joined({ span, command }, works) {
    const mark = source.slice(span.start, span.end);
    if (!isNumeric(command) || !mark.endsWith(']') || hasLocator(mark) || works.some(hasNote)) return undefined;
    const comma = mark.includes(',') && !mark.includes(', ') ? ',' : ', ';
    return [{ at: span.end - 1, text: works.map(({ key }) => comma + key).join('') }];
  },
});

function markOf(works: readonly CitedWork[]): string | Refusal {
  const { prefix, locator } = works[0]!;
  if (prefix !== undefined) return noPrefix('A mark of numbers', prefix);
  if (locator === undefined) return `[${keysOf(works).join(', ')}]`;
  const where = asPages(locator);
  if (!isLocator(where))
    return {
      refused: `A mark of numbers takes pages, figures, tables and the like, such as “p. 5”: write “${locator}” into the sentence.`,
    };
  return `[${works[0]!.key}, ${where}]`;
}

/** Numbers alone would be those of other works. */
const asPages = (locator: string): string => {
  if (!/^\d[\d\s,–-]*$/.test(locator)) return locator;
  return `${/^\d+$/.test(locator) ? 'p.' : 'pp.'} ${locator}`;
};

/** True for a mark of numbers: it holds no keys. */
export const isNumeric = (command: string): boolean => command === '[' || command === '^[';
