import {
  type CancellationToken,
  CancellationTokenSource,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import type { ReferenceItem } from '../server/protocol/requests';

/** Asks for the references that match `query`, best first. */
export type Search = (query: string, token: CancellationToken) => Promise<readonly ReferenceItem[]>;

interface Row extends QuickPickItem {
  readonly id: string;
}

/** Lets the writer choose references, searching as they type. Resolves to their ids; empty where they leave. */
export function pickReferences(search: Search): Promise<string[]> {
  const picker = createPicker();
  const chosen = new Map<string, Row>();
  let pending = new CancellationTokenSource();

  const show = (found: readonly Row[]) => {
    const rows = [...chosen.values(), ...found.filter((row) => !chosen.has(row.id))];
    picker.items = rows;
    if (picker.canSelectMany) picker.selectedItems = rows.filter((row) => chosen.has(row.id));
  };

  const update = async () => {
    pending.cancel();
    pending = new CancellationTokenSource();
    const { token } = pending;
    picker.busy = true;
    const found = await search(picker.value, token).catch(() => []);
    if (token.isCancellationRequested) return;
    picker.busy = false;
    show(found.map(row));
  };

  return new Promise((resolve) => {
    const finish = (ids: string[]) => {
      resolve(ids);
      picker.hide();
    };
    picker.onDidChangeValue(update);
    picker.onDidChangeSelection((rows) => {
      if (!picker.canSelectMany) return;
      chosen.clear();
      for (const row of rows) chosen.set(row.id, row);
    });
    picker.onDidTriggerButton(() => {
      picker.canSelectMany = !picker.canSelectMany;
      chosen.clear();
      picker.selectedItems = [];
    });
    picker.onDidAccept(() =>
      finish((picker.canSelectMany ? [...chosen.values()] : picker.selectedItems).map((r) => r.id)),
    );
    picker.onDidHide(() => {
      pending.cancel();
      picker.dispose();
      resolve([]);
    });
    picker.show();
    void update();
  });
}

function createPicker(): QuickPick<Row> {
  const picker: QuickPick<Row> & { sortByLabel?: boolean } = window.createQuickPick<Row>();
  picker.title = 'Insert Citation';
  picker.placeholder = 'Author, year, title, journal, DOI or key';
  picker.buttons = [{ iconPath: new ThemeIcon('checklist'), tooltip: 'Select Several' }];
  // The server has ranked the rows; without this the editor sorts them by where the label matches.
  picker.sortByLabel = false;
  return picker;
}

/** `alwaysShow` keeps the editor from filtering once more what the server has found by title or journal. */
const row = ({ id, label, description, detail, source }: ReferenceItem): Row => ({
  id,
  label,
  description,
  detail,
  iconPath: new ThemeIcon(source === 'workspace' ? 'file' : 'library'),
  alwaysShow: true,
});
