import { fileName } from '../../base/uris';
import { formatReference, shortLabel } from '../../bibliography/format';
import type { Reference } from '../../bibliography/reference';
import { MAX_RESULTS, ReferenceSearch } from '../../bibliography/search';
import { speciesAmong } from '../../paper/paper';
import type { Loaded } from '../../workspace/workspace';
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

/** References that match all words of the query, the manuscript's own before the bundled; for an empty query those that fit the place. */
export function searchCitable(loaded: Loaded, offset: number, query: string): readonly Citable[] {
  const { all, byReference, search } = indexOf(loaded);
  if (query.trim() === '') return fitting(loaded, offset, all).slice(0, MAX_RESULTS);
  const hits = search.find(query).flatMap((reference) => byReference.get(reference) ?? []);
  return [...hits.filter((c) => c.source === 'workspace'), ...hits.filter((c) => c.source === 'bundled')];
}

interface CitableIndex {
  readonly all: readonly Citable[];
  readonly byReference: ReadonlyMap<Reference, Citable>;
  readonly search: ReferenceSearch;
}

/** Kept as long as the bibliography stays the same, so that typing in the picker does not index it anew. */
const INDICES = new WeakMap<Loaded['bibliography'], CitableIndex>();

function indexOf(loaded: Loaded): CitableIndex {
  const known = INDICES.get(loaded.bibliography);
  if (known) return known;
  const all = citable(loaded);
  const index = {
    all,
    byReference: new Map(all.map((c) => [c.reference, c])),
    search: new ReferenceSearch(all.map((c) => c.reference)),
  };
  INDICES.set(loaded.bibliography, index);
  return index;
}

/** The manuscript's own entries first; bundled ones only where the manuscript does not have the work already. */
export function citable({ bibliography, project }: Loaded): Citable[] {
  const own = [...bibliography.entries].map(({ uri, entry }): Citable => {
    const { reference } = entry;
    return { id: `own:${reference.key}`, reference, source: 'workspace', origin: fileName(uri) };
  });
  const dois = new Set(own.flatMap((c) => c.reference.doi?.toLowerCase() ?? []));
  const bundled = project.catalogue.references
    .filter((reference) => !reference.doi || !dois.has(reference.doi.toLowerCase()))
    .map((reference): Citable => ({ id: bundledId(reference.key), reference, source: 'bundled', origin: 'bundled' }));
  return [...own, ...bundled];
}

/** What is cited in this block, then the sources behind the species in it, then the manuscript's other entries. */
function fitting({ paper, project }: Loaded, offset: number, all: readonly Citable[]): Citable[] {
  const { prose } = paper.manuscript;
  const block = prose.blockAt(prose.toProse(offset) ?? prose.text.length);
  const near = block ? paper.mentionsIn(block) : [];
  const cited = near.flatMap((m) => (m.kind === 'citation' ? [`own:${m.key}`] : []));
  const species = speciesAmong(near);
  const behind = [...species].flatMap((id) => {
    const { roles = [], properties = [] } = project.catalogue.byId(id) ?? {};
    const sources = [...roles, ...properties].flatMap((r) => r.sources);
    return sources.flatMap((s) => [s.ref, ...(s.citing ?? [])]).map(bundledId);
  });
  const rank = new Map([...cited, ...behind].reverse().map((id, i) => [id, -i - 1]));
  const order = (c: Citable) => rank.get(c.id) ?? (c.source === 'workspace' ? 1 : 2);
  return [...all].sort((a, b) => order(a) - order(b));
}

export const labelOf = ({ reference }: Citable): string => shortLabel(reference);

export const detailOf = ({ reference }: Citable): string =>
  [reference.title, reference.container].filter((part) => part !== undefined).join(' · ') || formatReference(reference);
