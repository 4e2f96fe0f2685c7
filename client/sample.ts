import { type ExtensionContext, Uri, window, workspace } from 'vscode';

const FILES = ['paper.tex', 'references.bib'];

/** Opens the sample paper of the walkthrough, made anew: as files where there is a folder for them, else as a text without a name. */
export async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const source = (name: string) => Uri.joinPath(extensionUri, 'walkthrough', name);
  if (globalStorageUri.scheme !== 'file') {
    const content = new TextDecoder().decode(await workspace.fs.readFile(source(FILES[0]!)));
    await window.showTextDocument(await workspace.openTextDocument({ language: 'latex', content }));
    return;
  }
  const folder = Uri.joinPath(globalStorageUri, 'sample');
  await workspace.fs.createDirectory(folder);
  for (const name of FILES) await workspace.fs.copy(source(name), Uri.joinPath(folder, name), { overwrite: true });
  await window.showTextDocument(Uri.joinPath(folder, FILES[0]!));
}
