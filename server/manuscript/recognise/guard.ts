import type { ProseSpan } from '../../base/span';

/** Why a stretch of text is not read as what it looks like, in words that `explain` prints. */
export interface Rejection {
  /** What the text is instead: `grade of a steel`. */
  readonly id: string;
}

/** Evidence against a reading. Its examples are its tests, and one of them at least would be misread without it. */
export interface Guard<Subject> extends Rejection {
  /** Markdown; what lies between « and » is left out for this reason. */
  readonly rejects: readonly string[];
  /** Markdown; what lies between « and » looks much like it, and is read. */
  readonly keeps: readonly string[];
  is(subject: Subject): boolean;
}

export const isRejection = <Read extends object>(verdict: Read | Rejection): verdict is Rejection => 'id' in verdict;

/** A stretch that looks like something and is not read as that. */
export interface Rejected extends Rejection {
  readonly prose: ProseSpan;
}

export const accepted = <Read extends object>(readings: readonly (Read | Rejected)[]): Read[] =>
  readings.filter((reading): reading is Read => !isRejection(reading));

export const rejected = <Read extends object>(readings: readonly (Read | Rejected)[]): Rejected[] =>
  readings.filter((reading): reading is Rejected => isRejection(reading));

/** The first guard that speaks. */
export function guardAgainst<Subject>(guards: readonly Guard<Subject>[], subject: Subject): Guard<Subject> | undefined {
  for (const guard of guards) if (guard.is(subject)) return guard;
  return undefined;
}
