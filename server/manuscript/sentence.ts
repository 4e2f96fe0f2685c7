import { type ProseSpan, span } from '../base/span';
import { DOTTED_WORDS } from '../text/dottedWords';
import type { Prose } from '../text/prose';

/** The stretch around a place up to the ends of its sentence, within its block. */
export function sentenceAt(prose: Prose, at: ProseSpan): ProseSpan {
  const block = prose.blockAt(at.start);
  if (!block) return at;
  const before = prose.text.slice(block.start, at.start);
  const after = prose.text.slice(at.end, block.end);
  const start = [...before.matchAll(END)].at(-1);
  const end = END_ONCE.exec(after);
  return span(block.start + (start ? start.index + start[0].length : 0), end ? at.end + end.index + 1 : block.end);
}

const END = new RegExp(String.raw`(?<!(?<!\p{L})(?:${DOTTED_WORDS}))[.!?]["”\uFFFC]? (?=\p{Lu})`, 'gu');
const END_ONCE = new RegExp(END.source, 'u');
