import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Plan } from '../features/plan';
import { acceptInProject } from '../features/projectDictionary';
import { suppressInLine } from '../features/suppress';
import { safeEdits } from '../rules/fixAll';
import type { Fix } from '../rules/rule';
import type { Loaded } from '../workspace/workspace';
import { type DiagnosticData, type TextOf, toWorkspaceEdit } from './convert';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.interphase`;

export interface ActionContext {
  readonly document: TextDocument;
  readonly loaded: Loaded;
  readonly textOf: TextOf;
  readonly versionOf: (uri: string) => number | null;
  /** Where the project file is, or would be made; its text where it exists. */
  readonly projectFile: { readonly uri: string; readonly text: string | undefined };
  /** All diagnostics of the document, for fix-all. */
  readonly all: () => Promise<readonly Diagnostic[]>;
}

/** The light bulb: the fixes of each diagnostic, then what silences it; and all safe fixes at once. */
export async function codeActions(
  { context, textDocument }: CodeActionParams,
  at: ActionContext,
): Promise<CodeAction[]> {
  const wanted = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const ours = context.diagnostics.filter((d) => d.source === 'interphase');
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const diagnostic of ours)
      actions.push(...quickFixes(diagnostic, at), ...silencers(diagnostic, textDocument.uri, at));
  }
  if (context.only && wanted(FIX_ALL)) {
    const edits = safeEdits((await at.all()).map((d) => fixesOf(d, at.document.version)));
    if (edits.length > 0) {
      actions.push({
        title: 'Fix all abbreviations that are safe to fix',
        kind: FIX_ALL,
        edit: workspaceEdit({ edits, creates: [] }, at),
      });
    }
  }
  return actions;
}

function quickFixes(diagnostic: Diagnostic, at: ActionContext): CodeAction[] {
  return fixesOf(diagnostic, at.document.version).map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: i === 0,
    edit: workspaceEdit({ edits: fix.edits, creates: [] }, at),
  }));
}

function silencers(diagnostic: Diagnostic, uri: string, at: ActionContext): CodeAction[] {
  const code = String(diagnostic.code);
  const actions: CodeAction[] = [];
  const add = (title: string, plan: Plan) =>
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: workspaceEdit(plan, at) });
  const short = at.document.getText(diagnostic.range).replace(/s$/, '');
  if (code === 'abbreviation/undefined') {
    add(`Accept “${short}” in this manuscript`, acceptInProject(at.projectFile.uri, at.projectFile.text, short));
  }
  const offset = at.document.offsetAt(diagnostic.range.start);
  const suppress = suppressInLine(uri, at.loaded.paper.manuscript, offset, code);
  if (suppress) add(`Disable ${code} for this line`, { edits: [suppress], creates: [] });
  return actions;
}

/** The fixes that travelled with a diagnostic, if they are of this version of the text. */
function fixesOf({ data }: Diagnostic, version: number): readonly Fix[] {
  const sent = data as DiagnosticData | undefined;
  return sent?.version === version ? sent.fixes : [];
}

const workspaceEdit = (plan: Plan, { textOf, versionOf }: ActionContext) => toWorkspaceEdit(plan, textOf, versionOf);
