import type { BibliographyRule } from '../rule';

/** What BibTeX cannot read, or reads in another way than it was meant. */
export const malformedEntry = {
  code: 'citation/malformed-entry',
  title: 'Entry that BibTeX cannot read',
  defaultLevel: 'warning',
  examples: {
    bad: [{ text: '@article{ahn2020,\n  title = «{One film}»\n  year = {2020}\n}\n' }],
    good: [
      '@article{ahn2020,\n  title = {One film},\n  //url = {https://example.org},\n  year = {2020}\n}\n',
      '@article{ahn2020,\n  title = {One film},\n  year = {2020}\n}\n',
    ],
  },
  *checkBibliography({ file }) {
    for (const { span, message, code } of file.problems) if (code === 'syntax') yield { span, message };
  },
} as const satisfies BibliographyRule;
