import { detex } from './bibtex/detex';
import { HAS_HTML, htmlToTex } from './bibtex/htmlToTex';

/** Plain text that may hold tags and entities of HTML, as titles of publishers and Crossref do: `Li<sub>2</sub>S` → `Li₂S`. */
export const htmlTitle = (title: string): string =>
  HAS_HTML.test(title)
    ? detex(htmlToTex(title.replace(/[\\{}$%#_^~]/g, (special) => ESCAPED[special] ?? `\\${special}`)))
    : title;

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '^': '{\\textasciicircum}',
  '~': '{\\textasciitilde}',
};
