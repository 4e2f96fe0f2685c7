import assert from 'node:assert/strict';
import type { QuickPick } from 'vscode';
import { Ticks } from '../../client/ticks';

interface Row {
  readonly id: string;
  readonly label: string;
}

const row = (id: string): Row => ({ id, label: id });

/** A picker that reports its own changes as the editor does: late, rows by their places, and an empty list of ticks first. */
class SlowPicker {
  items: readonly Row[] = [];
  canSelectMany = false;
  private shown: readonly Row[] = [];
  private shownTicks: readonly Row[] = [];
  private report: (rows: readonly Row[]) => void = () => undefined;
  private readonly reports: (readonly number[])[] = [];
  private set: readonly Row[] | undefined;

  readonly onDidChangeSelection = (report: (rows: readonly Row[]) => void) => {
    this.report = report;
    return { dispose: () => undefined };
  };

  set selectedItems(rows: readonly Row[]) {
    this.set = rows;
  }

  /** What the writer sees. */
  get ticked(): string[] {
    return this.shownTicks.map(({ id }) => id);
  }

  /** Draws what was set, as the editor does some time later. */
  draw(): void {
    if (this.shown !== this.items) {
      this.shown = this.items;
      this.tick([]);
    }
    if (this.set) this.tick(this.set);
    this.set = undefined;
  }

  click(id: string): void {
    const clicked = this.shown.find((r) => r.id === id)!;
    const isOn = this.shownTicks.includes(clicked);
    this.tick(isOn ? this.shownTicks.filter((r) => r !== clicked) : [...this.shownTicks, clicked]);
  }

  /** Hands over the reports that are on their way. */
  deliver(): void {
    for (const places of this.reports.splice(0)) this.report(places.map((place) => this.items[place]!));
  }

  private tick(rows: readonly Row[]): void {
    const changes = rows.length !== this.shownTicks.length || rows.some((r, i) => r !== this.shownTicks[i]);
    this.shownTicks = rows;
    if (changes) this.reports.push(rows.map((r) => this.shown.indexOf(r)));
  }
}

suite('Ticks', () => {
  let picker: SlowPicker;
  let ticks: Ticks<Row>;
  const draw = () => {
    picker.draw();
    picker.deliver();
  };
  const chosen = () => ticks.rows.map(({ id }) => id);

  setup(() => {
    picker = new SlowPicker();
    ticks = new Ticks(picker as unknown as QuickPick<Row>);
    ticks.toggleMany();
    ticks.show([row('a'), row('b')]);
    draw();
    picker.click('b');
    picker.deliver();
  });

  test('a ticked row stays ticked, on top of the rows found next', () => {
    ticks.show([row('c'), row('b')]);
    draw();
    assert.deepEqual(
      picker.items.map(({ id }) => id),
      ['b', 'c'],
    );
    assert.deepEqual(chosen(), ['b']);
    assert.deepEqual(picker.ticked, ['b']);
  });

  test('rows found while the editor still draws wait for it, and take no tick away', () => {
    ticks.show([row('c')]);
    picker.draw();
    ticks.show([row('d')]);
    ticks.show([row('e')]);
    picker.deliver();
    draw();
    assert.deepEqual(
      picker.items.map(({ id }) => id),
      ['b', 'e'],
    );
    assert.deepEqual(chosen(), ['b']);
    assert.deepEqual(picker.ticked, ['b']);
  });

  test('the writer ticks another row and takes both back', () => {
    ticks.show([row('c')]);
    draw();
    picker.click('c');
    picker.deliver();
    assert.deepEqual(chosen(), ['b', 'c']);
    ticks.show([row('d')]);
    draw();
    picker.click('b');
    picker.click('c');
    picker.deliver();
    assert.deepEqual(chosen(), []);
  });

  test('nothing is ticked when several are chosen no longer', () => {
    ticks.toggleMany();
    draw();
    assert.deepEqual(chosen(), []);
    assert.deepEqual(picker.ticked, []);
  });
});
