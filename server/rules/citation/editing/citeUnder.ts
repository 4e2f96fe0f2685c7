import type { Edit } from '../../../base/edit';
import type { LoadedBibliography } from '../../../bibliography/bibliography';
import { linksTo } from '../../../bibliography/bibtex/links';
import { citedKeys } from '../../../manuscript/citedKeys';
import type { Manuscript } from '../../../manuscript/manuscript';

/** The edits by which what is cited or inherited from under one key is so under another. */
export function citeUnder(
  key: string,
  to: string,
  bibliographies: readonly LoadedBibliography[],
  manuscripts: readonly Manuscript[],
): Edit[] {
  const cited = citedKeys([key], manuscripts).map(({ uri, span }) => ({ uri, span, newText: to }));
  const links = bibliographies.flatMap(({ uri, file }) =>
    linksTo(key, file.entries).map((span) => ({ uri, span, newText: to })),
  );
  return [...cited, ...links];
}
