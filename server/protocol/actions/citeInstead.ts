import { CodeActionKind } from 'vscode-languageserver';
import { isRefusal } from '../../base/refusal';
import { citeInsteadAt } from '../../features/citations/instead';
import { type ActionProvider, actionFor } from './context';

/** Works of the writer's library and of Interphase for a key that no entry has: the entry is added, and the key is written. */
export const citeInstead: ActionProvider = (at) => {
  if (!at.wants(CodeActionKind.QuickFix)) return [];
  const undefinedKeys = at.diagnostics.filter(({ code }) => code === 'citation/undefined-key');
  return undefinedKeys.flatMap((diagnostic) =>
    citeInsteadAt(at.context, at.document.offsetAt(diagnostic.range.start)).flatMap(({ title, plan }) =>
      isRefusal(plan) ? [] : actionFor(plan, at, { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }),
    ),
  );
};
