import { type CodeAction, commands, l10n, Range, type TextEditor, window, workspace } from 'vscode';
import { manuscriptLanguages } from './clientOptions';
import { escapeMessage } from './escape';
import { inform } from './messages';

/** Runs with the editor in front; where that holds no manuscript, says so and offers the sample paper. */
export const withManuscript = (run: (editor: TextEditor) => Promise<void>) => async (): Promise<void> => {
  const editor = window.activeTextEditor;
  if (editor && manuscriptLanguages.includes(editor.document.languageId)) return run(editor);
  const message = l10n.t('Open a manuscript in LaTeX, Markdown, Quarto, Typst or plain text first.');
  const openSample = l10n.t('Open Sample Paper');
  const answer = await window.showInformationMessage(escapeMessage(message), openSample);
  if (answer === openSample) await commands.executeCommand('interphase.openSample');
};

/**
 * A source action of the server in the palette, where people look for it. `nothing` is said where there is none: the editor's own
 * words name the kind.
 */
const withSourceAction = (name: string, nothing: string, run: (kind: string, first: CodeAction) => Promise<void>) =>
  withManuscript(async ({ document }) => {
    const kind = `source.interphase.${name}`;
    const all = new Range(0, 0, document.lineCount, 0);
    const [first] = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      all,
      kind,
    );
    return first ? run(kind, first) : inform(nothing);
  });

/** The editor runs the first, or lets the writer choose from several; what has to be confirmed it shows before. */
export const sourceAction = (name: string, apply: 'first' | 'ifSingle', nothing: string) =>
  withSourceAction(name, nothing, async (kind) => {
    await commands.executeCommand('editor.action.sourceAction', { kind, apply });
  });

/** Runs the first at once, and opens the place that it changed: that of a list is in the main file, which may not be in front. */
export const sourceActionThere = (name: string, nothing: string) =>
  withSourceAction(name, nothing, async (_, { edit }) => {
    const [changed] = edit?.entries() ?? [];
    if (!edit || !changed || !(await workspace.applyEdit(edit, { isRefactoring: true }))) return;
    const [uri, [change]] = changed;
    await window.showTextDocument(uri, change && { selection: new Range(change.range.start, change.range.start) });
  });
