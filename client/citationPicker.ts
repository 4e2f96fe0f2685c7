import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import type { ReferenceItem } from '../server/protocol/requests';
import { Ticks } from './ticks';

/** Asks for the references that match `query`, best first. */
export type Search = (query: string, token: CancellationToken) => Promise<readonly ReferenceItem[]>;

interface Row extends QuickPickItem {
  readonly id: string;
}

/** Lets the writer choose references, searching as they type. Resolves to their ids; empty where they leave. */
export function pickReferences(search: Search): Promise<string[]> {
  const picker = createPicker();
  const ticks = new Ticks(picker, drawn);
  let pending = new CancellationTokenSource();

  const update = async () => {
    pending.cancel();
    pending = new CancellationTokenSource();
    const { token } = pending;
    picker.busy = true;
    const found = await search(picker.value, token).catch(() => []);
    if (token.isCancellationRequested) return;
    picker.busy = false;
    await ticks.show(found.map(row));
  };

  return new Promise((resolve) => {
    const finish = (rows: readonly Row[]) => {
      resolve(rows.map(({ id }) => id));
      picker.hide();
    };
    picker.onDidChangeValue(update);
    picker.onDidTriggerButton(() => ticks.toggleMany());
    picker.onDidAccept(() => finish(picker.canSelectMany ? ticks.rows : picker.selectedItems));
    picker.onDidHide(() => {
      pending.cancel();
      picker.dispose();
      void commands.executeCommand('setContext', 'interphase.citing', false);
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

/** The editor is sent what was set in the next turn, and answers in the order in which it is asked. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await commands.executeCommand('setContext', 'interphase.citing', true);
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
