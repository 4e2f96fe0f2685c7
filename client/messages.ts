import { type Disposable, window } from 'vscode';
import { type BaseLanguageClient, MessageType, ShowMessageNotification } from 'vscode-languageclient';
import { escapeMessage } from './escape';

/* Messages name files, keys and titles of others: all of them go through here. */

export const inform = (message: string) => void window.showInformationMessage(escapeMessage(message));
export const warn = (message: string) => void window.showWarningMessage(escapeMessage(message));

/** Shows what the server has to say, in place of the language client, which escapes nothing. */
export const showServerMessages = (client: BaseLanguageClient): Disposable =>
  client.onNotification(ShowMessageNotification.type, ({ type, message }) => {
    if (type === MessageType.Error) void window.showErrorMessage(escapeMessage(message));
    else if (type === MessageType.Warning) warn(message);
    else inform(message);
  });
