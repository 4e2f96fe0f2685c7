import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  env,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { csvCell } from '../server/base/csv';
import {
  type OverviewItem,
  type OverviewParams,
  type OverviewResult,
  overview,
  type StatusParams,
} from '../server/protocol/requests';

const VIEW = 'interphase.species';

const ICONS: Readonly<Record<OverviewItem['kind'], string | undefined>> = {
  section: undefined,
  class: undefined,
  species: 'beaker',
  abbreviation: 'symbol-key',
  undefined: 'warning',
  cell: 'layers',
  quantity: 'symbol-number',
  spelling: 'symbol-string',
  place: 'location',
};

/** Species in This Paper: what the manuscript in front speaks of, kept while another kind of file is in front. */
export function showSpecies(client: BaseLanguageClient, onDidRead: Event<StatusParams>): Disposable[] {
  const changed = new EventEmitter<OverviewItem | undefined>();
  let uri: string | undefined;
  let nodes: readonly OverviewItem[] = [];
  const view: TreeView<OverviewItem> = window.createTreeView(VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (item) => treeItem(item, client),
      getChildren: (item) => [...(item?.children ?? nodes)],
    },
    showCollapseAll: true,
  });

  /** Asks only while somebody looks. */
  const refresh = async () => {
    const asked = window.activeTextEditor?.document.uri;
    const front = asked && client.code2ProtocolConverter.asUri(asked);
    if (!view.visible || !client.isRunning()) return;
    const params: OverviewParams | undefined = front === undefined ? undefined : { uri: front };
    const found = params && (await client.sendRequest<OverviewResult | null>(overview, params).catch(() => null));
    if (found) uri = front;
    else if (uri !== undefined && front !== uri) return;
    nodes = found?.nodes ?? [];
    changed.fire(undefined);
  };
  return [
    view,
    changed,
    view.onDidChangeVisibility(refresh),
    window.onDidChangeActiveTextEditor(refresh),
    // The server has read the text as it is now.
    onDidRead(refresh),
    commands.registerCommand('interphase.showSpecies', () => commands.executeCommand(`${VIEW}.focus`)),
    commands.registerCommand('interphase.copySpecies', () => copy(nodes)),
  ];
}

function treeItem({ kind, label, detail, location, children }: OverviewItem, client: BaseLanguageClient): TreeItem {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(label, children.length === 0 ? None : kind === 'section' ? Expanded : Collapsed);
  if (detail !== undefined) item.description = detail;
  item.tooltip = detail === undefined ? label : `${label} – ${detail}`;
  const icon = ICONS[kind];
  if (icon !== undefined) item.iconPath = new ThemeIcon(icon);
  if (location) {
    const { uri, range } = client.protocol2CodeConverter.asLocation(location);
    const options = { selection: range, preserveFocus: true, preview: true };
    item.command = { command: 'vscode.open', title: l10n.t('Go to the Place'), arguments: [uri, options] };
  }
  return item;
}

/** One row for each species, abbreviation, cell and quantity, for a spreadsheet. */
async function copy(nodes: readonly OverviewItem[]): Promise<void> {
  const rows = nodes.flatMap((section) =>
    section.children.flatMap((node) =>
      node.kind === 'class'
        ? node.children.map((child) => [section.label, node.label, child.label, child.detail ?? ''])
        : [[section.label, '', node.label, node.detail ?? '']],
    ),
  );
  const lines = [['section', 'kind', 'written', 'remarks'], ...rows].map((row) => row.map(csvCell).join(','));
  await env.clipboard.writeText(`${lines.join('\n')}\n`);
  window.setStatusBarMessage(l10n.t('Table copied'), 3000);
}
