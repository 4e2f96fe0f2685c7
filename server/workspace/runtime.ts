import type { FileText } from './fileText';

/** What the host brings: everything the core does not do itself. Tests bring their own. */
export interface Runtime {
  readonly files: Files;
  readonly log: Log;
  /** URI of the folder with the pages about rules. */
  readonly docs?: string;
  /** Resolves after what is queued already (edits, cancellations) has been handled. */
  nextTurn(): Promise<void>;
}

export interface Files {
  /** Text of a file; undefined where there is none. Rejects with `UnreadableFile`. */
  read(uri: string): Promise<FileText | undefined>;
  /** URIs of the files directly in a folder, in any order; empty where the folder cannot be listed. */
  list(folderUri: string): Promise<readonly string[]>;
  /** URIs of the files below a folder whose path from there matches a glob, in any order; empty where it cannot be searched. */
  find(folderUri: string, glob: string): Promise<readonly string[]>;
  /** URI of the home folder of the person who writes; undefined where there is none. */
  readonly home?: string;
  /** True where `Paper.tex` and `paper.tex` are one file. */
  readonly ignoresCase?: boolean;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** A file that is there but cannot be read as text. The message names line and remedy. */
export class UnreadableFile extends Error {
  constructor(
    readonly uri: string,
    reason: string,
  ) {
    super(reason);
    this.name = 'UnreadableFile';
  }
}
