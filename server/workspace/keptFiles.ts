import { type Asked, askOnce, Memo } from '../base/memo';
import { folderOf } from '../base/uris';
import type { FileText } from './fileText';
import type { Files } from './runtime';

/** Which files and folders are still needed, by their URIs. */
export interface Near {
  readonly file: (uri: string) => boolean;
  readonly folder: (uri: string) => boolean;
}

/** Files and folders that are read once, until they are reported as changed. Takes canonical URIs. */
export class KeptFiles implements Files {
  private readonly texts: Asked<FileText | undefined> = new Memo();
  private readonly lists: Asked<readonly string[]> = new Memo();

  constructor(private readonly files: Files) {}

  read(uri: string): Promise<FileText | undefined> {
    return askOnce(this.texts, uri, () => this.files.read(uri));
  }

  list(folderUri: string): Promise<readonly string[]> {
    return askOnce(this.lists, folderUri, () => this.files.list(folderUri));
  }

  find(folderUri: string, glob: string): Promise<readonly string[]> {
    return this.files.find(folderUri, glob);
  }

  get home(): string | undefined {
    return this.files.home;
  }

  get ignoresCase(): boolean {
    return this.files.ignoresCase === true;
  }

  /** Forgets the text of a file, and what its folder holds: the file may be new. */
  forget(uri: string): void {
    this.texts.forget(uri);
    this.lists.forget(folderOf(uri));
  }

  forgetAll(): void {
    this.texts.clear();
    this.lists.clear();
  }

  keepOnly({ file, folder }: Near): void {
    this.texts.keepOnly(file);
    this.lists.keepOnly(folder);
  }

  /** How many texts and lists are kept. */
  get size(): number {
    return this.texts.size + this.lists.size;
  }
}
