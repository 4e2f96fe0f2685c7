import './catalogue.css';
import { MOST_COMPARED } from '../../../server/features/catalogue/comparison';
import type { TableRequest } from '../../../server/features/catalogue/copy';
import type { SpeciesCard } from '../../../server/features/catalogue/speciesCard';
import type { CatalogueResult } from '../../../server/protocol/requests';
import type { FromPage, ToPage } from '../messages';
import { cardView } from './card';
import { comparisonView } from './comparison';
import { button, element } from './dom';
import { plotView } from './plot';
import type { Axes } from './points';
import { type SortBy, visibleRows } from './rows';
import { type PageState, restored, START } from './state';
import { tableView } from './table';
import { type Toolbar, toolbar } from './toolbar';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
let state = restored(host.getState());
let list: CatalogueResult | undefined;
let bar: Toolbar | undefined;
let card: SpeciesCard | undefined;
let manuscript: string | undefined;

const table = element('section', { className: 'list', ariaLabel: 'Species' });
const pane = element('section', { className: 'pane', ariaLabel: 'Card or comparison' });
pane.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closePane();
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'list':
      return showList(data.list);
    case 'open':
      return openCard(data.id);
    case 'card':
      card = data.card;
      return showPane(true);
    case 'manuscript':
      manuscript = data.name;
      return showPane();
  }
});
host.postMessage({ kind: 'ready' });

function showList(received: CatalogueResult): void {
  list = received;
  bar = toolbar(list, { change, copy: copyList });
  document.body.replaceChildren(bar.root, element('main', { className: 'columns' }, table, pane));
  showTable();
  if (typeof state.pane === 'object') openCard(state.pane.card);
  else showPane();
  bar.focus();
}

function change(part: Partial<PageState>): void {
  state = { ...state, ...part };
  // A property is chosen to see who has most of it; without one there is nothing to sort by.
  if (part.property !== undefined) {
    const sort = part.property ? { by: 'value' as const, descending: true } : START.sort;
    state = { ...state, sort, from: null, to: null };
  }
  host.setState(state);
  showTable();
  if (part.pane !== undefined || part.chosen !== undefined || state.pane === 'plot') showPane(part.pane !== undefined);
}

const shown = () => (list ? visibleRows(list.species, state, list.inManuscript) : []);

function showTable(): void {
  if (!list) return;
  const rows = shown();
  bar?.update(state, rows.length);
  table.replaceChildren(
    rows.length > 0
      ? tableView(rows, list, state, { open: openCard, choose, sort })
      : element('p', { textContent: 'No species has all of this. Leave out a word, the class or the property.' }),
  );
}

function sort(by: SortBy): void {
  const descending = state.sort.by === by && !state.sort.descending;
  change({ sort: { by, descending } });
  table.querySelector<HTMLElement>(`[data-sort="${by}"] button`)?.focus();
}

function choose(id: string, chosen: boolean): void {
  const others = state.chosen.filter((other) => other !== id);
  change({ chosen: chosen ? [...others, id].slice(0, MOST_COMPARED) : others });
  table.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] input`)?.focus();
}

function openCard(id: string): void {
  state = { ...state, pane: { card: id } };
  host.setState(state);
  host.postMessage({ kind: 'card', id });
}

function closePane(): void {
  const id = typeof state.pane === 'object' ? state.pane.card : undefined;
  change({ pane: 'none' });
  const row = id === undefined ? null : table.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] th button`);
  if (row) row.focus();
  else bar?.focus();
}

/** The card or the comparison beside the table; `focus` where it has just been asked for. */
function showPane(focus = false): void {
  const content = paneContent();
  pane.hidden = content === undefined;
  document.body.classList.toggle('with-pane', content !== undefined);
  if (!content) {
    pane.replaceChildren();
    return;
  }
  const tools = element('div', { className: 'tools' }, ...content.tools, button('Close', closePane));
  pane.replaceChildren(tools, content.view);
  if (focus) pane.querySelector('h2')?.focus();
}

function paneContent(): { view: HTMLElement; tools: readonly HTMLElement[] } | undefined {
  if (!list || state.pane === 'none') return undefined;
  if (state.pane === 'comparison') {
    if (state.chosen.length === 0) return undefined;
    const view = comparisonView(list, state.chosen, { open: openCard, remove: (id) => choose(id, false) });
    return { view, tools: copyButtons() };
  }
  if (state.pane === 'plot') {
    const actions = { open: openCard, choose: (axes: Axes) => change({ axes }) };
    return { view: plotView(shown(), list, state, actions), tools: [] };
  }
  if (card?.id !== state.pane.card) return undefined;
  const cite = manuscript === undefined ? undefined : (id: string) => host.postMessage({ kind: 'cite', id });
  return { view: cardView(card, cite), tools: [] };
}

const copyButtons = () => [
  button('Copy as LaTeX', () => copyComparison('latex')),
  button('Copy as Markdown', () => copyComparison('markdown')),
];

const copyComparison = (format: TableRequest['format']) =>
  host.postMessage({ kind: 'copy', table: { ids: state.chosen, format, layout: 'comparison' } });

function copyList(format: TableRequest['format']): void {
  const ids = shown().map(({ id }) => id);
  const property = state.property === '' ? {} : { property: state.property };
  host.postMessage({ kind: 'copy', table: { ids, format, layout: 'list', ...property } });
}
