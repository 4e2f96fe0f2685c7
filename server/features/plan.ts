import type { Edit } from '../rules/rule';

/** A change to the files of a manuscript that is applied, and undone, as one. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly creates: readonly NewFile[];
}

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}
