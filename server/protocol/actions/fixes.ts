import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { safeEdits } from '../../rules/fixAll';
import type { Fix } from '../../rules/rule';
import { canConfirm, toBeConfirmed } from './confirm';
import { type ActionPlace, type ActionProvider, fixesOf, workspaceEdit } from './context';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.interphase`;

/** The fixes of each diagnostic in the range; what is not safe is shown before it is made, where the client can. */
export const fixes: ActionProvider<ActionPlace> = (at) => {
  if (!at.wants(CodeActionKind.QuickFix)) return [];
  return at.diagnostics.flatMap((diagnostic) =>
    fixesOf(diagnostic, at).map((fix, i) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: i === 0 && fix.safe,
      edit: editOf(fix, at),
    })),
  );
};

function editOf({ edits, title, safe }: Fix, at: ActionPlace): WorkspaceEdit {
  const edit = workspaceEdit({ edits, creates: [] }, at);
  return safe || !canConfirm(at.can) ? edit : toBeConfirmed(edit, title);
}

/** The safe fixes of all diagnostics with the same code, where there is more than one. */
export const fixesOfKind: ActionProvider<ActionPlace> = async (at) => {
  if (!at.wants(CodeActionKind.QuickFix)) return [];
  const fixable = at.diagnostics.filter((diagnostic) => hasSafeFix(diagnostic, at));
  if (fixable.length === 0) return [];
  const all = await at.all();
  const actions: CodeAction[] = [];
  for (const code of new Set(fixable.map((d) => d.code))) {
    const same = all.filter((d) => d.code === code && hasSafeFix(d, at));
    if (same.length < 2) continue;
    actions.push({
      title: `Fix all ${same.length} of ${code}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: fixable.filter((d) => d.code === code),
      edit: allSafe(same, at),
    });
  }
  return actions;
};

/** All safe fixes at once, for a client that asks for just that, as on saving. */
export const fixAll: ActionProvider<ActionPlace> = async (at) => {
  if (!at.params.context.only || !at.wants(FIX_ALL)) return [];
  const fixable = (await at.all()).filter((diagnostic) => hasSafeFix(diagnostic, at));
  if (fixable.length === 0) return [];
  return [{ title: 'Fix all that is safe to fix', kind: FIX_ALL, edit: allSafe(fixable, at) }];
};

const hasSafeFix = (diagnostic: Diagnostic, at: ActionPlace): boolean =>
  fixesOf(diagnostic, at).some((fix) => fix.safe);

const allSafe = (diagnostics: readonly Diagnostic[], at: ActionPlace) =>
  workspaceEdit({ edits: safeEdits(diagnostics.map((d) => fixesOf(d, at))), creates: [] }, at);
