import { agreedValue, capacityOf, preferredOf } from '../../knowledge/figures';
import type { Species } from '../../knowledge/species';

/** What two electrode materials give together in theory. */
export interface Couple {
  /** V. */
  readonly voltage: number;
  readonly positive: Potential;
  readonly negative: Potential;
  /** Per kilogram of both materials, in Wh. */
  readonly perKilogram: number;
  /** Per litre of both materials without pores, in Wh; undefined where a density is unknown. */
  readonly perLitre: number | undefined;
}

/** Average potential of an electrode material. */
export interface Potential {
  /** V. */
  readonly value: number;
  /** `Li/Li+` */
  readonly reference: string;
  /** Keys of references; none for the metal that is itself the reference. */
  readonly sources: readonly string[];
}

/** Voltage and energy of a couple; undefined where a capacity or a potential against the same reference is unknown. */
export function coupleOf(positive: Species, negative: Species): Couple | undefined {
  const high = potentialOf(positive);
  const low =
    high && (isMetalOf(negative, high.reference) ? { ...high, value: 0, sources: [] } : potentialOf(negative));
  if (!high || low?.reference !== high.reference) return undefined;
  const voltage = high.value - low.value;
  const perKilogram = inSeries(capacityOf(positive), capacityOf(negative));
  if (perKilogram === undefined || voltage <= 0) return undefined;
  const perLitre = inSeries(capacityPerVolume(positive), capacityPerVolume(negative));
  return {
    voltage,
    positive: high,
    negative: low,
    perKilogram: voltage * perKilogram,
    perLitre: perLitre === undefined ? undefined : voltage * perLitre,
  };
}

/** A computed potential may belong to a part of the capacity only, so it does not count. */
function potentialOf(species: Species): Potential | undefined {
  const known = preferredOf(species, 'average_voltage');
  const reference = /\bvs (([A-Z][a-z]?)\/\2\d?\+)/.exec(known?.conditions ?? '')?.[1];
  if (known?.value === undefined || known.basis === 'computed' || reference === undefined) return undefined;
  return { value: known.value, reference, sources: known.sources.map(({ ref }) => ref) };
}

const isMetalOf = ({ formula }: Species, reference: string): boolean => formula === reference.split('/')[0];

function capacityPerVolume(species: Species): number | undefined {
  const capacity = capacityOf(species);
  const density = agreedValue(species, 'density');
  return capacity === undefined || density === undefined ? undefined : capacity * density;
}

/** Capacity of two balanced electrodes per amount of both. */
const inSeries = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : (a * b) / (a + b);
