import { md } from '../../base/markdown';
import { printQuantity } from '../printQuantity';
import type { HoverFinder } from './hover';
import { conversionsOf } from './quantity/conversions';
import { elsewhere, kindOf } from './quantity/elsewhere';
import { rateLine } from './quantity/rate';
import { shareOfTheory } from './quantity/share';

/** A quantity in other units of the trade, what it is a share of, and where else the manuscript gives one of its kind. */
export const quantityHover: HoverFinder = ({ context, offset }) => {
  const { file, manuscript } = context;
  const quantity = file.mentionsAt(offset).find((m) => m.kind === 'quantity');
  if (quantity?.kind !== 'quantity') return undefined;
  const conversions = conversionsOf(quantity, manuscript.catalogue);
  const lines = [
    shareOfTheory(quantity, file, manuscript.catalogue),
    rateLine(quantity, manuscript),
    elsewhere(quantity, file, manuscript),
  ].filter((line) => line !== undefined);
  if (conversions.length + lines.length === 0) return undefined;
  const others = [...conversions, kindOf(quantity) ?? []].flat().map((text) => md` · ${text}`);
  const first = md`**${printQuantity(quantity)}**` + others.join('');
  return { span: quantity.source, markdown: [first, ...lines].join('\n\n') };
};
