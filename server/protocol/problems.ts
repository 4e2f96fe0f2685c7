import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../base/problem';
import { PROJECT_FILE, readProjectFile } from '../workspace/projectFile';
import type { Workspace } from '../workspace/workspace';
import { toRange } from './convert';

/** What is wrong with a bibliography or a project file that is open in the editor. */
export async function problemDiagnostics(document: TextDocument, workspace: Workspace): Promise<Diagnostic[]> {
  const problems = await problemsIn(document, workspace);
  return problems.map(({ span, message }) => ({
    range: toRange(document, span),
    severity: DiagnosticSeverity.Warning,
    source: 'interphase',
    message,
  }));
}

async function problemsIn(document: TextDocument, workspace: Workspace): Promise<readonly Omit<Problem, 'uri'>[]> {
  if (document.uri.endsWith(`/${PROJECT_FILE}`)) return readProjectFile(document.uri, document.getText()).problems;
  if (!/\.bib$/i.test(document.uri)) return [];
  return (await workspace.bibliography(document.uri))?.file.problems ?? [];
}
