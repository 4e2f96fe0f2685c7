import { type Span, span } from '../../base/span';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { QuantityMention } from '../../manuscript/mention';

/** A quantity with the place where its unit begins. */
export interface WrittenQuantity {
  readonly mention: QuantityMention;
  /** As it stands in the prose. */
  readonly text: string;
  /** In the prose. */
  readonly unit: Span;
  /** What stands between number and unit: nothing, a blank, a hyphen. */
  readonly gap: string;
}

/** Quantities of a file whose number and unit can be told apart, in its own words. */
export function writtenQuantities(file: FileAnalysis): WrittenQuantity[] {
  const { prose } = file.parsed;
  return file.mentions.flatMap((mention) => {
    if (mention.kind !== 'quantity' || prose.blockAt(mention.prose.start)?.part === 'references') return [];
    const text = prose.slice(mention.prose);
    const match = NUMBER.exec(text);
    if (!match || match[0].length === text.length) return [];
    const gap = /[ \u00a0\u2009\u202f‐-]*$/.exec(match[0])![0];
    const start = mention.prose.start + match[0].length;
    return [{ mention, text, unit: span(start, mention.prose.end), gap }];
  });
}

const NUMBER = /^[-−–+]?[\d.,–\-−±×x·⋅*^()eE∼~\s\u00a0\u2009\u202f]*\d[)\s\u00a0\u2009\u202f‐-]*/;

/** The stretch around a place up to the ends of its sentence, within its block. */
export function sentenceAt({ parsed: { prose } }: FileAnalysis, at: Span): Span {
  const block = prose.blockAt(at.start);
  if (!block) return at;
  const before = prose.text.slice(block.start, at.start);
  const after = prose.text.slice(at.end, block.end);
  const start = [...before.matchAll(END)].at(-1);
  const end = END_ONCE.exec(after);
  return span(block.start + (start ? start.index + start[0].length : 0), end ? at.end + end.index + 1 : block.end);
}

const END = /(?<!\b(?:Fig|Figs|ca|vs|et al|e\.g|i\.e|No|Ref|Refs|Eq|approx|resp))[.!?]["”\uFFFC]? (?=\p{Lu})/gu;
const END_ONCE = new RegExp(END.source, 'u');
