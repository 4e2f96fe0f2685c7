import type { FileText } from './fileText';

/** What the host brings: everything the core does not do itself. Tests bring their own. */
export interface Runtime {
  readonly files: Files;
  readonly log: Log;
  /** Absent where the host cannot reach it. */
  readonly zotero?: Zotero;
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
  readonly home?: string | undefined;
  /** True where `Paper.tex` and `paper.tex` are one file. */
  readonly ignoresCase?: boolean;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** The reference manager of the person who writes, on the same machine. Only asked where its setting is on. */
export interface Zotero {
  /** Works as BibTeX, in no order. Rejects with `ZoteroFailure`. */
  search(query: ZoteroQuery, signal: AbortSignal): Promise<string>;
}

export interface ZoteroQuery {
  readonly text: string;
  /** Looked for in every field, not in title, names and year only. */
  readonly inAllFields: boolean;
}

/** Why Zotero gave no works: the message is a sentence for people. */
export class ZoteroFailure extends Error {
  override readonly name = 'ZoteroFailure';
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
