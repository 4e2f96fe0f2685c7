import {
  type Command,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ListedReference, StatusParams } from '../server/protocol/requests';

/** A tree in the side bar of what one manuscript says. */
export interface ManuscriptTree<Node> {
  /** Id of the view in the manifest. */
  readonly view: string;
  /** The first nodes of the manuscript that a file belongs to; undefined where it belongs to none. */
  ask(uri: string): Promise<readonly Node[] | undefined>;
  childrenOf(node: Node): readonly Node[];
  itemOf(node: Node): TreeItem;
}

export interface ShownTree {
  refresh(): Promise<void>;
  readonly disposables: readonly Disposable[];
}

/** Shows the manuscript in front, which is kept while another kind of file is in front. */
export function showTree<Node>(
  client: BaseLanguageClient,
  onDidRead: Event<StatusParams>,
  tree: ManuscriptTree<Node>,
): ShownTree {
  const changed = new EventEmitter<Node | undefined>();
  let uri: string | undefined;
  let nodes: readonly Node[] = [];
  const view: TreeView<Node> = window.createTreeView(tree.view, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => tree.itemOf(node),
      getChildren: (node) => [...(node === undefined ? nodes : tree.childrenOf(node))],
    },
    showCollapseAll: true,
  });

  /** Asks only while somebody looks. */
  const refresh = async () => {
    const asked = window.activeTextEditor?.document.uri;
    const front = asked && client.code2ProtocolConverter.asUri(asked);
    if (!view.visible || !client.isRunning()) return;
    const found = front === undefined ? undefined : await tree.ask(front);
    if (found) uri = front;
    else if (uri !== undefined && front !== uri) return;
    nodes = found ?? [];
    changed.fire(undefined);
  };
  const disposables = [
    view,
    changed,
    view.onDidChangeVisibility(refresh),
    window.onDidChangeActiveTextEditor(refresh),
    // The server has read the text as it is now.
    onDidRead(refresh),
  ];
  return { refresh, disposables };
}

/** What a click on a row does: the place is shown, and the row keeps the focus. */
export function goTo(location: ListedReference['location'], client: BaseLanguageClient): Command {
  const { uri, range } = client.protocol2CodeConverter.asLocation(location);
  const options = { selection: range, preserveFocus: true, preview: true };
  return { command: 'vscode.open', title: l10n.t('Go to the Place'), arguments: [uri, options] };
}
