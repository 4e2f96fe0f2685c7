import { fileName } from '../../base/uris';
import type { LoadedBibliography } from '../../bibliography/bibliography';
import { bareDoi, normaliseDoi } from '../../bibliography/doi';
import { formatReference, shortLabel } from '../../bibliography/format';
import { distinctBy, sameWork } from '../../bibliography/identity';
import { readRecords, stubOf } from '../../bibliography/records';
import type { Reference } from '../../bibliography/reference';
import { MAX_RESULTS, ReferenceSearch } from '../../bibliography/search';
import type { Catalogue } from '../../knowledge/catalogue';
import { sameNames } from '../../knowledge/sameNames';
import { speciesAmong } from '../../manuscript/fileAnalysis';
import type { ManuscriptContext } from '../../workspace/workspace';
import { bundledId, libraryId, ownId, recordId } from './workIds';

/** The manuscript's own, the writer's library, Zotero, Interphase's own, or what was typed or pasted. */
export type WorkSource = 'workspace' | 'library' | 'zotero' | 'bundled' | 'record';

/** A reference that can be cited, and where it comes from. */
export interface Citable {
  /** Names it among the citable ones of the manuscript. */
  readonly id: string;
  readonly reference: Reference;
  readonly source: WorkSource;
  /** Name of its file; of what has none, its source. */
  readonly origin: string;
}

export interface FoundCitable {
  /** Best first. */
  readonly found: readonly Citable[];
  /** None holds all that was typed: these hold most of it. */
  readonly isNearest: boolean;
}

/**
 * References that match the query, of equal ones the manuscript's own before those of the library and the bundled ones; for an
 * empty query those that fit the place. A record that was pasted finds its work, or else is one; so does a DOI.
 */
export function searchCitable(context: ManuscriptContext, offset: number, query: string): FoundCitable {
  const index = indexOf(context);
  if (query.trim() === '')
    return { found: fitting(context, offset, index.all).slice(0, MAX_RESULTS), isNearest: false };
  const records = readRecords(query);
  if (records.length > 0)
    return { found: records.map(({ reference, text }) => asKnown(context, reference, text)), isNearest: false };
  const { references, isNearest } = index.search.find(query);
  const found = references.map((reference) => index.byReference.get(reference)!);
  const doi = bareDoi(query);
  if (doi === undefined || found.some(({ reference }) => normaliseDoi(reference.doi ?? '') === doi.toLowerCase()))
    return { found, isNearest };
  return { found: [...(isNearest ? [] : found), fromRecord(stubOf(doi), doi)], isNearest: false };
}

/** The manuscript's own entries, those of the library that it does not have, then the bundled ones that neither has. */
export const citable = (context: ManuscriptContext): readonly Citable[] => indexOf(context).all;

/** The work among all that can be cited; a new one, of which the text says all, where none of them is it. */
export function asKnown(context: ManuscriptContext, reference: Reference, text: string): Citable {
  const { journals } = context.manuscript.catalogue;
  return citable(context).find((c) => sameWork(c.reference, reference, journals)) ?? fromRecord(reference, text);
}

const fromRecord = (reference: Reference, text: string): Citable => ({
  id: recordId(text),
  reference,
  source: 'record',
  origin: 'record',
});

interface CitableIndex {
  readonly catalogue: Catalogue;
  readonly library: readonly LoadedBibliography[];
  readonly all: readonly Citable[];
  readonly byReference: ReadonlyMap<Reference, Citable>;
  /** Made at the first query: to index all words takes longer than the rest. */
  readonly search: ReferenceSearch;
}

/** Kept as long as bibliography, library and catalogue stay the same, so that typing does not index them anew. */
const INDICES = new WeakMap<ManuscriptContext['bibliography'], CitableIndex>();

function indexOf(context: ManuscriptContext): CitableIndex {
  const { catalogue } = context.manuscript;
  const library = context.library.works();
  const known = INDICES.get(context.bibliography);
  if (known?.catalogue === catalogue && known.library === library) return known;
  const gathered = gather(context);
  const all = gathered.flat();
  let search: ReferenceSearch | undefined;
  const index: CitableIndex = {
    catalogue,
    library,
    all,
    byReference: new Map(all.map((c) => [c.reference, c])),
    get search() {
      const lists = gathered.map((list) => list.map(({ reference }) => reference));
      search ??= new ReferenceSearch(lists, sameNames(catalogue));
      return search;
    },
  };
  INDICES.set(context.bibliography, index);
  return index;
}

/** Own works, those of the library, and bundled ones where a list of references can print them: each work in the first list only. */
function gather({ bibliography, manuscript, library }: ManuscriptContext): readonly Citable[][] {
  const own = [...bibliography.entries].map(({ uri, entry }): Citable => {
    const { reference } = entry;
    return { id: ownId(reference.key), reference, source: 'workspace', origin: fileName(uri) };
  });
  const listed = new Set(bibliography.files.map(({ uri }) => uri));
  const kept = library.works().flatMap(({ uri, file }) =>
    listed.has(uri)
      ? []
      : file.entries.map(({ reference }): Citable => {
          return { id: libraryId(uri, reference.key), reference, source: 'library', origin: fileName(uri) };
        }),
  );
  const bundled = manuscript.catalogue.citableReferences.map((reference): Citable => {
    return { id: bundledId(reference.key), reference, source: 'bundled', origin: 'bundled' };
  });
  return distinctBy([own, kept, bundled], ({ reference }) => reference);
}

/** What is cited in this block, then sources on the species in it, then the manuscript’s other entries. */
function fitting({ file, manuscript }: ManuscriptContext, offset: number, all: readonly Citable[]): Citable[] {
  const { prose } = file.parsed;
  const block = prose.blockAt(prose.toProse(offset) ?? prose.text.length);
  const near = block ? file.mentionsIn(block) : [];
  const cited = near.flatMap((m) => (m.kind === 'citation' ? [ownId(m.key)] : []));
  const species = speciesAmong(near);
  const ofSpecies = [...species].flatMap((id) => {
    const { roles = [], properties = [] } = manuscript.catalogue.byId(id) ?? {};
    const sources = [...roles, ...properties].flatMap((r) => r.sources);
    return sources.flatMap((s) => [s.ref, ...(s.citing ?? [])]).map(bundledId);
  });
  const rank = new Map([...cited, ...ofSpecies].reverse().map((id, i) => [id, -i - 1]));
  const order = (c: Citable) => rank.get(c.id) ?? RANKS[c.source];
  return [...all].sort((a, b) => order(a) - order(b));
}

const RANKS: Readonly<Record<WorkSource, number>> = { workspace: 1, library: 2, zotero: 3, bundled: 4, record: 5 };

export const labelOf = ({ reference }: Citable): string => shortLabel(reference);

export const detailOf = ({ reference }: Citable): string =>
  [reference.title, reference.container].filter((part) => part !== undefined).join(' · ') || formatReference(reference);
