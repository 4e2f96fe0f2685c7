import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  env,
  l10n,
  type QuickPick,
  ThemeIcon,
  window,
} from 'vscode';
import type { SearchReferencesResult, WorkNote } from '../server/protocol/requests';
import { askNotes } from './citationNotes';
import { NOTES_BUTTON, type Row, remark, rowsOf } from './citationRows';
import { Ticks } from './ticks';

/** Asks for the references that match `query`, best first; `quick`: without what other programs have to be asked for. */
export type Search = (query: string, quick: boolean, token: CancellationToken) => Promise<SearchReferencesResult>;

/** A search begins when the writer has paused for so many milliseconds: rows stay still while they type on. */
const pause = 100;

/** What the writer chose, and how it is cited. */
export interface Picked {
  readonly ids: readonly string[];
  /** With the names of the authors in the sentence. */
  readonly textual?: boolean;
  readonly notes?: readonly WorkNote[];
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
    const query = await asCopied(picker.value);
    for (let quick = true, hasMore = true; hasMore; quick = false) {
      const found = await search(query, quick, token).then(
        (result) => ({ rows: rowsOf(query, result), ...result }),
        failed,
      );
      if (token.isCancellationRequested) return;
      hasMore = quick && found.hasMore === true;
      picker.busy = hasMore;
      await ticks.show(found.rows);
    }
  };

  return new Promise((resolve) => {
    const leave = (picked: Picked | Promise<Picked>) => {
      resolve(picked);
      picker.hide();
    };
    const cite = (rows: readonly Row[], textual = false) => {
      const ids = rows.flatMap(({ id }) => id ?? []);
      if (ids.length > 0) leave({ ids, textual });
    };
    const citeWithNotes = (rows: readonly Row[]) => {
      const works = rows.flatMap(({ id, label }) => (id === undefined ? [] : [{ id, label }]));
      if (works.length > 0) leave(withNotes(works));
    };
    const keys = [
      commands.registerCommand('interphase.collectCitation', () => collect(picker.activeItems[0], ticks)),
      commands.registerCommand('interphase.citeWithNotes', () => citeWithNotes(withActive(picker, ticks))),
    ];
    citing.set(true);
    picker.onDidChangeValue(() => update(pause));
    picker.onDidTriggerButton(() => ticks.toggleMany());
    picker.onDidAccept(() => cite(chosen(picker, ticks)));
    picker.onDidTriggerItemButton(({ item, button }) => {
      const rows = withRow(ticks, item);
      if (button === NOTES_BUTTON) citeWithNotes(rows);
      else cite(rows, true);
    });
    picker.onDidHide(() => {
      pending.cancel();
      for (const key of keys) key.dispose();
      citing.set(false);
      picker.dispose();
      resolve({ ids: [] });
    });
    picker.show();
    void update(0);
  });
}

/** None where the writer leaves. */
async function withNotes(works: readonly { readonly id: string; readonly label: string }[]): Promise<Picked> {
  const notes = await askNotes(works);
  return notes ? { ids: works.map(({ id }) => id), notes } : { ids: [] };
}

function createPicker(): QuickPick<Row> {
  const picker: QuickPick<Row> & { sortByLabel?: boolean } = window.createQuickPick<Row>();
  picker.title = l10n.t('Insert Citation');
  picker.placeholder = l10n.t(
    'Author, year, title, journal, key, DOI, or a pasted record; Ctrl+Enter collects several, Alt+Enter adds a page',
  );
  picker.buttons = [{ iconPath: new ThemeIcon('checklist'), tooltip: l10n.t('Select Several') }];
  // The server has ranked the rows; without this the editor sorts them by where the label matches.
  picker.sortByLabel = false;
  return picker;
}

const failed = (error: unknown) => ({
  rows: [remark(l10n.t('The references could not be searched'), String(error))],
  hasMore: false,
});

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

/** What was ticked, and the row that the key meant. */
const withActive = ({ activeItems }: QuickPick<Row>, ticks: Ticks<Row>): readonly Row[] =>
  activeItems[0] ? withRow(ticks, activeItems[0]) : ticks.rows;

const withRow = ({ rows }: Ticks<Row>, row: Row): readonly Row[] => [...rows.filter(({ id }) => id !== row.id), row];

/** Ticks the active row by a key. */
const collect = (row: Row | undefined, ticks: Ticks<Row>): Promise<void> | undefined =>
  row?.id === undefined ? undefined : ticks.toggle(row);

/** The context in which the keys of the picker have their meaning. */
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
