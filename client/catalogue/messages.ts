import type { TableRequest } from '../../server/features/catalogue/copy';
import type { SpeciesCard } from '../../server/features/catalogue/speciesCard';
import type { CatalogueResult } from '../../server/protocol/requests';

/** From the extension to the page. */
export type ToPage =
  | { readonly kind: 'list'; readonly list: CatalogueResult }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'card'; readonly card: SpeciesCard }
  /** The manuscript that citations go into; without a name there is none. */
  | { readonly kind: 'manuscript'; readonly name?: string };

/** From the page to the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'card'; readonly id: string }
  | { readonly kind: 'cite'; readonly id: string }
  | { readonly kind: 'copy'; readonly table: TableRequest };
