import { fileName, folderOf, resolvePath } from '../base/uris';
import { readBibliography } from '../bibliography/read';
import type { BibliographyFile, Entry } from '../bibliography/reference';
import type { Reading } from '../paper/reading';
import type { Encoding, FileText } from './fileText';
import type { Problem } from './problem';
import { type Files, UnreadableFile } from './runtime';

export interface LoadedBibliography {
  readonly uri: string;
  readonly text: string;
  /** What the file must be written back in. */
  readonly encoding: Encoding;
  readonly file: BibliographyFile;
}

/** A bibliography that the manuscript names and that cannot be used. */
export interface UnusableBibliography {
  readonly uri: string;
  /** True where no such file was found; else it cannot be read. */
  readonly missing: boolean;
  /** A sentence for people. */
  readonly reason: string;
}

/** The references that a manuscript can cite: the files it names, or else those that lie beside it. */
export class Bibliography {
  private readonly byKey = new Map<string, { readonly uri: string; readonly entry: Entry }>();

  constructor(
    readonly files: readonly LoadedBibliography[],
    readonly problems: readonly Problem[],
    readonly unusable: readonly UnusableBibliography[] = [],
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

export const parseBibliography = (uri: string, { text, encoding }: FileText): LoadedBibliography => ({
  uri,
  text,
  encoding,
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
  const unusable = new Map<string, UnusableBibliography>();
  const problems: Problem[] = [];

  async function add(uri: string): Promise<UnusableBibliography | undefined> {
    if (loaded.has(uri)) return undefined;
    const bibliography = unusable.get(uri) ?? (await readUsable(uri, read));
    if ('reason' in bibliography) return bibliography;
    loaded.set(uri, bibliography);
    for (const { span, message } of bibliography.file.problems) problems.push({ uri, span, message });
    return undefined;
  }

  for (const { uri, manuscript } of readings) {
    for (const { path, span } of manuscript.bibliographies) {
      const named = ENDINGS.test(path) || manuscript.language !== 'latex' ? path : `${path}.bib`;
      const failed = await add(resolvePath(manuscript.language === 'latex' ? root : folderOf(uri), named));
      if (!failed) continue;
      unusable.set(failed.uri, failed);
      problems.push({ uri, span, message: failed.reason });
    }
  }
  for (const path of extra) await add(resolvePath(root, path));
  if (loaded.size === 0) {
    const beside = (await files.list(root)).filter((uri) => uri.toLowerCase().endsWith('.bib'));
    for (const uri of beside.sort()) await add(uri);
  }
  return new Bibliography([...loaded.values()], problems, [...unusable.values()]);
}

async function readUsable(uri: string, read: ReadBibliography): Promise<LoadedBibliography | UnusableBibliography> {
  try {
    return (await read(uri)) ?? { uri, missing: true, reason: `“${fileName(uri)}” is not there.` };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { uri, missing: false, reason: `“${fileName(uri)}” cannot be read: ${error.message}.` };
  }
}
