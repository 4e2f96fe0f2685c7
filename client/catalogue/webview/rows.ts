import { once } from '../../../server/base/once';
import type { CatalogueRow, CatalogueValue } from '../../../server/features/catalogue/list';
import type { PageState } from './state';

/** By relevance: the species of the manuscript before the others, then those of which most is known. */
export type SortBy = 'relevance' | 'name' | 'abbreviation' | 'formula' | 'molarMass' | 'class' | 'value';

/**
 * The rows that hold every word of the query in a name, a formula or the CAS number, are of the class and give the
 * property within its bounds, in the order asked for. A species whose name or abbreviation is the whole query comes first.
 */
export function visibleRows(
  rows: readonly CatalogueRow[],
  state: PageState,
  inManuscript: readonly string[] = [],
): readonly CatalogueRow[] {
  const words = fold(state.query).split(/\s+/).filter(Boolean);
  const found = rows.filter(
    (row) =>
      (state.class === '' || row.class === state.class) &&
      (state.property === '' || isWithin(row.values[state.property], state)) &&
      words.every((word) => searchable(row).includes(word)),
  );
  const sorted = found.sort(order(state, inManuscript));
  const whole = words.join(' ');
  const isNamed = (row: CatalogueRow) => namesOf(row).some((name) => fold(name) === whole);
  return whole === '' ? sorted : [...sorted.filter(isNamed), ...sorted.filter((row) => !isNamed(row))];
}

function isWithin(value: CatalogueValue | undefined, { from, to }: PageState): boolean {
  if (!value || (from === null && to === null)) return value !== undefined;
  const { number } = value;
  return number !== undefined && number >= (from ?? -Infinity) && number <= (to ?? Infinity);
}

const searchable = once((row: CatalogueRow): string => namesOf(row).map(fold).join('\n'));

const namesOf = ({ name, abbreviation, formula, alias }: CatalogueRow): string[] =>
  [name, abbreviation, formula, ...alias].filter((text) => text !== undefined);

/** Lower case, indices as digits. */
const fold = (text: string): string => text.normalize('NFKD').replace(/−/g, '-').toLowerCase().trim();

type Column = Exclude<SortBy, 'relevance'>;
type Order = (a: CatalogueRow, b: CatalogueRow) => number;

function byRelevance(inManuscript: readonly string[]): Order {
  const own = new Set(inManuscript);
  const known = ({ values }: CatalogueRow) => Object.keys(values).length;
  return (a, b) => Number(own.has(b.id)) - Number(own.has(a.id)) || known(b) - known(a) || byName(a, b);
}

function order({ sort: { by, descending }, property }: PageState, inManuscript: readonly string[]): Order {
  if (by === 'relevance') return byRelevance(inManuscript);
  const key = KEYS[by](property);
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    // What is not known comes last, whichever way round.
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || byName(a, b);
    return sign * compareKeys(x, y) || byName(a, b);
  };
}

type Key = (row: CatalogueRow) => string | number | undefined;

const KEYS: Readonly<Record<Column, (property: string) => Key>> = {
  name: () => (row) => row.name,
  abbreviation: () => (row) => row.abbreviation,
  formula: () => (row) => row.formula && fold(row.formula),
  molarMass: () => (row) => row.molarMass,
  class: () => (row) => row.class,
  value: (property) => (row) => row.values[property]?.number,
};

const collator = new Intl.Collator('en', { numeric: true });

const compareKeys = (x: string | number, y: string | number): number =>
  typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));

const byName: Order = (a, b) => collator.compare(a.name, b.name);
