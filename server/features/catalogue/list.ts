import { once } from '../../base/once';
import { shortLabel } from '../../bibliography/format';
import { molarMass } from '../../chemistry/composition';
import { printUnit } from '../../chemistry/printUnits';
import { typesetFormula } from '../../chemistry/typeset';
import type { Catalogue } from '../../knowledge/catalogue';
import type { QuantityInfo } from '../../knowledge/compiled';
import { compositionOf } from '../../knowledge/figures';
import { type Property, type Species, type SpeciesClass, shownName } from '../../knowledge/species';
import { cardOf, type Row } from '../card/card';
import { typesetText } from '../card/typesetText';

/** All species in a form to filter, sort and compare: what a catalogue shows before a card is opened. */
export interface CatalogueList {
  readonly species: readonly CatalogueRow[];
  /** The properties that at least one species gives, by their labels. */
  readonly properties: readonly PropertyColumn[];
  /** Key of each work that a value comes from → authors and year. */
  readonly works: Readonly<Record<string, string>>;
}

export interface CatalogueRow {
  readonly id: string;
  readonly class: SpeciesClass;
  readonly name: string;
  readonly abbreviation?: string;
  /** Set in print, with Unicode indices. */
  readonly formula?: string;
  /** g/mol; absent where the composition is open. */
  readonly molarMass?: number;
  /** Everything else that it can be found by: other names, flat formulas, CAS number. */
  readonly alias: readonly string[];
  /** By the key of the property; `theoretical_capacity` is computed. */
  readonly values: Readonly<Record<string, CatalogueValue>>;
}

export interface CatalogueValue {
  /** With its unit; a range where there are several. */
  readonly text: string;
  /** To sort, filter and plot by, in the unit of the column: the middle of a range. Absent for words. */
  readonly number?: number;
  readonly conditions: string;
  /** Keys of works. */
  readonly sources: readonly string[];
  /** The sources disagree. */
  readonly conflict?: true;
}

export interface PropertyColumn {
  readonly key: string;
  readonly label: string;
  /** How many species give it. */
  readonly count: number;
  /** Of its numbers, as it is printed; empty where they have none, absent of a property in words. */
  readonly unit?: string;
  /** Its numbers span decades. */
  readonly log?: true;
}

const THEORETICAL_CAPACITY = 'theoretical_capacity';

/** What the page of the catalogue shows. */
export const catalogueList = once((catalogue: Catalogue): CatalogueList => {
  const species = catalogue.allSpecies.map((one) => rowOf(one, catalogue));
  return { species, properties: columnsOf(species, catalogue), works: worksOf(species, catalogue) };
});

function rowOf(species: Species, catalogue: Catalogue): CatalogueRow {
  const { id, names, formula, formulas = [], identifiers } = species;
  const composition = compositionOf(species);
  const mass = composition && molarMass(composition);
  const abbreviation = names.find(({ kind }) => kind === 'abbreviation')?.text;
  const name = shownName(species);
  const alias = [...names.map(({ text }) => text), ...(formula ? [formula] : []), ...formulas];
  return {
    id,
    class: species.class,
    name: name ?? id,
    ...(abbreviation !== undefined && abbreviation !== name && { abbreviation }),
    ...(formula !== undefined && { formula: typesetFormula(formula) }),
    ...(mass && { molarMass: mass }),
    alias: [
      ...alias.filter((text) => text !== name && text !== abbreviation),
      ...(identifiers?.cas ? [identifiers.cas] : []),
    ],
    values: valuesOf(species, catalogue),
  };
}

function valuesOf(species: Species, catalogue: Catalogue): Record<string, CatalogueValue> {
  const card = cardOf(species, catalogue, { all: true });
  return Object.fromEntries(
    card.rows.map((row) => {
      const number = numberOf(row, species, catalogue);
      return [
        row.property ?? THEORETICAL_CAPACITY,
        {
          text: row.value,
          ...(number !== undefined && { number }),
          conditions: typesetText(row.conditions),
          sources: row.cites.map((n) => card.works[n - 1]!.key),
          ...(row.conflict && { conflict: true }),
        },
      ];
    }),
  );
}

function numberOf({ property, value }: Row, species: Species, catalogue: Catalogue): number | undefined {
  if (property === undefined) return Number.parseFloat(value);
  const all = (species.properties ?? []).filter((p) => p.property === property);
  const preferred = all.filter((p) => p.preferred && !p.conflict).slice(0, 1);
  const bounds = (preferred.length > 0 ? preferred : all).flatMap((p) => boundsOf(p, catalogue));
  const info = quantityInfo(property, catalogue);
  if (bounds.length === 0 || !info) return undefined;
  return columnScale(info).of((Math.min(...bounds) + Math.max(...bounds)) / 2);
}

interface ColumnScale {
  readonly unit: string;
  /** From the first unit of the property. */
  of(value: number): number;
}

/** In what all values of a property are told side by side: its first unit, and degrees for kelvin. */
function columnScale({ units }: QuantityInfo): ColumnScale {
  const [unit = ''] = Object.keys(units);
  if (unit === 'K') return { unit: printUnit('Cel'), of: (kelvin) => Number((kelvin - 273.15).toFixed(2)) };
  return { unit: printUnit(unit), of: (value) => value };
}

function quantityInfo(property: string, catalogue: Catalogue): QuantityInfo | undefined {
  const info = catalogue.property(property);
  return info && 'units' in info ? info : undefined;
}

function boundsOf({ property, unit, value, range }: Property, catalogue: Catalogue): number[] {
  const factor = quantityInfo(property, catalogue)?.units[unit ?? ''] || 1;
  return (range ?? (value === undefined ? [] : [value])).map((n) => n * factor);
}

function columnsOf(species: readonly CatalogueRow[], catalogue: Catalogue): PropertyColumn[] {
  const count = new Map<string, number>();
  for (const { values } of species) for (const key of Object.keys(values)) count.set(key, (count.get(key) ?? 0) + 1);
  return [...count].map(([key, n]) => column(key, n, catalogue)).sort((a, b) => (a.label < b.label ? -1 : 1));
}

function column(key: string, count: number, catalogue: Catalogue): PropertyColumn {
  if (key === THEORETICAL_CAPACITY) return { key, label: 'theoretical capacity', count, unit: 'mAh g⁻¹' };
  const info = quantityInfo(key, catalogue);
  return {
    key,
    label: catalogue.property(key)?.label ?? key,
    count,
    ...(info && { unit: columnScale(info).unit }),
    ...(info?.scale === 'log' && { log: true }),
  };
}

function worksOf(species: readonly CatalogueRow[], catalogue: Catalogue): Record<string, string> {
  const keys = new Set(species.flatMap(({ values }) => Object.values(values).flatMap((value) => value.sources)));
  return Object.fromEntries(
    [...keys].map((key) => {
      const reference = catalogue.reference(key);
      return [key, reference ? shortLabel(reference) : key];
    }),
  );
}
