import { convert } from '../../chemistry/units';
import { capacityOf, compositionOf } from '../../knowledge/figures';
import type { Property, Species } from '../../knowledge/species';
import { type ComparedProperty, STATED, type StatedValue } from './statedValues';

/** What the catalogue's sources give: the lowest and the highest of all values, with their uncertainties. */
export interface Known {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** `Li/Li+`, of a potential. */
  readonly reference?: string;
  /** Keys of references. */
  readonly works: readonly string[];
  /** The reaction that a capacity is computed from. */
  readonly equation?: string;
}

/** How far beyond all known values a value is far: by a factor, or by so much in the unit of the property. */
const FAR: Readonly<Record<ComparedProperty, { readonly factor: number } | { readonly difference: number }>> = {
  ionic_conductivity: { factor: 100 },
  melting_point: { difference: 25 },
  density: { factor: 1.15 },
  theoretical_capacity: { factor: 1.1 },
  average_voltage: { difference: 0.4 },
  dynamic_viscosity: { factor: 1.5 },
  relative_permittivity: { factor: 1.3 },
};

/** The stated value, or the nearest end of the stated range, is far from all that is known. */
export function isFar({ property, low, high, reference }: StatedValue, known: Known): boolean {
  if (property === 'average_voltage' && reference !== known.reference) return false;
  const far = FAR[property];
  return 'factor' in far
    ? high < known.low / far.factor || low > known.high * far.factor
    : high < known.low - far.difference || low > known.high + far.difference;
}

export const knownOf = (species: Species, property: ComparedProperty): Known | undefined =>
  property === 'theoretical_capacity' ? capacityKnown(species) : propertyKnown(species, property);

/** Not of an element that forms alloys: which of them is counted to is a matter of choice. */
function capacityKnown(species: Species): Known | undefined {
  const capacity = capacityOf(species);
  const elements = Object.keys(compositionOf(species) ?? {});
  const isAlloying = elements.length === 1 && !/^(?:C|S|O|Li|Na|K|Mg|Ca|Zn|Al)$/.test(elements[0]!);
  if (capacity === undefined || isAlloying) return undefined;
  const reported = valuesOf(species, 'specific_capacity_reported', 'mA.h/g');
  const ends = [capacity, ...reported.flatMap(({ ends: [low, high] }) => [low, high])];
  return {
    low: Math.min(...ends),
    high: Math.max(...ends),
    unit: 'mA.h/g',
    works: [],
    equation: species.reaction!.equation,
  };
}

function propertyKnown(species: Species, property: ComparedProperty): Known | undefined {
  if (property === 'ionic_conductivity' && !CONDUCTS_IONS.has(species.class)) return undefined;
  const { unit, warms } = STATED[property];
  const needsReference = property === 'average_voltage';
  const values = valuesOf(species, property, unit).filter(
    ({ of }) => (!warms || isOfRoom(of)) && (!needsReference || referenceOf(of) !== undefined),
  );
  const [first] = values;
  const reference = needsReference && first ? referenceOf(first.of) : undefined;
  if (!first || (needsReference && values.some(({ of }) => referenceOf(of) !== reference))) return undefined;
  return {
    low: Math.min(...values.map(({ ends }) => ends[0])),
    high: Math.max(...values.map(({ ends }) => ends[1])),
    unit,
    ...(reference !== undefined && { reference }),
    works: [...new Set(values.flatMap(({ of }) => of.sources.map(({ ref }) => ref)))],
  };
}

/** Of others, conductivity alone is that of electrons or of a solution. */
const CONDUCTS_IONS: ReadonlySet<string> = new Set(['interphase', 'solid-electrolyte', 'polymer']);

const referenceOf = ({ conditions = '' }: Property): string | undefined =>
  /\bvs ([A-Z][a-z]?\/[A-Z][a-z]?\d?\+)/.exec(conditions)?.[1];

const isOfRoom = ({ temperature }: Property): boolean =>
  temperature === undefined || (temperature > 287 && temperature < 310);

/** Values of a property in the unit, with their uncertainties; none where a bound is all that is known. */
function valuesOf({ properties = [] }: Species, property: string, unit: string) {
  const all = properties.filter((p) => p.property === property);
  if (all.some(({ relation }) => relation === '<' || relation === '>')) return [];
  return all.flatMap((of) => {
    const { value, range = value === undefined ? undefined : ([value, value] as const), uncertainty = 0 } = of;
    const ends = range && [range[0] - uncertainty, range[1] + uncertainty].map((end) => convert(end, of.unit!, unit));
    const [low, high] = ends ?? [];
    return low === undefined || high === undefined ? [] : [{ of, ends: [low, high] as const }];
  });
}
