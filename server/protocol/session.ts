import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type TextDocumentPositionParams,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { looksLikePaper } from '../features/looksLikePaper';
import type { Catalogue } from '../knowledge/catalogue';
import { languageOfId } from '../workspace/language';
import type { Runtime } from '../workspace/runtime';
import { type Loaded, Workspace } from '../workspace/workspace';
import type { TextOf, VersionOf } from './convert';
import type { ClientExtras } from './requests';
import { DEFAULTS, readSettings, type Settings } from './settings';
import { textsOf } from './texts';

/** Answers one kind of request; a fault is caught around it. */
export type Handler<P, R> = (session: Session, params: P, token: CancellationToken) => R | Promise<R>;

/** A manuscript that is open in the editor. */
export interface OpenManuscript {
  readonly document: TextDocument;
  readonly loaded: Loaded;
  /** Texts of all its files. */
  readonly textOf: TextOf;
}

/** A place in an open manuscript, as a source offset. */
export interface OpenPlace extends OpenManuscript {
  readonly offset: number;
}

/** What the handlers of one client share: the open texts, the settings, and what the client can do. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly workspace: Workspace;
  can: ClientCapabilities = {};
  extras: ClientExtras = {};
  settings: Settings = DEFAULTS;
  /** Resolves with the first settings. Requests wait for it: a client would keep what it is answered too early. */
  readonly ready: Promise<void>;
  private markReady: () => void = () => undefined;

  constructor(
    readonly connection: Connection,
    readonly runtime: Runtime,
    catalogue: Catalogue,
  ) {
    this.workspace = new Workspace(runtime.files, catalogue);
    this.ready = new Promise((resolve) => {
      this.markReady = resolve;
    });
  }

  initialize({ capabilities, initializationOptions }: InitializeParams): void {
    this.can = capabilities;
    this.extras = (initializationOptions as ClientExtras | undefined) ?? {};
  }

  /** Takes over the section `interphase`, asked for where the client can be asked, else as it was sent. */
  async takeSettings(sent?: unknown): Promise<void> {
    const pulled = this.can.workspace?.configuration
      ? await this.connection.workspace.getConfiguration('interphase').catch(() => undefined)
      : undefined;
    const { settings, unknown } = readSettings(pulled ?? sent ?? {});
    this.settings = settings;
    this.workspace.configure({ bibliographies: settings.bibliography.files });
    for (const name of unknown) this.runtime.log.warn(`There is no setting “interphase.${name}”; it is left out.`);
    this.markReady();
  }

  /** Undefined for what is no manuscript, and for somebody else's Markdown. */
  async manuscript(uri: string): Promise<OpenManuscript | undefined> {
    const found = await this.anyText(uri);
    return found && looksLikePaper(found.loaded, this.settings.plainFiles) ? found : undefined;
  }

  async place({ textDocument, position }: TextDocumentPositionParams): Promise<OpenPlace | undefined> {
    const found = await this.manuscript(textDocument.uri);
    return found && { ...found, offset: found.document.offsetAt(position) };
  }

  /** Also Markdown that does not look like a paper yet: who cites in it wants it to be one. */
  async anyText(uri: string): Promise<OpenManuscript | undefined> {
    const document = this.documents.get(uri);
    if (!document || !languageOfId(document.languageId)) return undefined;
    const loaded = await this.workspace.load(uri);
    return loaded && { document, loaded, textOf: textsOf(loaded, this.documents) };
  }

  readonly versionOf: VersionOf = (uri) => this.documents.get(uri)?.version ?? null;
}
