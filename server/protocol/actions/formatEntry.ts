import { CodeActionKind } from 'vscode-languageserver';
import { planEntryLayout } from '../../features/bibliography/layout';
import { type ActionProvider, type EntryActionContext, workspaceEdit } from './context';

/** Lays out the entry under the caret as its file is; the others stay as they are. */
export const formatEntry: ActionProvider<EntryActionContext> = (at) => {
  if (!at.wants(CodeActionKind.RefactorRewrite)) return [];
  const plan = planEntryLayout(at.context, at.document.offsetAt(at.params.range.start));
  if (!plan) return [];
  const title = 'Format this entry as the others are';
  return [{ title, kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(plan, at) }];
};
