import { groupBy } from '../../server/base/groupBy';
import { isComplete } from '../../server/bibliography/complete';
import type { Source } from '../../server/knowledge/species';
import { percent } from './percent';
import type { DataFolder } from './readFolder';

/** Works from which the most values and the most roles come, with their share, and how many references can be printed. */
export function* sourceShares({ species: records, references }: DataFolder): Generator<string> {
  const species = records.map((record) => record.species);
  const values = species.flatMap((s) => s.properties ?? []);
  const roles = species.flatMap((s) => s.roles ?? []);
  const withRole = species.filter((s) => s.roles).length;
  yield `values by source: ${shares(values)}`;
  yield `roles ${roles.length} on ${withRole} species; by source: ${shares(roles)}`;
  const complete = references.filter(({ reference }) => isComplete(reference)).length;
  yield `complete references ${complete} of ${references.length}, ${percent(complete, references.length)}`;
}

/** The five works that most of these rest on; an item of two sources counts for each. */
function shares(items: readonly { readonly sources: readonly Source[] }[]): string {
  const sources = items.flatMap((item) => item.sources);
  const counts = [...groupBy(sources, ({ ref }) => ref)].map(([ref, of]): [string, number] => [ref, of.length]);
  const most = counts.sort((a, b) => b[1] - a[1]).slice(0, 5);
  return `${counts.length} works; ${most.map(([ref, n]) => `${ref} ${percent(n, sources.length)}`).join(', ')}`;
}
