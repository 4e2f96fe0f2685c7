import { MOST_COMPARED } from '../../../server/features/catalogue/comparison';
import type { CatalogueList, CatalogueRow } from '../../../server/features/catalogue/list';
import type { CatalogueResult } from '../../../server/protocol/requests';
import { disagreement } from './card';
import { element, namesOfWorks } from './dom';
import type { SortBy } from './rows';
import type { PageState } from './state';

export interface TableActions {
  open(id: string): void;
  choose(id: string, chosen: boolean): void;
  sort(by: SortBy): void;
}

/** The sortable table. Up and Down, Home and End go from row to row; Enter opens a card. */
export function tableView(
  rows: readonly CatalogueRow[],
  { properties, works, inManuscript }: CatalogueResult,
  state: PageState,
  actions: TableActions,
): HTMLElement {
  const value = properties.find(({ key }) => key === state.property);
  const head = [
    element('th', { scope: 'col', className: 'choose', textContent: 'Compare' }),
    ...[...COLUMNS, ...(value ? [['value', value.label] as const] : [])].map(([by, label]) =>
      header(by, label, state, actions),
    ),
    ...(value ? ['Conditions', 'Source'].map((label) => element('th', { scope: 'col', textContent: label })) : []),
  ];
  const lines = (some: readonly CatalogueRow[]) => some.map((row) => rowOf(row, works, state, actions));
  const own =
    state.sort.by === 'relevance' && state.query === '' ? rows.filter(({ id }) => inManuscript.includes(id)) : [];
  const others = rows.slice(own.length);
  const body = element(
    'tbody',
    {},
    ...(own.length > 0 ? [groupOf('In this paper', head.length), ...lines(own)] : []),
    ...(own.length > 0 && others.length > 0 ? [groupOf('Others', head.length)] : []),
    ...lines(others),
  );
  body.addEventListener('keydown', (event) => moveFocus(event, body));
  openers(body)[0]?.setAttribute('tabindex', '0');
  return element(
    'table',
    { className: 'species', ariaLabel: 'Species' },
    element('thead', {}, element('tr', {}, ...head)),
    body,
  );
}

const COLUMNS: readonly (readonly [SortBy, string])[] = [
  ['name', 'Name'],
  ['abbreviation', 'Abbreviation'],
  ['formula', 'Formula'],
  ['molarMass', 'Molar mass /\u00a0g\u00a0mol⁻¹'],
  ['class', 'Class'],
];

function header(by: SortBy, label: string, { sort }: PageState, actions: TableActions): HTMLElement {
  const sorted = sort.by === by;
  const sign = sorted ? (sort.descending ? ' ▾' : ' ▴') : '';
  const cell = element(
    'th',
    { scope: 'col', className: by },
    element(
      'button',
      { type: 'button', onclick: () => actions.sort(by) },
      label,
      element('span', { ariaHidden: 'true', textContent: sign }),
    ),
  );
  cell.ariaSort = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  cell.dataset.sort = by;
  return cell;
}

/** A line that says what the rows below it have in common. */
const groupOf = (label: string, columns: number): HTMLElement =>
  element('tr', { className: 'group' }, element('th', { scope: 'rowgroup', colSpan: columns, textContent: label }));

function rowOf(
  row: CatalogueRow,
  works: CatalogueList['works'],
  { chosen, property }: PageState,
  actions: TableActions,
): HTMLElement {
  const value = row.values[property];
  const open = element('button', {
    type: 'button',
    className: 'link',
    textContent: row.name,
    tabIndex: -1,
    onclick: () => actions.open(row.id),
  });
  const checked = chosen.includes(row.id);
  const choose = element('input', {
    type: 'checkbox',
    checked,
    disabled: !checked && chosen.length >= MOST_COMPARED,
    ariaLabel: `Compare ${row.name}`,
    onchange: () => actions.choose(row.id, choose.checked),
  });
  const line = element(
    'tr',
    {},
    element('td', { className: 'choose' }, choose),
    element('th', { scope: 'row' }, open),
    element('td', { textContent: row.abbreviation ?? '' }),
    element('td', { className: 'formula', textContent: row.formula ?? '' }),
    element('td', { className: 'number molarMass', textContent: row.molarMass?.toFixed(2) ?? '' }),
    element('td', { className: 'class', textContent: row.class.replace('-', ' ') }),
    ...(value
      ? [
          element('td', {}, value.text, value.conflict ? disagreement() : undefined),
          element('td', { className: 'aside', textContent: value.conditions }),
          element('td', { className: 'aside', textContent: namesOfWorks(value, works) }),
        ]
      : []),
  );
  line.dataset.id = row.id;
  return line;
}

const openers = (body: HTMLElement): HTMLButtonElement[] => [...body.querySelectorAll<HTMLButtonElement>('th button')];

/** One row at a time is reached with Tab, the others with the arrows. */
function moveFocus(event: KeyboardEvent, body: HTMLElement): void {
  const all = openers(body);
  const at = all.findIndex((opener) => opener.closest('tr')?.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  const next = to === undefined ? undefined : all[to];
  if (!next) return;
  event.preventDefault();
  for (const opener of all) opener.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
