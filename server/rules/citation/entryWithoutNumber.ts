import type { Rule } from '../rule';
import { citedNumbers, listOf } from './editing/citedNumbers';

/** Where fewer are cited, the text cites in another way. */
const PART_CITED = 0.5;

/** A work of a numbered list that the text never cites. */
export const entryWithoutNumber = {
  code: 'citation/entry-without-number',
  title: 'Work in the list of references that is never cited',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: 'Films grow [1].\n\n# References\n\n[1] A. Ahn, J. Films 1, 2 (2020).\n\n[«2»] B. Beck, J. Films 1, 9 (2020).\n',
      },
    ],
    good: [
      'Films grow [1–2].\n\n# References\n\n[1] A. Ahn, J. Films 1, 2 (2020).\n\n[2] B. Beck, J. Films 1, 9 (2020).\n',
    ],
  },
  *check({ parsed }) {
    const list = listOf(parsed);
    if (!list) return;
    const cited = new Set(citedNumbers(parsed, list).map(({ number }) => number));
    const unused = list.items.filter(({ number }) => !cited.has(Number(number)));
    if (list.items.length - unused.length < PART_CITED * list.items.length) return;
    for (const { number, numberSpan } of unused) yield { span: numberSpan, message: `Work ${number} is not cited.` };
  },
} as const satisfies Rule;
