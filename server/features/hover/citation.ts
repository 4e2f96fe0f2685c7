import { keysOf } from '../../bibliography/keys/entryKeys';
import { citedKeys } from '../../manuscript/citedKeys';
import type { HoverFinder } from './hover';
import { workMarkdown } from './reference';

/** The work that a citation key names, and where else it is cited. */
export const citationHover: HoverFinder = ({ context, offset }) => {
  const mention = context.file.mentionsAt(offset).find((m) => m.kind === 'citation');
  if (mention?.kind !== 'citation') return undefined;
  const found = context.bibliography.entry(mention.key);
  if (!found) return undefined;
  const { manuscript } = context;
  const uses = citedKeys(keysOf(found.entry), [manuscript]);
  return { span: mention.source, markdown: workMarkdown({ ...found, uses, catalogue: manuscript.catalogue }) };
};
