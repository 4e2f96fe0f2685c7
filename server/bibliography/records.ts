import { parseBib } from './bibtex/parse';
import { fromCsl, isRecord } from './csl';
import { bareDoi } from './doi';
import { ENDNOTE } from './endNote';
import { PUBMED } from './pubMed';
import type { Reference } from './reference';
import { RIS } from './ris';
import { readTagged } from './tagged';

/** A work as a person copies it from somewhere, and the text that says it. */
export interface WorkRecord {
  readonly reference: Reference;
  readonly text: string;
}

/** Longer texts are files. */
const LONGEST = 200_000;

/** Works in a text that is BibTeX, RIS, EndNote, PubMed or CSL-JSON; none where it is something else. Line ends may be lost, as in a box of one line. */
export function readRecords(text: string): readonly WorkRecord[] {
  const record = text.trim();
  if (record.length > LONGEST) return [];
  if (/^@\s*\w+\s*[{(]/.test(record)) {
    const { entries } = parseBib(record);
    return entries.map(({ reference, span }) => ({ reference, text: record.slice(span.start, span.end) }));
  }
  if (/^TY {1,2}- ?/.test(record)) return readTagged(record, RIS);
  if (/^%0[ \t]/.test(record)) return readTagged(record, ENDNOTE);
  if (/^PMID ?- ?\d/.test(record)) return readTagged(record, PUBMED);
  return /^[[{]/.test(record) ? readCsl(record) : [];
}

/** The one work that a text says: a record or a bare DOI. */
export function readRecord(text: string): Reference | undefined {
  const doi = bareDoi(text);
  return doi === undefined ? readRecords(text)[0]?.reference : stubOf(doi);
}

/** A work of which nothing is known but its DOI. */
export const stubOf = (doi: string): Reference => ({
  key: `doi-${doi.slice(doi.indexOf('/') + 1).replace(/[^A-Za-z0-9]+/g, '-')}`.replace(/-$/, ''),
  type: 'document',
  authors: [],
  doi,
});

/** True for a work of which only the DOI is known. */
export const isStub = ({ doi, title, authors, editors, container }: Reference): boolean =>
  doi !== undefined && title === undefined && authors.length === 0 && !editors?.length && container === undefined;

/** An item as `doi.org` and managers give it: that of `doi.org` has no `id`. */
function readCsl(json: string): readonly WorkRecord[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  return [parsed].flat().flatMap((item: unknown) => {
    if (!isRecord(item) || (item.title === undefined && item.DOI === undefined)) return [];
    const reference = fromCsl({ ...item, id: item.id ?? item.DOI ?? 'work' });
    return reference ? [{ reference, text: JSON.stringify(item) }] : [];
  });
}
