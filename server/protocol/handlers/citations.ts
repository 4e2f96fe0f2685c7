import { planCitation } from '../../features/citations/insert';
import { detailOf, labelOf, searchCitable } from '../../features/citations/search';
import { isRefusal } from '../../features/plan';
import { toWorkspaceEdit } from '../convert';
import type {
  InsertCitationParams,
  InsertCitationResult,
  ReferenceItem,
  SearchReferencesParams,
  SearchReferencesResult,
} from '../requests';
import type { Handler } from '../session';

export const searchReferences: Handler<SearchReferencesParams, SearchReferencesResult> = async (
  session,
  { uri, position, query },
) => {
  const at = await session.anyText(uri);
  if (!at) return { items: [] };
  const items = searchCitable(at.loaded, at.document.offsetAt(position), query).map(
    (citable): ReferenceItem => ({
      id: citable.id,
      key: citable.reference.key,
      label: labelOf(citable),
      description: citable.origin,
      detail: detailOf(citable),
      source: citable.source,
    }),
  );
  return { items };
};

export const insertCitation: Handler<InsertCitationParams, InsertCitationResult | null> = async (
  session,
  { uri, position, ids },
) => {
  const at = await session.anyText(uri);
  const plan = at && planCitation(at.loaded, at.document.offsetAt(position), ids, session.settings.citation.command);
  if (!plan) return null;
  if (isRefusal(plan)) return plan;
  const edit = toWorkspaceEdit(plan, at.textOf, session.versionOf);
  return { edit, ...(plan.message !== undefined && { message: plan.message }) };
};
