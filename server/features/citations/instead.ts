import type { Plan } from '../../base/edit';
import { isRefusal, type Refusal } from '../../base/refusal';
import { shortened } from '../../base/shortened';
import { shortLabel } from '../../bibliography/format';
import { normalise } from '../../bibliography/normalise';
import type { ManuscriptContext } from '../../workspace/workspace';
import { citationKeyAt } from '../references';
import { addEntries } from './entries';
import { type Citable, searchCitable } from './search';

/** A work that a key without entry may mean, and what it takes to cite it. */
export interface CiteInstead {
  readonly title: string;
  readonly plan: Plan | Refusal;
}

const MOST = 3;

/** UTF-16 units of a title in a menu. */
const TITLE = 70;

/** Works for the undefined key at a source offset: those that have it, else those of its author and year. */
export function citeInsteadAt(context: ManuscriptContext, offset: number): CiteInstead[] {
  const cited = citationKeyAt(context, offset);
  if (!cited) return [];
  return worksFor(cited.key, context, offset).map((work) => {
    const added = addEntries([work], context);
    const title = `Cite ${shortLabel(work.reference)}, “${shortened(work.reference.title ?? work.reference.key, TITLE)}”`;
    if (isRefusal(added)) return { title, plan: added };
    const { uri, parsed } = context.file;
    const [newText = cited.key] = added.keys;
    const typed = parsed.source.slice(cited.span.start, cited.span.end);
    const key = typed === newText ? [] : [{ uri, span: cited.span, newText }];
    return { title, plan: { edits: [...key, ...added.edits], creates: added.creates } };
  });
}

/** `Peled1979`, `peled_1979_film`: the first name and the year of a key, as most are made. */
function worksFor(key: string, context: ManuscriptContext, offset: number): readonly Citable[] {
  const [, name, year] = /^(\p{L}{2,})[^\p{L}\d]*?.*?((?:19|20)\d\d)/u.exec(key) ?? [];
  const query = name && year ? `${/^\p{Lu}?\p{Ll}+/u.exec(name)?.[0] ?? name} ${year}` : key;
  const { found, isNearest } = searchCitable(context, offset, query);
  if (isNearest) return [];
  const same = found.filter(({ reference }) => normalise(reference.key) === normalise(key));
  return (same.length > 0 ? same : found.filter(({ reference }) => String(reference.year) === year)).slice(0, MOST);
}
