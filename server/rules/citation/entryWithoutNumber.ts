import { areCited, numberedWorks } from '../../manuscript/numberedWorks';
import type { Rule } from '../rule';

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
  *check({ candidates }) {
    const works = numberedWorks(candidates);
    if (!works || !areCited(works.list, works.cited)) return;
    const mayBeCited = new Set(works.mayBeCited.map(({ number }) => number));
    const unused = works.list.items.filter(({ number }) => !mayBeCited.has(Number(number)));
    for (const { number, numberSpan } of unused) yield { span: numberSpan, message: `Work ${number} is not cited.` };
  },
} as const satisfies Rule;
