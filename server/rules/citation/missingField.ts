import { ENTRY_TYPES } from '../../bibliography/bibtex/entryTypes';
import { bibtexEntry, fieldOf, fieldText } from '../../bibliography/bibtex/fields';
import { isPreprint } from '../../bibliography/preprint';
import type { Entry } from '../../bibliography/reference';
import type { BibliographyRule } from '../rule';

/** What the styles of BibTeX print a gap for. */
export const missingField = {
  code: 'citation/missing-field',
  title: 'Entry without a field that its type needs',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: '@article{«ahn2020», author={Ahn, Ann}, title={One film}, year={2020}}\n' },
      { text: '@misc{«doi-1234», doi={10.1000/1234}}\n' },
    ],
    good: [
      '@article{ahn2020, author={Ahn, Ann}, title={One film}, journal={J. Films}, year={2020}}\n',
      '@misc{ahn2020, title={One film}}\n',
      '@article{ahn2020, author={Ahn, Ann}, title={One film}, year={2020}, eprint={2001.00001}, archiveprefix={arXiv}}\n',
    ],
  },
  *checkBibliography({ file }) {
    for (const entry of file.entries) {
      if (isStub(entry)) {
        yield { span: entry.keySpan, message: 'This entry is incomplete: of the work only the DOI is given.' };
        continue;
      }
      const missing = missingIn(entry);
      if (missing.length === 0) continue;
      const type = bibtexEntry(entry)!.raw.type;
      yield {
        span: entry.keySpan,
        message: `This @${type} has no ${missing.join(' and no ')}: it is printed with a gap.`,
      };
    }
  },
} as const satisfies BibliographyRule;

/** As it is when a DOI was cited of which nothing else was known. */
function isStub(entry: Entry): boolean {
  const isSaid = (...names: string[]): boolean => fieldOf(entry, ...names) !== undefined;
  return isSaid('doi') && !isSaid('author', 'editor', 'title', 'booktitle', 'journal', 'crossref', 'xdata');
}

function missingIn(entry: Entry): string[] {
  const { raw } = bibtexEntry(entry) ?? {};
  const type = raw?.closed ? ENTRY_TYPES[raw.type] : undefined;
  // What is in the parent is not missing.
  if (!type || fieldOf(entry, 'crossref', 'xdata')) return [];
  return type.required.filter((names) => !isSaid(names, entry)).map(([name]) => name!);
}

function isSaid(names: readonly string[], entry: Entry): boolean {
  const others = names.flatMap((name) => INSTEAD[name] ?? []);
  const field = fieldOf(entry, ...names, ...others);
  if (field?.parts.some(({ kind, text }) => kind === 'macro' || text.trim() !== '')) return true;
  return names.includes('journal') && (isPreprint(entry) || isUnprinted(entry));
}

/** What is printed in its place. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  author: ['editor', 'key', 'organization', 'institution', 'collaboration'],
  publisher: ['organization', 'institution', 'howpublished'],
  school: ['publisher', 'organization'],
  year: ['pubstate'],
};

/** “In press” has no place yet. */
const isUnprinted = (entry: Entry): boolean => {
  const said = ['pubstate', 'note', 'howpublished', 'year'].flatMap((name) => fieldOf(entry, name) ?? []);
  return said.some((field) => /submitted|press|prep\b|preparation|accepted|forthcoming/i.test(fieldText(field)));
};
