import type { Edit } from '../../../base/edit';
import type { LoadedBibliography } from '../../../bibliography/bibliography';
import type { Entry } from '../../../bibliography/reference';
import { citedKeys } from '../../../manuscript/citedKeys';
import type { Manuscript } from '../../../manuscript/manuscript';
import { citeUnder } from './citeUnder';
import { removal } from './removal';

/** Removes an entry and cites another in its place, everywhere; undefined where a macro brings the key. */
export function mergeInto(
  kept: Entry,
  removed: Entry,
  bibliography: LoadedBibliography,
  manuscripts: readonly Manuscript[],
): Edit[] | undefined {
  const { key } = removed.reference;
  if (!citedKeys([key], manuscripts).every(({ isTyped }) => isTyped)) return undefined;
  const { uri, text } = bibliography;
  const gone = { uri, span: removal(text, removed), newText: '' };
  const edits = citeUnder(key, kept.reference.key, [bibliography], manuscripts);
  return [
    ...edits.filter((edit) => edit.uri !== uri || edit.span.end <= gone.span.start || edit.span.start >= gone.span.end),
    gone,
  ];
}
