import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { pageHtml } from '../../client/catalogue/page';
import { pointsOf, usualAxes } from '../../client/catalogue/webview/points';
import { visibleRows } from '../../client/catalogue/webview/rows';
import { type PageState, restored, START } from '../../client/catalogue/webview/state';
import type { CatalogueRow } from '../../server/features/catalogue/list';

const value = (number: number) => ({ text: String(number), number, conditions: '', sources: [] });

const rows: readonly CatalogueRow[] = [
  {
    id: 'second',
    class: 'solvent',
    name: 'second carbonate',
    abbreviation: 'SC',
    formula: 'C₃H₄O₃',
    molarMass: 88,
    alias: ['C3H4O3', '12-34-5', 'old name'],
    values: { density: value(1.3) },
  },
  { id: 'first', class: 'salt', name: 'first salt of SC', molarMass: 150, alias: [], values: { density: value(2) } },
  { id: 'third', class: 'solvent', name: 'third 10 ether', alias: [], values: {} },
];

const ids = (state: Partial<PageState>) => visibleRows(rows, { ...START, ...state }).map(({ id }) => id);

suite('catalogue page: filters', () => {
  test('shows what most is known of at first, species of the manuscript before the others', () => {
    deepEqual(ids({}), ['first', 'second', 'third']);
    deepEqual(
      visibleRows(rows, START, ['third', 'unknown']).map(({ id }) => id),
      ['third', 'first', 'second'],
    );
  });

  test('finds words in any order, other names, formulas in either spelling and CAS numbers', () => {
    for (const query of ['carbonate second', 'OLD', 'C3H4O3', 'c₃h₄', '12-34-5', '12−34'])
      deepEqual(ids({ query }), ['second'], query);
    deepEqual(ids({ query: 'nothing' }), []);
  });

  test('puts the species of that very name first', () => deepEqual(ids({ query: 'sc' }), ['second', 'first']));

  test('takes a class', () => deepEqual(ids({ class: 'solvent' }), ['second', 'third']));

  test('a property leaves out who does not give it', () =>
    deepEqual(ids({ property: 'density' }), ['first', 'second']));

  test('takes values of the property between two bounds, either of which may be open', () => {
    deepEqual(ids({ property: 'density', from: 1.3, to: 1.9 }), ['second']);
    deepEqual(ids({ property: 'density', from: 1.31 }), ['first']);
    deepEqual(ids({ property: 'density', to: 1 }), []);
    deepEqual(ids({ from: 100 }), ['first', 'second', 'third'], 'no property');
  });
});

suite('catalogue page: plot', () => {
  const properties = [
    { key: 'structure', label: 'structure', count: 9 },
    { key: 'density', label: 'density', count: 2, unit: 'g cm⁻³' },
    { key: 'boiling', label: 'boiling point', count: 1, unit: '°C' },
    { key: 'gap', label: 'band gap', count: 2, unit: 'eV' },
  ];
  const plotted: readonly CatalogueRow[] = [
    { ...rows[0]!, values: { density: value(1.3), boiling: value(90), structure: { ...value(0), text: 'cubic' } } },
    { ...rows[1]!, values: { density: value(2), gap: value(3) } },
    { ...rows[2]!, values: { gap: value(4), boiling: value(50), density: value(1) } },
  ];

  test('has a point for each species with a number on both axes', () => {
    const points = pointsOf(plotted, { x: 'density', y: 'gap' }).map(({ row, x, y }) => [row.id, x, y]);
    deepEqual(points, [
      ['first', 2, 3],
      ['third', 1, 4],
    ]);
  });

  test('begins with two that most species give, one of them the property of the table, neither of them words', () => {
    deepEqual(usualAxes(plotted, properties, 'gap'), { x: 'density', y: 'gap' });
    deepEqual(usualAxes(plotted.slice(0, 2), properties, 'boiling'), { x: 'density', y: 'boiling' });
    deepEqual(usualAxes(plotted, properties, 'structure'), { x: 'boiling', y: 'density' });
    deepEqual(usualAxes([], properties, ''), { x: 'boiling', y: 'density' }, 'no species');
  });
});

suite('catalogue page: order', () => {
  const sorted = (by: PageState['sort']['by'], descending: boolean) =>
    ids({ property: by === 'value' ? 'density' : '', sort: { by, descending } });

  test('is by value, not by how it is written', () => {
    deepEqual(sorted('value', true), ['first', 'second']);
    deepEqual(sorted('molarMass', false), ['second', 'first', 'third']);
  });

  test('has the unknown last, whichever way round', () =>
    deepEqual(sorted('molarMass', true), ['first', 'second', 'third']));

  test('falls back to the name', () => deepEqual(sorted('class', false), ['first', 'second', 'third']));

  test('leaves the rows that it is given as they are', () => equal(rows[0]?.id, 'second'));
});

suite('catalogue page: frame', () => {
  test('lets in its own script and style sheet, and pictures in the page', () => {
    const html = pageHtml('vscode:/catalogue.js', 'vscode:/catalogue.css', 'vscode:', 'n0nce');
    match(html, /content="default-src 'none'; script-src 'nonce-n0nce'; style-src vscode:; img-src data:; /);
    ok(!/unsafe|\son\w+=|style=/.test(html));
  });

  test('state of another kind is not taken over', () => {
    deepEqual(restored(undefined), START);
    deepEqual(restored('x'), START);
    equal(restored({ query: 'FEC' }).query, 'FEC');
  });
});
