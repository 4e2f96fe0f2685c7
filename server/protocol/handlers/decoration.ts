import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  type InlayHint,
  type InlayHintParams,
  InlayHintRefreshRequest,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { expansionHints } from '../../features/expansionHints';
import { semanticTokens, TOKEN_KINDS } from '../../features/semanticTokens';
import type { Handler } from '../session';

/** Long forms after the first use of their short forms, where they are switched on. */
export const inlayHints: Handler<InlayHintParams, InlayHint[]> = async (session, { textDocument: { uri }, range }) => {
  const found = session.settings.inlayHints.expansions ? await session.manuscript(uri) : undefined;
  if (!found) return [];
  const { document, context } = found;
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return expansionHints(context)
    .filter(({ at }) => from <= at && at <= to)
    .map(({ at, long }) => ({ position: document.positionAt(at), label: `= ${long}`, paddingLeft: true }));
};

/** Null where they are switched off: an editor then asks its other servers. */
export const documentTokens: Handler<SemanticTokensParams, SemanticTokens | null> = async (
  session,
  { textDocument: { uri } },
) => {
  const found = session.settings.semanticTokens.enable ? await session.manuscript(uri) : undefined;
  if (!found) return null;
  const builder = new SemanticTokensBuilder();
  for (const { start, end, kind } of semanticTokens(found.context)) {
    const { line, character } = found.document.positionAt(start);
    builder.push(line, character, end - start, TOKEN_KINDS.indexOf(kind), 0);
  }
  return builder.build();
};

/** Has the client ask again for what the settings have switched on or off. */
export function refreshDecoration(connection: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  if (workspace?.inlayHint?.refreshSupport) void connection.sendRequest(InlayHintRefreshRequest.type);
  if (workspace?.semanticTokens?.refreshSupport) void connection.sendRequest(SemanticTokensRefreshRequest.type);
}
