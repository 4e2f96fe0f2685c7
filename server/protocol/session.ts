import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  InitializeParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { looksLikePaper } from '../features/looksLikePaper';
import type { Catalogue } from '../knowledge/catalogue';
import { formatOfLanguage } from '../text';
import type { Runtime } from '../workspace/runtime';
import { type BibliographyContext, type ManuscriptContext, Workspace } from '../workspace/workspace';
import { OpenDocuments } from './openDocuments';
import type { ClientExtras } from './requests';
import { DEFAULTS, readSettings, type Settings } from './settings';
import { TextMoved, type TextOf, textsOf, textsOfBibliography } from './texts';

/** Answers one kind of request; a fault is caught around it. */
export type Handler<P, R> = (session: Session, params: P, token: CancellationToken) => R | Promise<R>;

/** A manuscript that is open in the editor. */
export interface OpenManuscript {
  /** The text that was read. */
  readonly document: TextDocument;
  readonly context: ManuscriptContext;
  /** Texts of all its files. */
  readonly textOf: TextOf;
}

/** A place in an open manuscript, as a source offset. */
export interface OpenPlace extends OpenManuscript {
  readonly offset: number;
}

/** A bibliography that is open in the editor, with the manuscripts that cite from it. */
export interface OpenBibliography {
  readonly document: TextDocument;
  readonly context: BibliographyContext;
  /** Texts of the bibliography and of all files of the manuscripts. */
  readonly textOf: TextOf;
}

/** So often a manuscript is read again because of what was typed while it was read. */
const MOST_ATTEMPTS = 5;

/** What the handlers of one client share: the open texts, the settings, and what the client can do. */
export class Session {
  readonly documents = new OpenDocuments();
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
    this.workspace.configure({ bibliographies: settings.bibliography.files, library: settings.library.files });
    for (const name of unknown) this.runtime.log.warn(`“interphase.${name}” is an unknown setting; it is left out.`);
    this.markReady();
  }

  /** Undefined for what is not a manuscript, and for Markdown about other things. */
  async manuscript(uri: string): Promise<OpenManuscript | undefined> {
    const found = await this.anyText(uri);
    return found && looksLikePaper(found.context, this.settings.plainFiles) ? found : undefined;
  }

  async place({ textDocument, position }: TextDocumentPositionParams): Promise<OpenPlace | undefined> {
    const found = await this.manuscript(textDocument.uri);
    return found && { ...found, offset: found.document.offsetAt(position) };
  }

  /** Undefined for what is not a .bib file. Throws `TextMoved`. */
  async bibliography(uri: string): Promise<OpenBibliography | undefined> {
    const isBibliography = this.documents.get(uri) !== undefined && /\.bib$/i.test(uri);
    return isBibliography ? this.steady(() => this.citedFrom(uri)) : undefined;
  }

  /** The manuscripts that share a bibliography, open or not. */
  async citedFrom(uri: string): Promise<OpenBibliography | undefined> {
    const context = await this.workspace.loadBibliography(uri);
    if (!context) return undefined;
    const textOf = textsOfBibliography(context, this.documents);
    return { document: textOf(context.bibliography.uri)!.document, context, textOf };
  }

  /** Also Markdown that does not look like a paper yet: who cites in it wants it to be one. Throws `TextMoved`. */
  async anyText(uri: string): Promise<OpenManuscript | undefined> {
    return this.steady(async () => {
      const languageId = this.documents.get(uri)?.languageId;
      const loaded = languageId && formatOfLanguage(languageId) && (await this.workspace.load(uri));
      if (!loaded) return undefined;
      const textOf = textsOf(loaded, this.documents);
      const text = textOf(loaded.file.uri)!;
      return text.isOpen ? { document: text.document, context: loaded, textOf } : undefined;
    });
  }

  /** Reads again what was edited meanwhile. */
  private async steady<T>(read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof TextMoved) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }
}
