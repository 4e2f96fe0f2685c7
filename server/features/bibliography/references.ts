import { keysOf } from '../../bibliography/keys/entryKeys';
import type { BibliographyContext } from '../../workspace/workspace';
import { usesOf } from '../citations/uses';
import type { SourcePlace } from '../sourcePlace';
import { keyedAt } from './context';
import { linksTo } from './links';

/** Where the entry whose key stands at a source offset is cited, and where other entries inherit from it; with its own key. */
export function referencesInBibliography(
  context: BibliographyContext,
  offset: number,
  declaration: boolean,
): SourcePlace[] {
  const entry = keyedAt(context, offset);
  if (!entry) return [];
  const { uri, file } = context.bibliography;
  const uses = usesOf(
    keysOf(entry),
    context.manuscripts.map(({ manuscript }) => manuscript),
  );
  const links = linksTo(entry.reference.key, file.entries).map((span) => ({ uri, span }));
  return [...(declaration ? [{ uri, span: entry.keySpan }] : []), ...uses, ...links];
}
