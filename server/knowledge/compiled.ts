import type { Reference } from '../bibliography/reference';
import type { Species, SpeciesClass, Term } from './species';

/** `build/catalogue.json`: what `scripts/data.ts` compiles from `data/`. */
export interface CompiledCatalogue {
  readonly species: readonly Species[];
  readonly terms: readonly Term[];
  readonly references: readonly Reference[];
  /** Full name → abbreviation. */
  readonly journals: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, PropertyInfo>>;
  /** Property keys in the order in which the card of each class shows them. */
  readonly cards: Readonly<Partial<Record<SpeciesClass, readonly string[]>>>;
  /** SVG by species id. */
  readonly drawings: Readonly<Record<string, string>>;
}

/** What `data/schema/properties.yaml` says of one property. */
export type PropertyInfo = QuantityInfo | WordsInfo;

/** A property that is told in words: the crystal structure. */
export interface WordsInfo {
  readonly label: string;
  readonly words: true;
}

export interface QuantityInfo {
  readonly label: string;
  readonly symbol?: string;
  /** UCUM unit → factor to the first one. */
  readonly units: Readonly<Record<string, number>>;
  /** Lowest and highest plausible value, in the first unit. */
  readonly bounds: readonly [number, number];
  readonly boundsByClass?: Readonly<Partial<Record<SpeciesClass, readonly [number, number]>>>;
  readonly temperature: 'required' | 'liquid' | 'none';
  /** What the conditions must name. */
  readonly conditions?: string;
  readonly scale?: 'log';
}
