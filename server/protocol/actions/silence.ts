import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Edit, Plan } from '../../base/edit';
import { acceptInProject, setRuleInProject } from '../../features/projectDictionary';
import { type ActionPlace, type ActionProvider, workspaceEdit } from './context';

/** What silences each diagnostic in the range: for its word, its line, the file, the manuscript. */
export const silence: ActionProvider<ActionPlace> = (at) => {
  if (!at.wants(CodeActionKind.QuickFix)) return [];
  const { document, projectFile, switchOff } = at;
  return at.diagnostics.flatMap((diagnostic) => {
    const code = String(diagnostic.code);
    const actions: CodeAction[] = [];
    const add = (title: string, plan: Plan | undefined) =>
      plan &&
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: workspaceEdit(plan, at),
      });
    const addComment = (title: string, edit: Edit | undefined) => edit && add(title, { edits: [edit], creates: [] });
    if (code === 'abbreviation/undefined') {
      const short = document.getText(diagnostic.range).replace(/s$/, '');
      add(`Accept “${short}” in this manuscript`, acceptInProject(projectFile, short));
    }
    const offset = document.offsetAt(diagnostic.range.start);
    addComment(`Disable ${code} for this line`, switchOff.here(offset, code));
    addComment(`Disable ${code} in this file`, switchOff.inFile(code));
    add(`Turn ${code} off in this manuscript`, setRuleInProject(projectFile, code, 'off'));
    return actions;
  });
};
