import { isSupplement } from './parts';
import type { Block, DocumentPart } from './prose';

/** The parts of blocks as they turn out once the whole document is known. */
export function wholeParts(blocks: readonly Block[], text: string): readonly Block[] {
  return withoutAnnouncement(withoutTextInLists(blocks, text), text);
}

/** An abbreviation list ends where sentences begin, whatever heading it has. */
function withoutTextInLists(blocks: readonly Block[], text: string): readonly Block[] {
  let ended = false;
  return blocks.map((block) => {
    if (block.part !== 'abbreviations' || block.kind === 'heading') {
      ended = false;
      return block;
    }
    ended ||= block.kind === 'paragraph' && SENTENCES.test(text.slice(block.start, block.end));
    return ended ? { ...block, part: 'body' } : block;
  });
}

/** Two sentences at least, the first of which begins with an ordinary word and has no colon or the like. */
const SENTENCES = /^\p{Lu}\p{Ll}* \p{Ll}[^:=;\t]{8,}\p{Ll}\. \p{Lu}/u;

/**
 * “Supporting Information” with a few paragraphs and then acknowledgements or references announces a supplement, which is
 * in another file or after the references. It is not the supplement itself, and what it defines counts nowhere.
 */
function withoutAnnouncement(blocks: readonly Block[], text: string): readonly Block[] {
  const body = blocks.findIndex(({ part }) => part === 'body');
  const start = blocks.findIndex(({ part }, i) => i > body && part === SUPPLEMENT);
  const heading = blocks[start];
  if (body < 0 || heading?.kind !== 'heading') return blocks;
  if (!isSupplement(text.slice(heading.start, heading.end))) return blocks;
  const end = blocks.findIndex(({ part, kind }, i) => i > start && (part !== SUPPLEMENT || kind !== 'paragraph'));
  if (end < 0 || end - start > 1 + MOST_PARAGRAPHS || !CLOSING.has(blocks[end]!.part)) return blocks;
  return blocks.map((block, i) => (i >= start && i < end ? { ...block, part: 'back-matter' } : block));
}

const SUPPLEMENT: DocumentPart = 'supporting-information';
const MOST_PARAGRAPHS = 4;
const CLOSING: ReadonlySet<DocumentPart> = new Set<DocumentPart>(['acknowledgements', 'references', 'back-matter']);
