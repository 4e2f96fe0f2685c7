import { Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { AppliedEdit } from './appliedEdit';
import { escapeMessage } from './escape';
import { inform, warn } from './messages';

/** Says what an edit did, and offers to take it back until one of its texts changes, or the writer goes on to other texts. */
export async function offerUndo(message: string, edit: AppliedEdit): Promise<void> {
  if (!(await edit.isIntact())) return inform(message);
  if ((await isWantedBack(message, edit)) && !(await edit.takeBack()))
    warn(l10n.t('Nothing was taken back: the text has changed since. Undo it with the editor’s own undo.'));
}

/**
 * The notification of a task is the only one that an extension can close. Its button is called Cancel where an editor does
 * not take the name (docs/decisions/citation-undo.md).
 */
const undoButton = { cancellable: l10n.t('Undo') as unknown as boolean };

const isWantedBack = (message: string, edit: AppliedEdit): Thenable<boolean> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title: escapeMessage(message), ...undoButton },
    (progress, token) =>
      new Promise<boolean>((resolve) => {
        progress.report({ increment: 100 });
        const answer = (isWanted: boolean) => {
          changes.dispose();
          resolve(isWanted);
        };
        const changes = Disposable.from(
          workspace.onDidChangeTextDocument(({ document }) => {
            if (edit.isChangedIn(document)) answer(false);
          }),
          window.onDidChangeVisibleTextEditors((editors) => {
            if (editors.length > 0 && !edit.isAmong(editors.map(({ document }) => document))) answer(false);
          }),
        );
        token.onCancellationRequested(() => answer(true));
      }),
  );
