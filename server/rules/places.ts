import { type Abbreviation, asRead, type Place, type PlacedDefinition, type Use } from '../paper/register';
import type { Scope } from '../paper/scope';

/** Scopes in which a short form has to be defined once, before its first use. */
export const DEFINING_SCOPES: readonly Scope[] = ['abstract', 'body', 'supporting-information'];

/** Definitions that a reader meets in the running text of the scope. */
export const definitionsIn = ({ definitions }: Abbreviation, scope: Scope): readonly PlacedDefinition[] =>
  definitions.filter(
    (d) =>
      d.scope === scope && d.definition.prose && d.definition.form !== 'list' && d.definition.form !== 'declaration',
  );

export const usesIn = ({ uses }: Abbreviation, scope: Scope): readonly Use[] =>
  uses.filter((use) => use.scope === scope);

export const isBefore = (a: Place, b: Place): boolean => asRead(a, b) < 0;
