import type { Span } from './span';

/** A replacement in the source of one file. */
export interface Edit {
  readonly uri: string;
  readonly span: Span;
  readonly newText: string;
}

/** Text that is put into a file. */
export interface Insertion {
  /** Source offset. */
  readonly at: number;
  readonly text: string;
}

/** A change to the files of a manuscript that is applied, and undone, as one. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly creates: readonly NewFile[];
}

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}
