import type { Edit } from '../../base/edit';
import type { Refusal } from '../../base/refusal';
import { fileName, folderOf, resolvePath } from '../../base/uris';
import type { LoadedBibliography, UnusableBibliography } from '../../bibliography/bibliography';
import { managerOf } from '../../bibliography/managers';
import { FORMATS } from '../../text';
import type { Citing } from '../../text/citing/citing';
import type { ManuscriptContext } from '../../workspace/workspace';
import { declare } from './declaration';

/** The file that gets the entries of works that are cited. */
export interface Target {
  readonly uri: string;
  /** Undefined where the file is made. */
  readonly file: LoadedBibliography | undefined;
  /** By which the manuscript names the file. */
  readonly edits: readonly Edit[];
  /** What the writer should know of the file. */
  readonly note?: string;
  /** All that could get them, this one among them. */
  readonly choices: readonly Choice[];
}

/** A bibliography to choose. */
export interface Choice {
  readonly uri: string;
  /** How many works it holds. */
  readonly entries: number;
  /** Name of the program that writes it anew, so that what is added is lost. */
  readonly exportedBy?: string;
}

/** Where entries go: `wanted`, else the file that the project file chooses, else the best of those that the manuscript uses. */
export function chooseTarget(context: ManuscriptContext, wanted?: string): Target | Refusal {
  const { bibliography, settings, manuscript } = context;
  const root = folderOf(manuscript.files[0]!.uri);
  const candidates = bibliography.files.filter((file) => isOwn(context, file.uri) && refusalOf(file) === undefined);
  const ranked = [...candidates].sort((a, b) => rankOf(a) - rankOf(b));
  const choices = ranked.map(choiceOf);
  const chosen = wanted ?? (settings.entries === undefined ? undefined : resolvePath(root, settings.entries));
  const file = chosen === undefined ? ranked[0] : bibliography.files.find(({ uri }) => uri === chosen);
  if (file) return refusalOf(file) ?? withFile(context, file, choices);
  const failed = bibliography.unusable.filter(({ uri }) =>
    chosen === undefined ? isOwn(context, uri) : uri === chosen,
  );
  const failure = failed.find(({ missing }) => !missing) ?? failed[0];
  if (failure) return insteadOf(failure, choices);
  const refused = bibliography.files.flatMap((other) => (isOwn(context, other.uri) ? (refusalOf(other) ?? []) : []));
  if (chosen === undefined && refused[0] && !refused.every((refusal) => refusal === ONLY_STRINGS)) return refused[0];
  return newFile(context, chosen ?? resolvePath(root, 'references.bib'), choices);
}

/** What the manuscript is typeset with: not a library that works are only looked up in, nor what becomes a glossary. */
function isOwn({ bibliography: { roles } }: ManuscriptContext, uri: string): boolean {
  const role = roles.get(uri);
  return role === 'named' || role === 'beside' || (role === 'project' && ![...roles.values()].includes('named'));
}

const ONLY_STRINGS: Refusal = { refused: 'It holds only @string macros.' };

function refusalOf({ uri, text, file }: LoadedBibliography): Refusal | undefined {
  if (!/\.(?:bib|json|ya?ml)$/i.test(uri))
    return { refused: `“${fileName(uri)}” is not a bibliography that entries can be added to.` };
  return /\.bib$/i.test(uri) && file.entries.length === 0 && /^\s*@string/im.test(text) ? ONLY_STRINGS : undefined;
}

/** A file with works before an empty one, and one that a manager writes anew last. */
function rankOf({ text, file }: LoadedBibliography): number {
  const manager = managerOf(text);
  if (manager?.overwrites) return 3;
  return file.entries.length === 0 ? 2 : manager ? 1 : 0;
}

function choiceOf({ uri, text, file }: LoadedBibliography): Choice {
  const manager = managerOf(text);
  return { uri, entries: file.entries.length, ...(manager?.overwrites && { exportedBy: manager.name }) };
}

/** True where the file only lies beside the manuscript, which cites nothing yet: who cites has told the typesetter in some way. */
export const isUndeclared = ({ bibliography, manuscript }: ManuscriptContext, uri: string): boolean =>
  bibliography.roles.get(uri) === 'beside' &&
  !manuscript.files.some(({ parsed }) => parsed.citations.some(({ keys }) => keys.length > 0));

function withFile(context: ManuscriptContext, file: LoadedBibliography, choices: readonly Choice[]): Target {
  const { uri } = file;
  const manager = managerOf(file.text);
  const edits = isUndeclared(context, uri) ? declare(context, uri) : [];
  const note = manager?.overwrites
    ? `${manager.name} writes ${fileName(uri)} anew at the next export: add the work there, too.`
    : undefined;
  return { uri, file, edits, choices, ...(note !== undefined && { note }) };
}

/** A file that is named and not found is made; one that cannot be read is left alone. */
function insteadOf(failed: UnusableBibliography, choices: readonly Choice[]): Target | Refusal {
  const { uri, missing, reason, path } = failed;
  if (!missing) return { refused: `${reason} Nothing was added to it.` };
  if (/[\\#$~]|^\/|^[a-z]+:/i.test(path))
    return { refused: `The bibliography “${path}” was not found: nothing was added.` };
  return { uri, file: undefined, edits: [], choices };
}

function newFile(context: ManuscriptContext, uri: string, choices: readonly Choice[]): Target {
  for (const file of [...context.manuscript.files].reverse()) {
    const last = file.parsed.bibliographies.filter(({ command }) => !/^\\gls/i.test(command)).at(-1);
    if (!last) continue;
    const { nameBeside }: Citing = FORMATS[file.parsed.format].citing;
    const edit = nameBeside?.(file.uri, last, fileName(uri));
    if (edit) return { uri, file: undefined, edits: [edit], choices };
  }
  const edits = declare(context, uri);
  const { main } = context.manuscript;
  const note =
    edits.length === 0 && main.parsed.format === 'latex'
      ? `${fileName(main.uri)} has no \\end{document}: name ${fileName(uri)} in the file that the paper is typeset from.`
      : undefined;
  return { uri, file: undefined, edits, choices, ...(note !== undefined && { note }) };
}
