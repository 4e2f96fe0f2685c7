import { span } from '../base/span';
import { bareDoi, doiUrl } from '../bibliography/doi';
import type { ManuscriptContext } from '../workspace/workspace';
import type { WebLink } from './bibliography/links';

/** The DOIs that a manuscript prints, as in its list of references. Addresses on the web are links of the editor's own. */
export const doiLinks = ({ file }: ManuscriptContext): WebLink[] =>
  [...file.parsed.source.matchAll(DOI)].flatMap(({ index, 0: found }) => {
    const written = withoutEnd(found);
    const doi = bareDoi(written.replace(/\\([_%&#])/g, '$1'));
    return doi === undefined ? [] : [{ span: span(index, index + written.length), target: doiUrl(doi) }];
  });

/** Not within an address, nor after other digits. */
const DOI = /(?<![\w./-])10\.\d{4,9}\/[^\s"“”<>{}[\]]{1,200}/g;

/** Without the marks of the sentence and the bracket that it opened. */
function withoutEnd(text: string): string {
  const end = text.replace(/[.,;:*]+$/, '');
  return end.includes('(') ? end : end.replace(/\)+$/, '');
}
