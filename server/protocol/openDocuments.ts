import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonicalUri } from '../base/uris';

/** The documents that the client has open, found under any spelling of their URIs; `uri` of each is the client's own. */
export class OpenDocuments {
  private readonly synced = new TextDocuments(TextDocument);
  private readonly spellings = new Map<string, string>();

  constructor() {
    this.synced.onDidOpen(({ document: { uri } }) => this.spellings.set(canonicalUri(uri), uri));
    this.synced.onDidClose(({ document: { uri } }) => this.spellings.delete(canonicalUri(uri)));
  }

  get(uri: string): TextDocument | undefined {
    const spelling = this.spellings.get(canonicalUri(uri));
    return spelling === undefined ? undefined : this.synced.get(spelling);
  }

  /** As the client spells them. */
  uris(): readonly string[] {
    return this.synced.keys();
  }

  onDidChange(handle: (document: TextDocument) => void): void {
    this.synced.onDidChangeContent(({ document }) => handle(document));
  }

  onDidClose(handle: (document: TextDocument) => void): void {
    this.synced.onDidClose(({ document }) => handle(document));
  }

  onDidOpenOrSave(handle: () => void): void {
    this.synced.onDidOpen(handle);
    this.synced.onDidSave(handle);
  }

  listen(connection: Connection): void {
    this.synced.listen(connection);
  }
}
