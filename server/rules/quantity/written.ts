import { type ProseSpan, span } from '../../base/span';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { QuantityMention } from '../../manuscript/mention';

/** A quantity with the place where its unit begins. */
export interface WrittenQuantity {
  readonly mention: QuantityMention;
  /** As it is in the prose. */
  readonly text: string;
  readonly unit: ProseSpan;
  /** What is between number and unit: nothing, a space, a hyphen. */
  readonly gap: string;
}

/** Quantities of a file whose number and unit can be told apart, in its own words. */
export function writtenQuantities(file: FileAnalysis): WrittenQuantity[] {
  const { prose } = file.parsed;
  return file.mentions.flatMap((mention) => {
    if (mention.kind !== 'quantity' || prose.blockAt(mention.prose.start)?.part === 'references') return [];
    const text = prose.slice(mention.prose);
    // Of two units that of the upper end: before it there is a number, not a power.
    const last = span(mention.second ?? mention.prose.start, mention.prose.end);
    const match = NUMBER.exec(prose.slice(last));
    if (!match || match[0].length === last.end - last.start) return [];
    const gap = /[\s‐-]*$/.exec(match[0])![0];
    const start = last.start + match[0].length;
    return [{ mention, text, unit: span(start, mention.prose.end), gap }];
  });
}

const NUMBER = /^[-−–+]?(?:[+±]\/[-−–]|[\d.,–‒\-−±×x·⋅∙•*∗^()eE∼~\s\u00a0\u2009\u202f])*\d[)\s\u00a0\u2009\u202f‐-]*/;
