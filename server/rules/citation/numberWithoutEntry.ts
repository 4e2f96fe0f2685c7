import { numberedWorks } from '../../manuscript/numberedWorks';
import type { Rule } from '../rule';

/** A number that the list of references does not reach. */
export const numberWithoutEntry = {
  code: 'citation/number-without-entry',
  title: 'Number that is not in the list of references',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: 'Films grow^1^ and thin^1,«3»^ out.\n\n# References\n\n1. A. Ahn, J. Films 1, 2 (2020).\n2. B. Beck, J. Films 1, 9 (2020).\n',
      },
      {
        text: 'Films grow [1], and then [«3»].\n\n# References\n\n[1] A. Ahn, J. Films 1, 2 (2020).\n\n[2] B. Beck, J. Films 1, 9 (2020).\n',
      },
    ],
    good: [
      'Films grow [1], and then [11, 12, 13].\n\n# References\n\n[1] A. Ahn, J. Films 1, 2 (2020).\n\n[2] B. Beck, J. Films 1, 9 (2020).\n',
      'Films grow [1], and then [4].\n\n# References\n\n[1] A. Ahn, J. Films 1, 2 (2020).\n\n[2]\n\nB. Beck, J. Films 1, 9 (2020).\n\n[3] C. Cho, J. Films 2, 2 (2021).\n\n[4] D. Dahl, J. Films 2, 9 (2021).\n',
      'Films grow [1], and then [1, 2].\n\n# References\n\n[1] A. Ahn, J. Films 1, 2 (2020).\n\n[2] B. Beck, J. Films 1, 9 (2020).\n',
    ],
  },
  *check({ candidates }) {
    const works = numberedWorks(candidates);
    if (!works?.list.isWhole) return;
    const { list, cited } = works;
    const last = list.items.length;
    const beyond = cited.filter(({ number }) => number > last);
    // Where most lie beyond it, it is another list.
    if (2 * beyond.length > cited.length) return;
    for (const { number, span } of beyond) {
      yield { span, message: `The list of references ends with ${last}: there is no ${number}.` };
    }
  },
} as const satisfies Rule;
