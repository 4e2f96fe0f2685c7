import { folderOf } from '../base/uris';
import type { FileText } from './fileText';
import type { Files } from './runtime';

/** Files and folders that are read once, until they are reported as changed. Takes canonical URIs. */
export class KeptFiles implements Files {
  private readonly texts = new Map<string, Promise<FileText | undefined>>();
  private readonly lists = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly files: Files) {}

  read(uri: string): Promise<FileText | undefined> {
    return kept(this.texts, uri, () => this.files.read(uri));
  }

  list(folderUri: string): Promise<readonly string[]> {
    return kept(this.lists, folderUri, () => this.files.list(folderUri));
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
    this.texts.delete(uri);
    this.lists.delete(folderOf(uri));
  }

  forgetAll(): void {
    this.texts.clear();
    this.lists.clear();
  }

  keepOnly(isKept: { readonly file: (uri: string) => boolean; readonly folder: (uri: string) => boolean }): void {
    for (const uri of [...this.texts.keys()]) if (!isKept.file(uri)) this.texts.delete(uri);
    for (const uri of [...this.lists.keys()]) if (!isKept.folder(uri)) this.lists.delete(uri);
  }

  /** How many texts and lists are kept. */
  get size(): number {
    return this.texts.size + this.lists.size;
  }
}

/** What failed is read again at the next request. */
function kept<T>(known: Map<string, Promise<T>>, name: string, ask: () => Promise<T>): Promise<T> {
  const before = known.get(name);
  if (before) return before;
  const asked = ask();
  known.set(name, asked);
  asked.catch(() => known.delete(name));
  return asked;
}
