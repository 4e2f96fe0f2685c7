import type { CitationForm } from './form';

/** `[1, 2]`: the keys are the numbers of the works in a list that stands in the text. */
export const numberedForm = (source: string): CitationForm => ({
  mark: (numbers) => `[${numbers.join(', ')}]`,
  joined({ span, command }, numbers) {
    if (!isNumeric(command) || source[span.end - 1] !== ']') return undefined;
    const mark = source.slice(span.start, span.end);
    const comma = mark.includes(',') && !mark.includes(', ') ? ',' : ', ';
    return { at: span.end - 1, text: numbers.map((number) => comma + number).join('') };
  },
});

/** True for a mark of numbers: it holds no keys. */
export const isNumeric = (command: string): boolean => command === '[' || command === '^[';
