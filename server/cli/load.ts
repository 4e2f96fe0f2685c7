import { resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriOfPath } from '../base/uris';
import type { BibliographyRole } from '../bibliography/bibliography';
import { bundledCatalogue } from '../knowledge/bundled';
import { nodeFiles } from '../nodeFiles';
import { FORMATS, type FormatId } from '../text';
import type { SourceText } from '../workspace/keptSettings';
import { type ProjectFile, readProjectFile } from '../workspace/projectFile';
import { UnreadableFile } from '../workspace/runtime';
import { type BibliographyContext, type ManuscriptContext, Workspace } from '../workspace/workspace';
import { oneOf, readArgument, readStdin } from './io';
import { displayPath, findManuscripts } from './manuscripts';
import { clearProgress, oneLine, printError, showProgress } from './output';

/** A run that people do not wait for, in ms. */
const SHORT_RUN = 500;

const STDIN_URI = 'stdin:/manuscript';

/** A file that was named: what it says, or why it cannot be read. */
export type LoadedFile =
  | { readonly uri: string; readonly context: ManuscriptContext }
  | { readonly uri: string; readonly error: string };

/** Of standard input, as usage names them: `latex|markdown|…`. */
export const LANGUAGES = Object.keys(FORMATS).join('|');

export const printUnreadable = ({ uri, error }: { readonly uri: string; readonly error: string }): void =>
  printError(oneLine(`${displayPath(uri)}: ${error}`));

/** What may follow the options of every command that reads manuscripts. */
export const MANUSCRIPT_VALUES = { language: Object.keys(FORMATS), config: 'file' } as const;

export interface LoadOptions {
  /** Of standard input, where a path is `-`. */
  readonly language: string | undefined;
  /** A project file that counts instead of the one in the folder. */
  readonly config: string | undefined;
}

/** A .bib file, with the manuscripts that cite from it. */
export interface LoadedBibliographyFile {
  readonly uri: string;
  readonly bibliography: BibliographyContext;
}

/** Loads manuscripts one by one, in order; an unreadable one does not keep the others from being read. */
export async function* loadAll(paths: readonly string[], options: LoadOptions): AsyncGenerator<LoadedFile> {
  const uris = await findManuscripts(paths.filter((path) => path !== '-'));
  yield* loadManuscripts(await openWorkspace(paths, uris, options));
}

/** As `loadAll`; after the manuscripts the .bib files that are among the paths and those that the manuscripts cite from, each once. */
export async function* loadWithBibliographies(
  paths: readonly string[],
  options: LoadOptions,
): AsyncGenerator<LoadedFile | LoadedBibliographyFile> {
  const found = await findManuscripts(
    paths.filter((path) => path !== '-'),
    isBibFile,
  );
  const bibliographies = new Set(found.filter(isBibFile));
  const opened = await openWorkspace(
    paths,
    found.filter((uri) => !isBibFile(uri)),
    options,
  );
  for await (const file of loadManuscripts(opened)) {
    yield file;
    if ('context' in file) for (const uri of citedFrom(file.context)) bibliographies.add(uri);
  }
  for (const uri of bibliographies) {
    const file = await orUnreadable(uri, () => opened.workspace.loadBibliography(uri));
    if (file !== undefined) yield 'error' in file ? file : { uri, bibliography: file };
  }
}

const isBibFile = (path: string): boolean => /\.bib$/i.test(path);

/** The .bib files of a manuscript, without those that other papers share with it. */
export const citedFrom = ({ bibliography: { files, roles } }: ManuscriptContext): string[] =>
  files.flatMap(({ uri }) => (isBibFile(uri) && OWN.has(roles.get(uri)!) ? [uri] : []));
const OWN: ReadonlySet<BibliographyRole> = new Set(['named', 'project', 'beside']);

interface Opened {
  readonly workspace: Workspace;
  readonly uris: readonly string[];
}

async function openWorkspace(
  paths: readonly string[],
  found: readonly string[],
  { language, config }: LoadOptions,
): Promise<Opened> {
  const settings = config === undefined ? undefined : await readConfig(config);
  const workspace = new Workspace(nodeFiles, bundledCatalogue(), { settings, named: found });
  if (!paths.includes('-')) return { workspace, uris: found };
  const of = oneOf('language', language ?? 'missing', Object.keys(FORMATS));
  workspace.edit(STDIN_URI, of as FormatId, await readStdin());
  return { workspace, uris: [...found, STDIN_URI] };
}

async function* loadManuscripts({ workspace, uris }: Opened): AsyncGenerator<LoadedFile> {
  const begun = Date.now();
  for (const [at, uri] of uris.entries()) {
    if (Date.now() - begun > SHORT_RUN) showProgress(`${at + 1} of ${uris.length}: ${displayPath(uri)}`);
    const context = await orUnreadable(uri, () => workspace.load(uri));
    if (context && 'error' in context) yield context;
    else yield context ? { uri, context } : { uri, error: 'was not found' };
  }
  clearProgress();
}

/**
 * Takes manuscripts one by one, and says on standard error what could not be read or used. The exit code: 2 where a manuscript
 * could not be read.
 */
export async function eachManuscript(
  paths: readonly string[],
  options: LoadOptions,
  take: (uri: string, context: ManuscriptContext) => void,
): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  const report = problemReporter();
  for await (const file of loadAll(paths, options)) {
    if ('error' in file) {
      code = 2;
      printUnreadable(file);
    } else {
      report(file.context);
      take(file.uri, file.context);
    }
  }
  return code;
}

async function orUnreadable<T>(uri: string, load: () => Promise<T>): Promise<T | { uri: string; error: string }> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { uri, error: error.message };
  }
}

async function readConfig(path: string): Promise<ProjectFile> {
  const uri = uriOfPath(resolve(path));
  const { file, problems } = readProjectFile(uri, (await readArgument(path)).text);
  for (const { message } of problems) printError(oneLine(`${path}: ${message}`));
  return file;
}

/** Says on standard error what could not be used: missing includes, broken entries; each once, where nothing else says it. */
export function problemReporter(
  isSaid: (uri: string, context: ManuscriptContext) => boolean = () => false,
): (context: ManuscriptContext) => void {
  const said = new Set<string>();
  return (context) => {
    const documents = new Map(
      sourcesOf(context).map(({ uri, text }) => [uri, TextDocument.create(uri, '', 0, text)] as const),
    );
    for (const { uri, span, message } of context.problems) {
      if (isSaid(uri, context)) continue;
      const line = documents.get(uri)?.positionAt(span.start).line;
      const text = oneLine(`${displayPath(uri)}${line === undefined ? '' : `:${line + 1}`}: ${message}`);
      if (!said.has(text)) printError(text);
      said.add(text);
    }
  };
}

const sourcesOf = ({ manuscript, bibliography, projectFile }: ManuscriptContext): SourceText[] => [
  ...manuscript.files.map(({ uri, parsed }) => ({ uri, text: parsed.source })),
  ...bibliography.files,
  ...(projectFile ? [projectFile] : []),
];
