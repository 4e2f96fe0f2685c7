import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FullDocumentDiagnosticReport,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Registration,
  type RegistrationParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import type { ClientExtras } from '../../server/protocol/requests';
import { startServer } from '../../server/protocol/server';
import type { Files, Zotero } from '../../server/workspace/runtime';

const SERVER = join(__dirname, '../../dist/server/node.cjs');

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly extras?: ClientExtras;
  /** Answer to `workspace/configuration`; a promise where the client takes its time. */
  readonly settings?: unknown;
  /** The program that is started instead of the built server. */
  readonly server?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Of a server in this process. */
  readonly zotero?: Zotero;
}

/** An editor without a screen, driven by requests: with the real server over stdio, or one in this process. */
export class TestClient {
  readonly published: { uri: string; diagnostics: Diagnostic[] }[] = [];
  readonly log: string[] = [];
  /** Methods that the server wants to be told of, with its options. */
  readonly registered: Registration[] = [];
  /** Edits that the server asked to apply. */
  readonly applied: WorkspaceEdit[] = [];
  private readonly documents = new Map<string, TextDocument>();

  private constructor(
    private readonly process: ChildProcess | undefined,
    private readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const server = spawn(process.execPath, [options.server ?? SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: options.env ?? process.env,
    });
    return TestClient.connect(server.stdout, server.stdin, options, server);
  }

  /** A server in this process, over two streams, with files of the test's own. */
  static async inProcess(files: Files, options: ClientOptions = {}): Promise<TestClient> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(toServer, toClient);
    const say = (message: string) => connection.console.log(message);
    const log = { info: say, warn: say, error: (message: string, cause: unknown) => say(`${message}: ${cause}`) };
    const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
    const { zotero } = options;
    startServer(connection, { files, log, nextTurn, ...(zotero && { zotero }) }, bundledCatalogue());
    connection.listen();
    return TestClient.connect(toClient, toServer, options);
  }

  private static async connect(
    from: NodeJS.ReadableStream,
    to: NodeJS.WritableStream,
    { capabilities = {}, extras = {}, settings = null }: ClientOptions,
    server?: ChildProcess,
  ): Promise<TestClient> {
    const connection = createProtocolConnection(new StreamMessageReader(from), new StreamMessageWriter(to));
    let client: TestClient | undefined;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      client?.published.push(params);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      client?.log.push(message);
    });
    connection.onRequest('workspace/configuration', async ({ items }: { items: unknown[] }) => {
      const answer = await settings;
      return items.map(() => answer);
    });
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      client?.applied.push(edit);
      return { applied: true };
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      client?.registered.push(...registrations);
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.listen();
    const initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true }, ...capabilities },
      initializationOptions: extras,
    });
    client = new TestClient(server, connection, initialized);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces a stretch of an open text, as typing does. */
  async edit(uri: string, start: number, end: number, text: string): Promise<void> {
    const before = this.text(uri);
    const change = { range: { start: before.positionAt(start), end: before.positionAt(end) }, text };
    const version = before.version + 1;
    this.documents.set(
      uri,
      TextDocument.update(
        TextDocument.create(uri, before.languageId, before.version, before.getText()),
        [change],
        version,
      ),
    );
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  }

  text(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  hover(uri: string, offset: number): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: this.text(uri).positionAt(offset),
    });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return (report as FullDocumentDiagnosticReport).items;
  }

  async codeActions(uri: string, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only && { only }) },
    });
    return (actions ?? []) as CodeAction[];
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  close(uri: string): Promise<void> {
    this.documents.delete(uri);
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Waits until the server has published what a predicate accepts. */
  async publishedWhere(
    wanted: (published: { uri: string; diagnostics: Diagnostic[] }) => boolean,
  ): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.published.find(wanted);
      if (found) return found.diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Exit code; null of a server in this process. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process?.on('exit', resolve) ?? resolve(null));
    await this.connection.sendRequest(ShutdownRequest.type);
    if (this.process) await this.connection.sendNotification(ExitNotification.type);
    const code = await exited;
    this.connection.dispose();
    return code;
  }
}
