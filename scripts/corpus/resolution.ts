import { flat } from '../../server/base/script';
import { parseFormula } from '../../server/chemistry/formula';
import type { Catalogue } from '../../server/knowledge/catalogue';
import type { JudgedMention, ScannedFile } from './scan';

export interface Resolution {
  /** Of all mentions of species. */
  readonly total: Share;
  /** By what they are. */
  readonly kinds: Readonly<Record<'elements and their ions' | 'other formulas' | 'names' | 'abbreviations', Share>>;
  /** Most frequent first. */
  readonly unresolved: readonly { readonly text: string; readonly kind: string; readonly count: number }[];
}

export interface Share {
  all: number;
  /** Those that have a record in the catalogue. */
  resolved: number;
}

/**
 * How many mentions of species have a record: distinct texts, weighted by how often they occur. Mentions of species are
 * formulas, elements and ions among them, names, and the abbreviations that stand for a species or a formula.
 */
export function resolutionOf(files: readonly ScannedFile[], catalogue: Catalogue): Resolution {
  const unresolved = new Map<string, { text: string; kind: string; count: number }>();
  const kinds = {
    'elements and their ions': { all: 0, resolved: 0 },
    'other formulas': { all: 0, resolved: 0 },
    names: { all: 0, resolved: 0 },
    abbreviations: { all: 0, resolved: 0 },
  };
  for (const { prose, mentions } of files) {
    for (const mention of mentions) {
      if (!isOfSpecies(mention)) continue;
      const share = kinds[kindOf(mention)];
      share.all++;
      if (mention.species && catalogue.byId(mention.species)) share.resolved++;
      else {
        const text = prose.slice(mention.prose);
        const of = unresolved.get(text) ?? { text, kind: mention.kind, count: 0 };
        of.count++;
        unresolved.set(text, of);
      }
    }
  }
  const total = {
    all: Object.values(kinds).reduce((sum, { all }) => sum + all, 0),
    resolved: Object.values(kinds).reduce((sum, { resolved }) => sum + resolved, 0),
  };
  return { total, kinds, unresolved: [...unresolved.values()].sort((a, b) => b.count - a.count) };
}

function isOfSpecies(mention: JudgedMention): mention is SpeciesMention {
  if (mention.kind !== 'abbreviation') return mention.kind === 'formula' || mention.kind === 'name';
  return mention.species !== undefined || parseFormula(flat(mention.expansion ?? '')).ok;
}

type SpeciesMention = Extract<JudgedMention, { kind: 'formula' | 'name' | 'abbreviation' }>;

function kindOf(mention: SpeciesMention): keyof Resolution['kinds'] {
  if (mention.kind === 'formula') return isElement(mention) ? 'elements and their ions' : 'other formulas';
  return mention.kind === 'name' ? 'names' : 'abbreviations';
}

/** An atom or an ion of one: symbols of the periodic table rather than substances of the field. */
const isElement = (mention: SpeciesMention): boolean =>
  mention.kind === 'formula' && Object.values(mention.formula.composition ?? {}).join() === '1';
