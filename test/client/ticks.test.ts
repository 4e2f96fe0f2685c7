import assert from 'node:assert/strict';
import type { QuickPick } from 'vscode';
import { Ticks } from '../../client/ticks';

interface Row {
  readonly id?: string;
  readonly label: string;
}

const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, label: id }));

/** A picker that reports its own changes as the editor does: late, rows by their places, and an empty list of ticks first. */
class SlowPicker {
  items: readonly Row[] = [];
  activeItems: readonly Row[] = [];
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
    return this.shownTicks.map(({ label }) => label);
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

  click(label: string): void {
    const clicked = this.shown.find((r) => r.label === label)!;
    const isOn = this.shownTicks.includes(clicked);
    this.tick(isOn ? this.shownTicks.filter((r) => r !== clicked) : [...this.shownTicks, clicked]);
  }

  /** Hands over the reports that are on their way. */
  deliver(): void {
    for (const places of this.reports.splice(0)) this.report(places.flatMap((place) => this.items[place] ?? []));
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
  /** What the writer does before the editor has drawn new rows. */
  let meanwhile: () => void;

  setup(async () => {
    picker = new SlowPicker();
    meanwhile = () => undefined;
    ticks = new Ticks(picker as unknown as QuickPick<Row>, async () => {
      meanwhile();
      meanwhile = () => undefined;
      picker.draw();
      picker.deliver();
    });
    ticks.toggleMany();
    await ticks.show(rows('a', 'b', 'c'));
    click('b');
  });

  const click = (id: string) => {
    picker.click(id);
    picker.deliver();
  };
  const sees = (expected: { listed: string[]; ticked: string[] }) => {
    assert.deepEqual({ listed: picker.items.map(({ label }) => label), ticked: picker.ticked }, expected);
    assert.deepEqual(
      ticks.rows.map(({ label }) => label),
      expected.ticked,
    );
  };

  test('a ticked row stays ticked, on top of the rows found next', async () => {
    await ticks.show(rows('d', 'b'));
    sees({ listed: ['b', 'd'], ticked: ['b'] });
  });

  test('rows found while others are drawn come after them, and take no tick away', async () => {
    const first = ticks.show(rows('d'));
    void ticks.show(rows('e'));
    void ticks.show(rows('f', 'g'));
    await first;
    sees({ listed: ['b', 'f', 'g'], ticked: ['b'] });
  });

  test('a row that is ticked just before new rows are drawn is ticked among them', async () => {
    meanwhile = () => picker.click('a');
    await ticks.show(rows('d', 'e'));
    sees({ listed: ['b', 'a', 'd', 'e'], ticked: ['b', 'a'] });
  });

  test('a tick among several that is taken back just before new rows are drawn is gone', async () => {
    click('c');
    meanwhile = () => picker.click('b');
    await ticks.show(rows('d', 'e'));
    sees({ listed: ['c', 'd', 'e'], ticked: ['c'] });
  });

  test('the first tick may come just before new rows are drawn', async () => {
    click('b');
    meanwhile = () => picker.click('c');
    await ticks.show(rows('d', 'e', 'f'));
    sees({ listed: ['c', 'd', 'e', 'f'], ticked: ['c'] });
  });

  test('the writer ticks another row and takes both back', async () => {
    await ticks.show(rows('d'));
    click('d');
    sees({ listed: ['b', 'd'], ticked: ['b', 'd'] });
    await ticks.show(rows('e'));
    click('b');
    click('d');
    sees({ listed: ['b', 'd', 'e'], ticked: [] });
  });

  test('rows that are found again are not drawn again', async () => {
    await ticks.show(rows('d'));
    const { items } = picker;
    await ticks.show(rows('d'));
    assert.equal(picker.items, items);
  });

  test('a row is ticked and taken back by a key, and the first row without a tick is the active one', async () => {
    await ticks.toggle(picker.items[0]!);
    sees({ listed: ['b', 'a', 'c'], ticked: ['b', 'a'] });
    assert.deepEqual(picker.activeItems, rows('c'));
    await ticks.toggle(picker.items[0]!);
    sees({ listed: ['a', 'b', 'c'], ticked: ['a'] });
    assert.deepEqual(picker.activeItems, rows('b'));
  });

  test('rows are ticked by a key while others are drawn', async () => {
    const [a, c] = rows('a', 'c');
    void ticks.show(rows('d'));
    await Promise.all([ticks.toggle(a!), ticks.toggle(c!)]);
    sees({ listed: ['b', 'a', 'c', 'd'], ticked: ['b', 'a', 'c'] });
  });

  test('a remark is never ticked', async () => {
    await ticks.show([{ label: 'Nothing found' }]);
    click('Nothing found');
    assert.deepEqual(ticks.rows, rows('b'));
    meanwhile = () => picker.click('Nothing found');
    await ticks.show(rows('d', 'e'));
    assert.deepEqual(ticks.rows, rows('b'));
  });

  test('nothing is ticked when several are chosen no longer', () => {
    ticks.toggleMany();
    picker.draw();
    sees({ listed: ['a', 'b', 'c'], ticked: [] });
  });
});
