import {
  type ClientCapabilities,
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TOKEN_KINDS } from '../features/semanticTokens';
import { WRITE_LIST } from './actions/abbreviationList';
import { FIX_ALL } from './actions/fixes';
import { DEFINE_AT_FIRST_USE } from './actions/glossary';
import { SET_FORMULAS } from './actions/setFormulas';
import { canPull } from './diagnosticsPort';
import { ADD_REFERENCE } from './requests';

/** What the server offers to a client that can do this. */
export const capabilities = (can: ClientCapabilities): ServerCapabilities => ({
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['@', '{', ',', '+', '"', '[', '<', '`'], resolveProvider: true },
  executeCommandProvider: { commands: [ADD_REFERENCE] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: { label: 'Interphase' },
  foldingRangeProvider: true,
  documentLinkProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_KINDS], tokenModifiers: [] }, full: true },
  renameProvider: can.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.Refactor,
      FIX_ALL,
      WRITE_LIST,
      DEFINE_AT_FIRST_USE,
      SET_FORMULAS,
    ],
  },
  ...(canPull(can) && {
    diagnosticProvider: { identifier: 'interphase', interFileDependencies: true, workspaceDiagnostics: false },
  }),
});
