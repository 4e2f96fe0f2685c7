import type { Axes } from './points';
import type { SortBy } from './rows';

/** What the writer has set up; kept while the page is hidden. */
export interface PageState {
  readonly query: string;
  /** Empty: all. */
  readonly class: string;
  /** Key of the property that the table shows; empty: none. */
  readonly property: string;
  /** Bounds of that property in the unit of its column; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly sort: { readonly by: SortBy; readonly descending: boolean };
  /** Ids of the species to compare, in the order in which they were chosen. */
  readonly chosen: readonly string[];
  /** Keys of the properties that are plotted; empty until some are chosen. */
  readonly axes: Axes;
  readonly pane: 'none' | 'comparison' | 'plot' | { readonly card: string };
}

export const START: PageState = {
  query: '',
  class: '',
  property: '',
  from: null,
  to: null,
  sort: { by: 'relevance', descending: false },
  chosen: [],
  axes: { x: '', y: '' },
  pane: 'none',
};

/** What was kept, or the start. */
export const restored = (kept: unknown): PageState =>
  typeof kept === 'object' && kept !== null ? { ...START, ...(kept as Partial<PageState>) } : START;
