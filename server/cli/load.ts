import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { uriOfPath } from '../base/uris';
import { bundledCatalogue } from '../knowledge/bundled';
import { nodeFiles } from '../nodeFiles';
import type { ManuscriptLanguage } from '../text';
import { decodeText, utf8Text } from '../workspace/fileText';
import { NO_PROJECT_FILE, type ProjectFile, readProjectFile } from '../workspace/projectFile';
import { UnreadableFile } from '../workspace/runtime';
import { type Loaded, Workspace } from '../workspace/workspace';
import { CliError, oneOf, readStdin } from './io';
import { displayPath, findManuscripts } from './manuscripts';

export const STDIN_URI = 'stdin:/manuscript';

/** A file that was asked for: what it says, or why it cannot be read. */
export type LoadedFile =
  | { readonly uri: string; readonly loaded: Loaded }
  | { readonly uri: string; readonly error: string };

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
  const workspace = new Workspace(nodeFiles, bundledCatalogue(), { settings });
  const uris = await findManuscripts(paths.filter((path) => path !== '-'));
  if (paths.includes('-')) {
    const of = oneOf('language', language ?? 'missing', ['latex', 'markdown', 'typst', 'plaintext']);
    workspace.edit(STDIN_URI, of as ManuscriptLanguage, await readStdin());
    uris.push(STDIN_URI);
  }
  for (const uri of uris) {
    try {
      const loaded = await workspace.load(uri);
      yield loaded ? { uri, loaded } : { uri, error: 'is not there' };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      yield { uri, error: error.message };
    }
  }
}

async function readConfig(path: string): Promise<ProjectFile> {
  const uri = uriOfPath(resolve(path));
  const bytes = await readFile(path).catch((error: Error) => {
    throw new CliError(`--config: “${path}” cannot be read: ${error.message}`);
  });
  const { file, problems } = readProjectFile(uri, utf8Text(uri, decodeText(uri, bytes)));
  for (const { message } of problems) console.error(`${path}: ${message}`);
  return file ?? NO_PROJECT_FILE;
}

/** Says on standard error what could not be used: missing includes, broken entries; each once. */
export function problemReporter(): (loaded: Loaded) => void {
  const said = new Set<string>();
  return ({ problems, project, bibliography }) => {
    for (const { uri, span, message } of problems) {
      const source =
        project.readings.find((reading) => reading.uri === uri)?.manuscript.source ??
        bibliography.files.find((file) => file.uri === uri)?.text;
      const line = source === undefined ? '' : `:${source.slice(0, span.start).split('\n').length}`;
      const text = `${displayPath(uri)}${line}: ${message}`;
      if (!said.has(text)) console.error(text);
      said.add(text);
    }
  };
}
