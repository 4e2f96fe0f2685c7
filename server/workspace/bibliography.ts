import { once } from '../base/once';
import type { Problem } from '../base/problem';
import { fileName, folderOf, resolvePath } from '../base/uris';
import {
  Bibliography,
  type BibliographyRole,
  type LoadedBibliography,
  type UnusableBibliography,
} from '../bibliography/bibliography';
import { manuscriptList } from '../bibliography/list/manuscriptList';
import { readBibliography } from '../bibliography/read';
import type { FileCandidates } from '../manuscript/fileCandidates';
import { BIBLIOGRAPHY_ENDINGS, namingFile, pathsOf } from '../text';
import type { FileText } from './fileText';
import { type Files, UnreadableFile } from './runtime';

/** Loads one bibliography file, parsed; undefined where there is none. Rejects with `UnreadableFile`. */
export type ReadBibliography = (uri: string) => Promise<LoadedBibliography | undefined>;

export const parseBibliography = (uri: string, { text, encoding, misread }: FileText): LoadedBibliography => ({
  uri,
  text,
  encoding,
  ...(misread && { misread }),
  file: readBibliography(fileName(uri), text),
});

/** Paths of bibliographies beside those that the manuscript names, relative to the folder of the root. */
export interface ExtraBibliographies {
  readonly project: readonly string[];
  readonly library: readonly string[];
}

export async function loadBibliography(
  files: readonly FileCandidates[],
  extra: ExtraBibliographies,
  read: ReadBibliography,
  disk: Files,
): Promise<Bibliography> {
  const root = folderOf(files[0]!.uri);
  const loaded = new Map<string, LoadedBibliography>();
  const unusable = new Map<string, UnusableBibliography>();
  const roles = new Map<string, BibliographyRole>();
  const problems: Problem[] = [];
  /** `@string` of the files so far, which BibTeX reads one after the other. */
  const macros = new Map<string, string>();

  async function add(typed: string, path: string, role: BibliographyRole): Promise<UnusableBibliography | undefined> {
    const bibliography = unusable.get(typed) ?? (await readUsable(typed, path, read));
    const { uri } = bibliography;
    if (!roles.has(uri)) roles.set(uri, role);
    if (loaded.has(uri)) return undefined;
    if ('reason' in bibliography) {
      unusable.set(uri, bibliography);
      return bibliography;
    }
    const known = withMacros(bibliography, macros);
    loaded.set(uri, known);
    for (const [name, text] of known.file.strings ?? []) macros.set(name, text);
    for (const { span, message } of bibliography.file.problems) problems.push({ uri, span, message });
    return undefined;
  }

  for (const file of files) {
    for (const named of file.parsed.bibliographies) {
      const role = /^\\gls/i.test(named.command) ? 'glossary' : 'named';
      const failed = await add(pathsOf(file).bibliography(named, namingFile(file, files)), named.path, role);
      if (failed) problems.push({ uri: file.uri, span: named.span, message: failed.reason });
    }
    const list = listedIn(file);
    if (!list) continue;
    roles.set(file.uri, 'listed');
    loaded.set(file.uri, list);
    for (const { span, message } of list.file.problems) problems.push({ uri: file.uri, span, message });
  }
  for (const path of extra.project) await add(resolvePath(root, path), path, 'project');
  for (const path of extra.library) await add(resolvePath(root, path), path, 'library');
  if (![...roles.values()].some((role) => role === 'named' || role === 'project')) {
    const beside = (await disk.list(root)).filter((uri) => uri.toLowerCase().endsWith('.bib'));
    for (const uri of beside.sort()) await add(uri, fileName(uri), 'beside');
  }
  return new Bibliography([...loaded.values()], problems, [...unusable.values()], roles);
}

/** Read again where it uses macros of the files before it; once for the same ones. */
function withMacros(bibliography: LoadedBibliography, macros: ReadonlyMap<string, string>): LoadedBibliography {
  const used = [...(bibliography.file.unknownStrings ?? [])].flatMap((name) => {
    const text = macros.get(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  if (used.length === 0) return bibliography;
  const key = JSON.stringify(used);
  const known = READ_WITH.get(bibliography);
  if (known?.key === key) return known.read;
  const { uri, text } = bibliography;
  const read = { ...bibliography, file: readBibliography(fileName(uri), text, new Map(used)) };
  READ_WITH.set(bibliography, { key, read });
  return read;
}

const READ_WITH = new WeakMap<LoadedBibliography, { readonly key: string; readonly read: LoadedBibliography }>();

/** The works that a file of the manuscript lists. */
export const listedIn = once((file: FileCandidates): LoadedBibliography | undefined => {
  const list = manuscriptList(file.parsed);
  return list && { uri: file.uri, text: file.parsed.source, encoding: 'utf-8', file: list };
});

const KNOWN_ENDINGS = 'the name of a bibliography ends in .bib, .json, .yml or .yaml';

async function readUsable(
  uri: string,
  path: string,
  read: ReadBibliography,
): Promise<LoadedBibliography | UnusableBibliography> {
  if (!BIBLIOGRAPHY_ENDINGS.test(uri))
    return { uri, path, missing: false, reason: `“${fileName(uri)}” is not read: ${KNOWN_ENDINGS}.` };
  try {
    return (await read(uri)) ?? { uri, path, missing: true, reason: `“${fileName(uri)}” was not found.` };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { uri, path, missing: false, reason: `“${fileName(uri)}” cannot be read: ${error.message}.` };
  }
}
