import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { Runtime } from '../workspace/runtime';
import { runSafe } from './runSafe';

/** How diagnostics reach the client: it asks for them, or they are sent; never both. */
export interface DiagnosticsPort {
  edited(uri: string): void;
  /** Settings or other files changed: what was said of all open documents may be out of date. */
  allChanged(): void;
  closed(uri: string): void;
}

/** What is to be said of the open documents. */
export interface Diagnosed {
  /** URIs of all open documents. */
  readonly open: () => readonly string[];
  /** True where an edit of one document may change what is to be said of another, as both were read last. */
  readonly isTouched: (uri: string, edited: string) => boolean;
  readonly compute: (uri: string, token: CancellationToken) => Promise<Diagnostic[]>;
}

export const openDiagnostics = (
  connection: Connection,
  can: ClientCapabilities,
  runtime: Runtime,
  diagnosed: Diagnosed,
): DiagnosticsPort => (canPull(can) ? pull(connection, can, runtime, diagnosed) : push(connection, runtime, diagnosed));

export const canPull = (can: ClientCapabilities): boolean => can.textDocument?.diagnostic !== undefined;

function pull(
  connection: Connection,
  can: ClientCapabilities,
  runtime: Runtime,
  { compute }: Diagnosed,
): DiagnosticsPort {
  connection.languages.diagnostics.on(
    runSafe(runtime, 'diagnostics', report([]), async ({ textDocument }: DocumentDiagnosticParams, token) =>
      report(await compute(textDocument.uri, token)),
    ),
  );
  const refresh = () => {
    if (can.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  };
  return { edited: () => undefined, allChanged: refresh, closed: () => undefined };
}

const report = (items: Diagnostic[]): FullDocumentDiagnosticReport => ({ kind: 'full', items });

function push(connection: Connection, runtime: Runtime, { open, isTouched, compute }: Diagnosed): DiagnosticsPort {
  const running = new Map<string, CancellationTokenSource>();

  /** A newer edit replaces the job of an older one; queued edits are read before the work begins. */
  async function send(uri: string): Promise<void> {
    running.get(uri)?.cancel();
    const source = new CancellationTokenSource();
    running.set(uri, source);
    await runtime.nextTurn();
    if (source.token.isCancellationRequested) return;
    try {
      const diagnostics = await compute(uri, source.token);
      if (!source.token.isCancellationRequested) await connection.sendDiagnostics({ uri, diagnostics });
    } catch (error) {
      runtime.log.error('diagnostics failed', error);
      // Nothing is better than squiggles that belong to an older text.
      await connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  /** The other documents of a manuscript: those that were read with this one before the edit, and those that are after it. */
  async function sendAll(edited: string): Promise<void> {
    const others = () => open().filter((uri) => uri !== edited && isTouched(uri, edited));
    const before = others();
    await send(edited);
    for (const uri of new Set([...before, ...others()])) void send(uri);
  }

  return {
    edited: (uri) => void sendAll(uri),
    allChanged: () => open().forEach((uri) => void send(uri)),
    closed: (uri) => {
      running.get(uri)?.cancel();
      running.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
