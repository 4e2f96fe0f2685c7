import type { ProseSpan, SourceSpan } from '../base/span';

/** How the two forms are arranged in the text. */
export type DefinitionForm =
  | 'long-short' // solid electrolyte interphase (SEI)
  | 'short-long' // SEI (solid electrolyte interphase)
  | 'apposition' // solid electrolyte interphase, SEI; denoted as SEI; (EC, ethylene carbonate)
  | 'list' // a row of an abbreviation list
  | 'declaration'; // \newacronym, *[SEI]: …

/** A place that says what a short form stands for. */
export interface Definition {
  readonly form: DefinitionForm;
  /** Singular: `LMB` for `LMBs`. */
  readonly short: string;
  readonly shortPlural: boolean;
  /** The same words define another short form as well: `ethylene and dimethyl carbonate (EC/DMC)`. */
  readonly joint?: true;
  /** As a reader reads it, one space between words, without citation marks. */
  readonly long: string;
  /** Both forms with the brackets between them, in the prose; absent for declarations, which the prose does not show. */
  readonly prose?: { readonly whole: ProseSpan; readonly short: ProseSpan; readonly long: ProseSpan };
  /** The same in the source. */
  readonly source: { readonly whole: SourceSpan; readonly short: SourceSpan; readonly long: SourceSpan };
}
