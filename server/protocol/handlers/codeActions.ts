import type { CodeAction, CodeActionParams, Diagnostic, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, resolvePath } from '../../base/uris';
import { shortFormAt } from '../../features/appearances';
import type { ProjectFileText } from '../../features/projectDictionary';
import { suppressInBibliography, suppressInEntry, suppressInFile, suppressInLine } from '../../features/suppress';
import { PROJECT_FILE } from '../../workspace/projectFile';
import { writeAbbreviationList } from '../actions/abbreviationList';
import { citeSpecies } from '../actions/cite';
import { citeInstead } from '../actions/citeInstead';
import type { ActionPlace, ActionProvider, EntryActionContext, SwitchOff } from '../actions/context';
import { fixAll, fixes, fixesOfKind } from '../actions/fixes';
import { formatEntry } from '../actions/formatEntry';
import { defineAtFirstUse, moveToGlossary } from '../actions/glossary';
import { setFormulas } from '../actions/setFormulas';
import { silence } from '../actions/silence';
import type { Handler, Session } from '../session';
import { knownText, type TextOf } from '../texts';
import { diagnose } from './diagnostics';

/** In the order of the light bulb's menu. */
const PROVIDERS: readonly ActionProvider[] = [
  fixes,
  citeInstead,
  fixesOfKind,
  silence,
  citeSpecies,
  moveToGlossary,
  fixAll,
  writeAbbreviationList,
  defineAtFirstUse,
  setFormulas,
];
const ENTRY_PROVIDERS: readonly ActionProvider<EntryActionContext>[] = [
  fixes,
  fixesOfKind,
  silence,
  formatEntry,
  fixAll,
];

export const codeActions: Handler<CodeActionParams, CodeAction[]> = async (session, params) => {
  const { uri } = params.textDocument;
  const bibliography = await session.bibliography(uri);
  if (bibliography) {
    const { context } = bibliography;
    const switchOff: SwitchOff = {
      here: (offset, code) => suppressInEntry(context, offset, code),
      inFile: (code) => suppressInBibliography(context, code),
    };
    const place = await placeFor(session, params, { ...bibliography, main: context.bibliography.uri, switchOff });
    return offered(ENTRY_PROVIDERS, { ...place, context });
  }
  const found = await session.manuscript(uri);
  if (!found) return [];
  const { context } = found;
  const switchOff: SwitchOff = {
    here: (offset, code) => suppressInLine(context, offset, code),
    inFile: (code) => suppressInFile(context, code),
    shortForm: (offset) => shortFormAt(context, offset)?.short,
  };
  const main = context.manuscript.files[0]!.uri;
  return offered(PROVIDERS, { ...(await placeFor(session, params, { ...found, main, switchOff })), context });
};

async function offered<At>(providers: readonly ActionProvider<At>[], at: At): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const provide of providers) actions.push(...(await provide(at)));
  return actions;
}

interface Found {
  readonly document: TextDocument;
  readonly textOf: TextOf;
  readonly context: { readonly projectFile?: ProjectFileText };
  /** Beside which a project file is made. */
  readonly main: string;
  readonly switchOff: SwitchOff;
}

async function placeFor(session: Session, params: CodeActionParams, found: Found): Promise<ActionPlace> {
  const { only, diagnostics } = params.context;
  const projectFile = found.context.projectFile ?? {
    uri: resolvePath(folderOf(found.main), PROJECT_FILE),
    text: undefined,
  };
  const ours = diagnostics.filter((d) => d.source === 'interphase');
  const all = () => diagnose(session, params.textDocument.uri);
  return {
    ...{ document: found.document, switchOff: found.switchOff, params, projectFile, all },
    diagnostics: ours.length === 0 ? [] : (await all()).filter((d) => ours.some((sent) => isSame(sent, d))),
    wants: (kind) => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)),
    textOf: withProjectFile(found.textOf, projectFile, session),
    can: session.can,
    extras: session.extras,
    citeWith: session.settings.citation.command,
  };
}

function withProjectFile(textOf: TextOf, { uri, text }: ProjectFileText, { documents }: Session): TextOf {
  const known = text === undefined ? undefined : knownText(uri, text, documents);
  return (of) => textOf(of) ?? (of === uri ? known : undefined);
}

/** A diagnostic that the client sent back is made anew: its fixes may edit files that have changed since. */
const isSame = (sent: Diagnostic, { code, range }: Diagnostic): boolean =>
  sent.code === code && isAt(sent.range.start, range.start) && isAt(sent.range.end, range.end);

const isAt = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;
