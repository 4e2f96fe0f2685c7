import type { Span } from '../../base/span';
import { fieldOf } from '../../bibliography/bibtex/fields';
import { bareDoi, doiUrl } from '../../bibliography/doi';
import type { BibliographyContext } from '../../workspace/workspace';

/** An address that a stretch of a file leads to. */
export interface WebLink {
  readonly span: Span;
  readonly target: string;
}

/** The DOIs of a bibliography. */
export function webLinksIn({ bibliography }: BibliographyContext): WebLink[] {
  return bibliography.file.entries.flatMap((entry) => {
    const part = fieldOf(entry, 'doi')?.parts[0];
    const doi = part && bareDoi(part.text.replace(/\\([_%&#])/g, '$1'));
    return part && doi !== undefined ? [{ span: part.span, target: doiUrl(doi) }] : [];
  });
}
