import { span } from '../../base/span';
import type { CitationKey } from '../parsedFile';

/**
 * Where a file names entries of a glossary, in source order: the keys that were `read`, and those in commands that show nothing and in
 * macros of the writer's own. Parameters of macros are no keys.
 */
export function entryKeysIn(source: string, read: readonly CitationKey[]): readonly CitationKey[] {
  const found = new Map(read.map((key) => [key.span.start, key]));
  for (const match of source.matchAll(NAMES_ENTRIES)) {
    let at = match.index + match[0].length;
    const close = source.slice(at, at + LONGEST_LIST).search(/[{}\\#%]/);
    if (close < 0 || source[at + close] !== '}') continue;
    for (const part of source.slice(at, at + close).split(',')) {
      const key = part.trim();
      const start = at + part.indexOf(key);
      if (key !== '') found.set(start, { key, span: span(start, start + key.length) });
      at += part.length + 1;
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Commands of glossaries, acronym and acro whose first argument is a key, or several; those of a plural form among them. */
const NAMES_ENTRIES =
  /\\(?:[gG]ls(?:pl|desc|text|name|first|symbol|plural|add|link|disp|reset|unset|localreset|localunset|hyperlink|entry[a-z]+|xtr(?:short|long|full)(?:pl)?|fmt(?:short|long|full)(?:pl)?)?|GLS(?:pl)?|[aA]cr(?:short|long|full)(?:pl)?|i?[aA]c[sflp]?[piu]?\*?|acuse|acused|acreset|acroplural|newacroplural|acrodefplural|ifglsused|glsdoifexists)[*+]?(?:\[[^\][{}]{0,200}\])?\{/g;
const LONGEST_LIST = 300;
