import type { Edit, Plan } from '../../base/edit';
import { Manuscript } from '../../manuscript/manuscript';
import { entriesOf } from '../../rules/editing/listEntries';
import { existingLists, refresh } from '../../rules/editing/listRows';
import type { ListEntry } from '../../text/format';
import type { ManuscriptContext } from '../../workspace/workspace';
import { Reread } from '../reread';
import { newList } from './newList';

/**
 * Writes the list of abbreviations in the manuscript's own format: a list that is there gets the rows it lacks and loses
 * those of short forms that the text does not use; otherwise a new one goes before the references. Undefined where
 * nothing is to be changed, or where a new list would not be read as one.
 */
export function planAbbreviationList(context: ManuscriptContext): Plan | undefined {
  const { manuscript } = context;
  const entries = entriesOf(manuscript);
  const [list] = existingLists(manuscript);
  const edits = list ? refresh(list, entries) : newLists(entries, context);
  return edits.length > 0 ? { edits, creates: [] } : undefined;
}

function newLists(entries: readonly ListEntry[], context: ManuscriptContext): Edit[] {
  if (entries.length === 0) return [];
  const edit = newList(entries, context.manuscript);
  return isReadAsList(edit, context) ? [edit] : [];
}

/** False in code or a comment, which may go on to the end of the text. */
function isReadAsList({ uri, span, newText }: Edit, context: ManuscriptContext): boolean {
  const file = context.manuscript.analysis(uri)!;
  const after = new Reread({ ...context, file }).with({ at: span.start, text: newText });
  return existingLists(new Manuscript([after], context.manuscript.catalogue)).length > 0;
}
