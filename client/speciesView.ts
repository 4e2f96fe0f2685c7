import {
  commands,
  type Disposable,
  type Event,
  env,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
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
import { escapeIcons } from './escape';
import { goTo, showTree } from './manuscriptTree';

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

/** Species in This Paper: what the manuscript in front speaks of. */
export function showSpecies(client: BaseLanguageClient, onDidRead: Event<StatusParams>): Disposable[] {
  let nodes: readonly OverviewItem[] = [];
  const { disposables } = showTree<OverviewItem>(client, onDidRead, {
    view: VIEW,
    async ask(uri) {
      const params: OverviewParams = { uri };
      const found = await client.sendRequest<OverviewResult | null>(overview, params).catch(() => null);
      if (found) nodes = found.nodes;
      return found?.nodes;
    },
    childrenOf: ({ children }) => children,
    itemOf: (item) => treeItem(item, client),
    nameOf: ({ kind, label }) => `${kind} ${label}`,
    drag: {
      mimeType: 'text/plain',
      textOf: (items) => items.flatMap(({ written }) => written ?? []).join(', ') || undefined,
    },
  });
  return [
    ...disposables,
    commands.registerCommand('interphase.showSpecies', () => commands.executeCommand(`${VIEW}.focus`)),
    commands.registerCommand('interphase.copySpecies', () => copy(nodes)),
  ];
}

function treeItem({ kind, label, detail, location, children }: OverviewItem, client: BaseLanguageClient): TreeItem {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(
    escapeIcons(label),
    children.length === 0 ? None : kind === 'section' ? Expanded : Collapsed,
  );
  if (detail !== undefined) item.description = escapeIcons(detail);
  item.tooltip = detail === undefined ? label : `${label} – ${detail}`;
  // A screen reader would name the icon otherwise.
  item.accessibilityInformation = { label: detail === undefined ? label : `${label}, ${detail}` };
  const icon = ICONS[kind];
  if (icon !== undefined) item.iconPath = new ThemeIcon(icon);
  if (location) item.command = goTo(location, client);
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
