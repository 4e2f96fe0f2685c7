import {
  type Disposable,
  env,
  l10n,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CardParams,
  type CardResult,
  type CatalogueParams,
  type CatalogueResult,
  card,
  catalogue,
  type SpeciesTableParams,
  type SpeciesTableResult,
  speciesTable,
} from '../../server/protocol/requests';
import { citeSource } from '../citations';
import type { FromPage, ToPage } from './messages';
import { pageHtml } from './page';

const manuscripts = /^(latex|markdown|quarto|rmd|typst)$/;

/** The Species Catalogue: at most one panel, which asks the server for all that it shows. */
export class CataloguePanel implements Disposable {
  private panel: WebviewPanel | undefined;
  /** The last one in front, where citations go. */
  private manuscript: TextEditor | undefined;
  /** A card that the page has not asked for yet. */
  private pending: string | undefined;
  private readonly following: readonly Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly extension: Uri,
  ) {
    this.follow(window.activeTextEditor);
    this.following = [
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      workspace.onDidCloseTextDocument(() => this.tellManuscript()),
    ];
  }

  /** `argument` comes from a link and is checked: `{ id }` opens the card of that species. */
  open(argument: unknown): void {
    const id = (argument as { id?: unknown } | null | undefined)?.id;
    this.pending = typeof id === 'string' ? id : undefined;
    if (!this.panel) this.create();
    else this.panel.reveal();
    if (this.pending !== undefined) this.post({ kind: 'open', id: this.pending });
  }

  dispose(): void {
    for (const one of this.following) one.dispose();
    this.panel?.dispose();
  }

  private create(): void {
    const files = Uri.joinPath(this.extension, 'dist/client');
    const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
    const options = { enableScripts: true, localResourceRoots: [files] };
    const panel = window.createWebviewPanel('interphase.catalogue', l10n.t('Species Catalogue'), column, options);
    const { webview } = panel;
    const address = (name: string) => webview.asWebviewUri(Uri.joinPath(files, name)).toString();
    webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
    webview.html = pageHtml(address('catalogue.js'), address('catalogue.css'), webview.cspSource, crypto.randomUUID());
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    this.panel = panel;
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.tellManuscript();
        if (this.pending !== undefined) this.post({ kind: 'open', id: this.pending });
        return this.sendList();
      case 'card':
        this.pending = undefined;
        return this.sendCard(message.id);
      case 'cite':
        return this.cite(message.id);
      case 'copy':
        return this.copy(message.table);
    }
  }

  private async sendList(): Promise<void> {
    const params: CatalogueParams = this.place();
    const list = await this.client.sendRequest<CatalogueResult | null>(catalogue, params);
    if (list) this.post({ kind: 'list', list });
  }

  private async sendCard(id: string): Promise<void> {
    const params: CardParams = { id, ...this.place() };
    const found = await this.client.sendRequest<CardResult | null>(card, params);
    if (found) this.post({ kind: 'card', card: found });
  }

  private async cite(id: string): Promise<void> {
    const { manuscript, client } = this;
    if (!manuscript) return;
    const uri = client.code2ProtocolConverter.asUri(manuscript.document.uri);
    const position = client.code2ProtocolConverter.asPosition(manuscript.selection.active);
    await citeSource(client, { uri, position, ids: [id] });
  }

  private async copy(table: Omit<SpeciesTableParams, 'uri'>): Promise<void> {
    const params: SpeciesTableParams = { ...table, ...this.place() };
    const copied = await this.client.sendRequest<SpeciesTableResult | null>(speciesTable, params);
    if (!copied) return;
    await env.clipboard.writeText(copied.text);
    if (copied.missing === 0) return void window.setStatusBarMessage(l10n.t('Table copied'), 3000);
    const message =
      copied.missing === 1
        ? l10n.t('Table copied. It cites one work that the bibliography lacks.')
        : l10n.t('Table copied. It cites {0} works that the bibliography lacks.', copied.missing);
    const answer = await window.showInformationMessage(message, l10n.t('Copy BibTeX Entries'));
    if (answer) await env.clipboard.writeText(copied.bibtex);
  }

  /** The manuscript stays the same while the catalogue or another kind of file is in front. */
  private follow(editor: TextEditor | undefined): void {
    if (!editor || !manuscripts.test(editor.document.languageId)) return;
    this.manuscript = editor;
    this.tellManuscript();
  }

  private tellManuscript(): void {
    if (this.manuscript?.document.isClosed) this.manuscript = undefined;
    const name = this.manuscript && workspace.asRelativePath(this.manuscript.document.uri);
    this.post({ kind: 'manuscript', ...(name !== undefined && { name }) });
  }

  /** Where to look for the project file: the manuscript, or else the first folder. */
  private place(): { uri?: string } {
    const document = this.manuscript?.document;
    if (document) return { uri: this.client.code2ProtocolConverter.asUri(document.uri) };
    const folder = workspace.workspaceFolders?.[0];
    const file = folder && Uri.joinPath(folder.uri, '.interphase.yaml');
    return file ? { uri: this.client.code2ProtocolConverter.asUri(file) } : {};
  }

  private post(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }
}
