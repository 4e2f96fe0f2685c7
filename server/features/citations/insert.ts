import type { Plan } from '../../base/edit';
import { isRefusal, type Refusal } from '../../base/refusal';
import { sameWork } from '../../bibliography/identity';
import { readRecord } from '../../bibliography/records';
import type { CiteCommand } from '../../text/citing/citing';
import type { CitationNote, CitedWork } from '../../text/citing/form';
import type { ManuscriptContext } from '../../workspace/workspace';
import { addEntries } from './entries';
import { citeAt, mayCiteAt, NOT_HERE } from './mark';
import { asKnown, type Citable, citable } from './search';
import type { Choice } from './target';
import { bundledKey, isZoteroId, recordText } from './workIds';

/** A plan, and for people which entries went to which file. */
export interface CitationPlan extends Plan {
  readonly message?: string;
  /** Where there are several bibliographies, and none has been chosen: the first got the entries. */
  readonly choices?: readonly Choice[];
}

export interface CitationOptions {
  /** URI of the file that the writer chose for the entries; the choice is kept in the project file. */
  readonly bibliography?: string | undefined;
  /** With the names in the sentence. */
  readonly textual?: boolean | undefined;
  /** What is printed with some of the works, by their ids. */
  readonly notes?: ReadonlyMap<string, CitationNote>;
}

/**
 * Cites references at a source offset of the manuscript and adds the entries that its bibliography lacks, in one plan, of which
 * the citation comes first. Refused where none of the ids is known, where the bibliography cannot be written into, or where the
 * manuscript has no form for a note.
 */
export function planCitation(
  context: ManuscriptContext,
  offset: number,
  ids: readonly string[],
  command: CiteCommand,
  { bibliography, textual, notes = new Map() }: CitationOptions = {},
): CitationPlan | Refusal {
  const chosen = worksOf(ids, context);
  if (chosen.length === 0) return { refused: 'This reference is not known here any more: search for it again.' };
  // Before the entries are made, which takes longer.
  if (!mayCiteAt(context, offset)) return { refused: NOT_HERE };
  const added = addEntries(
    chosen.map(({ work }) => work),
    context,
    { wanted: bibliography },
  );
  if (isRefusal(added)) return added;
  const { keys, numbers, ...plan } = added;
  const works = chosen.map(({ id, work: { source, reference } }, at): CitedWork => {
    const aliases = source === 'workspace' ? reference.aliases : undefined;
    return { key: keys[at]!, ...(aliases && { aliases }), ...tidy(notes.get(id)) };
  });
  const marks = citeAt(context, offset, works, numbers ?? command, textual);
  if (isRefusal(marks)) return marks;
  return { ...plan, edits: [...marks, ...plan.edits] };
}

/** On one line; without what is empty. */
function tidy({ prefix, locator }: CitationNote = {}): CitationNote {
  const [before, where] = [prefix, locator].map((text) => text?.replace(/[^\S\u00A0]+/g, ' ').trim());
  return { ...(before && { prefix: before }), ...(where && { locator: where }) };
}

/** Adds the entries of references to the bibliography, under the keys by which they are cited already. Refused where that cannot be. */
export function planEntries(context: ManuscriptContext, ids: readonly string[]): CitationPlan | Refusal {
  const works = worksOf(ids, context).map(({ work }) => work);
  const added = addEntries(works, context, { keepKeys: true });
  if (isRefusal(added)) return added;
  const { keys: _, numbers: __, ...plan } = added;
  return plan;
}

/** In the order of the ids; what is not known is left out. */
function worksOf(
  ids: readonly string[],
  context: ManuscriptContext,
): readonly { readonly id: string; readonly work: Citable }[] {
  const all = new Map(citable(context).map((c) => [c.id, c]));
  return ids.flatMap((id) => {
    const work = all.get(id) ?? recorded(id, context) ?? ownInsteadOfBundled(id, context, all);
    return work ? [{ id, work }] : [];
  });
}

function recorded(id: string, context: ManuscriptContext): Citable | undefined {
  const text = recordText(id);
  const reference = text === undefined ? undefined : readRecord(text);
  const work = reference && asKnown(context, reference, text!);
  return work?.source === 'record' && isZoteroId(id) ? { ...work, id, source: 'zotero', origin: 'Zotero' } : work;
}

/** A bundled work that the manuscript's bibliography has too is cited from there. */
function ownInsteadOfBundled(
  id: string,
  { manuscript }: ManuscriptContext,
  all: ReadonlyMap<string, Citable>,
): Citable | undefined {
  const { catalogue } = manuscript;
  const work = catalogue.reference(bundledKey(id) ?? id);
  return (
    work && [...all.values()].find((c) => c.source === 'workspace' && sameWork(c.reference, work, catalogue.journals))
  );
}
