import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { PROJECT_FILE, readProjectFile } from '../workspace/projectFile';
import { toRange } from './convert';

/** What is wrong with a project file that is open in the editor. */
export function problemDiagnostics(document: TextDocument): Diagnostic[] {
  if (!document.uri.endsWith(`/${PROJECT_FILE}`)) return [];
  return readProjectFile(document.uri, document.getText()).problems.map(({ span, message }) => ({
    range: toRange(document, span),
    severity: DiagnosticSeverity.Warning,
    source: 'interphase',
    message,
  }));
}
