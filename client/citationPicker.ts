import { commands, l10n, type QuickPick, ThemeIcon, window } from 'vscode';
import type { WorkNote } from '../server/protocol/requests';
import { askNotes } from './citationNotes';
import { NOTES_BUTTON, type Row } from './citationRows';
import { CitationSearch, type Search } from './citationSearch';
import { Ticks } from './ticks';

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
  const found = new CitationSearch(picker, ticks, search);

  /**
   * The row that a key means. The first is that of what is typed, whose rows may be still to come: who types an author and a year
   * and presses Enter at once means that work. A row further down is meant as it is.
   */
  const meant = async (row: Row | undefined): Promise<Row | undefined> => {
    if (row && row.id !== ticks.first?.id) return row;
    await found.settled();
    // As the writer types, the editor may make no row the active one.
    return picker.activeItems[0] ?? ticks.first;
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
      commands.registerCommand('interphase.collectCitation', async () =>
        collect(await meant(picker.activeItems[0]), ticks),
      ),
      commands.registerCommand('interphase.citeWithNotes', async () =>
        citeWithNotes(withRow(ticks, await meant(picker.activeItems[0]))),
      ),
    ];
    citing.set(true);
    picker.onDidTriggerButton(() => ticks.toggleMany());
    picker.onDidAccept(async () => cite(await chosen(picker, ticks, meant)));
    picker.onDidTriggerItemButton(({ item, button }) => {
      const rows = withRow(ticks, item);
      if (button === NOTES_BUTTON) citeWithNotes(rows);
      else cite(rows, true);
    });
    picker.onDidHide(() => {
      found.cancel();
      for (const key of keys) key.dispose();
      citing.set(false);
      picker.dispose();
      resolve({ ids: [] });
    });
    picker.show();
    found.start(0);
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
  picker.placeholder = l10n.t('Author, year, title, DOI or a pasted record (Ctrl+Enter: several, Alt+Enter: page)');
  picker.buttons = [{ iconPath: new ThemeIcon('checklist'), tooltip: l10n.t('Select Several') }];
  // The server has ranked the rows; without this the editor sorts them by where the label matches.
  picker.sortByLabel = false;
  return picker;
}

/** What was ticked, or else the row that Enter or a click meant. */
async function chosen(
  { canSelectMany, activeItems, selectedItems }: QuickPick<Row>,
  { rows }: Ticks<Row>,
  meant: (row: Row | undefined) => Promise<Row | undefined>,
): Promise<readonly Row[]> {
  if (canSelectMany && rows.length > 0) return rows;
  const row = await meant(canSelectMany ? activeItems[0] : selectedItems[0]);
  return row ? [row] : [];
}

/** What was ticked, and the row that was meant. */
const withRow = ({ rows }: Ticks<Row>, row: Row | undefined): readonly Row[] =>
  row ? [...rows.filter(({ id }) => id !== row.id), row] : rows;

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
