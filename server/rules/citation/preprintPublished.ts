import { normalise } from '../../bibliography/normalise';
import { isPreprint } from '../../bibliography/preprint';
import type { Entry } from '../../bibliography/reference';
import { foldTitle } from '../../bibliography/title';
import type { BibliographyRule } from '../rule';
import { mergeInto } from './editing/merge';

/** A preprint is cited although the file knows where the work was published. */
export const preprintPublished = {
  code: 'citation/preprint-published',
  title: 'Preprint beside its published version',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: '@article{ahn2021, author={Ahn, Ann}, title={A film that grows on lithium}, journal={J. Films}, year={2021}}\n\n@misc{«ahn2020», author={Ahn, Ann}, title={A film that grows on lithium}, year={2020}, eprint={2001.00001}, archiveprefix={arXiv}}\n',
        fixed:
          '@article{ahn2021, author={Ahn, Ann}, title={A film that grows on lithium}, journal={J. Films}, year={2021}}\n',
      },
    ],
    good: [
      '@misc{ahn2020, author={Ahn, Ann}, title={A film that grows on lithium}, year={2020}, eprint={2001.00001}, archiveprefix={arXiv}}\n',
    ],
  },
  *checkBibliography(bibliography, { manuscripts }) {
    const { uri, file } = bibliography;
    const published = new Map<string, Entry>();
    for (const entry of file.entries)
      if (!isPreprint(entry)) for (const name of namesOf(entry)) published.set(name, entry);
    for (const entry of file.entries) {
      if (!isPreprint(entry)) continue;
      const twin = namesOf(entry).flatMap((name) => published.get(name) ?? [])[0];
      if (!twin) continue;
      const edits = mergeInto(twin, entry, bibliography, manuscripts);
      const { key } = twin.reference;
      yield {
        span: entry.keySpan,
        message: `This preprint has been published: “${key}” is in this file, too.`,
        related: [{ uri, span: twin.keySpan, message: 'The published version' }],
        fixes: edits ? [{ title: `Cite “${key}” instead and remove the preprint`, edits, safe: false }] : [],
      };
    }
  },
} as const satisfies BibliographyRule;

/** Title and first author, where both tell enough. */
function namesOf({ reference: { title, authors, type } }: Entry): string[] {
  const folded = foldTitle(title ?? '');
  const [first] = authors;
  if (folded.length < 20 || !first || type === 'thesis') return [];
  return [`${normalise(first.family)} ${folded}`];
}
