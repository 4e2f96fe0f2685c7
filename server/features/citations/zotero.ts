import { parseBib } from '../../bibliography/bibtex/parse';
import { bareDoi } from '../../bibliography/doi';
import { distinctBy } from '../../bibliography/identity';
import { readRecords } from '../../bibliography/records';
import { MAX_RESULTS, ReferenceSearch } from '../../bibliography/search';
import { sameNames } from '../../knowledge/sameNames';
import type { ZoteroQuery } from '../../workspace/runtime';
import type { ManuscriptContext } from '../../workspace/workspace';
import { type Citable, citable, type FoundCitable, type WorkSource } from './search';
import { zoteroId } from './workIds';

/** Longer texts are not searched for. */
const LONGEST_QUERY = 200;

/** What Zotero is asked for; undefined where nothing is typed that it could find: its search wants words and years as they are. */
export function zoteroQuery(typed: string): ZoteroQuery | undefined {
  if (typed.length > LONGEST_QUERY || readRecords(typed).length > 0) return undefined;
  const doi = bareDoi(typed);
  if (doi !== undefined) return { text: doi, inAllFields: true };
  const text = typed
    .replace(/\bet al\b|\band\b|[^\p{L}\p{M}\p{N}\s-]/giu, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  return text.length < 2 ? undefined : { text, inAllFields: false };
}

/** Works of Zotero’s answer that the manuscript does not have, among those that were found; undefined where it is not BibTeX. */
export function withZotero(
  { found, isNearest }: FoundCitable,
  bibtex: string,
  context: ManuscriptContext,
  query: string,
): FoundCitable | undefined {
  const { entries } = parseBib(bibtex);
  if (entries.length === 0) return bibtex.trim() === '' ? { found, isNearest } : undefined;
  const works = entries.map(({ reference, span }): Citable => {
    const id = zoteroId(bibtex.slice(span.start, span.end));
    return { id, reference, source: 'zotero', origin: 'Zotero' };
  });
  const theirs = distinctBy([citable(context), works], ({ reference }) => reference)[1]!;
  if (theirs.length === 0) return { found, isNearest };
  // A mere DOI is known better now.
  const others = isNearest ? [] : found.filter(({ source }) => source !== 'record');
  return { found: ranked(others, theirs, context, query).slice(0, MAX_RESULTS), isNearest: false };
}

/** As they would be found together. What Zotero found by a field that is not read here comes last. */
function ranked(
  found: readonly Citable[],
  theirs: readonly Citable[],
  { manuscript }: ManuscriptContext,
  query: string,
): readonly Citable[] {
  const all = [...found, ...theirs];
  const byReference = new Map(all.map((one) => [one.reference, one]));
  const lists = ORDER.map((source) => all.filter((one) => one.source === source));
  const search = new ReferenceSearch(
    lists.map((list) => list.map(({ reference }) => reference)),
    sameNames(manuscript.catalogue),
  );
  const { references, isNearest } = search.find(query, all.length);
  const known = isNearest ? [] : references.map((reference) => byReference.get(reference)!);
  const isRanked = new Set(known);
  return [...known, ...all.filter((one) => !isRanked.has(one))];
}

/** Of equal hits the earlier source comes first. */
const ORDER: readonly WorkSource[] = ['workspace', 'library', 'zotero', 'bundled', 'record'];
