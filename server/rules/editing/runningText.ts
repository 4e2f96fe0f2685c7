import { startOfLine } from '../../base/lines';
import type { ProseSpan, Span } from '../../base/span';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import { isCitedWork } from '../../text/citedWork';
import { linkAround } from '../../text/linkWords';
import { PART_READING } from '../../text/partReading';
import { ATOM, type Block, type BlockKind, type Prose } from '../../text/prose';
import { quotationAround } from '../../text/quotation';

/**
 * True for words of the author that others may replace: plain text of a paragraph, list item,
 * caption or footnote. Not in math, chemistry, headings, tables and references, nor in labels, links and the words of others;
 * and not where markup begins inside the stretch and ends outside it.
 */
export function isRunningText({ parsed: { prose, source, format } }: FileCandidates, at: Span): boolean {
  const block = prose.blockAt(at.start);
  if (!block || at.end > block.end || !KINDS.has(block.kind) || !PART_READING[block.part].isRunning || block.quoted)
    return false;
  if (format === 'plaintext' && block.kind === 'paragraph' && !isSentence(prose.slice(block))) return false;
  if (!isPlain(prose, at) || !prose.isWhole(at) || isQuoted(prose, at) || isNamed(prose, at)) return false;
  if (isInWork(prose.slice(block), at.start - block.start)) return false;
  return !isLabel(prose, source, block, at) && !isExplained(prose, source, block, at);
}

const KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'list-item', 'caption', 'footnote']);

/** Without markup, a line that does not end like a sentence may be a heading. */
const isSentence = (text: string): boolean => text.length > LONGEST_HEADING || /[.!?:;,)\]”"\uFFFC]$/.test(text);
const LONGEST_HEADING = 150;

/** True where every character is one of text: none of math or chemistry, no citation mark, no tab. */
export function isPlain(prose: Prose, { start, end }: ProseSpan): boolean {
  for (let i = start; i < end; i++) {
    const c = prose.text[i]!;
    if (c === ATOM || c === '\n' || c === '\t' || prose.settingAt(i) !== 'text' || prose.scriptAt(i) !== 'normal')
      return false;
  }
  return true;
}

/** `This chapter is adapted from: B. Writer, A title, J. Cells 2, 3 (2012).` */
function isInWork(text: string, at: number): boolean {
  if (text.length - at > LONGEST_WORK) return false;
  let colon = at;
  for (let tried = 0; tried < COLONS; tried++) {
    colon = text.lastIndexOf(': ', colon - 1);
    if (colon < 0 || text.length - colon > LONGEST_WORK) return false;
    if (isCitedWork(text.slice(colon + 2))) return true;
  }
  return false;
}

const LONGEST_WORK = 1_500;
/** A title may hold one as well. */
const COLONS = 3;

/** Quotes hold the words of others, or a word that the sentence is about: `the term “solid electrolyte interphase”`. */
const isQuoted = (prose: Prose, at: ProseSpan): boolean => quotationAround(prose, at) !== undefined;

/** The words of a link name what it leads to; those in `<q>` and `<cite>` are of others. */
const isNamed = (prose: Prose, at: ProseSpan): boolean => linkAround(prose, at) !== undefined;

/** `\item[SEI (film)] …`, a term before its definition, `SEI: the film`, `**The SEI.** The film`. */
function isLabel(prose: Prose, source: string, block: Block, at: ProseSpan): boolean {
  const after = prose.text.slice(at.end, block.end);
  if (block.kind === 'list-item' && after.includes('\t')) return true;
  if (block.kind === 'list-item' && TERM_ENDS.test(source.slice(prose.toSource(block).end))) return true;
  if (at.start === block.start && /^ ?(?:[:–—]|\.(?= \p{Lu}))/u.test(after)) return true;
  if (block.kind === 'caption' || block.kind === 'footnote') return false;
  return prose
    .markupAround(at)
    .some(
      ({ start, end }) =>
        start === block.start && (end === block.end || OPENS_TEXT.test(prose.text.slice(end - 1, end + 2))),
    );
}

/** True where a label is explained by words that name it again: `SEI` and the line `: The solid electrolyte interphase (SEI)`. */
function isExplained(prose: Prose, source: string, block: Block, at: ProseSpan): boolean {
  const term = termOf(prose, source, block, at);
  return term !== undefined && term.length > 1 && prose.slice(at).includes(term);
}

/** True in the words before a colon with which a block begins: `SEI growth: The solid electrolyte interphase (SEI) grows`. */
export function isInLabel(prose: Prose, at: ProseSpan): boolean {
  const { start } = prose.blockAt(at.start)!;
  const label = LABEL.exec(prose.text.slice(start, start + LONGEST_LABEL))?.[1];
  return label !== undefined && at.end <= start + label.length;
}

/** The label of the block before the stretch, or the line before a line that begins with a colon. */
function termOf(prose: Prose, source: string, block: Block, at: ProseSpan): string | undefined {
  const label = LABEL.exec(prose.text.slice(block.start, Math.min(at.start, block.start + LONGEST_LABEL)))?.[1];
  if (label !== undefined) return label;
  const { start } = prose.toSource({ start: block.start, end: block.start + 1 });
  if (!EXPLAINS.test(source.slice(startOfLine(source, start), start))) return undefined;
  const before = block.start > 1 ? prose.blockAt(block.start - 2) : undefined;
  return before && prose.slice(before).trim();
}

/** `SEI⇥`, `SEI: ` */
const LABEL = /^([^\t:]{1,60}?)(?:\t|: | [–—] )/;
const LONGEST_LABEL = 70;
const EXPLAINS = /^\s{0,3}[:~]\s+$/;

/** A line that begins with a colon explains the one before, in a definition list of Markdown. */
const TERM_ENDS = /^[^\n]*\n{1,2}\s{0,3}[:~]\s/;

/** The end of words set apart at the beginning of a paragraph: `.**`, `**:`, `:**` */
const OPENS_TEXT = /^[.:]|^.[.:]|^. [–—]/;
