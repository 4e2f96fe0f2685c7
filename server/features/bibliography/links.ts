import { type Span, span } from '../../base/span';
import { fieldOf } from '../../bibliography/bibtex/fields';
import { bareDoi, doiUrl } from '../../bibliography/doi';
import type { Entry } from '../../bibliography/reference';
import type { BibliographyContext } from '../../workspace/workspace';

/** Fields that name other entries of the file, one or a list. */
const LINKS = ['crossref', 'xdata', 'xref', 'related', 'entryset'];

/** Where entries name another by its key, whose case makes no difference there. */
export function linksTo(key: string, entries: readonly Entry[]): Span[] {
  const wanted = key.toLowerCase();
  return entries.flatMap((entry) =>
    LINKS.flatMap((name) => {
      const parts = fieldOf(entry, name)?.parts ?? [];
      return parts.flatMap(({ text, span: { start } }) =>
        [...text.matchAll(/[^\s,]+/g)]
          .filter(([named]) => named.toLowerCase() === wanted)
          .map(({ index, 0: named }) => span(start + index, start + index + named.length)),
      );
    }),
  );
}

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
