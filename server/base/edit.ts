import { withLineEndsOf } from './lines';
import type { SourceSpan } from './span';

/** A replacement in the source of one file. */
export interface Edit {
  readonly uri: string;
  readonly span: SourceSpan;
  readonly newText: string;
}

/** Text that is put into a file. */
export interface Insertion {
  /** Source offset. */
  readonly at: number;
  readonly text: string;
}

/** The edit that puts text into a file. */
export const insertion = (uri: string, at: number, newText: string): Edit => ({
  uri,
  span: { start: at, end: at },
  newText,
});

/** The edit that puts a line after the last one of a file. */
export const lineAtEnd = (uri: string, source: string, line: string): Edit =>
  insertion(uri, source.length, withLineEndsOf(source, `${source === '' || source.endsWith('\n') ? '' : '\n'}${line}`));

/** A change to the files of a manuscript that is applied, and undone, as one. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly creates: readonly NewFile[];
}

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}
