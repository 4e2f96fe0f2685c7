import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocument,
  type TextEditor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ListedReference,
  type ManuscriptReferencesParams,
  type ManuscriptReferencesResult,
  manuscriptReferences,
  type ReferenceGroup,
  type ReferenceUse,
} from '../server/protocol/requests';
import { citeSource } from './citations';
import { manuscriptLanguages } from './clientOptions';
import { escapeIcons } from './escape';
import { inform } from './messages';

/** The view is made anew when the writer has paused for so many milliseconds. */
const pause = 500;

type Node = ReferenceGroup | ListedReference | ReferenceUse;

/** The view “References of This Manuscript”: of the manuscript in front, or of the one that was there last. */
export function showReferences(client: BaseLanguageClient): Disposable[] {
  const references = new ReferencesView(client);
  const view = window.createTreeView('interphase.references', { treeDataProvider: references, showCollapseAll: true });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    clearTimeout(waiting);
    if (view.visible) waiting = setTimeout(() => references.refresh(), pause);
  };
  const follow = (editor: TextEditor | undefined) => {
    if (!editor || !isManuscript(editor.document)) return;
    references.document = editor.document;
    refresh();
  };
  follow(window.activeTextEditor);
  return [
    view,
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidChangeTextDocument(refresh),
    workspace.onDidSaveTextDocument(refresh),
    view.onDidChangeVisibility(refresh),
    commands.registerCommand('interphase.citeListed', (node: Node | undefined) => references.cite(node)),
    { dispose: () => clearTimeout(waiting) },
  ];
}

const isManuscript = ({ languageId }: TextDocument): boolean => manuscriptLanguages.includes(languageId);

class ReferencesView implements TreeDataProvider<Node> {
  document: TextDocument | undefined;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  /** Rows keep their names when the view is made anew, so that what is open stays open and a click meets its row. */
  private readonly ids = new WeakMap<Node, string>();

  constructor(private readonly client: BaseLanguageClient) {}

  refresh(): void {
    this.changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const children = node ? childrenOf(node) : await this.groups();
    const parent = node ? this.ids.get(node) : '';
    const taken = new Set<string>();
    for (const child of children) {
      let id = `${parent}/${nameOf(child)}`;
      while (taken.has(id)) id += '+';
      taken.add(id);
      this.ids.set(child, id);
    }
    return [...children];
  }

  getTreeItem(node: Node): TreeItem {
    const item = this.itemOf(node);
    const id = this.ids.get(node);
    return id === undefined ? item : Object.assign(item, { id });
  }

  private itemOf(node: Node): TreeItem {
    if ('items' in node) return groupItem(node);
    return 'uses' in node ? this.referenceItem(node) : this.leadingTo(node, new TreeItem(node.label));
  }

  /** Cites a work of the list at the caret of the manuscript. */
  async cite(node: Node | undefined): Promise<void> {
    const editor = window.visibleTextEditors.find(({ document }) => document === this.document);
    if (!node || !('id' in node) || node.id === undefined) return;
    if (!editor) return inform(l10n.t('Open the manuscript and put the caret where the citation goes.'));
    await citeSource(this.client, {
      uri: this.client.code2ProtocolConverter.asUri(editor.document.uri),
      position: this.client.code2ProtocolConverter.asPosition(editor.selection.active),
      ids: [node.id],
    });
  }

  private async groups(): Promise<readonly ReferenceGroup[]> {
    if (!this.document || this.document.isClosed) return [];
    const params: ManuscriptReferencesParams = { uri: this.client.code2ProtocolConverter.asUri(this.document.uri) };
    const result = await this.client
      .sendRequest<ManuscriptReferencesResult | null>(manuscriptReferences, params)
      .catch(() => null);
    return result?.groups ?? [];
  }

  private referenceItem(reference: ListedReference): TreeItem {
    const { id, label, key, detail, uses } = reference;
    const item = new TreeItem(escapeIcons(label));
    item.description = escapeIcons(detail);
    item.tooltip = [key, detail, timesCited(uses)].join('\n');
    item.accessibilityInformation = { label: [label, detail, timesCited(uses)].join(', ') };
    item.collapsibleState = uses.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
    if (id !== undefined) item.contextValue = 'work';
    return this.leadingTo(reference, item);
  }

  private leadingTo({ location }: ListedReference | ReferenceUse, item: TreeItem): TreeItem {
    const { asUri, asRange } = this.client.protocol2CodeConverter;
    const uri = asUri(location.uri);
    item.command = {
      title: l10n.t('Go to the Place'),
      command: 'vscode.open',
      arguments: [uri, { selection: asRange(location.range) }],
    };
    return item;
  }
}

function childrenOf(node: Node): readonly Node[] {
  if ('items' in node) return node.items;
  return 'uses' in node ? node.uses : [];
}

function nameOf(node: Node): string {
  if ('items' in node) return node.kind;
  return 'uses' in node ? node.key : node.label;
}

function groupItem({ kind, items }: ReferenceGroup): TreeItem {
  const { label, icon } = groups()[kind];
  const state = kind === 'uncited' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(label, state);
  item.description = String(items.length);
  item.accessibilityInformation = { label: `${label}, ${items.length}` };
  item.iconPath = new ThemeIcon(icon);
  return item;
}

const groups = (): Readonly<Record<ReferenceGroup['kind'], { readonly label: string; readonly icon: string }>> => ({
  undefined: { label: l10n.t('Without an Entry'), icon: 'error' },
  duplicates: { label: l10n.t('Listed Twice'), icon: 'files' },
  incomplete: { label: l10n.t('Incomplete'), icon: 'warning' },
  cited: { label: l10n.t('Cited'), icon: 'references' },
  uncited: { label: l10n.t('Not Cited'), icon: 'circle-slash' },
});

const timesCited = ({ length }: readonly unknown[]): string => {
  if (length === 0) return l10n.t('Not cited');
  return length === 1 ? l10n.t('Cited once') : l10n.t('Cited {0} times', length);
};
