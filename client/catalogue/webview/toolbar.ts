import type { TableRequest } from '../../../server/features/catalogue/copy';
import type { CatalogueList } from '../../../server/features/catalogue/list';
import { button, element } from './dom';
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
  const ofClass = choice(
    'Class',
    'All classes',
    classes.map((name) => [name, name.replace('-', ' ')]),
  );
  ofClass.onchange = () => actions.change({ class: ofClass.value });
  const property = choice(
    'Property',
    'Any property',
    properties.map(({ key, label, count }) => [key, `${label} (${count})`]),
  );
  property.onchange = () => actions.change({ property: property.value });
  const compared = button('Compare', () => actions.change({ pane: 'comparison' }));
  const status = element('span', { className: 'status', role: 'status' });
  const filters = element(
    'div',
    { className: 'filters', role: 'search', ariaLabel: 'Filter and copy' },
    search,
    ofClass,
    property,
    compared,
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
      compared.textContent = `Compare (${state.chosen.length})`;
      compared.disabled = state.chosen.length < 2;
      status.textContent = `${shown} of ${species.length} species`;
    },
    focus: () => search.focus(),
  };
}

function choice(label: string, none: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const all = [['', none] as const, ...options];
  return element(
    'select',
    { ariaLabel: label },
    ...all.map(([value, textContent]) => element('option', { value, textContent })),
  );
}
