import type { Span } from '../../base/span';
import type { DefinitionForm } from '../definition';

/** Two forms and what holds them together, in the prose. */
export interface Pair {
  readonly form: DefinitionForm;
  readonly whole: Span;
  readonly short: Span;
  readonly long: Span;
  /** Where the long form is not one stretch: `scanning` … `electron microscopy`. */
  readonly longText?: string;
  /** The same words define another short form as well. */
  readonly joint?: true;
}
