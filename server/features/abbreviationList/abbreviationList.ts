import type { Loaded } from '../../workspace/workspace';
import type { Plan } from '../plan';
import { entriesOf } from './entries';
import { newList } from './newList';
import { existingLists, refresh } from './refresh';

/**
 * Writes the list of abbreviations in the manuscript's own format: a list that is there gets the rows it lacks and loses
 * those of short forms that the text does not use; otherwise a new one goes before the references. Undefined where
 * nothing is to be changed.
 */
export function planAbbreviationList({ project }: Loaded): Plan | undefined {
  const entries = entriesOf(project);
  const [list] = existingLists(project);
  if (!list && entries.length === 0) return undefined;
  const edits = list ? refresh(list, entries) : [newList(entries, project)];
  return edits.length > 0 ? { edits, creates: [] } : undefined;
}
