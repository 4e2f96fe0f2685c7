import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, resolvePath } from '../../base/uris';
import type { ProjectFileText } from '../../features/projectDictionary';
import { PROJECT_FILE } from '../../workspace/projectFile';
import { writeAbbreviationList } from '../actions/abbreviationList';
import { citeSpecies } from '../actions/cite';
import type { ActionContext, ActionProvider } from '../actions/context';
import { fixAll, fixes, fixesOfKind } from '../actions/fixes';
import { silence } from '../actions/silence';
import type { TextOf } from '../convert';
import type { Handler, OpenManuscript, Session } from '../session';
import { diagnose } from './diagnostics';

/** In the order of the light bulb's menu. */
const PROVIDERS: readonly ActionProvider[] = [fixes, fixesOfKind, silence, citeSpecies, fixAll, writeAbbreviationList];

export const codeActions: Handler<CodeActionParams, CodeAction[]> = async (session, params) => {
  const found = await session.manuscript(params.textDocument.uri);
  if (!found) return [];
  const { only, diagnostics } = params.context;
  const projectFile = await projectFileOf(found, session);
  const at: ActionContext = {
    ...found,
    params,
    diagnostics: diagnostics.filter((d) => d.source === 'interphase'),
    wants: (kind) => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)),
    textOf: withProjectFile(found.textOf, projectFile),
    versionOf: session.versionOf,
    projectFile,
    extras: session.extras,
    all: () => diagnose(session, params.textDocument.uri),
  };
  const actions: CodeAction[] = [];
  for (const provide of PROVIDERS) actions.push(...(await provide(at)));
  return actions;
};

/** The nearest project file, or the one to be made beside the main file. */
async function projectFileOf({ loaded, document }: OpenManuscript, { workspace }: Session): Promise<ProjectFileText> {
  const { uri } = await workspace.settingsFor(document.uri);
  if (uri !== undefined) return { uri, text: await workspace.text(uri) };
  const root = loaded.project.readings[0]!.uri;
  return { uri: resolvePath(folderOf(root), PROJECT_FILE), text: undefined };
}

const withProjectFile =
  (textOf: TextOf, { uri, text }: ProjectFileText): TextOf =>
  (of) =>
    textOf(of) ?? (of === uri && text !== undefined ? TextDocument.create(of, '', 0, text) : undefined);
