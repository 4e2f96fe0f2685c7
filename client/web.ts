import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateShared } from './extension';

/** What a browser's extension host has and Node's types lack. */
declare const Worker: new (url: string) => { postMessage(message: unknown): void };

/** Entry point where extensions run in a browser: the server is a worker, which is told first where its core is, and the catalogue. */
export async function activate(context: ExtensionContext): Promise<void> {
  const file = (name: string) => Uri.joinPath(context.extensionUri, 'dist', name);
  const worker = new Worker(file('server/browser.js').toString(true));
  const core = file('server/core.js').toString(true);
  worker.postMessage({ core, catalogue: await workspace.fs.readFile(file('catalogue.json')) });
  return activateShared(context, (options) => new LanguageClient('interphase', 'Interphase', worker, options));
}
