import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensParams,
} from 'vscode-languageserver';
import type { Catalogue } from '../knowledge/catalogue';
import { formatOfLanguage } from '../text';
import type { Runtime } from '../workspace/runtime';
import { capabilities } from './capabilities';
import { type DiagnosticsPort, openDiagnostics } from './diagnosticsPort';
import { card, listSpecies, speciesTable } from './handlers/catalogue';
import { insertCitation, searchReferences } from './handlers/citations';
import { claims } from './handlers/claims';
import { codeActions } from './handlers/codeActions';
import { completion, executeCommand, resolveCompletion } from './handlers/completion';
import { documentTokens, inlayHints, refreshDecoration } from './handlers/decoration';
import { diagnose } from './handlers/diagnostics';
import { hover } from './handlers/hover';
import { definition, documentLinks, highlights, references } from './handlers/navigation';
import { codeLenses, documentSymbols, foldingRanges } from './handlers/outline';
import { overview } from './handlers/overview';
import { manuscriptReferences } from './handlers/references';
import { prepareRename, rename } from './handlers/rename';
import { report } from './handlers/reporting';
import * as requests from './requests';
import { type Answer, runSafe } from './runSafe';
import { type Handler, Session } from './session';
import { canWatch, watchFiles } from './watchedFiles';

/**
 * Answers one client until it goes. Everything from outside comes in through `runtime`; the host listens on the
 * connection afterwards.
 */
export function startServer(connection: Connection, runtime: Runtime, catalogue: Catalogue): void {
  const session = new Session(connection, runtime, catalogue);
  const { documents, workspace } = session;
  let diagnostics: DiagnosticsPort | undefined;

  connection.onInitialize((params): InitializeResult => {
    session.initialize(params);
    const isTouched = (uri: string, edited: string) =>
      workspace.dependsOn(uri, edited) || workspace.dependsOn(edited, uri);
    const open = () => documents.uris();
    diagnostics = openDiagnostics(connection, session.can, runtime, { open, isTouched, compute: whenReady(diagnose) });
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

  connection.onHover(answer('hover', null, hover));
  connection.onDefinition(answer('definition', null, definition));
  connection.onReferences(answer('references', [], references));
  connection.onDocumentHighlight(answer('highlights', [], highlights));
  connection.onDocumentSymbol(answer('symbols', [], documentSymbols));
  connection.onFoldingRanges(answer('folding', null, foldingRanges));
  connection.onDocumentLinks(answer('links', [], documentLinks));
  connection.onCodeLens(answer('code lenses', [], codeLenses));
  connection.languages.inlayHint.on(answer('inlay hints', [], inlayHints));
  connection.languages.semanticTokens.on(
    answer<SemanticTokensParams, SemanticTokens | null>('semantic tokens', null, documentTokens),
  );
  connection.onPrepareRename(answer('rename', null, prepareRename));
  connection.onRenameRequest(unmoved((params) => params.textDocument.uri, answer('rename', null, rename)));
  connection.onCompletion(answer('completion', null, completion));
  connection.onCompletionResolve((item, token) => answer('completion', item, resolveCompletion)(item, token));
  connection.onExecuteCommand(answer('command', null, executeCommand));
  connection.onCodeAction(answer('code actions', [], codeActions));
  connection.onRequest(requests.searchReferences, answer('reference search', { items: [] }, searchReferences));
  connection.onRequest(
    requests.insertCitation,
    unmoved((params) => params.uri, answer('citation', null, insertCitation)),
  );
  connection.onRequest(requests.catalogue, answer('catalogue', null, listSpecies));
  connection.onRequest(requests.card, answer('card', null, card));
  connection.onRequest(requests.report, answer('report', null, report));
  connection.onRequest(
    requests.manuscriptReferences,
    answer('references of the manuscript', null, manuscriptReferences),
  );
  connection.onRequest(requests.claims, answer('claims', null, claims));
  connection.onRequest(requests.overview, answer('overview', null, overview));
  connection.onRequest(requests.speciesTable, answer('species table', null, speciesTable));

  documents.listen(connection);

  /** A handler that waits for the settings, and answers `empty` after a fault. */
  function answer<P, R, E = void>(name: string, empty: R, handle: Handler<P, R>) {
    return runSafe<P, R, E>(runtime, name, empty, whenReady(handle));
  }

  /**
   * An edit for a place is made of the files as they are now, whoever has changed them, and given only if the place is still
   * where it was when the request came.
   */
  function unmoved<P, R, E>(uriOf: (params: P) => string, handle: Answer<P, R, E>): Answer<P, R, E> {
    return async (params, token) => {
      const version = () => documents.get(uriOf(params))?.version;
      const asked = version();
      workspace.forgetDisk();
      const edit = await handle(params, token);
      return version() === asked ? edit : new ResponseError<E>(LSPErrorCodes.ContentModified, 'The text has changed.');
    };
  }

  function whenReady<P, R>(handle: Handler<P, R>): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      await session.ready;
      return handle(session, params, token);
    };
  }
}
