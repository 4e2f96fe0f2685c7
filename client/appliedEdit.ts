import { Range, type TextDocument, TextEdit, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { openDocument } from './encodings';
import { changeOf, type TextChange, withPlainLines } from './textChange';

/** What an edit does to one file. */
interface FileChange extends TextChange {
  readonly uri: Uri;
  /** Undefined where the edit makes the file. */
  readonly before: string | undefined;
  /** It had no changes of the writer's own that were still to be saved. */
  readonly wasSaved: boolean;
}

/** An edit of several files that can be taken back: exactly that edit, while their texts are as it left them. */
export class AppliedEdit {
  private constructor(
    private readonly edit: WorkspaceEdit,
    readonly files: readonly FileChange[],
  ) {}

  static async prepare(edit: WorkspaceEdit): Promise<AppliedEdit> {
    return new AppliedEdit(edit, await Promise.all(edit.entries().map(([uri, edits]) => fileChange(uri, edits))));
  }

  get changesNothing(): boolean {
    return this.files.every(({ before, after }) => before === after);
  }

  /** False where the editor refuses the edit. */
  async apply(): Promise<boolean> {
    return workspace.applyEdit(this.edit);
  }

  /** True where the document is one of its files and no longer has the text that the edit left. */
  isChangedIn(document: TextDocument): boolean {
    const file = this.fileOf(document);
    return file !== undefined && withPlainLines(document.getText()) !== file.after;
  }

  /** True where one of the documents is one of its files. */
  isAmong(documents: readonly TextDocument[]): boolean {
    return documents.some((document) => this.fileOf(document) !== undefined);
  }

  private fileOf(document: TextDocument): FileChange | undefined {
    return this.files.find(({ uri }) => uri.toString() === document.uri.toString());
  }

  /** True where no text has changed since. */
  async isIntact(): Promise<boolean> {
    const texts = await Promise.all(this.files.map(({ uri }) => textOf(uri)));
    return this.files.every(({ after }, index) => texts[index] === after);
  }

  /** Takes the edit back, on disk too where files were saved before it. False, and nothing is done, where a text has changed. */
  async takeBack(): Promise<boolean> {
    if (!(await this.isIntact())) return false;
    const inverse = new WorkspaceEdit();
    const [made, changed] = [this.files.filter(isMade), this.files.filter((file) => !isMade(file))];
    for (const file of changed) inverse.set(file.uri, file.inverse.map(toVSCode));
    if (!(await workspace.applyEdit(inverse))) return false;
    await save(changed.filter(({ wasSaved }) => wasSaved).map(({ uri }) => uri));
    for (const { uri } of made) await workspace.fs.delete(uri);
    return true;
  }
}

const isMade = ({ before }: FileChange): boolean => before === undefined;

/** Saves what is not saved yet. The editor decides that: a document may be told late that it has changed. */
export const save = (uris: readonly Uri[]) => Promise.all(uris.map((uri) => documentOf(uri)?.save()));

async function fileChange(uri: Uri, edits: readonly TextEdit[]): Promise<FileChange> {
  const before = await textOf(uri);
  return { uri, before, wasSaved: !documentOf(uri)?.isDirty, ...changeOf(before ?? '', edits) };
}

/** Undefined where the file is not found. */
async function textOf(uri: Uri): Promise<string | undefined> {
  const document = await openDocument(uri).catch(() => undefined);
  return document && withPlainLines(document.getText());
}

const documentOf = (uri: Uri): TextDocument | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

const toVSCode = ({ range: { start, end }, newText }: TextChange['inverse'][number]): TextEdit =>
  TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText);
