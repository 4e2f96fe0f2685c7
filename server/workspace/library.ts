import { fileName, resolvePath } from '../base/uris';
import type { LoadedBibliography } from '../bibliography/bibliography';
import { BIBLIOGRAPHY_ENDINGS } from '../text';
import type { FileText } from './fileText';
import { type Files, UnreadableFile } from './runtime';

/** The writer's own works, in files anywhere: an export of a reference manager, lists of old papers. */
export interface Library {
  /** URIs of its files, in the order of the paths. */
  readonly uris: readonly string[];
  /** Sentences for people about what is not read of it. */
  readonly notes: readonly string[];
  /** Parsed when they are first needed. The same list as long as no text changes. */
  readonly works: () => readonly LoadedBibliography[];
}

const NO_WORKS: readonly LoadedBibliography[] = [];

export const NO_LIBRARY: Library = { uris: [], notes: [], works: () => NO_WORKS };

/** Where the files of a path of the library are: one file, or those below `base` that match `glob`. */
export interface LibraryPlace {
  /** As it is set. */
  readonly path: string;
  readonly uri: string;
  readonly pattern?: { readonly base: string; readonly glob: string };
}

/** A pattern that matches more is a mistake more often than a library. */
const MOST_FILES = 100;

/** `~` is the home folder; a relative path begins at `folder`. Undefined for `~` where there is no home folder. */
export function placeOf(path: string, folder: string, home: string | undefined): LibraryPlace | undefined {
  const typed = /^[A-Za-z]:\\/.test(path) ? path.replaceAll('\\', '/') : path;
  const isHome = /^~(?:[\\/]|$)/.test(typed);
  if (isHome && home === undefined) return undefined;
  const rest = isHome ? typed.slice(1).replace(/^[\\/]+/, '') : typed;
  const from = isHome ? home! : rest.startsWith('/') ? (home ?? folder) : folder;
  const uri = resolvePath(from, rest);
  const wild = rest.search(/[*?[{]/);
  if (wild < 0) return { path, uri };
  const slash = rest.lastIndexOf('/', wild);
  const base = slash < 0 ? from : resolvePath(from, rest.slice(0, slash) || '/');
  return { path, uri, pattern: { base, glob: rest.slice(slash + 1) } };
}

export interface LibraryText {
  readonly uri: string;
  readonly read: FileText;
}

/** Reads the files of all paths, each once. A name with brackets is that file where there is one, else a pattern. */
export async function readLibrary(
  paths: readonly string[],
  folder: string,
  files: Files,
  read: (uri: string) => Promise<FileText | undefined>,
): Promise<{ readonly texts: readonly LibraryText[]; readonly notes: readonly string[] }> {
  const texts = new Map<string, FileText>();
  const notes: string[] = [];
  const add = async (uri: string): Promise<boolean> => {
    if (texts.has(uri)) return true;
    try {
      const found = await read(uri);
      if (found) texts.set(uri, found);
      return found !== undefined;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      notes.push(`“${fileName(uri)}” of your library cannot be read: ${error.message}.`);
      return true;
    }
  };
  for (const path of paths) {
    const place = placeOf(path, folder, files.home);
    if (place?.pattern) {
      const { base, glob } = place.pattern;
      const found = (await files.find(base, glob)).filter((uri) => BIBLIOGRAPHY_ENDINGS.test(uri)).sort();
      for (const uri of found.slice(0, MOST_FILES)) await add(uri);
      if (found.length > MOST_FILES) notes.push(`Of “${path}” in your library only ${MOST_FILES} files are read.`);
      if (found.length > 0 || (BIBLIOGRAPHY_ENDINGS.test(place.uri) && (await add(place.uri)))) continue;
    } else if (place && !BIBLIOGRAPHY_ENDINGS.test(place.uri)) {
      notes.push(`“${path}” of your library is not read: its name ends in none of .bib, .json, .yml, .yaml.`);
      continue;
    } else if (place && (await add(place.uri))) continue;
    notes.push(`“${path}” of your library was not found.`);
  }
  return { texts: [...texts].map(([uri, found]) => ({ uri, read: found })), notes };
}
