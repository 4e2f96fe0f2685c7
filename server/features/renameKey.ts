import type { Plan } from '../base/edit';
import type { Refusal } from '../base/refusal';
import { fileName } from '../base/uris';
import type { LoadedBibliography } from '../bibliography/bibliography';
import { keysOf } from '../bibliography/keys/entryKeys';
import { citedKeys } from '../manuscript/citedKeys';
import { citeUnder } from '../rules/citation/editing/citeUnder';
import { FORMATS } from '../text';
import type { Citing } from '../text/citing/citing';
import type { ManuscriptContext } from '../workspace/workspace';

/** A citation key with everything that uses it. */
export interface NamedWork {
  readonly key: string;
  /** The files that hold its entry; none where the key is cited only. */
  readonly bibliographies: readonly LoadedBibliography[];
  readonly manuscripts: readonly ManuscriptContext[];
}

/** Gives a work another key, in its entry and wherever it is cited. */
export function renameKey(work: NamedWork, newName: string): Plan | Refusal {
  const to = newName.trim();
  const { key, bibliographies } = work;
  const manuscripts = work.manuscripts.map(({ manuscript }) => manuscript);
  const refused = to === key ? undefined : whyTaken(to, work);
  if (refused !== undefined) return { refused };
  const byMacro = citedKeys([key], manuscripts).find(({ isTyped }) => !isTyped);
  if (byMacro) {
    const where = `line ${byMacro.line} of ${fileName(byMacro.uri)}`;
    return { refused: `A macro cites “${key}” in ${where}: rename it there first.` };
  }
  const entries = bibliographies.flatMap(({ uri, file }) =>
    file.entries
      .filter(({ reference }) => reference.key === key)
      .map(({ keySpan: span }) => ({ uri, span, newText: to })),
  );
  return { edits: [...entries, ...citeUnder(key, to, bibliographies, manuscripts)], creates: [] };
}

/** Why a work cannot have this key; undefined where it can. */
function whyTaken(to: string, { bibliographies, manuscripts }: NamedWork): string | undefined {
  if (!/^[^\s,{}"'#=%@~\\()[\]]+$/.test(to))
    return `“${to}” cannot be a key: it must be one word without brackets, quotes, commas, #, % or @.`;
  const formats = new Set(manuscripts.flatMap(({ manuscript }) => manuscript.files.map((f) => f.parsed.format)));
  for (const format of formats) {
    const { plainKeys }: Citing = FORMATS[format].citing;
    if (plainKeys && !plainKeys.has(to)) return `“${to}” cannot be cited ${plainKeys.words}.`;
  }
  const files = [...bibliographies, ...manuscripts.flatMap(({ bibliography }) => bibliography.files)];
  const holder = files.find(({ file }) => file.entries.some((entry) => keysOf(entry).includes(to)));
  return holder && `“${to}” is the key of another work in ${fileName(holder.uri)}.`;
}
