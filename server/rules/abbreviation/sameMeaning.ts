import type { CatalogueEntry } from '../../knowledge/catalogue';
import type { Abbreviation } from '../../manuscript/abbreviationIndex';
import { expansionKey } from '../../manuscript/definitions/expansion';
import type { Manuscript } from '../../manuscript/manuscript';
import { longForm } from '../../manuscript/meaning';
import { occurrencesInText } from './occurrences';

/** What a short form stands for, under keys that other short forms may share. */
export interface SharedMeaning {
  readonly keys: readonly string[];
  readonly long: string;
}

/** Undefined where neither the manuscript nor the catalogue says one thing. */
export function sharedMeaning({ short }: Abbreviation, manuscript: Manuscript): SharedMeaning | undefined {
  const { abbreviations, catalogue } = manuscript;
  const entries = catalogue.entriesForShort(short);
  const own = abbreviations.expansion(short)?.definition.long;
  if (own !== undefined && expansionKey(own) === '') return undefined;
  if (own === undefined) {
    const [only, another] = entries;
    if (!only || another || only.name.near || isAcceptedTerm(only)) return undefined;
    return { keys: [recordKey(only)], long: longForm(only) };
  }
  const named = catalogue.entriesNamed(own).filter((entry) => entries.some((e) => recordKey(e) === recordKey(entry)));
  return { keys: [`long ${expansionKey(own)}`, ...named.filter(isSharp).map(recordKey)], long: own };
}

/** `US` and `USA` compete with each other in no sentence. */
const isAcceptedTerm = (entry: CatalogueEntry): boolean => entry.kind === 'term' && entry.term.accepted === true;

const recordKey = (entry: CatalogueEntry): string =>
  entry.kind === 'species' ? `species ${entry.species.id}` : `term ${entry.term.id}`;

/** A term has variants that are not quite the same, so that `all-solid-state battery` and `… lithium battery` share one. */
const isSharp = (entry: CatalogueEntry): boolean => entry.kind === 'species';

/**
 * The same letters in other case or with a hyphen, one defined and the other not: SoC and SOC. Undefined where the catalogue
 * knows this one as something else.
 */
export function twinOf(abbreviation: Abbreviation, { abbreviations, catalogue }: Manuscript): Abbreviation | undefined {
  const { short, definitions } = abbreviation;
  if (definitions.length > 0 || short.length < LONG_ENOUGH) return undefined;
  const known = catalogue.entriesForShort(short).map((entry) => expansionKey(longForm(entry)));
  const meant = abbreviations.definedLike(short).find((other) => {
    const { long } = abbreviations.expansion(other.short)!.definition;
    return other.short !== short && (known.length === 0 || known.includes(expansionKey(long)));
  });
  return meant && occurrencesInText(meant).length > 0 ? meant : undefined;
}

/** `CO` and `Co` are two things. */
const LONG_ENOUGH = 3;
