import { compare } from './comparison';
import type { CatalogueList, CatalogueValue } from './list';

/** A table before it is written in a manuscript's language. Its first row is the head. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of numbers, by index. */
  readonly numeric: ReadonlySet<number>;
}

export interface Cell {
  readonly text: string;
  /** Keys of the works it comes from. */
  readonly sources: readonly string[];
}

/** The species of these ids, a row each, with the values of one property where one is named. */
export function listTable(list: CatalogueList, ids: readonly string[], property: string | undefined): Table {
  const column = list.properties.find(({ key }) => key === property);
  const rows = ids.flatMap((id) => list.species.find((species) => species.id === id) ?? []);
  return {
    head: [...HEAD, ...(column ? [column.label, 'conditions'] : [])],
    numeric: new Set([3]),
    rows: rows.map((row) => [
      plain(row.name),
      plain(row.abbreviation),
      plain(row.formula),
      plain(row.molarMass?.toFixed(2)),
      ...(column ? [valueCell(row.values[column.key]), plain(row.values[column.key]?.conditions)] : []),
    ]),
  };
}

const HEAD = ['species', 'abbreviation', 'formula', 'M / g mol⁻¹'];

/** Species side by side, a row for each property. */
export function comparisonTable(list: CatalogueList, ids: readonly string[]): Table {
  const { species, rows } = compare(list, ids);
  return {
    head: ['', ...species.map(({ abbreviation, name }) => abbreviation ?? name)],
    numeric: new Set(),
    rows: [
      [plain('formula'), ...species.map(({ formula }) => plain(formula))],
      [
        plain('molar mass'),
        ...species.map(({ molarMass }) =>
          plain(molarMass === undefined ? undefined : `${molarMass.toFixed(2)} g mol⁻¹`),
        ),
      ],
      ...rows.map(({ label, values }) => [
        plain(label),
        ...values.map((value) => valueCell(value, value?.conditions ? ` (${value.conditions})` : '')),
      ]),
    ],
  };
}

const plain = (text: string | undefined): Cell => ({ text: text || '–', sources: [] });

function valueCell(value: CatalogueValue | undefined, suffix = ''): Cell {
  if (!value) return plain(undefined);
  return { text: `${value.text}${suffix}${value.conflict ? ', sources disagree' : ''}`, sources: value.sources };
}
