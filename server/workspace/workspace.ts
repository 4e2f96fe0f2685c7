import type { Encoding } from '../base/encoding';
import { Memo } from '../base/memo';
import type { Problem } from '../base/problem';
import { folderOf } from '../base/uris';
import type { Bibliography, LoadedBibliography } from '../bibliography/bibliography';
import type { Catalogue } from '../knowledge/catalogue';
import type { FileAnalysis } from '../manuscript/fileAnalysis';
import { type FileCandidates, readFile, recognise } from '../manuscript/fileCandidates';
import { Manuscript } from '../manuscript/manuscript';
import type { FormatId } from '../text';
import { loadBibliography, parseBibliography } from './bibliography';
import { citingManuscripts, MAY_CITE } from './citing';
import { CurrentTexts } from './currentTexts';
import { declaresSingleBytes, encodingProblem, type FileText } from './fileText';
import { type Included, withIncludes } from './includes';
import { KeptLibrary } from './keptLibrary';
import { KeptSettings, type Settings, type SourceText } from './keptSettings';
import type { Library } from './library';
import type { ProjectFile } from './projectFile';
import { booksAbove, foldersAbout, rootOf, settingsOfNearest } from './root';
import type { Files } from './runtime';
import { isSupportFile, readSupportFile } from './supportFile';

/** A manuscript with everything around it that its features need. */
export interface ManuscriptContext {
  readonly file: FileAnalysis;
  readonly manuscript: Manuscript;
  readonly bibliography: Bibliography;
  /** Works that are not the manuscript's, to be copied into its bibliography when they are cited. */
  readonly library: Library;
  /** Of the files that are not UTF-8, by URI. */
  readonly otherEncodings: ReadonlyMap<string, FileText>;
  readonly settings: ProjectFile;
  /** Where the settings come from; absent for those that come with the call, and where no file has any. */
  readonly projectFile?: SourceText;
  /** Missing includes, broken .bib entries, mistakes in the project file. */
  readonly problems: readonly Problem[];
}

/** A bibliography by itself, with the manuscripts that cite from it. */
export interface BibliographyContext {
  readonly bibliography: LoadedBibliography;
  readonly manuscripts: readonly ManuscriptContext[];
  readonly catalogue: Catalogue;
  readonly settings: ProjectFile;
  readonly projectFile?: SourceText;
}

export interface WorkspaceOptions {
  /** Paths of bibliography files beside those that manuscripts name. */
  readonly bibliographies?: readonly string[];
  /** Paths and patterns of the files of the writer's own library, anywhere. */
  readonly library?: readonly string[];
  /** Counts instead of the project files in the folders. */
  readonly settings?: ProjectFile | undefined;
  /** Canonical URIs of the files that were requested: one of these is the main file before any other. */
  readonly named?: readonly string[];
}

/**
 * Knows the open texts and the files around them, and makes projects of them. Everything read is kept until the text changes,
 * `changed` says that a file did, or the last open file that it was read for is closed. Takes URIs in any spelling; those that it gives are canonical.
 */
export class Workspace {
  private readonly texts: CurrentTexts;
  private readonly settings: KeptSettings;
  private readonly library: KeptLibrary;
  /** By open file: what it was read with. */
  private readonly dependencies = new Map<string, ReadonlySet<string>>();
  private readonly candidates = new Memo<
    readonly [text: string, catalogue: Catalogue, context: string],
    FileCandidates
  >();
  private readonly bibliographies = new Memo<
    readonly [text: string, encoding: Encoding, misread: boolean | undefined],
    LoadedBibliography
  >();
  /** By URI and pattern. */
  private readonly searched = new Memo<readonly [text: string], boolean>();
  /** By main file. */
  private readonly manuscripts = new Memo<readonly [Catalogue, ...FileCandidates[]], Manuscript>();
  private readonly bibliographiesOf = new Memo<readonly [parts: string, ...LoadedBibliography[]], Bibliography>();

  constructor(
    files: Files,
    private readonly catalogue: Catalogue,
    private options: WorkspaceOptions = {},
  ) {
    this.texts = new CurrentTexts(files);
    this.settings = new KeptSettings(this.texts, catalogue);
    this.library = new KeptLibrary(this.texts, (uri, read) => this.parsed(uri, read));
  }

  configure(options: WorkspaceOptions): void {
    this.options = options;
    this.forgetLibrary();
  }

  /** Looks for the files of the library again, and reads those that are not open. */
  forgetLibrary(): void {
    this.library.forgetFiles();
  }

