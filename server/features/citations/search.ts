import { fileName } from '../../base/uris';
import { formatReference, shortLabel } from '../../bibliography/format';
import type { Reference } from '../../bibliography/reference';
import { MAX_RESULTS, ReferenceSearch } from '../../bibliography/search';
import type { Catalogue } from '../../knowledge/catalogue';
import { sameNames } from '../../knowledge/sameNames';
import { speciesAmong } from '../../manuscript/fileAnalysis';
import type { ManuscriptContext } from '../../workspace/workspace';
import { bundledId } from './bundledId';

/** A reference that can be cited, and where it comes from. */
export interface Citable {
  /** Names it among the citable ones of the manuscript. */
  readonly id: string;
  readonly reference: Reference;
  readonly source: 'workspace' | 'bundled';
  /** Name of its file, or `bundled`. */
  readonly origin: string;
}

export interface FoundCitable {
  /** Best first. */
  readonly found: readonly Citable[];
  /** None holds all that was typed: these hold most of it. */
  readonly isNearest: boolean;
}

/** References that match the query, of equal ones the manuscript's own before the bundled; for an empty query those that fit the place. */
export function searchCitable(context: ManuscriptContext, offset: number, query: string): FoundCitable {
  const { all, byReference, search } = indexOf(context);
  if (query.trim() === '') return { found: fitting(context, offset, all).slice(0, MAX_RESULTS), isNearest: false };
  const { references, isNearest } = search.find(query);
  return { found: references.map((reference) => byReference.get(reference)!), isNearest };
}

/** The manuscript's own entries, then the bundled ones that it does not have already. */
export const citable = (context: ManuscriptContext): readonly Citable[] => indexOf(context).all;

interface CitableIndex {
  readonly catalogue: Catalogue;
  readonly all: readonly Citable[];
  readonly byReference: ReadonlyMap<Reference, Citable>;
  readonly search: ReferenceSearch;
}

/** Kept as long as bibliography and catalogue stay the same, so that typing does not index them anew. */
const INDICES = new WeakMap<ManuscriptContext['bibliography'], CitableIndex>();

function indexOf(context: ManuscriptContext): CitableIndex {
  const { catalogue } = context.manuscript;
  const known = INDICES.get(context.bibliography);
  if (known?.catalogue === catalogue) return known;
  const { own, bundled } = gather(context);
  const all = [...own, ...bundled];
  const lists = [own, bundled].map((list) => list.map(({ reference }) => reference));
  const index = {
    catalogue,
    all,
    byReference: new Map(all.map((c) => [c.reference, c])),
    search: new ReferenceSearch(lists, sameNames(catalogue)),
  };
  INDICES.set(context.bibliography, index);
  return index;
}

/** Bundled ones only where a list of references can print them, and where the manuscript does not have the work already. */
function gather({ bibliography, manuscript }: ManuscriptContext): {
  readonly own: Citable[];
  readonly bundled: Citable[];
} {
  const own = [...bibliography.entries].map(({ uri, entry }): Citable => {
    const { reference } = entry;
    return { id: `own:${reference.key}`, reference, source: 'workspace', origin: fileName(uri) };
  });
  const dois = new Set(own.flatMap((c) => c.reference.doi?.toLowerCase() ?? []));
  const bundled = manuscript.catalogue.citableReferences
    .filter((reference) => !reference.doi || !dois.has(reference.doi.toLowerCase()))
    .map((reference): Citable => ({ id: bundledId(reference.key), reference, source: 'bundled', origin: 'bundled' }));
  return { own, bundled };
}

/** What is cited in this block, then sources on the species in it, then the manuscript’s other entries. */
function fitting({ file, manuscript }: ManuscriptContext, offset: number, all: readonly Citable[]): Citable[] {
  const { prose } = file.parsed;
  const block = prose.blockAt(prose.toProse(offset) ?? prose.text.length);
  const near = block ? file.mentionsIn(block) : [];
  const cited = near.flatMap((m) => (m.kind === 'citation' ? [`own:${m.key}`] : []));
  const species = speciesAmong(near);
  const ofSpecies = [...species].flatMap((id) => {
    const { roles = [], properties = [] } = manuscript.catalogue.byId(id) ?? {};
    const sources = [...roles, ...properties].flatMap((r) => r.sources);
    return sources.flatMap((s) => [s.ref, ...(s.citing ?? [])]).map(bundledId);
  });
  const rank = new Map([...cited, ...ofSpecies].reverse().map((id, i) => [id, -i - 1]));
  const order = (c: Citable) => rank.get(c.id) ?? (c.source === 'workspace' ? 1 : 2);
  return [...all].sort((a, b) => order(a) - order(b));
}

export const labelOf = ({ reference }: Citable): string => shortLabel(reference);

export const detailOf = ({ reference }: Citable): string =>
  [reference.title, reference.container].filter((part) => part !== undefined).join(' · ') || formatReference(reference);
