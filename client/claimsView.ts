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
import {
  type ClaimItem,
  type ClaimsGroup,
  type ClaimsParams,
  type ClaimsResult,
  claims,
  type StatusParams,
} from '../server/protocol/requests';
import { escapeIcons } from './escape';
import { goTo, showTree } from './manuscriptTree';

type Node = ClaimsGroup | ClaimItem;

/** Claims: the performance statements of the manuscript in front, by cell and material or by property. */
export function showClaims(client: BaseLanguageClient, onDidRead: Event<StatusParams>): Disposable[] {
  let by: NonNullable<ClaimsParams['by']> = 'subject';
  let csv = '';
  const { refresh, disposables } = showTree<Node>(client, onDidRead, {
    view: 'interphase.claims',
    async ask(uri) {
      const params: ClaimsParams = { uri, by };
      const found = await client.sendRequest<ClaimsResult | null>(claims, params).catch(() => null);
      if (found) csv = found.csv;
      return found?.groups;
    },
    childrenOf: (node) => ('items' in node ? node.items : []),
    itemOf: (node) => ('items' in node ? groupItem(node) : claimItem(node, client)),
    nameOf: ({ label }) => label ?? '',
  });
  const groupBy = (next: typeof by) => () => {
    by = next;
    return refresh();
  };
  return [
    ...disposables,
    commands.registerCommand('interphase.claimsByCell', groupBy('subject')),
    commands.registerCommand('interphase.claimsByProperty', groupBy('property')),
    commands.registerCommand('interphase.copyClaims', async () => {
      await env.clipboard.writeText(csv);
      window.setStatusBarMessage(l10n.t('Table copied'), 3000);
    }),
  ];
}

function groupItem({ label, items }: ClaimsGroup): TreeItem {
  const text = label === undefined ? l10n.t('Cell or Material Not Found') : escapeIcons(label);
  const item = new TreeItem(text, TreeItemCollapsibleState.Expanded);
  item.description = String(items.length);
  return item;
}

function claimItem({ label, detail, sentence, location }: ClaimItem, client: BaseLanguageClient): TreeItem {
  const item = new TreeItem(escapeIcons(label));
  item.description = escapeIcons(detail);
  item.tooltip = sentence;
  item.iconPath = new ThemeIcon('graph');
  item.command = goTo(location, client);
  return item;
}
