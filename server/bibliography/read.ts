import { parseBib } from './bibtex/parse';
import { parseCslJson } from './cslJson';
import { parseHayagriva } from './hayagriva';
import type { BibliographyFile } from './reference';

/** Reads a bibliography by the ending of its path: `.json` CSL-JSON, `.yml` and `.yaml` Hayagriva or CSL-YAML, else BibTeX. `macros`: `@string` of the files before it. */
export function readBibliography(path: string, text: string, macros?: ReadonlyMap<string, string>): BibliographyFile {
  if (/\.json$/i.test(path)) return parseCslJson(text);
  if (/\.ya?ml$/i.test(path)) return parseHayagriva(text);
  return parseBib(text, macros);
}
