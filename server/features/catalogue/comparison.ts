import type { CatalogueList, CatalogueRow, CatalogueValue } from './list';

/** Species side by side: a column each, a row for each property that one of them gives. */
export interface Comparison {
  readonly species: readonly CatalogueRow[];
  readonly rows: readonly ComparisonRow[];
  /** Keys of works, in the order of their numbers. */
  readonly works: readonly string[];
}

export interface ComparisonRow {
  readonly property: string;
  readonly label: string;
  /** One for each species; undefined where it gives none. */
  readonly values: readonly (NumberedValue | undefined)[];
}

export interface NumberedValue extends CatalogueValue {
  /** Numbers of works, from 1. */
  readonly cites: readonly number[];
}

export const MOST_COMPARED = 4;

/** Compares up to four species; properties that more of them give come first. Ids that are not listed are left out. */
export function compare(list: CatalogueList, ids: readonly string[]): Comparison {
  const species = ids.flatMap((id) => list.species.find((row) => row.id === id) ?? []).slice(0, MOST_COMPARED);
  const works: string[] = [];
  const rows = list.properties
    .map(({ key, label }) => ({ property: key, label, values: species.map(({ values }) => values[key]) }))
    .filter(({ values }) => count(values) > 0)
    .sort((a, b) => count(b.values) - count(a.values))
    .map((row) => ({ ...row, values: row.values.map((value) => value && numbered(value, works)) }));
  return { species, rows, works };
}

const count = (values: readonly (CatalogueValue | undefined)[]): number => values.filter((v) => v !== undefined).length;

/** Gives each work the number of its first use. */
export function numbered(value: CatalogueValue, works: string[]): NumberedValue {
  const cites = value.sources.map((key) => {
    if (!works.includes(key)) works.push(key);
    return works.indexOf(key) + 1;
  });
  return { ...value, cites };
}
