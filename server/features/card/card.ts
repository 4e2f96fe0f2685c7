import { groupBy } from '../../base/groupBy';
import { type Composition, massFractions, molarMass } from '../../chemistry/composition';
import {
  inUsualUnit,
  printCapacity,
  printCelsius,
  printCelsiusRange,
  printNumber,
  printRange,
  printUnit,
} from '../../chemistry/printUnits';
import type { Catalogue } from '../../knowledge/catalogue';
import { agreedValue, capacityOf, compositionOf } from '../../knowledge/figures';
import type { Name, Property, Role, Source, Species } from '../../knowledge/species';
import { type CardWork, CardWorks } from './works';

/** What a species card says, before it is set for a hover or a terminal. */
export interface Card {
  readonly species: Species;
  /** Abbreviation, names, formula, molar mass: the first line, in this order. */
  readonly heading: readonly string[];
  readonly otherNames: readonly string[];
  readonly statements: readonly Statement[];
  readonly rows: readonly Row[];
  /** In the order of their numbers. */
  readonly works: readonly CardWork[];
}

export interface Statement {
  readonly text: string;
  /** Numbers of works, from 1. */
  readonly cites: readonly number[];
}

export interface Row {
  readonly label: string;
  /** Key of the property; undefined for what is computed. */
  readonly property?: string;
  /** With its unit. */
  readonly value: string;
  /** The sources disagree. */
  readonly conflict: boolean;
  readonly conditions: string;
  /** Numbers of works, from 1. */
  readonly cites: readonly number[];
}

/** What is said beside a value; empty where nothing is. */
export const remarksOf = ({ conflict, conditions }: Row): string =>
  [conflict ? 'sources disagree' : '', conditions].filter((remark) => remark !== '').join('; ');

/** So many rows, and so many characters of statements, that the card fits the 250 px that VS Code gives a hover. */
const MOST_ROWS = 3;
const LONGEST_STATEMENTS = 300;

/** The parts of the card of one species. `all` lifts the limit that keeps a hover short. */
export function cardOf(species: Species, catalogue: Catalogue, { all = false } = {}): Card {
  const works = new CardWorks(catalogue);
  const roles = species.roles ?? [];
  const statements = [
    ...(species.summary ? [{ text: species.summary, cites: [] }] : []),
    ...(all ? roles : roles.slice(0, rolesThatFit(species))).map((role) => ({
      text: claim(role),
      cites: works.numbers(role.sources),
    })),
  ];
  const known = [...capacityRows(species), ...propertyRows(species, catalogue, works)];
  const rows = all ? known : known.slice(0, MOST_ROWS);
  return {
    species,
    heading: heading(species),
    otherNames: [...namesOf(species).slice(2), ...foreignNames(species)],
    statements,
    rows,
    // Numbers are given in the order of what is said: what comes after the last is cited by rows that are left out.
    works: works.all().slice(0, Math.max(0, ...[...statements, ...rows].flatMap(({ cites }) => cites))),
  };
}

/** One or two: a record gives its most telling claim first. */
function rolesThatFit({ summary = '', roles = [] }: Species): number {
  const length = [summary, ...roles.slice(0, 2).map(claim)].join(' ').length;
  return length <= LONGEST_STATEMENTS ? 2 : 1;
}

function heading(species: Species): string[] {
  const [first, second] = namesOf(species);
  const composition = compositionOf(species);
  const mass = composition && molarMass(composition);
  return [
    ...(first ? [first] : []),
    ...(second ? [second] : []),
    ...(species.formula && species.formula !== first ? [species.formula] : []),
    ...(mass ? [`${mass.toFixed(2)} g mol⁻¹`] : []),
  ];
}

/** First abbreviation, then first common name, then the others as the record lists them; in English. */
function namesOf({ names: all }: Species): string[] {
  const names = all.filter(({ lang }) => lang === undefined);
  const first = (kind: Name['kind']) => names.find((name) => name.kind === kind);
  const leading = [first('abbreviation'), first('common') ?? first('iupac')].filter((n) => n !== undefined);
  const rest = names.filter((name) => !leading.includes(name) && name.kind !== 'deprecated');
  return [...leading, ...rest].map((name) => name.text);
}

