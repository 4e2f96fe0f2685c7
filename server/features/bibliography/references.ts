import { linksTo } from '../../bibliography/bibtex/links';
import { keysOf } from '../../bibliography/keys/entryKeys';
import { citedKeys } from '../../manuscript/citedKeys';
import type { BibliographyContext } from '../../workspace/workspace';
import type { SourcePlace } from '../sourcePlace';
import { keyedAt } from './context';

/** Where the entry whose key is at a source offset is cited, and where other entries inherit from it; with its own key. */
export function referencesInBibliography(
  context: BibliographyContext,
  offset: number,
  declaration: boolean,
): SourcePlace[] {
  const entry = keyedAt(context, offset);
  if (!entry) return [];
  const { uri, file } = context.bibliography;
  const uses = citedKeys(
    keysOf(entry),
    context.manuscripts.map(({ manuscript }) => manuscript),
  );
  const links = linksTo(entry.reference.key, file.entries).map((span) => ({ uri, span }));
  return [...(declaration ? [{ uri, span: entry.keySpan }] : []), ...uses, ...links];
}
