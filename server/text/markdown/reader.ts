import { type Span, span } from '../../base/span';
import type { ParsedFile } from '../parsedFile';
import { ProseBuilder } from '../proseBuilder';
import { isCaption } from '../structure';
import { abbreviationRows } from './abbreviationRows';
import type { MarkdownBlock } from './block';
import { splitBlocks } from './blocks/splitter';
import { figuresOf } from './figures';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { glossaryOf, readDeclared, writeDeclared } from './glossary';
import { InlineReader } from './inline/reader';
import { type PlacedBlock, placeBlocks } from './roles';
import { yamlReferences } from './yamlReferences';

/**
 * Reads Markdown as Pandoc, Quarto, R Markdown and MyST write it, and as converters make it from PDFs. Never throws.
 * `context` holds the abbreviations that other files declare.
 */
export function readMarkdown(source: string, context = ''): ParsedFile {
  const head = readFrontMatter(source);
  const split = splitBlocks(source, head.end);
  const placed = placeBlocks(source, split.blocks, {
    title: head.texts.some(({ role }) => role.kind === 'title'),
    abstract: head.texts.some(({ role }) => role.part === 'abstract'),
  });
  const declarations = [...head.declarations, ...split.declarations];
  const prose = new ProseBuilder(source);
  const inline = new InlineReader(
    source,
    prose,
    glossaryOf([...declarations, ...readDeclared(context)]),
    tableNumbers(split.blocks),
  );
  readHead(head, inline);
  readBody(source, placed, inline);
  const { found } = inline;
  const inOrder = <T extends { readonly span: Span }>(items: T[]) => items.sort((a, b) => a.span.start - b.span.start);
  return {
    format: 'markdown',
    source,
    prose: prose.build(),
    comments: inOrder([...split.comments, ...found.comments]),
    citations: found.citations,
    declarations: inOrder([...declarations, ...found.declarations]),
    glossaryUses: found.glossaryUses,
    entryKeys: found.entryKeys,
    termKeys: new Set(),
    glossaries: head.glossaries,
    includes: inOrder([...split.includes, ...found.includes]),
    bibliographies: [...head.bibliographies, ...split.bibliographies],
    packages: new Set(),
    bibitems: [],
    yamlReferences: yamlReferences(source),
    definitions: writeDeclared(declarations),
  };
}

/** Counts on after the last table that is written in Markdown. */
function tableNumbers(blocks: readonly MarkdownBlock[]): () => number {
  let last = blocks.findLast((block) => block.table !== undefined)?.table ?? -1;
  return () => ++last;
}

function readHead(head: FrontMatter, inline: InlineReader): void {
  for (const { role, span: text } of head.texts) inline.block(role, [text]);
}

function readBody(source: string, placed: readonly PlacedBlock[], inline: InlineReader): void {
  placed.forEach(({ block, role }, i) => {
    const whole = span(role.kind === 'heading' ? (block.marker ?? block.start) : block.start, block.end);
    if (block.kind === 'equation') inline.equation(role.part, block);
    else if (role.part === 'abbreviations' && role.kind !== 'heading' && role.kind !== 'caption') {
      for (const row of abbreviationRows(source, block, placed[i + 1]?.block)) {
        inline.block({ kind: 'list-item', part: role.part }, row, block.quotes, '\t');
      }
    } else if (block.cells) {
      for (const cell of block.cells) inline.block(role, cell, block.quotes);
    } else if (block.kind === 'paragraph' && source.startsWith('![', block.start)) {
      const { captions, rest } = figuresOf(source, whole);
      for (const caption of captions) inline.block({ kind: 'caption', part: role.part }, [caption], block.quotes);
      const restIsCaption = rest && isCaption(source.slice(rest.start, rest.end));
      if (rest) inline.block(restIsCaption ? { kind: 'caption', part: role.part } : role, [rest], block.quotes);
    } else inline.block(role, [whole], block.quotes);
  });
}
