import { type ProseSpan, span } from '../base/span';
import { DOTTED_WORDS } from '../text/dottedWords';
import type { Prose } from '../text/prose';

/** The stretch around a place up to the ends of its sentence, within its block. */
export function sentenceAt(prose: Prose, at: ProseSpan): ProseSpan {
  const block = prose.blockAt(at.start);
  if (!block) return at;
  const before = prose.text.slice(block.start, at.start + 1);
  const start = [...endsIn(prose, before, block.start)].at(-1);
  const [end] = endsIn(prose, prose.text.slice(at.end, block.end), at.end);
  return span(start?.next ?? block.start, end?.stop ?? block.end);
}

interface End {
  /** After the stop. */
  readonly stop: number;
  /** Where the next sentence begins. */
  readonly next: number;
}

function* endsIn(prose: Prose, text: string, offset: number): Iterable<End> {
  for (const { index, 0: end, groups } of text.matchAll(END)) {
    const cited = groups!.cited;
    const next = offset + index + end.length;
    // On the line, a digit after a point is a part of a number.
    if (cited && prose.scriptAt(next - 2) !== 'super') continue;
    yield { stop: offset + index + 1, next };
  }
}

/** A stop, the marks of the works that are cited for the sentence (`, as before.⁴⁵ The`), and a capital. */
const END = new RegExp(
  String.raw`(?<!(?<!\p{L})(?:${DOTTED_WORDS}))[.!?]["”\uFFFC]?(?<cited>\[?\d[\d,–-]*\]?)? (?=\p{Lu})`,
  'gu',
);
