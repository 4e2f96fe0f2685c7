import type { Hover, Position, TextDocumentPositionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hoverInBibliography } from '../../features/bibliography/hover';
import { bundledId } from '../../features/citations/workIds';
import { hoverAt } from '../../features/hover/hover';
import { toRange } from '../convert';
import type { InsertCitationParams, OpenCatalogueParams } from '../requests';
import type { Handler, OpenBibliography } from '../session';

export const hover: Handler<TextDocumentPositionParams, Hover | null> = async (session, params) => {
  const bibliography = await session.bibliography(params.textDocument.uri);
  if (bibliography) return session.settings.hover.citation ? entryHover(bibliography, params.position) : null;
  const at = await session.place(params);
  if (!at) return null;
  const { document, context, offset } = at;
  const { citeCommand, catalogueCommand, drawings } = session.extras;
  const options = session.settings.hover;
  const found = hoverAt({
    context,
    offset,
    options: {
      ...options,
      drawing: options.drawing && drawings === true,
      ...(citeCommand && { citeLink: (key: string) => citeLink(citeCommand, document, key, offset) }),
      ...(catalogueCommand && { openLink: (id: string) => openLink(catalogueCommand, { id }) }),
    },
  });
  return found ? { contents: { kind: 'markdown', value: found.markdown }, range: toRange(document, found.span) } : null;
};

function entryHover({ context, document }: OpenBibliography, position: Position): Hover | null {
  const found = hoverInBibliography(context, document.offsetAt(position));
  return found ? { contents: { kind: 'markdown', value: found.markdown }, range: toRange(document, found.span) } : null;
}

function citeLink(command: string, document: TextDocument, key: string, offset: number): string {
  const args: InsertCitationParams = {
    uri: document.uri,
    position: document.positionAt(offset),
    ids: [bundledId(key)],
  };
  return commandLink(command, args);
}

const openLink = (command: string, args: OpenCatalogueParams): string => commandLink(command, args);

/** Brackets would end the link in Markdown. */
const commandLink = (command: string, args: object): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify([args])).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))}`;
