import compiled from '../../build/catalogue.json';
import { Catalogue } from './catalogue';

let catalogue: Catalogue | undefined;

/** The catalogue that Interphase brings: everything under `data/`, compiled by `npm run data`. */
export function bundledCatalogue(): Catalogue {
  catalogue ??= new Catalogue(compiled);
  return catalogue;
}
