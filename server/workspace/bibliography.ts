import { fileName, folderOf, resolvePath } from '../base/uris';
import { readBibliography } from '../bibliography/read';
import type { BibliographyFile, Entry } from '../bibliography/reference';
import type { Reading } from '../paper/reading';
import type { Problem } from './problem';
import { type Files, UnreadableFile } from './runtime';

export interface LoadedBibliography {
  readonly uri: string;
  readonly text: string;
  readonly file: BibliographyFile;
}

/** The references that a manuscript can cite: the files it names, or else those that lie beside it. */
export class Bibliography {
  private readonly byKey = new Map<string, { readonly uri: string; readonly entry: Entry }>();

  constructor(
    readonly files: readonly LoadedBibliography[],
    readonly problems: readonly Problem[],
  ) {
    for (const { uri, file } of files) {
      for (const entry of file.entries) {
        if (!this.byKey.has(entry.reference.key)) this.byKey.set(entry.reference.key, { uri, entry });
      }
    }
  }

  entry(key: string): { readonly uri: string; readonly entry: Entry } | undefined {
    return this.byKey.get(key);
  }

  get entries(): Iterable<{ readonly uri: string; readonly entry: Entry }> {
    return this.byKey.values();
  }
}

/** Loads one bibliography file, parsed; undefined where there is none. Rejects with `UnreadableFile`. */
export type ReadBibliography = (uri: string) => Promise<LoadedBibliography | undefined>;

export const parseBibliography = (uri: string, text: string): LoadedBibliography => ({
  uri,
  text,
  file: readBibliography(fileName(uri), text),
});

const ENDINGS = /\.(bib|json|ya?ml)$/i;

/** `extra` are paths from the settings, relative to the folder of the root. */
export async function loadBibliography(
  readings: readonly Reading[],
  extra: readonly string[],
  read: ReadBibliography,
  files: Files,
): Promise<Bibliography> {
  const root = folderOf(readings[0]!.uri);
  const loaded = new Map<string, LoadedBibliography>();
  const problems: Problem[] = [];

  async function add(uri: string, missing: (message: string) => void): Promise<void> {
    if (loaded.has(uri)) return;
    try {
      const bibliography = await read(uri);
      if (!bibliography) return missing(`“${fileName(uri)}” is not there.`);
      loaded.set(uri, bibliography);
      problems.push(...bibliography.file.problems.map((p) => ({ uri, span: p.span, message: p.message })));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      missing(`“${fileName(uri)}” cannot be read: ${error.message}.`);
    }
  }

  for (const { uri, manuscript } of readings) {
    for (const { path, span } of manuscript.bibliographies) {
      const named = ENDINGS.test(path) || manuscript.language !== 'latex' ? path : `${path}.bib`;
      await add(resolvePath(manuscript.language === 'latex' ? root : folderOf(uri), named), (message) =>
        problems.push({ uri, span, message }),
      );
    }
  }
  for (const path of extra) await add(resolvePath(root, path), () => undefined);
  if (loaded.size === 0) {
    const beside = (await files.list(root)).filter((uri) => uri.toLowerCase().endsWith('.bib'));
    for (const uri of beside.sort()) await add(uri, () => undefined);
  }
  return new Bibliography([...loaded.values()], problems);
}
