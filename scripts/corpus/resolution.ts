import type { Catalogue } from '../../server/knowledge/catalogue';
import type { JudgedMention, ScannedFile } from './scan';

export interface Resolution {
  /** Mentions of species. */
  readonly all: number;
  /** Those of them that have a record in the catalogue. */
  readonly resolved: number;
  /** Most frequent first. */
  readonly unresolved: readonly { readonly text: string; readonly kind: string; readonly count: number }[];
}

/**
 * How many mentions of species have a record: distinct texts, weighted by how often they occur. Mentions of species are
 * formulas, elements and ions among them, names, and the abbreviations that stand for a species.
 */
export function resolutionOf(files: readonly ScannedFile[], catalogue: Catalogue): Resolution {
  const unresolved = new Map<string, { text: string; kind: string; count: number }>();
  let all = 0;
  let resolved = 0;
  for (const { prose, mentions } of files) {
    for (const mention of mentions) {
      if (!isOfSpecies(mention)) continue;
      all++;
      if (mention.species && catalogue.byId(mention.species)) resolved++;
      else {
        const text = prose.slice(mention.prose);
        const of = unresolved.get(text) ?? { text, kind: mention.kind, count: 0 };
        of.count++;
        unresolved.set(text, of);
      }
    }
  }
  return { all, resolved, unresolved: [...unresolved.values()].sort((a, b) => b.count - a.count) };
}

const isOfSpecies = (
  mention: JudgedMention,
): mention is Extract<JudgedMention, { kind: 'formula' | 'name' | 'abbreviation' }> =>
  mention.kind === 'formula' ||
  mention.kind === 'name' ||
  (mention.kind === 'abbreviation' && mention.species !== undefined);
