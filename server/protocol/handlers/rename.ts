import type { PrepareRenameParams, PrepareRenameResult, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { renameAt, renameableAt } from '../../features/rename';
import { toRange, toWorkspaceEdit } from '../convert';
import type { Handler } from '../session';

/** Null where there is nothing to rename: the client says so. */
export const prepareRename: Handler<PrepareRenameParams, PrepareRenameResult | null> = async (session, params) => {
  const at = await session.place(params);
  const found = at && renameableAt(at.context, at.offset);
  return found ? { range: toRange(at.document, found.span), placeholder: found.short } : null;
};

export const rename: Handler<RenameParams, WorkspaceEdit | null> = async (session, params) => {
  const at = await session.place(params);
  return at ? toWorkspaceEdit(renameAt(at.context, at.offset, params.newName), at.textOf) : null;
};
