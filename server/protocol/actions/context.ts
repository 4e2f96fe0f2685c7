import type { ClientCapabilities, CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import type { Plan } from '../../base/edit';
import type { ProjectFileText } from '../../features/projectDictionary';
import type { Fix } from '../../rules/rule';
import { type DiagnosticData, toWorkspaceEdit } from '../convert';
import type { ClientExtras } from '../requests';
import type { OpenManuscript } from '../session';

/** What is offered for a range of an open manuscript. */
export interface ActionContext extends OpenManuscript {
  readonly params: CodeActionParams;
  /** Our diagnostics in the range, with fixes for all files as they are now. */
  readonly diagnostics: readonly Diagnostic[];
  /** True where the client wants actions of the kind. */
  readonly wants: (kind: string) => boolean;
  readonly projectFile: ProjectFileText;
  readonly can: ClientCapabilities;
  readonly extras: ClientExtras;
  /** All diagnostics of the document. */
  readonly all: () => Promise<readonly Diagnostic[]>;
}

/** One group of actions of the light bulb. */
export type ActionProvider = (at: ActionContext) => CodeAction[] | Promise<CodeAction[]>;

export const workspaceEdit = (plan: Plan, { textOf }: ActionContext) => toWorkspaceEdit(plan, textOf);

/** The fixes that travelled with a diagnostic, if they are of this version of the text. */
export function fixesOf({ data }: Diagnostic, { document }: ActionContext): readonly Fix[] {
  const sent = data as DiagnosticData | undefined;
  return sent?.version === document.version ? sent.fixes : [];
}
