import { groupBy } from '../../server/base/groupBy';
import type { Property } from '../../server/knowledge/species';
import { fillRates } from './fillRates';
import { percent } from './percent';
import type { DataFolder } from './readFolder';
import { sourceShares } from './sourceShares';

/** What the catalogue holds and where it has gaps, as text. */
export function report(data: DataFolder): string {
  const { species: records, terms, references, journals, properties } = data;
  const species = records.map((record) => record.species);
  const values = species.flatMap((s) => s.properties ?? []);
  const sources = [...values, ...species.flatMap((s) => s.roles ?? [])].flatMap((v) => v.sources);
  const inInterphases = species.filter((s) => s.roles?.some((role) => role.in === 'sei' || role.in === 'cei'));
  const conflicts = species.flatMap((s) =>
    [...new Set((s.properties ?? []).filter((p) => p.conflict).map((p) => p.property))].map((p) => `${s.id} ${p}`),
  );
  return [
    `species ${species.length}, terms ${terms.length}, references ${references.length} (${share(references, (r) => r.reference.doi !== undefined)} with DOI), journals ${Object.keys(journals).length}`,
    `values ${values.length}; ${inInterphases.length} species with a role in SEI or CEI`,
    `sources with locator ${share(sources, (s) => s.locator !== undefined)}`,
    '',
    table(
      'class',
      count(species, (s) => s.class),
    ),
    table(
      'property',
      count(values, (v) => v.property),
    ),
    table(
      'basis',
      count(values, (v) => v.basis),
    ),
    `disagreeing sources (${conflicts.length}): ${conflicts.join(', ')}`,
    '',
    'cards of the most important species',
    ...fillRates(data),
    '',
    ...sourceShares(data),
    ...unused(values, Object.keys(properties)),
  ].join('\n');
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): string {
  return percent(items.filter(holds).length, items.length);
}

const count = <T>(items: readonly T[], keyOf: (item: T) => string): [string, number][] =>
  [...groupBy(items, keyOf)].map(([key, of]): [string, number] => [key, of.length]).sort((a, b) => b[1] - a[1]);

const table = (title: string, rows: readonly [string, number][]): string =>
  [title, ...rows.map(([key, n]) => `${String(n).padStart(6)}  ${key}`), ''].join('\n');

function* unused(values: readonly Property[], keys: readonly string[]): Generator<string> {
  const used = new Set(values.map((v) => v.property));
  const without = keys.filter((key) => !used.has(key));
  if (without.length > 0) yield `properties without any value: ${without.join(', ')}`;
}
