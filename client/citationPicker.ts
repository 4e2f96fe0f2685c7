import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Disposable,
  env,
  l10n,
  type QuickPick,
  ThemeIcon,
  window,
} from 'vscode';
import type { SearchReferencesResult } from '../server/protocol/requests';
import { type Row, remark, rowsOf } from './citationRows';
import { Ticks } from './ticks';

/** Asks for the references that match `query`, best first. */
export type Search = (query: string, token: CancellationToken) => Promise<SearchReferencesResult>;

/** A search begins when the writer has paused for so many milliseconds: rows stay still while they type on. */
const pause = 100;

/** What the writer chose, and how it is cited. */
export interface Picked {
  readonly ids: readonly string[];
  /** With the names of the authors in the sentence. */
  readonly textual: boolean;
}

/** Lets the writer choose references, searching as they type; none where they leave. */
export function pickReferences(search: Search): Promise<Picked> {
  const picker = createPicker();
  const citing = new Citing();
  const ticks = new Ticks(picker, () => citing.drawn());
  let pending = new CancellationTokenSource();

  const update = async (milliseconds: number) => {
    pending.cancel();
    pending = new CancellationTokenSource();
    const { token } = pending;
    picker.busy = true;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    if (token.isCancellationRequested) return;
    const rows = await rowsFor(await asCopied(picker.value), (query) => search(query, token));
    if (token.isCancellationRequested) return;
    picker.busy = false;
    await ticks.show(rows);
  };

  return new Promise((resolve) => {
    const collecting = collectActiveRow(picker, ticks);
    citing.set(true);
    const finish = (rows: readonly Row[], textual = false) => {
      const ids = rows.flatMap(({ id }) => id ?? []);
      if (ids.length === 0) return;
      resolve({ ids, textual });
      picker.hide();
    };
    picker.onDidChangeValue(() => update(pause));
    picker.onDidTriggerButton(() => ticks.toggleMany());
    picker.onDidAccept(() => finish(chosen(picker, ticks)));
    picker.onDidTriggerItemButton(({ item }) => finish([...ticks.rows.filter(({ id }) => id !== item.id), item], true));
    picker.onDidHide(() => {
      pending.cancel();
      collecting.dispose();
      citing.set(false);
      picker.dispose();
      resolve({ ids: [], textual: false });
    });
    picker.show();
    void update(0);
  });
}

function createPicker(): QuickPick<Row> {
  const picker: QuickPick<Row> & { sortByLabel?: boolean } = window.createQuickPick<Row>();
  picker.title = l10n.t('Insert Citation');
  picker.placeholder = l10n.t(
    'Author, year, title, journal, key, DOI, or a pasted record; Ctrl+Enter collects several',
  );
  picker.buttons = [{ iconPath: new ThemeIcon('checklist'), tooltip: l10n.t('Select Several') }];
  // The server has ranked the rows; without this the editor sorts them by where the label matches.
  picker.sortByLabel = false;
  return picker;
}

const rowsFor = (query: string, search: (query: string) => Promise<SearchReferencesResult>) =>
  search(query).then(
    (found) => rowsOf(query, found),
    (error) => [remark(l10n.t('The references could not be searched'), String(error))],
  );

/** A pasted record as it was copied: the box has taken its line ends away. */
async function asCopied(typed: string): Promise<string> {
  if (!/^\s*(?:@\w+\s*[{(]|TY {1,2}-|[[{])/.test(typed)) return typed;
  const copied = await env.clipboard.readText().then(undefined, () => '');
  const isSame = copied.replace(/\s/g, '') === typed.replace(/\s/g, '');
  return isSame ? copied : typed;
}

/** What was ticked, or else the row that Enter or a click meant. */
function chosen({ canSelectMany, activeItems, selectedItems }: QuickPick<Row>, { rows }: Ticks<Row>): readonly Row[] {
  if (!canSelectMany) return selectedItems;
  return rows.length > 0 ? rows : activeItems;
}

/** Ticks the active row by a key, as long as the picker is open. */
const collectActiveRow = (picker: QuickPick<Row>, ticks: Ticks<Row>): Disposable =>
  commands.registerCommand('interphase.collectCitation', () => {
    const [row] = picker.activeItems;
    if (row?.id !== undefined) return ticks.toggle(row);
  });

/** The context in which the key that collects has its meaning. */
class Citing {
  private isOn = false;

  set(isOn: boolean): void {
    this.isOn = isOn;
    void this.tell();
  }

  /** Resolves when the editor has drawn what was set before: it is sent in the next turn, and answers in order. */
  async drawn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await this.tell();
  }

  private tell(): Thenable<unknown> {
    return commands.executeCommand('setContext', 'interphase.citing', this.isOn);
  }
}
