import type { TableRequest } from '../../../server/features/catalogue/copy';
import type { CatalogueList } from '../../../server/features/catalogue/list';
import { button, choice, element } from './dom';
import type { PageState } from './state';

export interface ToolbarActions {
  change(part: Partial<PageState>): void;
  copy(format: TableRequest['format']): void;
}

export interface Toolbar {
  readonly root: HTMLElement;
  /** Shows how many species there are, and brings the fields up to date. */
  update(state: PageState, shown: number): void;
  focus(): void;
}

/** Filters and what can be done with the table; made once, so that typing is not disturbed. */
export function toolbar({ species, properties }: CatalogueList, actions: ToolbarActions): Toolbar {
  const search = element('input', {
    type: 'search',
    placeholder: 'Name, formula or CAS number',
    ariaLabel: 'Filter by name, formula or CAS number',
    oninput: () => actions.change({ query: search.value }),
  });
  const classes = [...new Set(species.map((row) => row.class))].sort();
  const ofClass = choice('Class', [
    ['', 'All classes'],
    ...classes.map((name) => [name, name.replace('-', ' ')] as const),
  ]);
  ofClass.onchange = () => actions.change({ class: ofClass.value });
  const property = choice('Property', [
    ['', 'Any property'],
    ...properties.map(({ key, label, count }) => [key, `${label} (${count})`] as const),
  ]);
  property.onchange = () => actions.change({ property: property.value });
  const bounds = boundsOfProperty(properties, actions.change);
  const compared = button('Compare', () => actions.change({ pane: 'comparison' }));
  const status = element('span', { className: 'status', role: 'status' });
  const filters = element(
    'div',
    { className: 'filters', role: 'search', ariaLabel: 'Filter and copy' },
    search,
    ofClass,
    property,
    bounds.root,
    compared,
    button('Plot', () => actions.change({ pane: 'plot' }), 'Plot two properties of the species in the table'),
    button('Copy as LaTeX', () => actions.copy('latex')),
    button('Copy as Markdown', () => actions.copy('markdown')),
    status,
  );
  return {
    root: element('header', {}, element('h1', { textContent: 'Species Catalogue' }), filters),
    update(state, shown) {
      if (search.value !== state.query) search.value = state.query;
      ofClass.value = state.class;
      property.value = state.property;
      bounds.update(state);
      compared.textContent = `Compare (${state.chosen.length})`;
      compared.disabled = state.chosen.length < 2;
      status.textContent = `${shown} of ${species.length} species`;
    },
    focus: () => search.focus(),
  };
}

/** Two numbers beside the property, in the unit of its column. */
function boundsOfProperty(properties: CatalogueList['properties'], change: ToolbarActions['change']) {
  const from = bound(() => change({ from: numberIn(from) }));
  const to = bound(() => change({ to: numberIn(to) }));
  const unit = element('span');
  const root = element('span', { className: 'bounds', hidden: true }, from, '–', to, unit);
  const show = (field: HTMLInputElement, value: number | null, label: string) => {
    field.ariaLabel = label;
    // What is half typed stays.
    if (numberIn(field) !== value) field.value = String(value ?? '');
  };
  return {
    root,
    update(state: PageState) {
      const column = properties.find(({ key }) => key === state.property);
      root.hidden = column?.unit === undefined;
      if (column?.unit === undefined) return;
      unit.textContent = column.unit;
      const of = `${column.label}${column.unit && ` in ${column.unit}`}`;
      show(from, state.from, `Lowest ${of}`);
      show(to, state.to, `Highest ${of}`);
    },
  };
}

const bound = (oninput: () => void): HTMLInputElement => element('input', { type: 'number', step: 'any', oninput });

const numberIn = ({ valueAsNumber }: HTMLInputElement): number | null =>
  Number.isFinite(valueAsNumber) ? valueAsNumber : null;
