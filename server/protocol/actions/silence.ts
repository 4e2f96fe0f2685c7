import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Edit, Plan } from '../../base/edit';
import { acceptInProject, setRuleInProject } from '../../features/projectDictionary';
import { titleOf } from '../../rules';
import { type ActionPlace, type ActionProvider, actionFor } from './context';

/** What silences each diagnostic in the range: for its word, its line, the file, the manuscript. Of several kinds each is named. */
export const silence: ActionProvider<ActionPlace> = (at) => {
  if (!at.wants(CodeActionKind.QuickFix)) return [];
  const { document, projectFile, switchOff } = at;
  const kinds = new Set(at.diagnostics.map(({ code }) => code));
  return at.diagnostics.flatMap((diagnostic) => {
    const code = String(diagnostic.code);
    const actions: CodeAction[] = [];
    const add = (title: string, plan: Plan | undefined) =>
      plan && actions.push(...actionFor(plan, at, { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }));
    const addComment = (title: string, edit: Edit | undefined) => edit && add(title, { edits: [edit], creates: [] });
    const offset = document.offsetAt(diagnostic.range.start);
    const short = switchOff.shortForm?.(offset);
    if (code === 'abbreviation/undefined' && short !== undefined)
      add(`Accept “${short}” in this manuscript`, acceptInProject(projectFile, short));
    const of = kinds.size > 1 ? `: ${titleOf(code)}` : '';
    addComment(`Ignore here${of}`, switchOff.here(offset, code));
    addComment(`Ignore this kind in this file${of}`, switchOff.inFile(code));
    add(`Ignore this kind in this manuscript${of}`, setRuleInProject(projectFile, code, 'off'));
    return actions;
  });
};