  /** Takes over the text of an open editor. */
  edit(spelling: string, format: FormatId | undefined, text: string): void {
    this.library.edited(this.texts.edit(spelling, format, text));
  }

  close(spelling: string): void {
    const uri = this.texts.nameOf(spelling);
    this.texts.close(uri);
    this.changed(uri);
    this.dropUnreached();
  }

  /** How many readings are kept. */
  get size(): number {
    return this.texts.files.size + this.readings.reduce((sum, kept) => sum + kept.size, 0);
  }

  private get readings() {
    const { candidates, bibliographies, settings, searched, manuscripts, bibliographiesOf, library } = this;
    return [candidates, bibliographies, settings, searched, manuscripts, bibliographiesOf, library];
  }

  /** Keeps what the open files are read with, and what was searched for their main files in the folders around them. */
  private dropUnreached(): void {
    const { open } = this.texts;
    const reached = new Set(open);
    const searched = new Set<string>();
    for (const [uri, parts] of this.dependencies) {
      if (!open.has(uri)) this.dependencies.delete(uri);
      else for (const part of parts) reached.add(part);
    }
    for (const folder of [...open].flatMap(foldersAbout)) searched.add(folder);
    const isReached = (name: string) => reached.has(name.split(' ')[0]!);
    const isNear = (name: string) => isReached(name) || searched.has(folderOf(name.split(' ')[0]!));
    for (const kept of this.readings) kept.keepOnly(kept === this.searched ? isNear : isReached);
    this.texts.keepOnly({ file: isNear, folder: (uri) => searched.has(uri) });
    if (open.size === 0) this.library.forget();
  }

  /** Forgets what was read of a file. */
  changed(spelling: string): void {
    const uri = this.texts.nameOf(spelling);
    this.library.changed(uri);
    this.texts.files.forget(uri);
    this.candidates.forget(uri);
    this.bibliographies.forget(uri);
  }

  /** Reads all files again that are not open, where no watcher says which have changed. */
  forgetDisk(): void {
    this.texts.files.forgetAll();
    this.library.forget();
  }

  /** True where the other file took part in the manuscript when the first was loaded last. */
  dependsOn(uri: string, on: string): boolean {
    return this.dependencies.get(this.texts.nameOf(uri))?.has(this.texts.nameOf(on)) === true;
  }

  /** The text as it is now, from the editor or the disk, where it must be UTF-8. Rejects with `UnreadableFile`. */
  text(uri: string): Promise<string | undefined> {
    return this.texts.readUtf8(uri);
  }

  /** Undefined where the file is not found or no manuscript. Rejects with `UnreadableFile` for the file itself only. */
  async load(spelling: string): Promise<ManuscriptContext | undefined> {
    const uri = this.texts.nameOf(spelling);
    const { settings, problems, projectFile } = await this.settingsFor(uri);
    const catalogue = this.settings.catalogueWith(settings);
    const read = (of: string, context?: string) => this.candidatesOf(of, catalogue, context);
    const start = this.texts.formatOf(uri) && (await read(uri));
    if (!start) return undefined;
    const notes: Problem[] = [];
    const books = await booksAbove(start, read, this.texts.files);
    const root = await rootOf(start, {
      read,
      mayInclude: (of, pattern) => this.mayHold(of, pattern),
      files: this.texts.files,
      books,
      named: this.options.named ?? [],
      tell: (problem) => notes.push(problem),
    });
    const included = await withIncludes(root, read, settingsOfNearest(books, root));
    const manuscript = this.manuscript(root.uri, included, catalogue);
    const extra = { project: settings.bibliography, library: this.options.bibliographies ?? [] };
    // What the list of chapters of a project names counts for its other documents too.
    const named = new Set([...included.files, ...books]);
    const bibliography = this.sameAsBefore(
      root.uri,
      await loadBibliography([...named], extra, (of) => this.bibliography(of), this.texts.files),
    );
    const file = manuscript.analysis(uri)!;
    const parts = [...included.files, ...bibliography.files, ...(projectFile ? [projectFile] : [])];
    const otherEncodings = await this.otherEncodings(parts);
    const undeclared = declaresSingleBytes(root.parsed.source) ? [] : included.files;
    const encodings = undeclared.flatMap(({ uri: of }) => {
      const other = otherEncodings.get(of);
      return (other && encodingProblem(of, other)) ?? [];
    });
    const library = await this.library.for(root.uri, this.options.library ?? []);
    this.dependencies.set(uri, new Set([...parts.map((part) => part.uri), ...library.uris]));
    return {
      file,
      manuscript,
      bibliography,
      library,
      otherEncodings,
      settings,
      ...(projectFile && { projectFile }),
      problems: [...problems, ...notes, ...encodings, ...included.problems, ...bibliography.problems],
    };
  }

