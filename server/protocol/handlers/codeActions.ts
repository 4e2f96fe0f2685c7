import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import { folderOf, resolvePath } from '../../base/uris';
import type { ProjectFileText } from '../../features/projectDictionary';
import { PROJECT_FILE } from '../../workspace/projectFile';
import { writeAbbreviationList } from '../actions/abbreviationList';
import { citeSpecies } from '../actions/cite';
import type { ActionContext, ActionProvider } from '../actions/context';
import { fixAll, fixes, fixesOfKind } from '../actions/fixes';
import { silence } from '../actions/silence';
import type { Handler, OpenManuscript, Session } from '../session';
import { knownText, type TextOf } from '../texts';
import { diagnose } from './diagnostics';

/** In the order of the light bulb's menu. */
const PROVIDERS: readonly ActionProvider[] = [fixes, fixesOfKind, silence, citeSpecies, fixAll, writeAbbreviationList];

export const codeActions: Handler<CodeActionParams, CodeAction[]> = async (session, params) => {
  const found = await session.manuscript(params.textDocument.uri);
  if (!found) return [];
  const { only, diagnostics } = params.context;
  const projectFile = projectFileOf(found);
  const ours = diagnostics.filter((d) => d.source === 'interphase');
  const all = () => diagnose(session, params.textDocument.uri);
  const at: ActionContext = {
    ...found,
    params,
    diagnostics: ours.length === 0 ? [] : (await all()).filter((d) => ours.some((sent) => isSame(sent, d))),
    wants: (kind) => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)),
    textOf: withProjectFile(found.textOf, projectFile, session),
    projectFile,
    can: session.can,
    extras: session.extras,
    all,
  };
  const actions: CodeAction[] = [];
  for (const provide of PROVIDERS) actions.push(...(await provide(at)));
  return actions;
};

/** The nearest project file, or the one to be made beside the main file. */
function projectFileOf({ context }: OpenManuscript): ProjectFileText {
  if (context.projectFile) return context.projectFile;
  const root = context.manuscript.files[0]!.uri;
  return { uri: resolvePath(folderOf(root), PROJECT_FILE), text: undefined };
}

function withProjectFile(textOf: TextOf, { uri, text }: ProjectFileText, { documents }: Session): TextOf {
  const known = text === undefined ? undefined : knownText(uri, text, documents);
  return (of) => textOf(of) ?? (of === uri ? known : undefined);
}

/** A diagnostic that the client sent back is made anew: its fixes may edit files that have changed since. */
const isSame = (sent: Diagnostic, { code, range }: Diagnostic): boolean =>
  sent.code === code && JSON.stringify(sent.range) === JSON.stringify(range);
