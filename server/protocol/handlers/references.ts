import { fileName } from '../../base/uris';
import { byline } from '../../bibliography/byline';
import { formatPlace } from '../../bibliography/format';
import type { KeyUse, ListedWork, RemarkedWork, UndefinedKey } from '../../features/citations/overview';
import { referenceOverview } from '../../features/citations/overview';
import { ownId } from '../../features/citations/workIds';
import { toLocations } from '../convert';
import type {
  ListedReference,
  ManuscriptReferencesParams,
  ManuscriptReferencesResult,
  ReferenceGroup,
  ReferenceUse,
} from '../requests';
import type { Handler } from '../session';
import type { TextOf } from '../texts';

/** What needs a hand first, then the list as it will be printed. */
export const manuscriptReferences: Handler<ManuscriptReferencesParams, ManuscriptReferencesResult | null> = async (
  session,
  { uri },
) => {
  const found = await session.manuscript(uri);
  if (!found) return null;
  const { context, textOf } = found;
  const overview = referenceOverview(context);
  const main = context.manuscript.files[0]!.uri;
  const works = (list: readonly ListedWork[]) => list.flatMap((work) => workItem(work, main, textOf));
  const groups: readonly ReferenceGroup[] = [
    { kind: 'undefined', items: overview.undefined.flatMap((key) => keyItem(key, main, textOf)) },
    { kind: 'duplicates', items: works(overview.duplicates) },
    { kind: 'incomplete', items: works(overview.incomplete) },
    { kind: 'cited', items: works(overview.cited) },
    { kind: 'uncited', items: works(overview.uncited) },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0) };
};

function workItem(work: ListedWork | RemarkedWork, main: string, textOf: TextOf): ListedReference[] {
  const { reference, entry } = work;
  const detail = 'remark' in work ? work.remark : (reference.title ?? reference.printed ?? formatPlace(reference));
  return toLocations([entry], textOf).map((location) => ({
    ...{ id: ownId(reference.key), key: reference.key, label: byline(reference, ''), detail, location },
    uses: usesOf(work.uses, main, textOf),
  }));
}

/** That it has no entry is the name of its group; its first place is what the writer looks for. */
function keyItem({ key, uses: of }: UndefinedKey, main: string, textOf: TextOf): ListedReference[] {
  const uses = usesOf(of, main, textOf);
  const [first, ...others] = uses;
  if (!first) return [];
  const detail = others.length > 0 ? `${first.label}, and ${others.length} more` : first.label;
  return [{ key, label: key, detail, location: first.location, uses }];
}

const usesOf = (uses: readonly KeyUse[], main: string, textOf: TextOf): ReferenceUse[] =>
  uses.flatMap(({ uri, span, line }) => {
    const label = uri === main ? `line ${line}` : `line ${line} of ${fileName(uri)}`;
    return toLocations([{ uri, span }], textOf).map((location) => ({ label, location }));
  });
