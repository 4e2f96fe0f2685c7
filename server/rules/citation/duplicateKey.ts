import type { BibliographyRule } from '../rule';

/** BibTeX takes the first entry of a key and stops at the second. */
export const duplicateKey = {
  code: 'citation/duplicate-key',
  title: 'Key that two entries have',
  defaultLevel: 'error',
  examples: {
    bad: [{ text: '@misc{ahn2020, title={One film}}\n\n@misc{«ahn2020», title={Another cell}}\n' }],
    good: ['@misc{ahn2020a, title={One film}}\n\n@misc{ahn2020b, title={Another cell}}\n'],
  },
  *checkBibliography({ uri, file }) {
    for (const { span, message, code, related } of file.problems) {
      if (code !== 'duplicate-key') continue;
      yield {
        span,
        message,
        ...(related && { related: [{ uri, span: related, message: 'The first entry of this key' }] }),
      };
    }
  },
} as const satisfies BibliographyRule;