  /** A bibliography with its manuscripts, as far as they are open or lie near it. Rejects with `UnreadableFile`. */
  async loadBibliography(spelling: string): Promise<BibliographyContext | undefined> {
    const uri = this.texts.nameOf(spelling);
    const bibliography = await this.bibliography(uri);
    if (!bibliography) return undefined;
    const { settings, projectFile } = await this.settingsFor(uri);
    const manuscripts = await citingManuscripts(uri, {
      open: new Set([...this.texts.open, ...(this.options.named ?? [])]),
      list: (folder) => this.texts.files.list(folder),
      mayCite: (of) => this.mayHold(of, MAY_CITE),
      load: (of) => this.load(of),
    });
    const parts = manuscripts.flatMap((context) => [...context.manuscript.files, ...context.bibliography.files]);
    this.dependencies.set(uri, new Set(parts.map((part) => part.uri)));
    const catalogue = this.settings.catalogueWith(settings);
    return { bibliography, manuscripts, catalogue, settings, ...(projectFile && { projectFile }) };
  }

  private async otherEncodings(files: readonly { readonly uri: string }[]): Promise<ReadonlyMap<string, FileText>> {
    const others = new Map<string, FileText>();
    for (const { uri } of files) {
      const read = await this.texts.read(uri);
      if (read && read.encoding !== 'utf-8') others.set(uri, read);
    }
    return others;
  }

  /** The nearest project file in the folder of the manuscript or above. */
  async settingsFor(uri: string): Promise<Settings> {
    const { settings } = this.options;
    return settings ? { settings, problems: [] } : this.settings.for(uri);
  }

  /** The catalogue with the records of the project file that is in force at a place; without a place, as it comes. */
  async catalogueFor(uri: string | undefined): Promise<Catalogue> {
    return uri === undefined ? this.catalogue : this.settings.catalogueWith((await this.settingsFor(uri)).settings);
  }

  /** Parsed; in any encoding. Rejects with `UnreadableFile`. */
  async bibliography(spelling: string): Promise<LoadedBibliography | undefined> {
    const uri = this.texts.nameOf(spelling);
    const read = await this.texts.read(uri);
    return read && this.parsed(uri, read);
  }

  private parsed(uri: string, read: FileText): LoadedBibliography {
    const { text, encoding, misread } = read;
    return this.bibliographies.get(uri, [text, encoding, misread], () => parseBibliography(uri, read));
  }

  /** True where the text of a file holds the pattern; found out once a text. */
  private async mayHold(uri: string, pattern: RegExp): Promise<boolean> {
    const { text = '' } = (await this.texts.read(uri).catch(() => undefined)) ?? {};
    return this.searched.get(`${uri} ${pattern.source}`, [text], () => pattern.test(text));
  }

  /** What the file says, read with what others define; where that is left open, with what it was read with last. */
  private async candidatesOf(
    spelling: string,
    catalogue: Catalogue,
    context: string | undefined,
  ): Promise<FileCandidates | undefined> {
    const uri = this.texts.nameOf(spelling);
    const format = this.texts.formatOf(uri);
    // What is not text by its name is not opened.
    if (!format && !isSupportFile(uri)) return undefined;
    const decoded = await this.texts.read(uri);
    if (decoded === undefined) return undefined;
    const { text } = decoded;
    const readWith = context ?? this.candidates.madeOf(uri)?.[2] ?? '';
    return this.candidates.get(uri, [text, catalogue, readWith], () =>
      isSupportFile(uri)
        ? recognise(uri, readSupportFile(uri, text), catalogue)
        : readFile(uri, format!, text, catalogue, readWith),
    );
  }

  /** The manuscript of the same files as last time, so that its abbreviations are indexed once a version. */
  private manuscript(root: string, { files, inclusions }: Included, catalogue: Catalogue): Manuscript {
    return this.manuscripts.get(root, [catalogue, ...files], () => new Manuscript(files, catalogue, inclusions));
  }

  /** The bibliography of last time where its files are the same, so that what is indexed of it can be kept. */
  private sameAsBefore(root: string, loaded: Bibliography): Bibliography {
    return this.bibliographiesOf.get(root, [partsOf(loaded), ...loaded.files], () => loaded);
  }
}

/** What a bibliography says beyond the references in its files. */
const partsOf = ({ problems, unusable, roles }: Bibliography): string =>
  JSON.stringify([problems, unusable, [...roles]]);
