import { type ExtensionContext, Uri, window, workspace } from 'vscode';

const FILES = ['paper.tex', 'references.bib'];

/** Opens the sample paper of the walkthrough, made anew beside its bibliography, in the place that the editor gives an extension. */
export async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const folder = Uri.joinPath(globalStorageUri, 'sample');
  for (const name of FILES) {
    const content = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'walkthrough', name));
    await workspace.fs.writeFile(Uri.joinPath(folder, name), content);
  }
  await window.showTextDocument(Uri.joinPath(folder, FILES[0]!));
}
