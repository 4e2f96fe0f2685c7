import { type Span, span } from '../../base/span';

/** A block of YAML, at the head of a manuscript or further down as Pandoc allows. Group 1 is its content. */
const METADATA = /^---[ \t]*\r?\n(?!\s*\n)([\s\S]*?)^(?:---|\.\.\.)[ \t]*\r?$/gm;

/** The key and what is indented under it, or listed. */
const REFERENCES = /^references[ \t]*:[ \t]*\r?\n(?:(?:[ \t-][^\n]*|\r?)(?:\n|$))*/m;

/** After a block of YAML that begins at a line and holds a list of works; undefined where none does. Its lines are not read as text. */
export function yamlReferencesEnd(source: string, start: number): number | undefined {
  METADATA_AT.lastIndex = start;
  const block = METADATA_AT.exec(source);
  return block && REFERENCES.test(block[1]!) ? start + block[0].length : undefined;
}

const METADATA_AT = new RegExp(METADATA.source, 'my');

/** Lists of works in the metadata of a manuscript, from the key `references:` to their end. */
export function yamlReferences(source: string): Span[] {
  if (!/^references[ \t]*:/m.test(source)) return [];
  return [...source.matchAll(METADATA)].flatMap(({ index, 0: block, 1: content = '' }) => {
    const found = REFERENCES.exec(content);
    const from = index + block.indexOf('\n') + 1 + (found?.index ?? 0);
    return found ? [span(from, from + found[0].length)] : [];
  });
}
