import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type ExecuteCommandParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { md } from '../../base/markdown';
import { isRefusal } from '../../base/refusal';
import { completionsInBibliography } from '../../features/bibliography/completion';
import { cardMarkdown } from '../../features/card/markdown';
import { planEntries } from '../../features/citations/insert';
import { isOwnId } from '../../features/citations/workIds';
import { describeCitable } from '../../features/completion/citations';
import { completionsAt, type Suggestion } from '../../features/completion/completion';
import type { ManuscriptContext } from '../../workspace/workspace';
import { toRange, toWorkspaceEdit } from '../convert';
import { ADD_REFERENCE } from '../requests';
import type { Handler, Session } from '../session';

const MOST_ITEMS = 100;

const KINDS = {
  'short-form': CompletionItemKind.Text,
  'long-form': CompletionItemKind.Text,
  reference: CompletionItemKind.Reference,
  'entry-type': CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  journal: CompletionItemKind.Value,
  'glossary-key': CompletionItemKind.Constant,
  species: CompletionItemKind.Struct,
} as const;

/** What `completionItem/resolve` needs to know again. */
interface ItemData {
  readonly uri: string;
  /** Of a reference. */
  readonly id?: string;
  readonly species?: string;
}

/** Always incomplete: the server searches, the editor's own search would find by the label only. */
export const completion: Handler<CompletionParams, CompletionList> = async (session, params) => {
  const bibliography = await session.bibliography(params.textDocument.uri);
  if (bibliography) {
    const { context, document } = bibliography;
    return toList(completionsInBibliography(context, document.offsetAt(params.position)), document);
  }
  const at = await session.place(params);
  if (!at) return { isIncomplete: true, items: [] };
  return toList(completionsAt(at.context, at.offset, session.settings.completion), at.document);
};

const toList = (found: readonly Suggestion[], document: TextDocument): CompletionList => ({
  isIncomplete: true,
  items: found.slice(0, MOST_ITEMS).map((suggestion, rank) => toItem(suggestion, rank, document)),
});

function toItem(suggestion: Suggestion, rank: number, document: TextDocument): CompletionItem {
  const { kind, label, detail, replace, newText, filterText, id, species } = suggestion;
  return {
    label,
    kind: KINDS[kind],
    detail,
    filterText,
    sortText: String(rank).padStart(3, '0'),
    textEdit: { range: toRange(document, replace), newText },
    ...(id !== undefined && { data: { uri: document.uri, id } satisfies ItemData }),
    ...(species !== undefined && { data: { uri: document.uri, species } satisfies ItemData }),
    ...(id !== undefined &&
      !isOwnId(id) && {
        command: { title: 'Add to bibliography', command: ADD_REFERENCE, arguments: [document.uri, id] },
      }),
  };
}

export const resolveCompletion: Handler<CompletionItem, CompletionItem> = async (session, item) => {
  const data = item.data as ItemData | undefined;
  const found = data && (await session.manuscript(data.uri));
  const value = found && documentationOf(data, found.context, session);
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
};

function documentationOf({ id, species }: ItemData, context: ManuscriptContext, session: Session): string | undefined {
  if (id !== undefined) {
    const text = describeCitable(context, id);
    return text === undefined ? undefined : md`${text}`;
  }
  const { catalogue } = context.manuscript;
  const record = species === undefined ? undefined : catalogue.byId(species);
  const { drawing, references } = session.settings.hover;
  return (
    record && cardMarkdown(record, catalogue, { drawing: drawing && session.extras.drawings === true, references })
  );
}

/** Adds a work, whose key was completed, to the bibliography of the manuscript. */
export const executeCommand: Handler<ExecuteCommandParams, null> = async (session, { command, arguments: args }) => {
  const [uri, id] = args ?? [];
  if (command !== ADD_REFERENCE || typeof uri !== 'string' || typeof id !== 'string') return null;
  const found = await session.anyText(uri);
  if (!found) return null;
  const plan = planEntries(found.context, [id]);
  const edit = isRefusal(plan) ? plan : toWorkspaceEdit(plan, found.textOf);
  if (isRefusal(edit)) session.connection.window.showWarningMessage(edit.refused);
  else await session.connection.workspace.applyEdit(edit);
  return null;
};
