import { resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriOfPath } from '../base/uris';
import { bundledCatalogue } from '../knowledge/bundled';
import { nodeFiles } from '../nodeFiles';
import { FORMATS, type FormatId } from '../text';
import { type ProjectFile, readProjectFile } from '../workspace/projectFile';
import { UnreadableFile } from '../workspace/runtime';
import { type ManuscriptContext, type SourceText, Workspace } from '../workspace/workspace';
import { oneOf, readArgument, readStdin } from './io';
import { displayPath, findManuscripts } from './manuscripts';
import { clearProgress, oneLine, printError, showProgress } from './output';

/** A run that people do not wait for, in ms. */
const SHORT_RUN = 500;

export const STDIN_URI = 'stdin:/manuscript';

/** A file that was asked for: what it says, or why it cannot be read. */
export type LoadedFile =
  | { readonly uri: string; readonly context: ManuscriptContext }
  | { readonly uri: string; readonly error: string };

/** What may follow the options of every command that reads manuscripts. */
export const MANUSCRIPT_VALUES = { language: Object.keys(FORMATS), config: 'file' } as const;

export interface LoadOptions {
  /** Of standard input, where a path is `-`. */
  readonly language: string | undefined;
  /** A project file that counts instead of the one in the folder. */
  readonly config: string | undefined;
}

/** Loads manuscripts one by one, in order; an unreadable one does not keep the others from being read. */
export async function* loadAll(
  paths: readonly string[],
  { language, config }: LoadOptions,
): AsyncGenerator<LoadedFile> {
  const settings = config === undefined ? undefined : await readConfig(config);
  const uris = await findManuscripts(paths.filter((path) => path !== '-'));
  const workspace = new Workspace(nodeFiles, bundledCatalogue(), { settings, named: [...uris] });
  if (paths.includes('-')) {
    const of = oneOf('language', language ?? 'missing', Object.keys(FORMATS));
    workspace.edit(STDIN_URI, of as FormatId, await readStdin());
    uris.push(STDIN_URI);
  }
  const begun = Date.now();
  for (const [at, uri] of uris.entries()) {
    if (Date.now() - begun > SHORT_RUN) showProgress(`${at + 1} of ${uris.length}: ${displayPath(uri)}`);
    try {
      const context = await workspace.load(uri);
      yield context ? { uri, context } : { uri, error: 'was not found' };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      yield { uri, error: error.message };
    }
  }
  clearProgress();
}

async function readConfig(path: string): Promise<ProjectFile> {
  const uri = uriOfPath(resolve(path));
  const { file, problems } = readProjectFile(uri, (await readArgument(path)).text);
  for (const { message } of problems) printError(oneLine(`${path}: ${message}`));
  return file;
}

/** Says on standard error what could not be used: missing includes, broken entries; each once. */
export function problemReporter(): (context: ManuscriptContext) => void {
  const said = new Set<string>();
  return (context) => {
    const documents = new Map(
      sourcesOf(context).map(({ uri, text }) => [uri, TextDocument.create(uri, '', 0, text)] as const),
    );
    for (const { uri, span, message } of context.problems) {
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
