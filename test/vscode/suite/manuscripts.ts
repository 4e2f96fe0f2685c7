import {
  commands,
  languages,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually, ok } from './assert';

/** The example paper in each language that it is written in. */
export const examples = ['paper.tex', 'paper.md', 'paper.typ'] as const;

export const uriOf = (name: string): Uri => Uri.joinPath(workspace.workspaceFolders![0]!.uri, name);

/** Opens a manuscript as it is on disk, and waits until the server has read it. */
export async function open(name: string): Promise<TextEditor> {
  const editor = await show(name);
  await eventually(`diagnostics of ${name}`, () => ours(editor.document).length > 0);
  return editor;
}

/** Opens a file of the workspace, whether or not there is anything to say of it. */
export const show = async (name: string): Promise<TextEditor> =>
  window.showTextDocument(await workspace.openTextDocument(uriOf(name)));

/** Writes a file of the workspace, and opens it. */
export async function write(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  return show(name);
}

export const onDisk = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));

/** Throws away what the test before did to the manuscripts. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter((d) => d.isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  await eventually('no editor', () => window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
  await commands.executeCommand('notifications.clearAll');
}

export const ours = (document: TextDocument) =>
  languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'interphase');

/** Selects the first match in the manuscript's body, and scrolls to it. */
export function select(editor: TextEditor, pattern: RegExp): Range {
  const text = editor.document.getText();
  const body = Math.max(text.indexOf('\\begin{document}'), 0);
  const match = new RegExp(pattern, pattern.flags.replace('g', '')).exec(text.slice(body));
  ok(match, `${editor.document.fileName} does not hold ${pattern}`);
  const start = body + match.index;
  const range = new Range(editor.document.positionAt(start), editor.document.positionAt(start + match[0].length));
  placeCaret(editor, range);
  return range;
}

export function placeCaret(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, 2);
}
