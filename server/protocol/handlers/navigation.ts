import {
  type Definition,
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentLinkParams,
  type Location,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { webLinksIn } from '../../features/bibliography/links';
import { referencesInBibliography } from '../../features/bibliography/references';
import { definitionAt } from '../../features/definition';
import { doiLinks } from '../../features/doiLinks';
import { highlightsAt } from '../../features/highlights';
import { referencesAt } from '../../features/references';
import { toLocations, toRange } from '../convert';
import type { Handler } from '../session';

export const definition: Handler<TextDocumentPositionParams, Definition | DefinitionLink[] | null> = async (
  session,
  params,
) => {
  const at = await session.place(params);
  const found = at && definitionAt(at.context, at.offset);
  const [target] = found ? toLocations([found.target], at.textOf) : [];
  if (!found || !target) return null;
  if (!session.can.textDocument?.definition?.linkSupport) return target;
  const { uri, range } = target;
  const originSelectionRange = toRange(at.document, found.origin);
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
};

export const references: Handler<ReferenceParams, Location[]> = async (session, params) => {
  const bibliography = await session.bibliography(params.textDocument.uri);
  if (bibliography) {
    const { context, document, textOf } = bibliography;
    const offset = document.offsetAt(params.position);
    return toLocations(referencesInBibliography(context, offset, params.context.includeDeclaration), textOf);
  }
  const at = await session.place(params);
  if (!at) return [];
  return toLocations(referencesAt(at.context, at.offset, params.context.includeDeclaration), at.textOf);
};

export const highlights: Handler<TextDocumentPositionParams, DocumentHighlight[]> = async (session, params) => {
  const at = await session.place(params);
  if (!at) return [];
  return highlightsAt(at.context, at.offset).map(({ span, defines }) => ({
    range: toRange(at.document, span),
    kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
};

/** The DOIs of a bibliography and of a manuscript lead to their works. */
export const documentLinks: Handler<DocumentLinkParams, DocumentLink[]> = async (
  session,
  { textDocument: { uri } },
) => {
  const bibliography = await session.bibliography(uri);
  const manuscript = bibliography ? undefined : await session.manuscript(uri);
  const links = bibliography ? webLinksIn(bibliography.context) : manuscript ? doiLinks(manuscript.context) : [];
  const { document } = bibliography ?? manuscript ?? {};
  return document ? links.map(({ span, target }) => ({ range: toRange(document, span), target })) : [];
};
