import { type Connection, DidChangeConfigurationNotification, type InitializeResult } from 'vscode-languageserver';
import type { Catalogue } from '../knowledge/catalogue';
import { formatOfLanguage } from '../text';
import type { Runtime } from '../workspace/runtime';
import { answerRequests } from './answerRequests';
import { Answers } from './answers';
import { capabilities } from './capabilities';
import { type DiagnosticsPort, openDiagnostics } from './diagnosticsPort';
import { refreshDecoration } from './handlers/decoration';
import { diagnose } from './handlers/diagnostics';
import { Session } from './session';
import { canWatch, watchFiles } from './watchedFiles';

/**
 * Answers one client until it goes. Everything from outside comes in through `runtime`; the host listens on the
 * connection afterwards.
 */
export function startServer(connection: Connection, runtime: Runtime, catalogue: Catalogue): void {
  const session = new Session(connection, runtime, catalogue);
  const { documents, workspace } = session;
  const answers = new Answers(session, runtime);
  let diagnostics: DiagnosticsPort | undefined;

  connection.onInitialize((params): InitializeResult => {
    session.initialize(params);
    const isTouched = (uri: string, edited: string) =>
      workspace.dependsOn(uri, edited) || workspace.dependsOn(edited, uri);
    const open = () => documents.uris();
    diagnostics = openDiagnostics(connection, session.can, runtime, {
      open,
      isTouched,
      compute: answers.whenReady(diagnose),
    });
    return { serverInfo: { name: 'interphase' }, capabilities: capabilities(params.capabilities) };
  });
  connection.onInitialized(async () => {
    // Requests wait for the settings, not for this.
    if (canWatch(session.can))
      watchFiles(connection).catch((error) => runtime.log.error('files are not watched', error));
    if (session.can.workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'interphase' })
        .catch((error) => runtime.log.error('changes of settings are not sent', error));
    await session.takeSettings();
  });
  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    await session.takeSettings((sent as { interphase?: unknown } | undefined)?.interphase);
    diagnostics?.allChanged();
    refreshDecoration(connection, session.can);
  });

  documents.onDidChange((document) => {
    workspace.edit(document.uri, formatOfLanguage(document.languageId), document.getText());
    diagnostics?.edited(document.uri);
  });
  documents.onDidClose(({ uri }) => {
    workspace.close(uri);
    diagnostics?.closed(uri);
  });
  documents.onDidOpenOrSave(() => {
    if (!canWatch(session.can)) workspace.forgetDisk();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changed(uri);
    diagnostics?.allChanged();
  });

  answerRequests(connection, answers);

  documents.listen(connection);
}
