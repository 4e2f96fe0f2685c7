import { commands, type TextEditor, Uri, window, workspace } from 'vscode';
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
  if (!result) {
    window.showInformationMessage('This reference cannot be cited here.');
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  const manuscript = Uri.parse(params.uri).toString();
  const others = edit.entries().flatMap(([uri]) => (uri.toString() === manuscript ? [] : [uri.toString()]));
  const clean = others.filter((uri) => !isDirty(uri));
  if (!(await workspace.applyEdit(edit))) return;
  await save(clean);
  if (result.message) await offerUndo(result.message, manuscript, clean);
}

/** A bibliography without changes of its own is saved at once, so that the manuscript can be typeset. */
const save = (uris: readonly string[]) => Promise.all(uris.filter(isDirty).map((uri) => documentOf(uri)?.save()));

async function offerUndo(message: string, manuscript: string, saved: readonly string[]): Promise<void> {
  const answer = await window.showInformationMessage(message, 'Undo');
  if (answer !== 'Undo') return;
  await window.showTextDocument(Uri.parse(manuscript));
  await commands.executeCommand('undo');
  await save(saved);
}

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
