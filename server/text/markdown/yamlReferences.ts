import { type Span, span } from '../../base/span';

/** A block of YAML, at the head of a manuscript or further down as Pandoc allows. Group 1 is its content. */
const METADATA = /^---[ \t]*\r?\n(?!\s*\n)([\s\S]*?)^(?:---|\.\.\.)[ \t]*\r?$/gm;

/** The key and what is indented under it, or listed. */
const REFERENCES = /^references[ \t]*:[ \t]*\r?\n(?:(?:[ \t-][^\n]*|\r?)(?:\n|$))*/m;

/** Lists of works in the metadata of a manuscript, from the key `references:` to their end. */
export function yamlReferences(source: string): Span[] {
  if (!/^references[ \t]*:/m.test(source)) return [];
  return [...source.matchAll(METADATA)].flatMap(({ index, 0: block, 1: content = '' }) => {
    const found = REFERENCES.exec(content);
    const from = index + block.indexOf('\n') + 1 + (found?.index ?? 0);
    return found ? [span(from, from + found[0].length)] : [];
  });
}
