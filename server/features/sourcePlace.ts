import type { SourceSpan } from '../base/span';

/** A stretch of one file, in source offsets. */
export interface SourcePlace {
  readonly uri: string;
  readonly span: SourceSpan;
}
