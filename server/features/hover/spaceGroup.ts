import { md } from '../../base/markdown';
import { systemOf, typesetSpaceGroup } from '../../chemistry/spaceGroups';
import type { SpaceGroupMention } from '../../manuscript/mention';
import type { HoverFinder } from './hover';

/** Number and crystal system of a space group. */
export const spaceGroupHover: HoverFinder = ({ context, offset }) => {
  const mention = context.file.mentionsAt(offset).find((found) => found.kind === 'space-group');
  return mention && { span: mention.source, markdown: described(mention) };
};

const described = ({ number, symbol }: SpaceGroupMention): string =>
  md`**${typesetSpaceGroup(symbol)}** · space group No. ${String(number)}, ${systemOf(number)}`;
