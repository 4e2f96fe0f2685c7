import { Memo } from '../base/memo';
import type { Problem } from '../base/problem';
import { folderOf, foldersUp, resolvePath } from '../base/uris';
import type { Catalogue } from '../knowledge/catalogue';
import type { CurrentTexts } from './currentTexts';
import { NO_PROJECT_FILE, PROJECT_FILE, type ProjectFile, readProjectFile } from './projectFile';
import { UnreadableFile } from './runtime';

/** A file and its text. */
export interface SourceText {
  readonly uri: string;
  readonly text: string;
}

/** What the project file that applies says. */
export interface Settings {
  readonly settings: ProjectFile;
  readonly problems: readonly Problem[];
  readonly projectFile?: SourceText;
}

/** Project files, each read once, with the catalogue as their records extend it. */
export class KeptSettings {
  private readonly projectFiles = new Memo<readonly [text: string], ReturnType<typeof readProjectFile>>();
  private readonly catalogues = new WeakMap<ProjectFile, Catalogue>();

  constructor(
    private readonly texts: CurrentTexts,
    private readonly catalogue: Catalogue,
  ) {}

  /** The nearest project file in the folder of the manuscript or above. */
  async for(uri: string): Promise<Settings> {
    for (const folder of foldersUp(folderOf(this.texts.nameOf(uri)))) {
      const found = resolvePath(folder, PROJECT_FILE);
      try {
        const text = await this.texts.readUtf8(found);
        if (text === undefined) continue;
        const { file, problems } = this.projectFiles.get(found, [text], () => readProjectFile(found, text));
        return { settings: file, problems, projectFile: { uri: found, text } };
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        const problem = { uri: found, span: { start: 0, end: 0 }, message: `Cannot be read: ${error.message}.` };
        return { settings: NO_PROJECT_FILE, problems: [problem] };
      }
    }
    return { settings: NO_PROJECT_FILE, problems: [] };
  }

  /** The catalogue with the records of a project file. */
  catalogueWith(settings: ProjectFile): Catalogue {
    if (settings.species.length === 0 && settings.terms.length === 0) return this.catalogue;
    const known = this.catalogues.get(settings);
    if (known) return known;
    const catalogue = this.catalogue.withUserRecords(settings.species, settings.terms);
    this.catalogues.set(settings, catalogue);
    return catalogue;
  }

  keepOnly(isKept: (uri: string) => boolean): void {
    this.projectFiles.keepOnly(isKept);
  }

  /** How many project files are kept. */
  get size(): number {
    return this.projectFiles.size;
  }
}
