import { type Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import { decodeText } from '../server/workspace/fileText';
import { withPlainLines } from './textChange';

/** More texts of one file are not kept. */
const mostTexts = 20;

/** Texts that a file has had on disk before and after citations, by its URI. */
const knownTexts = new Map<string, readonly string[]>();

export function followOnDisk(uri: Uri, texts: readonly (string | undefined)[]): void {
  const known = [...(knownTexts.get(uri.toString()) ?? []), ...texts.filter((text) => text !== undefined)];
  knownTexts.set(uri.toString(), [...new Set(known)].slice(-mostTexts));
}

/**
 * Undo and redo of a citation reach the disk, as the citation itself did. Nothing is saved but a text that was saved before,
 * and only over such a text: neither changes of the writer's own nor those that another program made are touched.
 */
export const saveUndoneCitations = (): Disposable[] => [
  workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const isUndoneOrRedone = contentChanges.length > 0 && reason !== undefined;
    if (!isUndoneOrRedone || !isKnown(document)) return;
    const onDisk = await textOnDisk(document.uri);
    if (onDisk !== undefined && isKnownText(document.uri, onDisk) && isKnown(document)) await document.save();
  }),
  workspace.onDidSaveTextDocument((document) => {
    if (!isKnown(document)) knownTexts.delete(document.uri.toString());
  }),
];

const isKnown = (document: TextDocument): boolean => isKnownText(document.uri, document.getText());

const isKnownText = (uri: Uri, text: string): boolean =>
  knownTexts.get(uri.toString())?.includes(withPlainLines(text)) === true;

const textOnDisk = (uri: Uri): Thenable<string | undefined> =>
  workspace.fs.readFile(uri).then(
    (bytes) => decodeText(uri.toString(), bytes).text,
    () => undefined,
  );
