import { type Span, span } from '../../base/span';
import { abbreviationRows } from '../markdown/abbreviationRows';
import type { MarkdownBlock } from '../markdown/block';
import { placeBlocks } from '../markdown/roles';
import type { ParsedFile } from '../parsedFile';
import { PlainInlineReader } from '../plainInline';
import { ProseBuilder } from '../proseBuilder';
import { plainHeadingLevel } from '../structure';
import { unread } from '../unread';

/**
 * Reads text without markup: paragraphs between blank lines, and what their shape tells about them – title, authors,
 * headings, captions, lists of abbreviations and references.
 */
export function readPlainText(source: string): ParsedFile {
  const prose = new ProseBuilder(source);
  const inline = new PlainInlineReader(source, prose);
  const placed = placeBlocks(source, splitParagraphs(source), { title: false, abstract: false });
  placed.forEach(({ block, role }, i) => {
    const listed = role.part === 'abbreviations' && role.kind !== 'heading' && role.kind !== 'caption';
    const rows = listed ? abbreviationRows(source, block, placed[i + 1]?.block) : [[whole(block)]];
    for (const row of rows) {
      prose.openBlock(listed ? { kind: 'list-item', part: role.part } : role);
      for (const stretch of row) inline.read(stretch.start, stretch.end, role.part !== 'references');
    }
  });
  return { ...unread('plaintext', source), prose: prose.build(), citations: inline.citations };
}

const whole = (block: MarkdownBlock): Span => span(block.marker ?? block.start, block.end);

/** Paragraphs, and the items of lists within them. */
function splitParagraphs(source: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open: { start: number; end: number; item: boolean } | undefined;
  const close = () => {
    if (open) blocks.push({ kind: open.item ? 'list-item' : 'paragraph', quotes: 0, start: open.start, end: open.end });
    open = undefined;
  };
  for (const line of linesOf(source)) {
    const text = source.slice(line.start, Math.min(line.end, line.start + 150));
    if (line.end === line.start) close();
    else if (ITEM.test(text)) {
      close();
      open = { ...line, item: true };
    } else if (open && !standsApart(open, line, source)) open.end = line.end;
    else {
      close();
      open = { ...line, item: false };
      if (isHeadingLine(text)) close();
    }
  }
  close();
  return blocks;
}

/** Lines without the white space around them. */
function* linesOf(source: string): Generator<Span> {
  for (let at = 0; at < source.length; ) {
    const feed = source.indexOf('\n', at);
    const stop = feed < 0 ? source.length : feed;
    let start = at;
    let end = stop;
    while (start < end && source.charCodeAt(start) <= 32) start++;
    while (end > start && source.charCodeAt(end - 1) <= 32) end--;
    yield span(start, end);
    at = stop + 1;
  }
}

/** A line of a text that has one line a paragraph, as word processors write it; or a heading within such a text. */
function standsApart(open: Span, line: Span, source: string): boolean {
  const last = source.lastIndexOf('\n', open.end - 1);
  const length = open.end - Math.max(open.start, last + 1);
  return length > LONGEST_HARD_WRAP || isHeadingLine(source.slice(line.start, Math.min(line.end, line.start + 150)));
}

const isHeadingLine = (text: string): boolean => plainHeadingLevel(text) !== undefined && !ITEM.test(text);

/** Nobody wraps lines by hand that are longer. */
const LONGEST_HARD_WRAP = 240;

/** `- [1] `, `[12] `, `• `, `3. A. Author,`: but `3. Results` is a heading. */
const ITEM = /^(?:[-*•·] |(?:[-*•] )?\[\d{1,4}\] |\d{1,4}\.\s+\S.*[,.;])/;
