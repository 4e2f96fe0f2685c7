import { copyTable } from '../../features/catalogue/copy';
import { catalogueList } from '../../features/catalogue/list';
import { speciesCard } from '../../features/catalogue/speciesCard';
import { speciesOf } from '../../manuscript/mention';
import type {
  CardParams,
  CardResult,
  CatalogueParams,
  CatalogueResult,
  SpeciesTableParams,
  SpeciesTableResult,
} from '../requests';
import type { Handler } from '../session';

export const listSpecies: Handler<CatalogueParams, CatalogueResult | null> = async (session, { uri }) => {
  const open = uri === undefined ? undefined : await session.anyText(uri);
  const named = (open?.context.manuscript.mentions ?? []).flatMap((mention) => speciesOf(mention) ?? []);
  return { ...catalogueList(await session.workspace.catalogueFor(uri)), inManuscript: [...new Set(named)] };
};

export const card: Handler<CardParams, CardResult | null> = async ({ workspace }, { id, uri }) =>
  speciesCard(id, await workspace.catalogueFor(uri)) ?? null;

export const speciesTable: Handler<SpeciesTableParams, SpeciesTableResult | null> = async (
  session,
  { uri, ...table },
) => {
  const open = uri === undefined ? undefined : await session.anyText(uri);
  const species = await session.workspace.catalogueFor(uri);
  return copyTable(table, species, open?.context.bibliography, session.settings.citation.command);
};
