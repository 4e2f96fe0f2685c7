import { isComplete } from '../../bibliography/complete';
import type { Reference } from '../../bibliography/reference';
import type { Species } from '../../knowledge/species';
import { speciesOf } from '../../manuscript/mention';
import type { ManuscriptContext } from '../../workspace/workspace';

/** Bundled references that say something of the species at a source offset and that a list of references can print. */
export interface SpeciesSources {
  /** As the manuscript calls it there. */
  readonly name: string;
  /** After the name, where a citation goes. */
  readonly offset: number;
  readonly references: readonly Reference[];
}

export function sourcesAt({ file, manuscript }: ManuscriptContext, offset: number): SpeciesSources | undefined {
  for (const mention of file.mentionsAt(offset)) {
    const id = speciesOf(mention);
    const species = id === undefined ? undefined : manuscript.catalogue.byId(id);
    if (!species) continue;
    const references = keysOf(species)
      .flatMap((key) => manuscript.catalogue.reference(key) ?? [])
      .filter(isComplete);
    if (references.length === 0) return undefined;
    return { name: file.parsed.prose.slice(mention.prose), offset: mention.source.end, references };
  }
  return undefined;
}

/** What is said of its role first, then its figures. */
function keysOf({ roles = [], properties = [] }: Species): string[] {
  const sources = [...roles, ...properties].flatMap(({ sources: of }) => of);
  return [...new Set(sources.map(({ ref }) => ref))];
}
