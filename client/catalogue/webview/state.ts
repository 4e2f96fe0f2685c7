import type { SortBy } from './rows';

/** What the writer has set up; kept while the page is hidden. */
export interface PageState {
  readonly query: string;
  /** Empty: all. */
  readonly class: string;
  /** Key of the property that the table shows; empty: none. */
  readonly property: string;
  readonly sort: { readonly by: SortBy; readonly descending: boolean };
  /** Ids of the species to compare, in the order in which they were chosen. */
  readonly chosen: readonly string[];
  readonly pane: 'none' | 'comparison' | { readonly card: string };
}

export const START: PageState = {
  query: '',
  class: '',
  property: '',
  sort: { by: 'relevance', descending: false },
  chosen: [],
  pane: 'none',
};

/** What was kept, or the start. */
export const restored = (kept: unknown): PageState =>
  typeof kept === 'object' && kept !== null ? { ...START, ...(kept as Partial<PageState>) } : START;