const foreignNames = ({ names }: Species): string[] =>
  names.flatMap(({ text, lang }) => (lang === undefined ? [] : [`${text} (${lang})`]));

const claim = ({ claim: text, agreement }: Role): string => (agreement === 'debated' ? `${text} (Debated.)` : text);

/** Per gram, and per cubic centimetre where the density is known. */
function capacityRows(species: Species): Row[] {
  const capacity = capacityOf(species);
  if (capacity === undefined) return [];
  const density = agreedValue(species, 'density');
  const volumetric = density === undefined ? '' : `; ${(capacity * density).toFixed(0)} mAh cm⁻³`;
  const value = `${printCapacity(capacity)}${volumetric}`;
  const conditions = `computed: ${species.reaction!.equation}`;
  return [{ label: 'theoretical capacity', value, conflict: false, conditions, cites: [] }];
}

function propertyRows(species: Species, catalogue: Catalogue, works: CardWorks): Row[] {
  const byProperty = new Map<string, Property[]>();
  for (const property of species.properties ?? []) {
    const of = byProperty.get(property.property);
    if (of) of.push(property);
    else byProperty.set(property.property, [property]);
  }
  const order = catalogue.cardRows(species.class);
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...byProperty]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([key, values]) => {
      const shown = values.filter((v) => v.preferred && !v.conflict).slice(0, 1);
      const used = shown.length > 0 ? shown : values;
      return {
        label: catalogue.property(key)?.label ?? key,
        property: key,
        value: printValues(used),
        conflict: used.some((v) => v.conflict),
        conditions: conditionsOf(used),
        cites: [...new Set(used.flatMap((v) => works.numbers(v.sources, sourcesOf(v, values))))],
      };
    });
}

/** The sources of all values that are the same as this one, its own first. */
const sourcesOf = (value: Property, values: readonly Property[]): Source[] =>
  [value, ...values.filter((other) => printValues([other]) === printValues([value]))].flatMap((v) => v.sources);

/** One value as it is; several as their range; different words, and values in different units, side by side. */
function printValues(values: readonly Property[]): string {
  const words = values.flatMap((v) => v.words ?? []);
  if (words.length > 0) return [...new Set(words)].join('; ');
  return [...groupBy(values, ({ unit }) => unit).values()].map(printNumbers).join('; ');
}

/** Values in one unit. */
function printNumbers(values: readonly Property[]): string {
  const [first] = values;
  const bounds = values.flatMap((v) => v.range ?? (v.value === undefined ? [] : [v.value]));
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  const relation = values.length === 1 && first!.relation ? `${first!.relation} ` : '';
  if (first!.unit === 'K') return `${relation}${low === high ? printCelsius(low) : printCelsiusRange(low, high)}`;
  const { unit: ucum, factor } = inUsualUnit(first!.unit ?? '', high);
  const unit = printUnit(ucum);
  const number = low === high ? printNumber(low * factor) : printRange(low * factor, high * factor);
  return `${relation}${number}${unit && ` ${unit}`}`;
}

function conditionsOf(values: readonly Property[]): string {
  const one = <T>(items: readonly (T | undefined)[]): T | undefined =>
    items.every((item) => item === items[0]) ? items[0] : undefined;
  const temperature = one(values.map((v) => v.temperature));
  const basis = one(values.map((v) => v.basis));
  return [
    temperature === undefined ? undefined : printCelsius(temperature),
    one(values.map((v) => v.phase)),
    one(values.map((v) => v.conditions)),
    basis === 'computed' ? basis : basis === 'review' ? 'from a review' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** `Li 0.7 %, O 45.6 %`: mass fractions in the order of the formula. */
export const printMassFractions = (composition: Composition): string =>
  Object.entries(massFractions(composition) ?? {})
    .map(([element, fraction]) => `${element} ${(100 * fraction).toFixed(1)} %`)
    .join(', ');
