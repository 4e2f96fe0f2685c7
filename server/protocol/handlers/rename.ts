import type {
  Position,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  ResponseError,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Plan } from '../../base/edit';
import { isRefusal, type Refusal } from '../../base/refusal';
import type { SourceSpan } from '../../base/span';
import { canStandBeside } from '../../features/besideKey';
import { keyedAt } from '../../features/bibliography/context';
import { citationKeyAt } from '../../features/references';
import { renameAt, renameableAt } from '../../features/rename';
import { renameEntry } from '../../features/renameEntry';
import { type NamedWork, renameKey } from '../../features/renameKey';
import { entryKeyAt, entryOf, hasOwnKey } from '../../manuscript/entries';
import { toRange, toWorkspaceEdit } from '../convert';
import { refusalError } from '../runSafe';
import type { Handler, OpenBibliography, OpenPlace, Session } from '../session';
import type { TextOf } from '../texts';

/** What a name at a place stands for, and how it is changed. */
interface Renameable {
  readonly span: SourceSpan;
  readonly name: string;
  readonly document: TextDocument;
  readonly textOf: TextOf;
  readonly rename: (to: string) => Plan | Refusal;
}

/** Null where there is nothing to rename: the client says so. */
export const prepareRename: Handler<PrepareRenameParams, PrepareRenameResult | null> = async (session, params) => {
  const found = await renameable(session, params.textDocument.uri, params.position);
  return found ? { range: toRange(found.document, found.span), placeholder: found.name } : null;
};

export const rename: Handler<RenameParams, WorkspaceEdit | ResponseError<void> | null> = async (session, params) => {
  const { textDocument, position, newName } = params;
  const found = await renameable(session, textDocument.uri, position);
  const at = found ?? (await session.place(params));
  if (!at) return null;
  const plan = 'rename' in at ? at.rename(newName) : renameAt(at.context, at.offset, newName);
  const edit = isRefusal(plan) ? plan : toWorkspaceEdit(plan, at.textOf);
  return isRefusal(edit) ? refusalError(edit) : edit;
};

async function renameable(session: Session, uri: string, position: Position): Promise<Renameable | undefined> {
  const bibliography = await session.bibliography(uri);
  if (bibliography) return keyInBibliography(bibliography, position);
  const at = await session.place({ textDocument: { uri }, position });
  if (!at) return undefined;
  return (await citedKey(session, at)) ?? entryKey(at) ?? shortForm(at);
}

function keyInBibliography(
  { context, document, textOf }: OpenBibliography,
  position: Position,
): Renameable | undefined {
  const entry = keyedAt(context, document.offsetAt(position));
  if (!entry) return undefined;
  const { key } = entry.reference;
  const { bibliography, manuscripts } = context;
  const work: NamedWork = { key, bibliographies: [bibliography], manuscripts };
  return { span: entry.keySpan, name: key, document, textOf, rename: (to) => renameKey(work, to) };
}

/** A key is renamed in every manuscript that shares its bibliography. */
async function citedKey(session: Session, { context, offset, document, textOf }: OpenPlace) {
  const cited = citationKeyAt(context, offset);
  if (!cited) return undefined;
  const { key, span } = cited;
  const found = context.bibliography.entry(key);
  if (found && found.entry.reference.key !== key) {
    const refused = `“${key}” is a second key of “${found.entry.reference.key}”: change it in the field “ids” of its entry.`;
    return { span, name: key, document, textOf, rename: () => ({ refused }) };
  }
  const shared = found && (await session.citedFrom(found.uri));
  const work: NamedWork = {
    key,
    bibliographies: context.bibliography.files.filter(({ file }) =>
      file.entries.some(({ reference }) => reference.key === key),
    ),
    manuscripts: [context, ...(shared?.context.manuscripts ?? [])],
  };
  const ofAll: TextOf = (of) => textOf(of) ?? shared?.textOf(of);
  return { span, name: key, document, textOf: ofAll, rename: (to: string) => renameKey(work, to) };
}

/** The key of an entry of the glossary, where uses do not name the short form instead. */
function entryKey({ context, offset, document, textOf }: OpenPlace): Renameable | undefined {
  const { file, manuscript } = context;
  const named = entryKeyAt(file.parsed, offset);
  const entry = named && entryOf(named.key, manuscript);
  if (!entry || !(hasOwnKey(entry) || canStandBeside(entry))) return undefined;
  const { key, span } = named;
  return { span, name: key, document, textOf, rename: (to) => renameEntry(key, to, manuscript) };
}

function shortForm({ context, offset, document, textOf }: OpenPlace): Renameable | undefined {
  const found = renameableAt(context, offset);
  if (!found) return undefined;
  const { span, short } = found;
  return { span, name: short, document, textOf, rename: (to) => renameAt(context, offset, to) };
}
