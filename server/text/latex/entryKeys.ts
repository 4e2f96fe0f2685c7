import { span } from '../../base/span';
import type { CitationKey } from '../parsedFile';

/**
 * Where a file names entries of a glossary, in source order: the keys that were `read`, and those in commands that show nothing, in
 * macros of the writer's own and in cross-references of entries (`see={sei}`). Parameters of macros are not keys.
 */
export function entryKeysIn(
  source: string,
  read: readonly CitationKey[],
  entries: ReadonlyMap<string, unknown>,
): readonly CitationKey[] {
  const found = new Map(read.map((key) => [key.span.start, key]));
  for (const match of source.matchAll(NAMES_ENTRIES)) {
    for (const key of keysFrom(source, match.index + match[0].length)) found.set(key.span.start, key);
  }
  if (entries.size > 0) {
    for (const match of source.matchAll(REFERS)) {
      const keys = keysFrom(source, match.index + match[0].length);
      for (const key of keys) if (entries.has(key.key)) found.set(key.span.start, key);
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The keys between `from` and the brace that closes the list. */
function keysFrom(source: string, from: number): CitationKey[] {
  const close = source.slice(from, from + LONGEST_LIST).search(/[{}\\#%]/);
  if (close < 0 || source[from + close] !== '}') return [];
  let at = from;
  return source
    .slice(from, from + close)
    .split(',')
    .flatMap((part) => {
      const key = part.trim();
      const start = at + part.indexOf(key);
      at += part.length + 1;
      return key === '' ? [] : [{ key, span: span(start, start + key.length) }];
    });
}

/** Commands of glossaries, acronym and acro whose first argument is a key, or several; those of a plural form among them. */
const NAMES_ENTRIES =
  /\\(?:[gG]ls(?:pl|desc|text|name|first|symbol|plural|add|link|disp|reset|unset|localreset|localunset|hyperlink|entry[a-z]+|xtr(?:short|long|full)(?:pl)?|fmt(?:short|long|full)(?:pl)?)?|GLS(?:pl)?|[aA]cr(?:short|long|full)(?:pl)?|i?[aA]c[sflp]?[piu]?\*?|acuse|acused|acreset|acroplural|newacroplural|acrodefplural|ifglsused|glsdoifexists)[*+]?(?:\[[^\][{}]{0,200}\])?\{/g;
const REFERS = /[[{,\s](?:see|seealso|alias|parent)\s?=\s?\{(?:\[[^\][{}]{0,60}\])?/g;
const LONGEST_LIST = 300;
