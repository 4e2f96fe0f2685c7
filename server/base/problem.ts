import type { SourceSpan } from './span';

/** Something outside the prose that Interphase could not use: a missing include, a broken .bib entry, a wrong setting. */
export interface Problem {
  /** The file that must be mended. */
  readonly uri: string;
  readonly span: SourceSpan;
  /** What is wrong and what to do; names neither file nor line. */
  readonly message: string;
}
