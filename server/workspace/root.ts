import type { Problem } from '../base/problem';
import { fileName, folderOf, foldersUp, resolvePath } from '../base/uris';
import type { FileCandidates } from '../manuscript/fileCandidates';
import { FOLDER_SETTINGS, FORMATS, formatOfPath, SETTINGS_FILES } from '../text';
import type { Format, MainFile } from '../text/format';
import { type ReadOne, withIncludes } from './includes';
import type { Files } from './runtime';

/** What the search for the main file looks into. */
export interface Surroundings {
  readonly read: ReadOne;
  /** True where the text of a file holds the pattern. */
  readonly mayInclude: (uri: string, pattern: RegExp) => Promise<boolean>;
  readonly files: Files;
  /** Those above the file. */
  readonly books: readonly FileCandidates[];
  /** Files that are searched before those in the folders. */
  readonly named: readonly string[];
  /** Takes what could not be searched. */
  readonly tell: (problem: Problem) => void;
}

/**
 * The file that the manuscript begins with, from which this one is reached: the one that `% !TEX root` or `subfiles` names, the
 * document itself where it has a preamble, the list of chapters of a book in this folder or above, else a document in this
 * folder or above that includes it, else the file itself.
 */
export async function rootOf(file: FileCandidates, around: Surroundings): Promise<FileCandidates> {
  const main = mainFileOf(file);
  if (!main || (main.isTop && main.isMain(file.parsed))) return file;
  const named = main.named?.(file.parsed);
  if (named) {
    const root = await around.read(resolvePath(folderOf(file.uri), named)).catch(() => undefined);
    return root && (await reach(root, around.read)).has(file.uri) ? root : file;
  }
  return (await bookWith(file, around)) ?? topIncluder(file, around);
}

/** The folder of a chapter and those above it in which a list of chapters or the main file may be. */
const MOST_FOLDERS = 5;

/** URIs of the folders in which the main file of a file is looked for, its own first. */
export const foldersAbout = (uri: string): string[] => [...foldersUp(folderOf(uri))].slice(0, MOST_FOLDERS);

/** Settings of projects and folders (Quarto, MyST, bookdown) in the folder of a file of Markdown and those above, nearest first. */
export async function booksAbove(
  file: FileCandidates,
  read: ReadOne,
  files: Files,
): Promise<readonly FileCandidates[]> {
  if (!mainFileOf(file)?.isListed) return [];
  const uris = foldersAbout(file.uri).flatMap((folder) => SETTINGS_FILES.map((name) => resolvePath(folder, name)));
  const books = await Promise.all(uris.map((uri) => read(uri).catch(() => undefined)));
  return Promise.all(books.filter((book) => book !== undefined).map((book) => withAllChapters(book, files)));
}

/** A bookdown book that lists no chapters has all R Markdown of its folder, in the order of the names, after `index.Rmd`. */
async function withAllChapters(book: FileCandidates, files: Files): Promise<FileCandidates> {
  if (fileName(book.uri) !== '_bookdown.yml' || book.parsed.includes.length > 0) return book;
  const names = (await files.list(folderOf(book.uri))).map(fileName).filter((name) => /^[^_].*\.rmd$/i.test(name));
  const isIndex = (name: string) => Number(/^index\.rmd$/i.test(name));
  names.sort((a, b) => isIndex(b) - isIndex(a) || (a < b ? -1 : 1));
  const includes = names.map((path) => ({ path, span: { start: 0, end: 0 }, command: 'chapter' }));
  return { ...book, parsed: { ...book.parsed, includes } };
}

/**
 * Those of the nearest project, and of the folders in it: a project within another has settings of its own. Of a book they count for its
 * chapters: a plan or a README beside them is not made with it.
 */
export function settingsOfNearest(books: readonly FileCandidates[], root: FileCandidates): readonly FileCandidates[] {
  const project = books.find(({ uri }) => !FOLDER_SETTINGS.includes(fileName(uri)));
  if (project && project.parsed.includes.length > 0 && project.uri !== root.uri) return [];
  const top = project && folderOf(project.uri);
  return top === undefined ? [] : books.filter(({ uri }) => folderOf(uri).startsWith(top));
}

async function bookWith(file: FileCandidates, { read, books }: Surroundings): Promise<FileCandidates | undefined> {
  for (const book of books) if ((await reach(book, read)).has(file.uri)) return book;
  return undefined;
}

/** The file that includes the one that includes … this one, as far up as this one is still found; itself where none does. */
async function topIncluder(file: FileCandidates, around: Surroundings): Promise<FileCandidates> {
  const passed = new Set<string>();
  for (let top = file; ; ) {
    passed.add(top.uri);
    const includer = await includerOf(top, around);
    // From another folder other paths are found.
    if (!includer?.reached.has(file.uri) || passed.has(includer.root.uri)) return top;
    top = includer.root;
    if (mainFileOf(top)?.isTop) return top;
  }
}

/** At most so many files are looked into for the one that includes a chapter: a folder of notes may hold any number. */
const MOST_CANDIDATES = 1000;

interface Includer {
  readonly root: FileCandidates;
  readonly reached: ReadonlySet<string>;
}

async function includerOf(file: FileCandidates, around: Surroundings): Promise<Includer | undefined> {
  const { read, files, named, mayInclude } = around;
  const { format } = file.parsed;
  const main = mainFileOf(file);
  if (!main) return undefined;
  const lists = await Promise.all(foldersAbout(file.uri).map((folder) => files.list(folder)));
  const listed = new Set([...named, ...lists.flat()]);
  const candidates = [...listed].filter((uri) => formatOfPath(uri) === format && uri !== file.uri);
  const most = Math.max(MOST_CANDIDATES, named.length);
  for (const uri of candidates.slice(0, most)) {
    if (!(await mayInclude(uri, main.including))) continue;
    const root = await read(uri).catch(() => undefined);
    if (!root || !mainFileOf(root)?.isMain(root.parsed)) continue;
    const reached = await reach(root, read);
    if (reached.has(file.uri)) return { root, reached };
  }
  if (candidates.length > most) around.tell(tooMany(file, most, candidates.length));
  return undefined;
}

function tooMany(file: FileCandidates, most: number, count: number): Problem {
  const naming = mainFileOf(file)?.naming;
  const remedy = naming === undefined ? '' : `; name it in a comment: ${naming}`;
  const message = `Only ${most} of ${count} files were searched for a main file that includes this one${remedy}.`;
  return { uri: file.uri, span: { start: 0, end: 0 }, message };
}

function mainFileOf({ parsed }: FileCandidates): MainFile | undefined {
  const { mainFile }: Format = FORMATS[parsed.format];
  return mainFile;
}

/** The file and all that it includes. */
async function reach(root: FileCandidates, read: ReadOne): Promise<ReadonlySet<string>> {
  const { files } = await withIncludes(root, read);
  return new Set(files.map(({ uri }) => uri));
}
