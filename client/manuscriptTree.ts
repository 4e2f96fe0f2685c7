import {
  type Command,
  DataTransferItem,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeItem,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ListedReference, StatusParams } from '../server/protocol/requests';

/** The tree is made anew when the writer has paused for so many milliseconds. */
const PAUSE = 500;

/** A tree in the side bar of what one manuscript says. */
export interface ManuscriptTree<Node extends object> {
  /** Id of the view in the manifest. */
  readonly view: string;
  /** The first nodes of the manuscript that a file belongs to; undefined where it belongs to none. */
  ask(uri: string): Promise<readonly Node[] | undefined>;
  childrenOf(node: Node): readonly Node[];
  itemOf(node: Node): TreeItem;
  /** What tells a row from those beside it, the same when the manuscript is read again. */
  nameOf(node: Node): string;
  /** Rows that can be dragged into a text. */
  readonly drag?: DraggedRows<Node>;
}

/** What is dragged, in a text of this type. */
export interface DraggedRows<Node> {
  readonly mimeType: string;
  /** Undefined where nothing of the rows can be dropped. */
  textOf(nodes: readonly Node[]): string | undefined;
}

export interface ShownTree {
  refresh(): Promise<void>;
  /** The manuscript that is shown. */
  uri(): string | undefined;
  readonly disposables: readonly Disposable[];
}

/** Shows the manuscript in front, which is kept while another kind of file is in front. */
export function showTree<Node extends object>(
  client: BaseLanguageClient,
  onDidRead: Event<StatusParams>,
  tree: ManuscriptTree<Node>,
): ShownTree {
  const rows = new Rows(tree);
  const view = window.createTreeView(tree.view, {
    treeDataProvider: rows,
    showCollapseAll: true,
    ...(tree.drag && { canSelectMany: true, dragAndDropController: dragController(tree.drag) }),
  });
  let uri: string | undefined;
  let asked = 0;

  /** Asks only while the view is visible; an answer that a later one has overtaken is dropped. */
  const refresh = async () => {
    if (!view.visible || !client.isRunning()) return;
    const turn = ++asked;
    const front = window.activeTextEditor?.document.uri;
    const [of, nodes] = await firstAnswer(tree, [front && client.code2ProtocolConverter.asUri(front), uri]);
    if (turn !== asked) return;
    uri = of;
    rows.show(nodes);
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refreshAfterPause = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, PAUSE);
  };
  const disposables = [
    view,
    rows,
    view.onDidChangeVisibility(refresh),
    window.onDidChangeActiveTextEditor(refresh),
    // The log changes by each question; to ask again for that would never end.
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== 'output') refreshAfterPause();
    }),
    // The server has read what changed on the disk, too.
    onDidRead(refreshAfterPause),
    { dispose: () => clearTimeout(waiting) },
  ];
  return { refresh, uri: () => uri, disposables };
}

const dragController = <Node>({ mimeType, textOf }: DraggedRows<Node>): TreeDragAndDropController<Node> => ({
  dragMimeTypes: [mimeType],
  dropMimeTypes: [],
  handleDrag(nodes, transfer) {
    const text = textOf(nodes);
    if (text !== undefined) transfer.set(mimeType, new DataTransferItem(text));
  },
});

async function firstAnswer<Node extends object>(
  { ask }: ManuscriptTree<Node>,
  uris: readonly (string | undefined)[],
): Promise<[string | undefined, readonly Node[]]> {
  for (const uri of uris) {
    const nodes = uri === undefined ? undefined : await ask(uri);
    if (nodes) return [uri, nodes];
  }
  return [undefined, []];
}

/** Rows keep their names when the tree is made anew, so that what is open stays open and a click meets its row. */
class Rows<Node extends object> implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: readonly Node[] = [];
  private readonly ids = new WeakMap<Node, string>();

  constructor(private readonly tree: ManuscriptTree<Node>) {}

  /** What is shown already stays: a click on a row is lost while the editor makes it anew. */
  show(roots: readonly Node[]): void {
    if (JSON.stringify(roots) === JSON.stringify(this.roots)) return;
    this.roots = roots;
    this.changed.fire();
  }

  getChildren(node?: Node): Node[] {
    const children = node ? this.tree.childrenOf(node) : this.roots;
    const parent = node ? this.ids.get(node) : '';
    const taken = new Set<string>();
    for (const child of children) {
      let id = `${parent}/${this.tree.nameOf(child)}`;
      while (taken.has(id)) id += '+';
      taken.add(id);
      this.ids.set(child, id);
    }
    return [...children];
  }

  getTreeItem(node: Node): TreeItem {
    const item = this.tree.itemOf(node);
    const id = this.ids.get(node);
    return id === undefined ? item : Object.assign(item, { id });
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** What a click on a row does: the place is shown, and the row keeps the focus. */
export function goTo(location: ListedReference['location'], client: BaseLanguageClient): Command {
  const { uri, range } = client.protocol2CodeConverter.asLocation(location);
  const options = { selection: range, preserveFocus: true, preview: true };
  return { command: 'vscode.open', title: l10n.t('Go to the Place'), arguments: [uri, options] };
}
