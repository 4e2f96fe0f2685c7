import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { planCitation } from '../features/citations/insert';
import { detailOf, labelOf, searchCitable } from '../features/citations/search';
import { hoverAt } from '../features/hover/hover';
import { looksLikePaper } from '../features/looksLikePaper';
import { statusOf } from '../features/status';
import type { Catalogue } from '../knowledge/catalogue';
import { check } from '../rules';
import { languageOfId } from '../workspace/language';
import { PROJECT_FILE } from '../workspace/projectFile';
import type { Runtime } from '../workspace/runtime';
import { folderOf, resolvePath } from '../workspace/uris';
import { type Loaded, Workspace } from '../workspace/workspace';
import { codeActions, FIX_ALL } from './codeActions';
import { toLspDiagnostic, toRange, toWorkspaceEdit } from './convert';
import { canPull, type DiagnosticsPort, openDiagnostics } from './diagnosticsPort';
import { problemDiagnostics } from './problems';
import * as requests from './requests';
import { runSafe } from './runSafe';
import { DEFAULTS, readSettings, type Settings } from './settings';
import { textsOf } from './texts';

/**
 * Answers one client until it goes. Everything from outside comes in through `runtime`; the host listens on the
 * connection afterwards.
 */
export function startServer(connection: Connection, runtime: Runtime, catalogue: Catalogue): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(runtime.files, catalogue);
  let settings: Settings = DEFAULTS;
  let extras: requests.ClientExtras = {};
  let diagnostics: DiagnosticsPort | undefined;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    extras = (params.initializationOptions as requests.ClientExtras | undefined) ?? {};
    const can = params.capabilities;
    diagnostics = openDiagnostics(connection, can, runtime, () => documents.keys(), diagnose);
    return {
      serverInfo: { name: 'interphase' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        ...(canPull(can) && {
          diagnosticProvider: { identifier: 'interphase', interFileDependencies: true, workspaceDiagnostics: false },
        }),
      },
    };
  });

  connection.onInitialized(async () => {
    await takeSettings(await connection.workspace.getConfiguration('interphase').catch(() => undefined));
  });
  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    const pulled = await connection.workspace.getConfiguration('interphase').catch(() => undefined);
    await takeSettings(pulled ?? (sent as { interphase?: unknown } | undefined)?.interphase);
  });

  async function takeSettings(sent: unknown): Promise<void> {
    const read = readSettings(sent ?? {});
    settings = read.settings;
    workspace.configure({ bibliographies: settings.bibliography.files });
    for (const name of read.unknown) runtime.log.warn(`There is no setting “interphase.${name}”; it is left out.`);
    diagnostics?.allChanged();
  }

  documents.onDidChangeContent(({ document }) => {
    workspace.edit(document.uri, languageOfId(document.languageId), document.getText());
    diagnostics?.edited(document.uri);
  });
  documents.onDidClose(({ document }) => {
    workspace.close(document.uri);
    diagnostics?.closed(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changed(uri);
    diagnostics?.allChanged();
  });

  /** The manuscript of a document, unless it is somebody else's Markdown. */
  async function load(uri: string): Promise<{ document: TextDocument; loaded: Loaded } | undefined> {
    const document = documents.get(uri);
    if (!document || !languageOfId(document.languageId)) return undefined;
    const loaded = await workspace.load(uri);
    return loaded && looksLikePaper(loaded, settings.plainFiles) ? { document, loaded } : undefined;
  }

  async function diagnose(uri: string): Promise<Diagnostic[]> {
    if (!settings.diagnostics.enable) return [];
    const document = documents.get(uri);
    if (!document) return [];
    if (!languageOfId(document.languageId)) return problemDiagnostics(document, workspace);
    const found = await load(uri);
    if (!found) return [];
    const { loaded } = found;
    const levels = { ...settings.diagnostics.levels, ...loaded.settings.rules };
    const textOf = textsOf(loaded, documents);
    const all = check(loaded.paper, loaded.project, levels, { accepted: new Set(loaded.settings.accepted) });
    if (extras.status) void connection.sendNotification(requests.status, { uri, ...statusOf(loaded) });
    return all.map((d) => toLspDiagnostic(d, document, textOf, extras.docs ?? runtime.docs));
  }

  connection.onHover(
    runSafe(runtime, 'hover', null, async ({ textDocument, position }) => {
      const found = await load(textDocument.uri);
      if (!found) return null;
      const { document, loaded } = found;
      const { citeCommand } = extras;
      const hover = hoverAt({
        loaded,
        offset: document.offsetAt(position),
        options: {
          ...settings.hover,
          drawing: settings.hover.drawing && extras.drawings === true,
          ...(citeCommand && {
            citeLink: (key: string) => citeLink(citeCommand, document, key, document.offsetAt(position)),
          }),
        },
      });
      return hover
        ? { contents: { kind: 'markdown', value: hover.markdown }, range: toRange(document, hover.span) }
        : null;
    }),
  );

  connection.onCodeAction(
    runSafe(runtime, 'code actions', [], async (params) => {
      const { uri } = params.textDocument;
      const found = await load(uri);
      if (!found) return [];
      const settingsFile = await workspace.settingsFor(uri);
      const root = found.loaded.project.readings[0]!.uri;
      const projectFile = settingsFile.uri ?? resolvePath(folderOf(root), PROJECT_FILE);
      const text = settingsFile.uri ? await workspace.text(settingsFile.uri) : undefined;
      const texts = textsOf(found.loaded, documents);
      return codeActions(params, {
        ...found,
        textOf: (of) =>
          texts(of) ?? (of === projectFile && text !== undefined ? TextDocument.create(of, '', 0, text) : undefined),
        versionOf,
        projectFile: { uri: projectFile, text },
        all: () => diagnose(uri),
      });
    }),
  );

  connection.onRequest(
    requests.searchReferences,
    runSafe(
      runtime,
      'reference search',
      { items: [] },
      async ({ uri, position, query }: requests.SearchReferencesParams) => {
        const document = documents.get(uri);
        const loaded = await workspace.load(uri);
        if (!loaded || !document) return { items: [] };
        const items = searchCitable(loaded, document.offsetAt(position), query).map(
          (citable): requests.ReferenceItem => ({
            id: citable.id,
            key: citable.reference.key,
            label: labelOf(citable),
            description: citable.origin,
            detail: detailOf(citable),
            source: citable.source,
          }),
        );
        return { items };
      },
    ),
  );

  connection.onRequest(
    requests.insertCitation,
    runSafe(runtime, 'citation', null, async ({ uri, position, ids }: requests.InsertCitationParams) => {
      const document = documents.get(uri);
      const loaded = await workspace.load(uri);
      if (!loaded || !document) return null;
      const plan = planCitation(loaded, document.offsetAt(position), ids, settings.citation.command);
      if (!plan) return null;
      const edit = toWorkspaceEdit(plan, textsOf(loaded, documents), versionOf);
      return { edit, ...(plan.message !== undefined && { message: plan.message }) };
    }),
  );

  const versionOf = (uri: string) => documents.get(uri)?.version ?? null;
  documents.listen(connection);
}

function citeLink(command: string, document: TextDocument, key: string, offset: number): string {
  const args: requests.InsertCitationParams = {
    uri: document.uri,
    position: document.positionAt(offset),
    ids: [`bundled:${key}`],
  };
  return `command:${command}?${encodeURIComponent(JSON.stringify([args])).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))}`;
}
