import { commands, type Disposable, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type InsertCitationParams,
  type InsertCitationResult,
  insertCitation,
  type SearchReferencesParams,
  type SearchReferencesResult,
  searchReferences,
} from '../server/protocol/requests';
import { pickReferences } from './citationPicker';

/** Insert Citation…: pick references, then cite them at the caret. */
export async function insertCitationHere(client: BaseLanguageClient, editor: TextEditor): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
  const ids = await pickReferences(async (query, token) => {
    const params: SearchReferencesParams = { uri, position, query };
    return (await client.sendRequest<SearchReferencesResult>(searchReferences, params, token)).items;
  });
  if (ids.length > 0) await cite(client, { uri, position, ids });
}

/** Cites the source that a hover or a code action offers. `argument` comes from a link: it is checked. */
export async function citeSource(client: BaseLanguageClient, argument: unknown): Promise<void> {
  if (isInsertCitationParams(argument)) await cite(client, argument);
}

/** Applies the server's edit as one step of undo, manuscript and bibliography together. */
async function cite(client: BaseLanguageClient, params: InsertCitationParams): Promise<void> {
  const result = await client.sendRequest<InsertCitationResult | null>(insertCitation, params);
  if (!result || 'refused' in result) {
    window.showWarningMessage(result?.refused ?? 'This reference cannot be cited here.');
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  const manuscript = Uri.parse(params.uri).toString();
  const others = edit.entries().flatMap(([uri]) => (uri.toString() === manuscript ? [] : [uri.toString()]));
  const clean = others.filter((uri) => !isDirty(uri));
  await Promise.all(clean.map(rememberText));
  if (!(await workspace.applyEdit(edit))) return;
  await Promise.all(clean.map(rememberText));
  await save(clean);
  if (result.message) await offerUndo(result.message, manuscript);
}

/** A bibliography without changes of its own is saved at once, so that the manuscript can be typeset. */
const save = (uris: readonly string[]) => Promise.all(uris.filter(isDirty).map((uri) => documentOf(uri)?.save()));

async function offerUndo(message: string, manuscript: string): Promise<void> {
  const answer = await window.showInformationMessage(message, 'Undo');
  if (answer !== 'Undo') return;
  await window.showTextDocument(Uri.parse(manuscript));
  await commands.executeCommand('undo');
}

/** Texts of bibliographies before and after each citation, until the writer saves changes of their own. */
const textsOnDisk = new Map<string, Set<string>>();

async function rememberText(uri: string): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri)).then(undefined, () => undefined);
  if (document) textsOnDisk.set(uri, (textsOnDisk.get(uri) ?? new Set()).add(document.getText()));
}

/** Undo and redo of a citation reach the disk, as the citation itself did. */
export const saveUndoneCitations = (): Disposable[] => [
  workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const undoneOrRedone = contentChanges.length > 0 && reason !== undefined;
    if (undoneOrRedone && isRemembered(document)) void document.save();
  }),
  workspace.onDidSaveTextDocument((document) => {
    if (!isRemembered(document)) textsOnDisk.delete(document.uri.toString());
  }),
];

const isRemembered = (document: TextDocument): boolean =>
  textsOnDisk.get(document.uri.toString())?.has(document.getText()) === true;

const documentOf = (uri: string) => workspace.textDocuments.find((document) => document.uri.toString() === uri);
const isDirty = (uri: string) => documentOf(uri)?.isDirty === true;

function isInsertCitationParams(value: unknown): value is InsertCitationParams {
  const params = value as Partial<InsertCitationParams> | null | undefined;
  return (
    typeof params?.uri === 'string' &&
    typeof params.position?.line === 'number' &&
    typeof params.position.character === 'number' &&
    Array.isArray(params.ids) &&
    params.ids.every((id) => typeof id === 'string')
  );
}
