import {
  commands,
  type Disposable,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  type Event,
  l10n,
  languages,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ListedReference,
  type ManuscriptReferencesParams,
  type ManuscriptReferencesResult,
  manuscriptReferences,
  type ReferenceGroup,
  type ReferenceUse,
  type StatusParams,
} from '../server/protocol/requests';
import { citeSource } from './citations';
import { manuscriptLanguages } from './clientOptions';
import { escapeIcons } from './escape';
import { goTo, showTree } from './manuscriptTree';
import { inform } from './messages';

type Node = ReferenceGroup | ListedReference | ReferenceUse;

/** References of This Manuscript: what is cited, what is not, and what is wrong with it. */
export function showReferences(client: BaseLanguageClient, onDidRead: Event<StatusParams>): Disposable[] {
  const { uri, disposables } = showTree<Node>(client, onDidRead, {
    view: 'interphase.references',
    async ask(uri) {
      const params: ManuscriptReferencesParams = { uri };
      const found = await client
        .sendRequest<ManuscriptReferencesResult | null>(manuscriptReferences, params)
        .catch(() => null);
      return found?.groups;
    },
    childrenOf,
    itemOf: (node) => itemOf(node, client),
    nameOf,
    drag: { mimeType: WORKS, textOf: worksAmong },
  });
  return [
    ...disposables,
    languages.registerDocumentDropEditProvider(manuscriptLanguages, { provideDocumentDropEdits: citeDropped(client) }),
    commands.registerCommand('interphase.citeListed', (node: Node | undefined) => cite(node, uri(), client)),
  ];
}

/** Works that are dragged from the list: their ids as JSON. */
const WORKS = 'application/vnd.interphase.works';

function worksAmong(nodes: readonly Node[]): string | undefined {
  const ids = nodes.flatMap((node) => ('id' in node ? (node.id ?? []) : []));
  return ids.length > 0 ? JSON.stringify(ids) : undefined;
}

/** Cites works where they are dropped, or says why that cannot be; the editor itself inserts nothing. */
const citeDropped =
  (client: BaseLanguageClient): DocumentDropEditProvider['provideDocumentDropEdits'] =>
  async ({ uri }, position, transfer) => {
    const works = await transfer.get(WORKS)?.asString();
    if (!works) return undefined;
    const { asUri, asPosition } = client.code2ProtocolConverter;
    void citeSource(client, { uri: asUri(uri), position: asPosition(position), ids: JSON.parse(works) });
    return new DocumentDropEdit('');
  };

/** Cites a work of the list at the caret of the manuscript. */
async function cite(node: Node | undefined, uri: string | undefined, client: BaseLanguageClient): Promise<void> {
  const { asUri, asPosition } = client.code2ProtocolConverter;
  const editor = window.visibleTextEditors.find(({ document }) => asUri(document.uri) === uri);
  if (!node || !('id' in node) || node.id === undefined) return;
  if (!editor) return inform(l10n.t('Open the manuscript and put the caret where the citation goes.'));
  const position = asPosition(editor.selection.active);
  await citeSource(client, { uri: asUri(editor.document.uri), position, ids: [node.id] });
}

function childrenOf(node: Node): readonly Node[] {
  if ('items' in node) return node.items;
  return 'uses' in node ? node.uses : [];
}

function nameOf(node: Node): string {
  if ('items' in node) return node.kind;
  return 'uses' in node ? node.key : node.label;
}

function itemOf(node: Node, client: BaseLanguageClient): TreeItem {
  if ('items' in node) return groupItem(node);
  const item = 'uses' in node ? referenceItem(node) : new TreeItem(escapeIcons(node.label));
  item.command = goTo(node.location, client);
  return item;
}

function referenceItem({ id, label, key, detail, uses }: ListedReference): TreeItem {
  const { Collapsed, None } = TreeItemCollapsibleState;
  const item = new TreeItem(escapeIcons(label), uses.length > 0 ? Collapsed : None);
  item.description = escapeIcons(detail);
  item.tooltip = [key, detail, timesCited(uses)].join('\n');
  item.accessibilityInformation = { label: [label, detail, timesCited(uses)].join(', ') };
  if (id !== undefined) item.contextValue = 'work';
  return item;
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
