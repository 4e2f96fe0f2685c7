import { fieldOf } from '../../bibliography/bibtex/fields';
import { bareDoi } from '../../bibliography/doi';
import type { BibliographyRule } from '../rule';

/** Styles print a DOI after the resolver: an address in the field becomes a link that leads nowhere. */
export const malformedDoi = {
  code: 'citation/malformed-doi',
  title: 'DOI that is not valid, or an address of one',
  defaultLevel: 'warning',
  examples: {
    bad: [
      { text: '@misc{a, doi={«doi.org/10.1000/film»}}\n', fixed: '@misc{a, doi={10.1000/film}}\n' },
      { text: '@misc{a, doi={«1000/film»}}\n' },
    ],
    good: ['@misc{a, doi={10.1000/film(2)\\_3}}\n', '@misc{a, doi={10/gjqg6k}}\n'],
  },
  *checkBibliography({ uri, file }) {
    for (const entry of file.entries) {
      const [part, ...more] = fieldOf(entry, 'doi')?.parts ?? [];
      if (!part || more.length > 0 || part.kind === 'macro') continue;
      const typed = part.text.replace(/\\([_%&#])/g, '$1').trim();
      if (typed === '' || SHORT.test(typed)) continue;
      const doi = bareDoi(typed);
      if (doi === typed) continue;
      yield doi === undefined
        ? { span: part.span, message: `“${typed}” is not a DOI: one begins with “10.”, as in 10.1149/1.2128859.` }
        : {
            span: part.span,
            message: `Only the DOI itself belongs here, “${doi}”: styles add the address.`,
            fixes: [
              {
                title: `Write “${doi}”`,
                edits: [{ uri, span: part.span, newText: asTyped(doi, part.text) }],
                safe: true,
              },
            ],
          };
    }
  },
} as const satisfies BibliographyRule;

/** An alias of the shortDOI service (shortdoi.org), which doi.org resolves as it does the DOI: `10/gjqg6k`. */
const SHORT = /^10\/[a-z\d]+$/i;

/** Escaped as the rest of the field was. */
const asTyped = (doi: string, typed: string): string => (/\\_/.test(typed) ? doi.replace(/[_%&#]/g, '\\$&') : doi);
