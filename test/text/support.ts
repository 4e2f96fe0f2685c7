import assert from 'node:assert/strict';
import { span } from '../../server/base/span';
import type { ParsedFile } from '../../server/text/parsedFile';

/** Blocks as `part kind: text`, with level, table and row where they have one. */
export const blocksOf = ({ prose }: ParsedFile): string[] =>
  prose.blocks.map((block) => {
    const more = [block.level, block.table, block.row].filter((n) => n !== undefined).join('.');
    return `${block.part} ${block.kind}${more && ` ${more}`}: ${prose.slice(block)}`;
  });

/** The text of the only block, or of all joined by a line break. */
export const textOf = ({ prose }: ParsedFile): string => prose.blocks.map((block) => prose.slice(block)).join('\n');

/** The text with raised and lowered characters marked: `LiPF_{6}^{−}`. */
export function scripted({ prose }: ParsedFile): string {
  let marked = '';
  let before = 'normal';
  for (let i = 0; i < prose.text.length - 1; i++) {
    const script = prose.scriptAt(i);
    if (script !== before) {
      if (before !== 'normal') marked += '}';
      if (script !== 'normal') marked += script === 'sub' ? '_{' : '^{';
      before = script;
    }
    marked += prose.text[i];
  }
  return before === 'normal' ? marked : `${marked}}`;
}

/** What the source holds where the prose reads `text`, at its first place. */
export function sourceOf({ prose, source }: ParsedFile, text: string): string {
  const at = prose.text.indexOf(text);
  assert.notEqual(at, -1, `${text} is not read in ${JSON.stringify(prose.text)}`);
  const { start, end } = prose.toSource(span(at, at + text.length));
  return source.slice(start, end);
}

/** Fails where a range of the manuscript lies outside its source or its prose, or blocks overlap. */
export function checkRanges(parsed: ParsedFile): void {
  const { source, prose } = parsed;
  const inside = (range: { start: number; end: number }, length: number, what: string) =>
    assert.ok(
      range.start >= 0 && range.start <= range.end && range.end <= length,
      `${what} ${range.start}–${range.end}`,
    );
  let last = 0;
  for (const block of prose.blocks) {
    inside(block, prose.text.length, 'block');
    assert.ok(block.start >= last, 'blocks follow each other');
    last = block.end;
    inside(prose.toSource(block), source.length, 'source of a block');
  }
  for (let i = 0; i < prose.text.length; i++) inside(prose.toSource(span(i, i + 1)), source.length, `source of ${i}`);
  for (const { span: at, prose: mark } of [...parsed.citations, ...parsed.glossaryUses]) {
    inside(at, source.length, 'use');
    inside(mark, prose.text.length, 'mark');
  }
  for (const { keys } of parsed.citations) {
    for (const { key, span: at } of keys) assert.equal(source.slice(at.start, at.end), key);
  }
  for (const { shortSpan, longSpan, span: at } of parsed.declarations) {
    for (const range of [shortSpan, longSpan, at]) inside(range, source.length, 'declaration');
  }
  for (const { span: at } of [...parsed.comments, ...parsed.includes, ...parsed.bibliographies]) {
    inside(at, source.length, 'range');
  }
}
