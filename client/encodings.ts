import { type TextDocument, type Uri, workspace } from 'vscode';
import type { Encoding } from '../server/base/encoding';
import { decodeText } from '../server/workspace/fileText';

/** Since VS Code 1.100 an extension says in which encoding a file is opened, and what one was opened in. */
interface EncodingApi {
  openTextDocument(uri: Uri, options?: { encoding: string }): Thenable<TextDocument>;
  decode?: unknown;
}
const api: EncodingApi = workspace;

/** True for an editor that opens a file in an encoding that it is told. */
export const opensEncoded = (): boolean => api.decode !== undefined;

/** The document, opened in the encoding of its file, which the editor then saves it in. Rejects where the file is not found. */
export async function openDocument(uri: Uri): Promise<TextDocument> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open;
  const encoding = await workspace.fs.readFile(uri).then(
    (bytes) => decodeText(uri.toString(), bytes).encoding,
    () => 'utf-8',
  );
  return encoding === 'utf-8'
    ? api.openTextDocument(uri)
    : api.openTextDocument(uri, { encoding: encoding.replace(/-/g, '') });
}

/** What an open document is saved in; undefined where the editor does not say, or another encoding than those we tell apart. */
export const encodingOf = (document: TextDocument & { readonly encoding?: string }): Encoding | undefined =>
  ENCODINGS[document.encoding ?? ''];

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  windows1252: 'windows-1252',
  iso88591: 'windows-1252',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
};
