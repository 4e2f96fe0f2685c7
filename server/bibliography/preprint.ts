import { fieldOf, fieldText } from './bibtex/fields';
import type { Entry } from './reference';

/** arXiv, bioRxiv, ChemRxiv, Preprints.org, Research Square, SSRN. */
const PREPRINT_DOI = /^10\.(?:48550|1101|26434|20944|21203|2139)\//;
const PREPRINT = /\b(?:arxiv|biorxiv|chemrxiv|medrxiv|preprint|research square|ssrn)\b/i;

/** True for a work that an archive of preprints holds, and that does not say where it was published. */
export function isPreprint(entry: Entry): boolean {
  const { doi, container } = entry.reference;
  if (container !== undefined) return PREPRINT.test(container);
  if (doi !== undefined) return PREPRINT_DOI.test(doi);
  if (fieldOf(entry, 'eprint', 'arxivid')) return true;
  const said = fieldOf(entry, 'publisher', 'howpublished', 'note', 'url');
  return said !== undefined && PREPRINT.test(fieldText(said));
}
