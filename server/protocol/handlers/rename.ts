import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { RenameRefused, renameAt, renameableAt } from '../../features/rename';
import { toRange, toWorkspaceEdit } from '../convert';
import type { Handler } from '../session';

/** Null where there is nothing to rename: the client says so. */
export const prepareRename: Handler<PrepareRenameParams, PrepareRenameResult | null> = async (session, params) => {
  const at = await session.place(params);
  const found = at && renameableAt(at.loaded, at.offset);
  return found ? { range: toRange(at.document, found.span), placeholder: found.short } : null;
};

/** A refusal is no fault: its reason is for the user. */
export const rename: Handler<RenameParams, WorkspaceEdit | ResponseError<void> | null> = async (session, params) => {
  const at = await session.place(params);
  if (!at) return null;
  try {
    return toWorkspaceEdit(renameAt(at.loaded, at.offset, params.newName), at.textOf, session.versionOf);
  } catch (error) {
    if (error instanceof RenameRefused) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
};
