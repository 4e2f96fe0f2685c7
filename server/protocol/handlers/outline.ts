import {
  type CodeLens,
  type CodeLensParams,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type DocumentSymbol as LspSymbol,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { foldsInBibliography, symbolsInBibliography } from '../../features/bibliography/symbols';
import { type DocumentSymbol, symbolsOf } from '../../features/symbols';
import { useCountsOf } from '../../features/useCounts';
import { toRange } from '../convert';
import type { Handler } from '../session';

const KINDS = { heading: SymbolKind.String, abbreviation: SymbolKind.Key, entry: SymbolKind.Constant } as const;

export const documentSymbols: Handler<DocumentSymbolParams, LspSymbol[] | SymbolInformation[]> = async (
  session,
  { textDocument: { uri } },
) => {
  const bibliography = await session.bibliography(uri);
  const manuscript = bibliography ? undefined : await session.manuscript(uri);
  const symbols = bibliography
    ? symbolsInBibliography(bibliography.context)
    : manuscript && symbolsOf(manuscript.context);
  const document = (bibliography ?? manuscript)?.document;
  if (!symbols || !document) return [];
  return session.can.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
    ? symbols.map((symbol) => toTree(symbol, document))
    : symbols.flatMap((symbol) => toList(symbol, document));
};

const toTree = (
  { kind, name, detail, span, selection, children }: DocumentSymbol,
  document: TextDocument,
): LspSymbol => ({
  kind: KINDS[kind],
  name,
  ...(detail !== undefined && { detail }),
  range: toRange(document, span),
  selectionRange: toRange(document, selection),
  children: children.map((child) => toTree(child, document)),
});

function toList({ kind, name, span, children }: DocumentSymbol, document: TextDocument): SymbolInformation[] {
  const location = { uri: document.uri, range: toRange(document, span) };
  return [{ kind: KINDS[kind], name, location }, ...children.flatMap((child) => toList(child, document))];
}

/** Null for what is not a bibliography: an editor then folds it as it always does. */
export const foldingRanges: Handler<FoldingRangeParams, FoldingRange[] | null> = async (
  session,
  { textDocument: { uri } },
) => {
  const found = await session.bibliography(uri);
  if (!found) return null;
  return foldsInBibliography(found.context).map(({ start, end }) => ({
    startLine: found.document.positionAt(start).line,
    endLine: found.document.positionAt(end).line,
  }));
};

/** Text above each definition; there is nothing to click. */
export const codeLenses: Handler<CodeLensParams, CodeLens[]> = async (session, { textDocument: { uri } }) => {
  const found = session.settings.codeLens.definitions ? await session.manuscript(uri) : undefined;
  if (!found) return [];
  return useCountsOf(found.context).map(({ span, text }) => ({
    range: toRange(found.document, span),
    command: { title: text, command: '' },
  }));
};
