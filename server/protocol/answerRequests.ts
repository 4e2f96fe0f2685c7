import type { Connection, SemanticTokens, SemanticTokensParams } from 'vscode-languageserver';
import type { Answers } from './answers';
import { card, listSpecies, speciesTable } from './handlers/catalogue';
import { insertCitation, searchReferences } from './handlers/citations';
import { claims } from './handlers/claims';
import { codeActions } from './handlers/codeActions';
import { completion, executeCommand, resolveCompletion } from './handlers/completion';
import { documentTokens, inlayHints } from './handlers/decoration';
import { hover } from './handlers/hover';
import { definition, documentLinks, highlights, references } from './handlers/navigation';
import { codeLenses, documentSymbols, foldingRanges } from './handlers/outline';
import { overview } from './handlers/overview';
import { manuscriptReferences } from './handlers/references';
import { prepareRename, rename } from './handlers/rename';
import { report } from './handlers/reporting';
import * as requests from './requests';

/** Which handler answers which request. */
export function answerRequests(connection: Connection, answers: Answers): void {
  connection.onHover(answers.of('hover', null, hover));
  connection.onDefinition(answers.of('definition', null, definition));
  connection.onReferences(answers.of('references', [], references));
  connection.onDocumentHighlight(answers.of('highlights', [], highlights));
  connection.onDocumentSymbol(answers.of('symbols', [], documentSymbols));
  connection.onFoldingRanges(answers.of('folding', null, foldingRanges));
  connection.onDocumentLinks(answers.of('links', [], documentLinks));
  connection.onCodeLens(answers.of('code lenses', [], codeLenses));
  connection.languages.inlayHint.on(answers.of('inlay hints', [], inlayHints));
  connection.languages.semanticTokens.on(
    answers.of<SemanticTokensParams, SemanticTokens | null>('semantic tokens', null, documentTokens),
  );
  connection.onPrepareRename(answers.of('rename', null, prepareRename));
  connection.onRenameRequest(answers.unmoved((params) => params.textDocument.uri, answers.of('rename', null, rename)));
  connection.onCompletion(answers.of('completion', null, completion));
  connection.onCompletionResolve((item, token) => answers.of('completion', item, resolveCompletion)(item, token));
  connection.onExecuteCommand(answers.of('command', null, executeCommand));
  connection.onCodeAction(answers.of('code actions', [], codeActions));
  connection.onRequest(requests.searchReferences, answers.of('reference search', { items: [] }, searchReferences));
  connection.onRequest(
    requests.insertCitation,
    answers.unmoved((params) => params.uri, answers.of('citation', null, insertCitation)),
  );
  connection.onRequest(requests.catalogue, answers.of('catalogue', null, listSpecies));
  connection.onRequest(requests.card, answers.of('card', null, card));
  connection.onRequest(requests.report, answers.of('report', null, report));
  connection.onRequest(
    requests.manuscriptReferences,
    answers.of('references of the manuscript', null, manuscriptReferences),
  );
  connection.onRequest(requests.claims, answers.of('claims', null, claims));
  connection.onRequest(requests.overview, answers.of('overview', null, overview));
  connection.onRequest(requests.speciesTable, answers.of('species table', null, speciesTable));
}
