import { l10n, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReportParams, type ReportResult, report } from '../server/protocol/requests';
import { inform } from './messages';

/** Check Reporting: opens the filled checklist as an unsaved Markdown document. */
export async function checkReporting(client: BaseLanguageClient, editor: TextEditor): Promise<void> {
  const params: ReportParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
  const result = await client.sendRequest<ReportResult | null>(report, params);
  if (!result) return inform(l10n.t('Interphase does not read this document: open a manuscript first.'));
  const document = await workspace.openTextDocument({ language: 'markdown', content: result.markdown });
  await window.showTextDocument(document, { preview: false });
}
