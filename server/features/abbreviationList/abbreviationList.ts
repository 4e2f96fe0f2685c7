import type { Plan } from '../../base/edit';
import { entriesOf } from '../../rules/editing/listEntries';
import { existingLists, refresh } from '../../rules/editing/listRows';
import type { ManuscriptContext } from '../../workspace/workspace';
import { newList } from './newList';

/**
 * Writes the list of abbreviations in the manuscript's own format: a list that is there gets the rows it lacks and loses
 * those of short forms that the text does not use; otherwise a new one goes before the references. Undefined where
 * nothing is to be changed.
 */
export function planAbbreviationList({ manuscript }: ManuscriptContext): Plan | undefined {
  const entries = entriesOf(manuscript);
  const [list] = existingLists(manuscript);
  if (!list && entries.length === 0) return undefined;
  const edits = list ? refresh(list, entries) : [newList(entries, manuscript)];
  return edits.length > 0 ? { edits, creates: [] } : undefined;
}
