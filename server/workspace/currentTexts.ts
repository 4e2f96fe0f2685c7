import { fileName } from '../base/uris';
import { type FormatId, formatOfPath } from '../text';
import { type FileText, utf8Text } from './fileText';
import { KeptFiles, type Near } from './keptFiles';
import { OneName } from './oneName';
import type { Files } from './runtime';

/** A text that is open in an editor, and counts instead of the file. */
interface OpenText {
  readonly format: FormatId | undefined;
  readonly text: string;
}

/** The texts of files as they are now, from the editor or the disk. Takes URIs in any spelling; those that it gives are canonical. */
export class CurrentTexts {
  readonly files: KeptFiles;
  private readonly opened = new Map<string, OpenText>();
  private readonly names: OneName;

  constructor(files: Files) {
    this.files = new KeptFiles(files);
    this.names = new OneName(this.files.ignoresCase);
  }

  nameOf(spelling: string): string {
    return this.names.of(spelling);
  }

  /** Canonical URIs of the texts that are open. */
  get open(): ReadonlySet<string> {
    return new Set(this.opened.keys());
  }

  /** Takes over the text of an open editor; gives its name. */
  edit(spelling: string, format: FormatId | undefined, text: string): string {
    const uri = this.names.opened(spelling);
    this.opened.set(uri, { format, text });
    return uri;
  }

  close(uri: string): void {
    this.opened.delete(uri);
  }

  /** By the language of the editor, or else the ending of the name. */
  formatOf(uri: string): FormatId | undefined {
    return this.opened.get(uri)?.format ?? formatOfPath(fileName(uri));
  }

  /** In any encoding. An editor writes an open text back in the encoding of the file, if it has decoded it rightly. */
  async read(spelling: string): Promise<FileText | undefined> {
    const uri = this.names.of(spelling);
    const open = this.opened.get(uri);
    if (!open) return this.files.read(uri);
    const { encoding = 'utf-8' } = (await this.files.read(uri).catch(() => undefined)) ?? {};
    const misread = encoding !== 'utf-8' && open.text.includes('\uFFFD');
    return { text: open.text, encoding, ...(misread && { misread }) };
  }

  /** Where it must be UTF-8. Rejects with `UnreadableFile`. */
  async readUtf8(uri: string): Promise<string | undefined> {
    const read = await this.read(uri);
    return read && utf8Text(uri, read);
  }

  keepOnly(near: Near): void {
    this.files.keepOnly(near);
    this.names.keepOnly(near.file);
  }
}
