import type { Abbreviation, PlacedDefinition, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Scope } from '../../manuscript/scope';
import type { RuleOptions } from '../rule';
import { isAccepted } from './accepted';
import { definitionsIn } from './occurrences';
import { wordsOf } from './wordsOfText';

/** A definition in the text that the reader hardly needs. */
export interface SpareDefinition {
  readonly abbreviation: Abbreviation;
  readonly definition: PlacedDefinition;
  /** At most one. */
  readonly uses: readonly Use[];
}

/** Where uses of a definition count: what rests on the body rests on its definitions too. */
const SERVED: readonly (readonly [scope: Scope, readonly Scope[]])[] = [
  ['abstract', ['abstract']],
  ['body', ['body', 'heading', 'float', 'supporting-information']],
  ['supporting-information', ['supporting-information', 'heading', 'float']],
];

/**
 * Definitions “long form (SHORT)” after which the short form comes once or never. A word in brackets before its long form
 * explains itself, and what is in math or begins a longer word (`NMC811`) is in use.
 */
export function* spareDefinitions(manuscript: Manuscript, options: RuleOptions): Generator<SpareDefinition> {
  const words = wordsOf(manuscript);
  for (const abbreviation of manuscript.abbreviations.all) {
    const { short, definitions, uses } = abbreviation;
    if (definitions.length === 0 || words.hasHidden(abbreviation)) continue;
    for (const [scope, served] of SERVED) {
      const [definition, ...again] = definitionsIn(abbreviation, scope);
      if (definition?.definition.form !== 'long-short' || again.length > 0) continue;
      const others = definitions.filter((d) => d !== definition && served.includes(d.scope) && d.definition.prose);
      const used = uses.filter((use) => served.includes(use.scope));
      if (others.length > 0 || used.length > 1) continue;
      if (isAccepted(short, manuscript, options, definition.definition.long)) continue;
      yield { abbreviation, definition, uses: used };
    }
  }
}
