import { md } from '../../base/markdown';
import { citedAt, numberedWorks } from '../../manuscript/numberedWorks';
import type { HoverFinder } from './hover';

/** The works of the list in the text that a number cites. */
export const numberHover: HoverFinder = ({ context, offset }) => {
  const works = numberedWorks(context.file.candidates);
  const found = works && citedAt(works, offset);
  if (!found) return undefined;
  const lines = found.items.slice(0, MOST_SHOWN).map(({ number, text }) => md`**${number}** ${text}`);
  const more = found.items.length - lines.length;
  return { span: found.span, markdown: [...lines, ...(more > 0 ? [`… ${more} more`] : [])].join('\n\n') };
};

const MOST_SHOWN = 5;
