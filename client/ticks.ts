import type { QuickPick, QuickPickItem } from 'vscode';

/** A row that is the same in every list of rows that holds its id; without one it is a remark, which cannot be chosen. */
interface Row extends QuickPickItem {
  readonly id?: string;
}

/**
 * The rows of a picker and which of them the writer has ticked. A ticked row stays, on top of the list, whatever is searched
 * for next.
 *
 * The editor draws rows some time after they are set, and reports its own changes as it reports the writer's: new rows take
 * all ticks away, then the ticks that were set come back. A report names rows by their places in the list, so that one from
 * before the drawing arrives with the names of the new rows. Therefore one list is drawn at a time, and what was reported
 * meanwhile is taken apart when the drawing is done.
 */
export class Ticks<R extends Row> {
  private ticked: readonly R[] = [];
  /** What was reported since the rows were set; undefined while nothing is drawn. */
  private reports: (readonly R[])[] | undefined;
  private drawing: Promise<void> | undefined;
  private found: readonly R[] = [];
  /** Rows or ticks are to be drawn. */
  private isStale = false;

  /** `drawn` resolves when the editor has drawn what was set before, and all its reports about it have come. */
  constructor(
    private readonly picker: QuickPick<R>,
    private readonly drawn: () => Promise<void>,
  ) {
    picker.onDidChangeSelection((rows) => {
      if (!picker.canSelectMany) return;
      if (this.reports) this.reports.push(rows);
      else this.ticked = rows.filter(isChoice);
    });
  }

  get rows(): readonly R[] {
    return this.ticked;
  }

  /** The row on top of those that were found. */
  get first(): R | undefined {
    return this.found.find((row) => isChoice(row) && !holds(this.ticked, row));
  }

  /** Replaces the rows that are not ticked. */
  async show(found: readonly R[]): Promise<void> {
    this.found = found;
    // The same rows drawn anew would only take them from under the writer's pointer.
    if (!this.drawing && areEqual(arranged(this.ticked, found), this.picker.items)) return;
    await this.drawNext();
  }

  /** Ticks a row or takes its tick back, as a click does. Turns ticking on. */
  async toggle(row: R): Promise<void> {
    while (this.drawing) await this.drawing;
    this.ticked = holds(this.ticked, row) ? this.ticked.filter(({ id }) => id !== row.id) : [...this.ticked, row];
    this.picker.canSelectMany = true;
    await this.drawNext();
  }

  /** Turns ticking on or off; either way nothing is ticked then. */
  toggleMany(): void {
    this.ticked = [];
    this.picker.selectedItems = [];
    this.picker.canSelectMany = !this.picker.canSelectMany;
  }

  private drawNext(): Promise<void> {
    this.isStale = true;
    this.drawing ??= this.drawAll().finally(() => {
      this.drawing = undefined;
    });
    return this.drawing;
  }

  private async drawAll(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      const isChanged = await this.draw();
      this.isStale ||= isChanged;
    }
  }

  /** Draws the ticked rows and those found; true where the writer changed a tick of the rows before them. */
  private async draw(): Promise<boolean> {
    const { picker, ticked, found } = this;
    const before = picker.items;
    const reports: (readonly R[])[] = [];
    this.reports = reports;
    picker.items = arranged(ticked, found);
    picker.selectedItems = ticked;
    // With check boxes the editor makes no row the active one, and Enter and the key that collects would find none.
    if (picker.canSelectMany) picker.activeItems = picker.items.slice(ticked.length).filter(isChoice).slice(0, 1);
    await this.drawn();
    this.reports = undefined;
    if (!picker.canSelectMany) return false;

    const { earlier, later } = apart(reports, ticked);
    const onNewRows = later ?? ticked;
    const onRowsBefore = earlier?.flatMap((row) => before[picker.items.indexOf(row)] ?? []) ?? ticked;
    const added = onRowsBefore.filter((row) => !holds(ticked, row) && !holds(onNewRows, row));
    const taken = ticked.filter((row) => !holds(onRowsBefore, row));
    this.ticked = [...onNewRows.filter((row) => !holds(taken, row)), ...added].filter(isChoice);
    return added.length > 0 || taken.length > 0;
  }
}

/**
 * The writer's last report on the rows before the drawing and their last on the new rows: between them lies the editor's
 * own, an empty one and one of the ticks that were `set`.
 */
function apart<R extends Row>(reports: readonly (readonly R[])[], set: readonly R[]) {
  const own = reports.findIndex((rows) => isSame(rows, set));
  const earlier = reports.slice(0, Math.max(0, own));
  if (set.length > 0 && earlier.at(-1)?.length === 0) earlier.pop();
  return { earlier: earlier.at(-1), later: reports.slice(own + 1).at(-1) };
}

const arranged = <R extends Row>(ticked: readonly R[], found: readonly R[]): readonly R[] => [
  ...ticked,
  ...found.filter((row) => !holds(ticked, row)),
];

const isChoice = ({ id }: Row): boolean => id !== undefined;

const holds = (rows: readonly Row[], { id }: Row): boolean => rows.some((row) => row.id === id);

const isSame = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every((row) => holds(b, row));

/** Remarks differ by their words only. */
const areEqual = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every(({ id, label }, place) => id === b[place]!.id && label === b[place]!.label);
