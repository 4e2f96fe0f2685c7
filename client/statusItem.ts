import { type Disposable, type Event, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { StatusParams } from '../server/protocol/requests';
import { escapeMessage } from './escape';

/** One item after the `{}` of the status bar: what was found in the manuscript in front, and the server's health. */
export function showStatus(client: BaseLanguageClient, onDidRead: Event<StatusParams>): Disposable[] {
  const item = languages.createLanguageStatusItem('interphase.status', client.clientOptions.documentSelector as []);
  item.name = 'Interphase';
  item.command = { command: 'interphase.showSpecies', title: l10n.t('Show Species') };
  const found = new Map<string, StatusParams>();

  const update = () => {
    const uri = window.activeTextEditor?.document.uri;
    const current = uri && found.get(client.code2ProtocolConverter.asUri(uri));
    const stopped = client.state === State.Stopped;
    item.text = stopped ? l10n.t('Interphase has stopped') : (current?.text ?? 'Interphase');
    item.detail = escapeMessage(current?.detail ?? '');
    item.busy = client.state === State.Starting || current?.busy === true;
    item.severity = stopped ? LanguageStatusSeverity.Error : severities[current?.severity ?? 'information'];
  };

  return [
    item,
    onDidRead((params) => {
      found.set(params.uri, params);
      update();
    }),
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
  ];
}

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};
