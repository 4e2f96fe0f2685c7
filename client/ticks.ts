import type { QuickPick, QuickPickItem } from 'vscode';

/** A row that is the same in every list of rows that holds its id. */
interface Row extends QuickPickItem {
  readonly id: string;
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
  /** Rows that were found during the drawing. */
  private next: readonly R[] | undefined;

  /** `drawn` resolves when the editor has drawn what was set before, and all its reports about it have come. */
  constructor(
    private readonly picker: QuickPick<R>,
    private readonly drawn: () => Promise<void>,
  ) {
    picker.onDidChangeSelection((rows) => {
      if (!picker.canSelectMany) return;
      if (this.reports) this.reports.push(rows);
      else this.ticked = rows;
    });
  }

  get rows(): readonly R[] {
    return this.ticked;
  }

  /** Replaces the rows that are not ticked. */
  async show(found: readonly R[]): Promise<void> {
    this.next = found;
    if (this.reports) return;
    while (this.next) {
      const rows: readonly R[] = this.next;
      this.next = undefined;
      const isChanged = await this.draw(rows);
      if (isChanged) this.next ??= rows;
    }
  }

  /** Turns ticking on or off; either way nothing is ticked then. */
  toggleMany(): void {
    this.ticked = [];
    this.picker.selectedItems = [];
    this.picker.canSelectMany = !this.picker.canSelectMany;
  }

  /** Draws the ticked rows and those found; true where the writer changed a tick of the rows before them. */
  private async draw(found: readonly R[]): Promise<boolean> {
    const { picker, ticked } = this;
    const before = picker.items;
    const reports: (readonly R[])[] = [];
    this.reports = reports;
    picker.items = [...ticked, ...found.filter((row) => !holds(ticked, row))];
    picker.selectedItems = ticked;
    await this.drawn();
    this.reports = undefined;
    if (!picker.canSelectMany) return false;

    const { earlier, later } = apart(reports, ticked);
    const onNewRows = later ?? ticked;
    const onRowsBefore = earlier?.flatMap((row) => before[picker.items.indexOf(row)] ?? []) ?? ticked;
    const added = onRowsBefore.filter((row) => !holds(ticked, row) && !holds(onNewRows, row));
    const taken = ticked.filter((row) => !holds(onRowsBefore, row));
    this.ticked = [...onNewRows.filter((row) => !holds(taken, row)), ...added];
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

const holds = (rows: readonly Row[], { id }: Row): boolean => rows.some((row) => row.id === id);

const isSame = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every((row) => holds(b, row));
