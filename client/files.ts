import { type Disposable, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFiles,
  type ReadFileParams,
  type ReadFileResult,
  readFile,
} from '../server/protocol/requests';
import { decodeText, whyNotText } from '../server/workspace/fileText';
import { UnreadableFile } from '../server/workspace/runtime';
import { encodingOf } from './encodings';

/** Reads files for the server, which has no file system of its own in a browser or in a virtual workspace. */
export const answerFileRequests = (client: BaseLanguageClient): Disposable[] => [
  client.onRequest(readFile, (params: ReadFileParams) => read(Uri.parse(params.uri))),
  client.onRequest(findFiles, (params: FindFilesParams) => find(Uri.parse(params.base), params.glob)),
];

async function read(uri: Uri): Promise<ReadFileResult | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) {
    const encoding = encodingOf(open);
    return { text: open.getText(), ...(encoding && { encoding }) };
  }
  const found = await workspace.fs.stat(uri).then(undefined, () => undefined);
  if (!found) return null;
  const is = (type: FileType) => (found.type & type) !== 0;
  const unreadable = whyNotText({ isFile: is(FileType.File), isFolder: is(FileType.Directory), size: found.size });
  if (unreadable !== undefined) return { unreadable };
  try {
    return decodeText(uri.toString(), await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message };
    return null; // gone since it was found
  }
}

async function find(base: Uri, glob: string): Promise<FindFilesResult> {
  // A search is a process of its own; a folder is listed at once.
  const uris = glob === '*' ? await filesIn(base) : await workspace.findFiles(new RelativePattern(base, glob));
  return { uris: uris.map((uri) => uri.toString()) };
}

async function filesIn(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => Uri.joinPath(folder, name));
}
