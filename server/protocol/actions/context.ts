import type { ClientCapabilities, CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Plan } from '../../base/edit';
import { isRefusal } from '../../base/refusal';
import type { ProjectFileText } from '../../features/projectDictionary';
import type { Fix } from '../../rules/rule';
import type { CiteCommand } from '../../text/citing/citing';
import type { BibliographyContext, ManuscriptContext } from '../../workspace/workspace';
import { type DiagnosticData, toWorkspaceEdit } from '../convert';
import type { ClientExtras } from '../requests';
import type { TextOf } from '../texts';

/** What is offered for a range of an open document. */
export interface ActionPlace {
  /** The text that was read. */
  readonly document: TextDocument;
  readonly textOf: TextOf;
  readonly params: CodeActionParams;
  /** Our diagnostics in the range, with fixes for all files as they are now. */
  readonly diagnostics: readonly Diagnostic[];
  /** True where the client wants actions of the kind. */
  readonly wants: (kind: string) => boolean;
  readonly projectFile: ProjectFileText;
  readonly can: ClientCapabilities;
  readonly extras: ClientExtras;
  /** The command that a citation gets in LaTeX. */
  readonly citeWith: CiteCommand;
  /** All diagnostics of the document. */
  readonly all: () => Promise<readonly Diagnostic[]>;
  readonly switchOff: SwitchOff;
}

/** The comments that switch a rule off; undefined where the format has none. */
export interface SwitchOff {
  readonly here: (offset: number, code: string) => Edit | undefined;
  readonly inFile: (code: string) => Edit | undefined;
  /** The short form at an offset, which the project file may accept. */
  readonly shortForm?: (offset: number) => string | undefined;
}

/** A range of an open manuscript. */
export interface ActionContext extends ActionPlace {
  readonly context: ManuscriptContext;
}

/** A range of an open bibliography. */
export interface EntryActionContext extends ActionPlace {
  readonly context: BibliographyContext;
}

/** One group of actions of the light bulb. */
export type ActionProvider<At = ActionContext> = (at: At) => CodeAction[] | Promise<CodeAction[]>;

/** The action that makes a change; none where the change cannot be made. */
export function actionFor(plan: Plan, { textOf }: ActionPlace, action: CodeAction): CodeAction[] {
  const edit = toWorkspaceEdit(plan, textOf);
  return isRefusal(edit) ? [] : [{ ...action, edit }];
}

/** The fixes that travelled with a diagnostic, if they are of this version of the text. */
export function fixesOf({ data }: Diagnostic, { document }: ActionPlace): readonly Fix[] {
  const sent = data as DiagnosticData | undefined;
  return sent?.version === document.version ? sent.fixes : [];
}
