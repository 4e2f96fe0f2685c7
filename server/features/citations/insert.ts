import type { Plan } from '../../base/edit';
import { sameWork } from '../../bibliography/identity';
import { readRecord } from '../../bibliography/records';
import type { ManuscriptContext } from '../../workspace/workspace';
import { isRefusal, type Refusal } from '../refusal';
import { addEntries } from './entries';
import type { CiteCommand } from './forms';
import { citeAt, mayCiteAt, NOT_HERE } from './mark';
import { asKnown, type Citable, citable } from './search';
import type { Choice } from './target';
import { bundledKey, recordText } from './workIds';

/** A plan, and for people which entries went to which file. */
export interface CitationPlan extends Plan {
  readonly message?: string;
  /** Where there are several bibliographies, and none has been chosen: the first got the entries. */
  readonly choices?: readonly Choice[];
}

/**
 * Cites references at a source offset of the manuscript and adds the entries that its bibliography lacks, in one plan.
 * Refused where none of the ids is known, or where the bibliography cannot be written into. `bibliography` is the URI of the
 * file that the writer chose for the entries; the choice is kept in the project file. `textual`: with the names in the sentence.
 */
export function planCitation(
  context: ManuscriptContext,
  offset: number,
  ids: readonly string[],
  command: CiteCommand,
  bibliography?: string,
  textual = false,
): CitationPlan | Refusal {
  const chosen = worksOf(ids, context);
  if (chosen.length === 0) return { refused: 'This reference is not known here any more: search for it again.' };
  // Before the entries are made, which takes longer.
  if (!mayCiteAt(context, offset)) return { refused: NOT_HERE };
  const added = addEntries(chosen, context, { wanted: bibliography });
  if (isRefusal(added)) return added;
  const { keys, numbered, ...plan } = added;
  const mark = citeAt(context, offset, keys, numbered ? 'numbers' : command, textual);
  if (isRefusal(mark)) return mark;
  return { ...plan, edits: [mark, ...plan.edits] };
}

/** Adds the entries of references to the bibliography, under the keys by which they are cited already. Refused where that cannot be. */
export function planEntries(context: ManuscriptContext, ids: readonly string[]): CitationPlan | Refusal {
  const added = addEntries(worksOf(ids, context), context, { keepKeys: true });
  if (isRefusal(added)) return added;
  const { keys: _, numbered: __, ...plan } = added;
  return plan;
}

/** In the order of the ids; what is not known is left out. */
function worksOf(ids: readonly string[], context: ManuscriptContext): readonly Citable[] {
  const all = new Map(citable(context).map((c) => [c.id, c]));
  return ids.flatMap((id) => all.get(id) ?? recorded(id, context) ?? ownInsteadOfBundled(id, context, all) ?? []);
}

function recorded(id: string, context: ManuscriptContext): Citable | undefined {
  const text = recordText(id);
  const reference = text === undefined ? undefined : readRecord(text);
  return reference && asKnown(context, reference, text!);
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
