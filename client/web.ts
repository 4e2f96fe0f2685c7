import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateShared } from './extension';

/** What a browser's extension host has and Node's types lack. */
declare const Worker: new (url: string) => object;

/** Entry point where extensions run in a browser: the server is a worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  const worker = new Worker(module.toString(true));
  return activateShared(context, (options) => new LanguageClient('interphase', 'Interphase', worker, options));
}
