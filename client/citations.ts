import { l10n, type TextEditor, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CitationEdit,
  type InsertCitationParams,
  type InsertCitationResult,
  insertCitation,
  type SearchReferencesParams,
  type SearchReferencesResult,
  searchReferences,
} from '../server/protocol/requests';
import { AppliedEdit, save } from './appliedEdit';
import { pickBibliography } from './bibliographyPicker';
import { pickReferences } from './citationPicker';
import { inform, warn } from './messages';
import { offerUndo } from './undoOffer';
import { followOnDisk } from './undoOnDisk';

/** Insert Citation…: pick references, then cite them at the caret. */
export async function insertCitationHere(client: BaseLanguageClient, editor: TextEditor): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
  const picked = await pickReferences(async (query, quick, token) => {
    const params: SearchReferencesParams = { uri, position, query, quick };
    return client.sendRequest<SearchReferencesResult>(searchReferences, params, token);
  });
  if (picked.ids.length > 0) await cite(client, { uri, position, ...picked });
}

/** Cites the source that a hover or a code action offers. `argument` comes from a link: it is checked. */
export async function citeSource(client: BaseLanguageClient, argument: unknown): Promise<void> {
  if (isInsertCitationParams(argument)) await cite(client, argument);
}

/** Applies the server's edit as one step of undo, manuscript and bibliography together, and says what was done. */
async function cite(client: BaseLanguageClient, params: InsertCitationParams): Promise<void> {
  const result = await client.sendRequest<InsertCitationResult | null>(insertCitation, params);
  if (!result || 'refused' in result) return warn(result?.refused ?? l10n.t('This reference cannot be cited here.'));
  if (result.choices && params.bibliography === undefined) {
    const bibliography = await pickBibliography(result.choices);
    return bibliography === undefined ? undefined : cite(client, { ...params, bibliography });
  }
  const edit = await AppliedEdit.prepare(await client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
  if (edit.changesNothing) return inform(l10n.t('Nothing was changed: it is cited here already.'));
  if (isOutdated(client, result) || !(await edit.apply()))
    return warn(l10n.t('Nothing was written: the text has changed in the meantime. Insert the citation again.'));
  await saveBibliography(edit, client.protocol2CodeConverter.asUri(params.uri).toString());
  if (result.message) await offerUndo(result.message, edit);
}

/** A bibliography without changes of its own is saved at once, so that the manuscript can be typeset. */
async function saveBibliography({ files }: AppliedEdit, manuscript: string): Promise<void> {
  const clean = files.filter(({ uri, wasSaved }) => wasSaved && uri.toString() !== manuscript);
  for (const { uri, before, after } of clean) followOnDisk(uri, [before, after]);
  await save(clean.map(({ uri }) => uri));
}

/** True where a text is no longer the one that the server read. */
const isOutdated = (client: BaseLanguageClient, { edit }: CitationEdit): boolean =>
  (edit.documentChanges ?? []).some((change) => {
    if (!('textDocument' in change) || change.textDocument.version === null) return false;
    const { uri, version } = change.textDocument;
    const open = workspace.textDocuments.find((document) => client.code2ProtocolConverter.asUri(document.uri) === uri);
    return open !== undefined && open.version !== version;
  });

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
