import type { QuickPick, QuickPickItem } from 'vscode';

/** A row that is the same in every list of rows that holds its id. */
interface Row extends QuickPickItem {
  readonly id: string;
}

/**
 * The rows of a picker and which of them the writer has ticked. A ticked row stays, on top of the list, whatever is searched
 * for next.
 *
 * The editor reports its own changes of a list as it reports the writer's: new rows take all ticks away (reported as an empty
 * selection), and setting them again is reported too. Until that second report has come, no report is the writer's, and no
 * other rows are set: a report names its rows by their places in the list.
 */
export class Ticks<R extends Row> {
  private ticked: readonly R[] = [];
  private awaitsReport = false;
  /** Rows that came in the meantime. */
  private next: readonly R[] | undefined;

  constructor(private readonly picker: QuickPick<R>) {
    picker.onDidChangeSelection((rows) => this.report(rows));
  }

  get rows(): readonly R[] {
    return this.ticked;
  }

  /** Replaces the rows that are not ticked. */
  show(found: readonly R[]): void {
    if (this.awaitsReport) {
      this.next = found;
      return;
    }
    this.picker.items = [...this.ticked, ...found.filter(({ id }) => !this.isTicked(id))];
    if (this.ticked.length === 0) return;
    this.picker.selectedItems = this.ticked;
    this.awaitsReport = true;
  }

  /** Turns ticking on or off; either way nothing is ticked then. */
  toggleMany(): void {
    this.ticked = [];
    this.picker.selectedItems = [];
    this.picker.canSelectMany = !this.picker.canSelectMany;
    this.settle();
  }

  private report(rows: readonly R[]): void {
    if (!this.picker.canSelectMany) return;
    if (!this.awaitsReport) this.ticked = rows;
    else if (rows.length === this.ticked.length && rows.every(({ id }) => this.isTicked(id))) this.settle();
  }

  /** The list is as it was set: rows that had to wait are next. */
  private settle(): void {
    this.awaitsReport = false;
    const { next } = this;
    this.next = undefined;
    if (next) this.show(next);
  }

  private isTicked(id: string): boolean {
    return this.ticked.some((row) => row.id === id);
  }
}
