import { keysOf } from '../../bibliography/keys/entryKeys';
import { citedKeys } from '../../manuscript/citedKeys';
import type { BibliographyContext } from '../../workspace/workspace';
import type { Hover } from '../hover/hover';
import { workMarkdown } from '../hover/reference';
import { keyedAt } from './context';

/** How an entry reads, at its key: what it says and where it is cited. */
export function hoverInBibliography(context: BibliographyContext, offset: number): Hover | undefined {
  const entry = keyedAt(context, offset);
  if (!entry) return undefined;
  const manuscripts = context.manuscripts.map(({ manuscript }) => manuscript);
  return {
    span: entry.keySpan,
    markdown: workMarkdown({
      entry,
      uri: context.bibliography.uri,
      uses: citedKeys(keysOf(entry), manuscripts),
      catalogue: context.catalogue,
    }),
  };
}
