import { fileName } from '../../base/uris';
import type { Reference } from '../../bibliography/reference';
import { insertCslEntry, insertEntry } from '../../bibliography/write';
import type { Edit } from '../../rules/rule';
import type { LoadedBibliography } from '../../workspace/bibliography';
import type { Loaded } from '../../workspace/workspace';
import { isRefusal, type NewFile, type Plan, type Refusal } from '../plan';
import { bundledKey } from './bundledId';
import type { CiteCommand } from './forms';
import { citeAt } from './mark';
import { newBibliography } from './newBibliography';
import { type Citable, citable } from './search';

/** A plan, and for people which entries went to which file. */
export interface CitationPlan extends Plan {
  readonly message?: string;
}

/**
 * Cites references at a source offset of the manuscript and adds the entries that its bibliography lacks, in one plan.
 * Refused where none of the ids is known, or where the bibliography cannot be written into.
 */
export function planCitation(
  loaded: Loaded,
  offset: number,
  ids: readonly string[],
  command: CiteCommand,
): CitationPlan | Refusal {
  const all = new Map(citable(loaded).map((c) => [c.id, c]));
  const chosen = ids.flatMap((id) => all.get(id) ?? ownInsteadOfBundled(id, loaded, all) ?? []);
  if (chosen.length === 0) return { refused: 'This reference is not known here any more: search for it again.' };
  const added = addEntries(chosen, loaded);
  if (isRefusal(added)) return added;
  const mark = citeAt(loaded, offset, added.keys, command);
  if (isRefusal(mark)) return mark;
  return {
    edits: [mark, ...added.edits],
    creates: added.creates,
    ...(added.message !== undefined && { message: added.message }),
  };
}

/** Adds the entries of bundled references to the bibliography, without citing them. Refused where that cannot be. */
export function planEntries(loaded: Loaded, ids: readonly string[]): CitationPlan | Refusal {
  return addEntries(
    citable(loaded).filter((c) => ids.includes(c.id)),
    loaded,
  );
}

/** A bundled work that the manuscript's bibliography has too is cited from there. */
function ownInsteadOfBundled(id: string, { project }: Loaded, all: ReadonlyMap<string, Citable>): Citable | undefined {
  const doi = project.catalogue.reference(bundledKey(id) ?? id)?.doi?.toLowerCase();
  return doi === undefined ? undefined : [...all.values()].find((c) => c.reference.doi?.toLowerCase() === doi);
}

interface Added {
  readonly keys: readonly string[];
  readonly edits: readonly Edit[];
  readonly creates: readonly NewFile[];
  readonly message?: string;
}

function addEntries(chosen: readonly Citable[], loaded: Loaded): Added | Refusal {
  const target = loaded.bibliography.files.find((file) => /\.(bib|json)$/i.test(file.uri));
  const missing = chosen.filter((c) => c.source === 'bundled').map((c) => c.reference);
  if (missing.length === 0) return { keys: chosen.map((c) => c.reference.key), edits: [], creates: [] };
  const { uri, text } = target ?? newBibliography(loaded).file;
  const written = write(uri, target?.text ?? text, missing);
  if (!written) return { refused: `${fileName(uri)} is not a closed list of references: mend it first.` };
  let next = 0;
  const keys = chosen.map((c) => (c.source === 'bundled' ? written.keys[next++]! : c.reference.key));
  const message = `Added ${written.keys.join(', ')} to ${fileName(uri)}.`;
  if (target) return { keys, edits: [replacement(target, written.text)], creates: [], message };
  return { keys, edits: newBibliography(loaded).edits, creates: [{ uri, text: written.text }], message };
}

/** The text of the bibliography with the entries in it, and the keys they got. */
function write(
  uri: string,
  text: string,
  references: readonly Reference[],
): { text: string; keys: string[] } | undefined {
  const insert = /\.json$/i.test(uri) ? insertCslEntry : insertEntry;
  const keys: string[] = [];
  for (const reference of references) {
    const insertion = insert(text, reference);
    if (!insertion) return undefined;
    text = text.slice(0, insertion.offset) + insertion.newText + text.slice(insertion.offset);
    keys.push(insertion.key);
  }
  return { text, keys };
}

/** The smallest edit that makes the new text of the old. */
function replacement({ uri, text: before }: LoadedBibliography, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  let endAfter = after.length;
  while (end > start && endAfter > start && before[end - 1] === after[endAfter - 1]) {
    end--;
    endAfter--;
  }
  return { uri, span: { start, end }, newText: after.slice(start, endAfter) };
}
