import { CodeActionKind } from 'vscode-languageserver';
import { planEntryLayout } from '../../features/bibliography/layout';
import { type ActionProvider, actionFor, type EntryActionContext } from './context';

/** Lays out the entry under the caret as its file is; the others stay as they are. */
export const formatEntry: ActionProvider<EntryActionContext> = (at) => {
  if (!at.wants(CodeActionKind.RefactorRewrite)) return [];
  const plan = planEntryLayout(at.context, at.document.offsetAt(at.params.range.start));
  if (!plan) return [];
  const title = 'Format this entry as the others are';
  return actionFor(plan, at, { title, kind: CodeActionKind.RefactorRewrite });
};
