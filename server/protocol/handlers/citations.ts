import type { CancellationToken } from 'vscode-languageserver';
import { isRefusal } from '../../base/refusal';
import { canonicalUri } from '../../base/uris';
import { byline } from '../../bibliography/byline';
import { lacks } from '../../bibliography/complete';
import { isStub } from '../../bibliography/records';
import { planCitation } from '../../features/citations/insert';
import {
  type Citable,
  detailOf,
  type FoundCitable,
  searchCitable,
  type WorkSource,
} from '../../features/citations/search';
import { withZotero, zoteroQuery } from '../../features/citations/zotero';
import { ZoteroFailure, type ZoteroQuery } from '../../workspace/runtime';
import type { ManuscriptContext } from '../../workspace/workspace';
import { toWorkspaceEdit } from '../convert';
import type {
  InsertCitationParams,
  InsertCitationResult,
  ReferenceItem,
  SearchReferencesParams,
  SearchReferencesResult,
} from '../requests';
import type { Handler, Session } from '../session';

export const searchReferences: Handler<SearchReferencesParams, SearchReferencesResult> = async (
  session,
  { uri, position, query, quick = false },
  token,
) => {
  // Nothing is typed yet: the list opens. A file outside the workspace may have changed without a notice.
  if (query === '') session.workspace.forgetLibrary();
  const at = await session.anyText(uri);
  if (!at) return { items: [] };
  const own = searchCitable(at.context, at.document.offsetAt(position), query);
  const asked = session.settings.zotero.enable ? zoteroQuery(query) : undefined;
  const { found, isNearest, note } =
    asked && !quick ? await alsoInZotero(own, asked, at.context, query, session, token) : { ...own, note: undefined };
  const notes = [...at.context.library.notes, ...(note === undefined ? [] : [note])];
  return {
    items: found.map((citable) => toItem(citable, query)),
    ...(isNearest && { isNearest }),
    ...(notes.length > 0 && { notes }),
    ...(asked && quick && { hasMore: true }),
  };
};

/** Without Zotero’s works where it gives none, and why. */
async function alsoInZotero(
  own: FoundCitable,
  asked: ZoteroQuery,
  context: ManuscriptContext,
  query: string,
  { runtime: { zotero } }: Session,
  token: CancellationToken,
): Promise<FoundCitable & { readonly note?: string }> {
  if (!zotero) return { ...own, note: 'Zotero is asked only where Interphase runs on your machine, not in a browser.' };
  const leaving = new AbortController();
  token.onCancellationRequested(() => leaving.abort());
  try {
    const all = withZotero(own, await zotero.search(asked, leaving.signal), context, query);
    return all ?? { ...own, note: UNREADABLE };
  } catch (error) {
    return { ...own, note: error instanceof ZoteroFailure ? error.message : UNREADABLE };
  }
}

const UNREADABLE = 'Zotero’s answer could not be read.';

const ORIGINS: Partial<Record<WorkSource, string>> = { bundled: 'Interphase’s own', record: 'new', zotero: 'Zotero' };

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
