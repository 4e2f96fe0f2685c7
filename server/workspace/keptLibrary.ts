import { type Asked, askOnce, Memo } from '../base/memo';
import { folderOf } from '../base/uris';
import type { LoadedBibliography } from '../bibliography/bibliography';
import { BIBLIOGRAPHY_ENDINGS } from '../text';
import type { CurrentTexts } from './currentTexts';
import type { FileText } from './fileText';
import { type Library, NO_LIBRARY, readLibrary } from './library';

/** The writer's own library, read once for each folder that its relative paths begin at. Takes canonical URIs. */
export class KeptLibrary {
  /** By main file. */
  private readonly libraries = new Memo<readonly string[], Library>();
  private readonly uris = new Set<string>();
  private readonly byFolder: Asked<Awaited<ReturnType<typeof readLibrary>>> = new Memo();

  constructor(
    private readonly texts: CurrentTexts,
    private readonly parsed: (uri: string, read: FileText) => LoadedBibliography,
  ) {}

  /** As it is for the manuscript with this main file. */
  async for(main: string, paths: readonly string[]): Promise<Library> {
    if (paths.length === 0) return NO_LIBRARY;
    const { texts, notes } = await this.read(paths, folderOf(main));
    for (const { uri } of texts) this.uris.add(uri);
    const of = [...notes, ...texts.flatMap(({ uri, read }) => [uri, read.text])];
    return this.libraries.get(main, of, () => {
      let works: readonly LoadedBibliography[] | undefined;
      const parse = () => texts.map(({ uri, read }) => this.parsed(uri, read));
      return {
        uris: texts.map(({ uri }) => uri),
        notes,
        works: () => {
          works ??= parse();
          return works;
        },
      };
    });
  }

  private read(paths: readonly string[], folder: string): ReturnType<typeof readLibrary> {
    const { files } = this.texts;
    return askOnce(this.byFolder, folder, () => readLibrary(paths, folder, files, (uri) => this.texts.read(uri)));
  }

  /** A text of an editor counts instead of the file that was read. */
  edited(uri: string): void {
    if (this.uris.has(uri)) this.byFolder.clear();
  }

  /** The file may be new to a pattern of the library. */
  changed(uri: string): void {
    if (this.byFolder.size > 0 && BIBLIOGRAPHY_ENDINGS.test(uri)) this.byFolder.clear();
  }

  /** Looks for its files again. */
  forget(): void {
    this.byFolder.clear();
  }

  /** Looks for its files again, and reads those that are not open. */
  forgetFiles(): void {
    for (const uri of this.uris) this.texts.files.forget(uri);
    this.uris.clear();
    this.forget();
  }

  keepOnly(isKept: (main: string) => boolean): void {
    this.libraries.keepOnly(isKept);
  }

  /** For how many main files it is kept. */
  get size(): number {
    return this.libraries.size;
  }
}
