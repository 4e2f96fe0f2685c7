import { canonicalUri } from '../../base/uris';
import { byline } from '../../bibliography/byline';
import { lacks } from '../../bibliography/complete';
import { isStub } from '../../bibliography/records';
import { planCitation } from '../../features/citations/insert';
import { type Citable, detailOf, searchCitable, type WorkSource } from '../../features/citations/search';
import { isRefusal } from '../../features/refusal';
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
  // Nothing is typed yet: the list opens, and nobody may have said that a file outside the workspace has changed.
  if (query === '') session.workspace.forgetLibrary();
  const at = await session.anyText(uri);
  if (!at) return { items: [] };
  const { found, isNearest } = searchCitable(at.context, at.document.offsetAt(position), query);
  const { notes } = at.context.library;
  return {
    items: found.map((citable) => toItem(citable, query)),
    ...(isNearest && { isNearest }),
    ...(notes.length > 0 && { notes }),
  };
};

const ORIGINS: Partial<Record<WorkSource, string>> = { bundled: 'Interphase’s own', record: 'new' };

function toItem(citable: Citable, query: string): ReferenceItem {
  const { id, reference, source, origin } = citable;
  const missing = lacks(reference);
  return {
    id,
    key: reference.key,
    label: byline(reference, query),
    description: ORIGINS[source] ?? (source === 'library' ? `${origin}, your library` : origin),
    detail: detailOf(citable),
    source,
    ...(isStub(reference) ? { onlyDoi: true } : missing.length > 0 && { missing }),
  };
}

export const insertCitation: Handler<InsertCitationParams, InsertCitationResult | null> = async (
  session,
  { uri, position, ids, bibliography, textual, notes = [] },
) => {
  const at = await session.anyText(uri);
  const { command } = session.settings.citation;
  const plan =
    at &&
    planCitation(at.context, at.document.offsetAt(position), ids, command, {
      bibliography: bibliography && canonicalUri(bibliography),
      textual,
      notes: new Map(notes.map(({ id, ...note }) => [id, note])),
    });
  if (!plan) return null;
  if (isRefusal(plan)) return plan;
  const edit = toWorkspaceEdit(plan, at.textOf, session.extras.encodings);
  if (isRefusal(edit)) return edit;
  const { message, choices } = plan;
  return { edit, ...(message !== undefined && { message }), ...(choices && { choices }) };
};
