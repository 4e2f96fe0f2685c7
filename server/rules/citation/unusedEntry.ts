import { linkedKeys } from '../../bibliography/bibtex/links';
import { keysOf } from '../../bibliography/keys/entryKeys';
import { managerOf } from '../../bibliography/managers';
import { allCitedKeys } from '../../manuscript/citedKeys';
import type { Manuscript } from '../../manuscript/manuscript';
import type { BibliographyRule } from '../rule';
import { removal } from './editing/removal';

/** Where fewer are cited, the file is a library and not the bibliography of one paper. */
const PART_CITED = 1 / 3;

/** An entry that the one manuscript which the file belongs to does not cite. */
export const unusedEntry = {
  code: 'citation/unused-entry',
  title: 'Entry that nobody cites',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: '@misc{cited, title={One}}\n\n@misc{«other», title={Two}}\n',
        fixed: '@misc{cited, title={One}}\n',
      },
    ],
    good: ['@misc{cited, title={One}, crossref={parent}}\n\n@book{parent, title={Two}}\n'],
  },
  *checkBibliography(bibliography, { manuscripts }) {
    const { uri, text, file } = bibliography;
    if (manuscripts.length !== 1 || managerOf(text)?.overwrites || citesAll(manuscripts[0]!)) return;
    const cited = allCitedKeys(manuscripts[0]!);
    const parents = linkedKeys(file.entries);
    const unused = file.entries.filter(
      (entry) => !keysOf(entry).some((key) => cited.has(key)) && !parents.has(entry.reference.key.toLowerCase()),
    );
    if (file.entries.length - unused.length < PART_CITED * file.entries.length) return;
    for (const entry of unused) {
      const edit = { uri, span: removal(text, entry), newText: '' };
      yield {
        span: entry.keySpan,
        message: `“${entry.reference.key}” is not cited.`,
        fixes: [{ title: 'Remove the entry', edits: [edit], safe: false }],
      };
    }
  },
} as const satisfies BibliographyRule;

/** `\nocite{*}`, `nocite: '@*'`, `#bibliography("…", full: true)` */
const citesAll = ({ files }: Manuscript): boolean =>
  files.some(({ parsed: { source } }) =>
    /\\nocite\s*\{\s*\*\s*\}|^nocite:[^\n]*@\*|^\s+@\*|\bfull:\s*true/m.test(source),
  );
