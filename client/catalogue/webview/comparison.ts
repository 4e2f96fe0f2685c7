import { type Comparison, compare, type NumberedValue } from '../../../server/features/catalogue/comparison';
import type { CatalogueList, CatalogueRow } from '../../../server/features/catalogue/list';
import { disagreement } from './card';
import { button, element, marks } from './dom';

export interface ComparisonActions {
  open(id: string): void;
  remove(id: string): void;
}

/** The chosen species side by side. */
export function comparisonView(list: CatalogueList, ids: readonly string[], actions: ComparisonActions): HTMLElement {
  const comparison = compare(list, ids);
  return element(
    'article',
    { className: 'comparison' },
    element('h2', { textContent: 'Comparison', tabIndex: -1 }),
    table(comparison, actions),
    element('ol', {}, ...comparison.works.map((key) => element('li', { textContent: list.works[key] ?? key }))),
  );
}

function table({ species, rows }: Comparison, actions: ComparisonActions): HTMLElement {
  const head = species.map((row) => element('th', { scope: 'col' }, columnHead(row, actions)));
  const fixed = [
    line(
      'class',
      species.map((row) => row.class.replace('-', ' ')),
    ),
    line(
      'formula',
      species.map(({ formula }) => formula ?? ''),
    ),
    line(
      'molar mass',
      species.map(({ molarMass }) => (molarMass ? `${molarMass.toFixed(2)} g mol⁻¹` : '')),
    ),
  ];
  const values = rows.map(({ label, values }) => line(label, values.map(valueCell)));
  return element(
    'div',
    { className: 'scroll' },
    element(
      'table',
      { ariaLabel: 'Comparison' },
      element('thead', {}, element('tr', {}, element('td'), ...head)),
      element('tbody', {}, ...fixed, ...values),
    ),
  );
}

function columnHead({ id, abbreviation, name }: CatalogueRow, { open, remove }: ComparisonActions): HTMLElement {
  const shown = abbreviation ?? name;
  const close = button('×', () => remove(id), `Leave out ${shown}`);
  close.setAttribute('aria-label', close.title);
  const link = button(shown, () => open(id), name);
  link.className = 'link';
  return element('span', {}, link, close);
}

const line = (label: string, cells: readonly (string | HTMLElement)[]): HTMLElement =>
  element(
    'tr',
    {},
    element('th', { scope: 'row', textContent: label }),
    ...cells.map((cell) => element('td', {}, cell)),
  );

function valueCell(value: NumberedValue | undefined): HTMLElement | string {
  if (!value) return '–';
  return element(
    'span',
    {},
    value.text + marks(value.cites),
    value.conflict ? disagreement() : undefined,
    element('span', { className: 'aside', textContent: value.conditions }),
  );
}
