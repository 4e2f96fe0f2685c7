import type { Abbreviation, PlacedDefinition, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Scope } from '../../manuscript/scope';
import type { RuleOptions } from '../rule';
import { isAccepted } from './accepted';
import { definitionsIn, isWord } from './occurrences';
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

/** `Canadian Light Source`, `Vienna Ab initio Simulation Package`: the short form is a part of what it is called. */
const isProperName = (long: string): boolean => PROPER.test(long) && !/(?:^|[ -])\p{Ll}{5}/u.test(long);

/** What bears a name: institutions, facilities, programs. */
const PROPER =
  /\b(?:Academ(?:y|ia)|Agency|Association|Cent(?:er|re)|Council|Department|Facility|Foundation|Institut(?:e|o|ion)?|Laborator(?:y|ies)|Ministry|Packages?|Projects?|Sources?|Societ(?:y|ies)|Toolkit|Universit(?:y|ies|ät|é))\b/;

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
      if (definition?.definition.form !== 'long-short' || again.length > 0 || !isWord(definition)) continue;
      const others = definitions.filter((d) => d !== definition && served.includes(d.scope) && d.definition.prose);
      const used = uses.filter((use) => served.includes(use.scope));
      if (others.length > 0 || used.length > 1) continue;
      if (isAccepted(short, manuscript, options, definition.definition.long)) continue;
      if (isProperName(definition.definition.long)) continue;
      yield { abbreviation, definition, uses: used };
    }
  }
}
