import type { Span } from '../../base/span';
import { formatReference } from '../../bibliography/format';
import type { FormatId } from '../../text';
import type { ManuscriptContext } from '../../workspace/workspace';
import { type Citable, citable, detailOf, labelOf, searchCitable } from '../citations/search';
import type { Suggestion } from './completion';

/** So far back the citation that is being typed can begin. */
const REACH = 400;

/** The search for what was typed in a citation; undefined where the caret is in none. */
export function suggestCitations(context: ManuscriptContext, offset: number): (() => Suggestion[]) | undefined {
  const { language, source } = context.file.parsed;
  const replace = typedKey(language, source, offset);
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

/** `Peled` of `\cite{A,Peled`, `[@A; @Peled`, `@Peled`, `#cite(<Peled`. In LaTeX it may be several words. */
function typedKey(language: FormatId, source: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - REACH);
  const before = source.slice(from, offset);
  if (language === 'latex') {
    const open = before.lastIndexOf('{');
    if (open < 0 || before.includes('}', open) || before.includes('\n\n', open)) return undefined;
    if (!CITE_COMMAND.test(before.slice(0, open))) return undefined;
    const after = Math.max(open, before.lastIndexOf(',')) + 1;
    const blank = /^\s*/.exec(before.slice(after))![0].length;
    return { start: from + after + blank, end: offset };
  }
  const at = before.lastIndexOf(language === 'typst' && before.lastIndexOf('<') > before.lastIndexOf('@') ? '<' : '@');
  if (at < 0 || /[^\p{L}\p{N}_:.#$%&+?~/-]/u.test(before.slice(at + 1)) || /[\p{L}\p{N}]/u.test(before[at - 1] ?? '')) {
    return undefined;
  }
  if (before[at] === '<' && !before.slice(0, at).endsWith('#cite(')) return undefined;
  return { start: from + at + 1, end: offset };
}

/** `\cite`, `\citep*[see][p.~3]`, `\parencite` at the end of a text. */
const CITE_COMMAND = /\\[A-Za-z]{0,12}[Cc]ite[A-Za-z]{0,12}\*?\s?(?:\[[^\][]{0,100}\]){0,2}$/;
