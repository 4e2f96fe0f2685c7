import type { Plan } from '../../base/edit';
import { sameWork } from '../../bibliography/identity';
import type { ManuscriptContext } from '../../workspace/workspace';
import { isRefusal, type Refusal } from '../refusal';
import { bundledKey } from './bundledId';
import { addEntries } from './entries';
import type { CiteCommand } from './forms';
import { citeAt, mayCiteAt, NOT_HERE } from './mark';
import { type Citable, citable } from './search';
import type { Choice } from './target';

/** A plan, and for people which entries went to which file. */
export interface CitationPlan extends Plan {
  readonly message?: string;
  /** Where there are several bibliographies, and none has been chosen: the first got the entries. */
  readonly choices?: readonly Choice[];
}

/**
 * Cites references at a source offset of the manuscript and adds the entries that its bibliography lacks, in one plan.
 * Refused where none of the ids is known, or where the bibliography cannot be written into. `bibliography` is the URI of the
 * file that the writer chose for the entries; the choice is kept in the project file.
 */
export function planCitation(
  context: ManuscriptContext,
  offset: number,
  ids: readonly string[],
  command: CiteCommand,
  bibliography?: string,
): CitationPlan | Refusal {
  const all = new Map(citable(context).map((c) => [c.id, c]));
  const chosen = ids.flatMap((id) => all.get(id) ?? ownInsteadOfBundled(id, context, all) ?? []);
  if (chosen.length === 0) return { refused: 'This reference is not known here any more: search for it again.' };
  // Before the entries are made, which takes longer.
  if (!mayCiteAt(context, offset)) return { refused: NOT_HERE };
  const added = addEntries(chosen, context, bibliography);
  if (isRefusal(added)) return added;
  const { keys, numbered, ...plan } = added;
  const mark = citeAt(context, offset, keys, numbered ? 'numbers' : command);
  if (isRefusal(mark)) return mark;
  return { ...plan, edits: [mark, ...plan.edits] };
}

/** Adds the entries of references to the bibliography, without citing them. Refused where that cannot be. */
export function planEntries(context: ManuscriptContext, ids: readonly string[]): CitationPlan | Refusal {
  const added = addEntries(
    citable(context).filter((c) => ids.includes(c.id)),
    context,
  );
  if (isRefusal(added)) return added;
  const { keys: _, numbered: __, ...plan } = added;
  return plan;
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
