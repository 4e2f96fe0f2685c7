import { md } from '../../base/markdown';
import { fileName } from '../../base/uris';
import { formatReference } from '../../bibliography/format';
import type { HoverFinder } from './hover';

/** The reference behind a citation key, and the file it stands in. */
export const citationHover: HoverFinder = ({ context, offset }) => {
  const mention = context.file.mentionsAt(offset).find((m) => m.kind === 'citation');
  if (mention?.kind !== 'citation') return undefined;
  const found = context.bibliography.entry(mention.key);
  if (!found) return undefined;
  const { reference } = found.entry;
  const link = reference.doi
    ? `\n\n[doi](https://doi.org/${encodeURI(reference.doi).replace(/[()]/g, encodeBracket)})`
    : '';
  return {
    span: mention.source,
    markdown: `${md`${formatReference(reference)}`}\n\n${md`*${fileName(found.uri)}*`}${link}`,
  };
};

const encodeBracket = (bracket: string): string => (bracket === '(' ? '%28' : '%29');
