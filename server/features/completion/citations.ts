import type { Span } from '../../base/span';
import { formatReference } from '../../bibliography/format';
import type { ManuscriptContext } from '../../workspace/workspace';
import { type Citable, citable, detailOf, labelOf, searchCitable } from '../citations/search';
import { typedKey } from './citedPlace';
import type { Suggestion } from './completion';

/** The search for what was typed in a citation; undefined where the caret is in none. */
export function suggestCitations(context: ManuscriptContext, offset: number): (() => Suggestion[]) | undefined {
  const { format, source } = context.file.parsed;
  const replace = typedKey(format, source, offset, context.manuscript);
  if (!replace) return undefined;
  const query = source.slice(replace.start, replace.end);
  return () => {
    const { found, isNearest } = searchCitable(context, offset, query);
    if (isNearest) return [];
    return found
      .filter((one) => one.source === 'workspace' || !context.bibliography.entry(one.reference.key))
      .map((one) => suggestion(one, replace, query));
  };
}

/** Author, title, journal and the rest of the suggested reference. */
export function describeCitable(context: ManuscriptContext, id: string): string | undefined {
  const found = citable(context).find((c) => c.id === id);
  return found && formatReference(found.reference);
}

function suggestion(found: Citable, replace: Span, query: string): Suggestion {
  const { key } = found.reference;
  return {
    kind: 'reference',
    label: key,
    detail: `${labelOf(found)} · ${detailOf(found)}`,
    replace,
    newText: key,
    filterText: `${query} ${key}`,
    id: found.id,
  };
}
