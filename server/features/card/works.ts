import { isComplete } from '../../bibliography/complete';
import type { Reference } from '../../bibliography/reference';
import type { Catalogue } from '../../knowledge/catalogue';
import type { Source } from '../../knowledge/species';

/** A work that a card rests on. */
export interface CardWork {
  readonly key: string;
  /** Undefined for a user's own source, which is a text. */
  readonly reference?: Reference;
  /** What “cite” cites: this work or, where its entry is incomplete, another that says the same. Undefined where not found. */
  readonly citable?: Reference;
}

/** The works of a card, numbered in the order in which they are named. */
export class CardWorks {
  private readonly keys: string[] = [];
  private readonly instead = new Map<string, Reference>();

  constructor(private readonly catalogue: Catalogue) {}

  /** Numbers, from 1, of the works that a statement rests on. `same` are all sources that say it, these among them. */
  numbers(sources: readonly Source[], same: readonly Source[] = sources): number[] {
    const [other] = keysOf(same).flatMap((key) => this.complete(key) ?? []);
    return keysOf(sources).map((key) => {
      if (!this.keys.includes(key)) this.keys.push(key);
      if (other && !this.instead.has(key)) this.instead.set(key, other);
      return this.keys.indexOf(key) + 1;
    });
  }

  all(): CardWork[] {
    return this.keys.map((key) => {
      const reference = this.catalogue.reference(key);
      const citable = this.complete(key) ?? (reference && this.instead.get(key));
      return { key, ...(reference && { reference }), ...(citable && { citable }) };
    });
  }

  private complete(key: string): Reference | undefined {
    const reference = this.catalogue.reference(key);
    return reference && isComplete(reference) ? reference : undefined;
  }
}

/** The works themselves and, where only a review was read, those that it names. */
const keysOf = (sources: readonly Source[]): string[] => [
  ...new Set(sources.flatMap(({ ref, citing = [] }) => [ref, ...citing])),
];

/** True where a list of references could not print all of the work. */
export const isPartial = ({ reference }: CardWork): boolean => reference !== undefined && !isComplete(reference);
