import { type Span, span } from '../../base/span';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import { FORMATS } from '../../text';
import type { EntryKeys, Format } from '../../text/format';
import type { AbbreviationDeclaration } from '../../text/parsedFile';
import type { ManuscriptContext } from '../../workspace/workspace';
import type { Suggestion } from './completion';

/** So far back the macro that is being typed can begin. */
const REACH = 120;

/** Keys of the glossary that begin with what was typed in `\gls{`, `[+`, `{{< acr `, `#gls("`; undefined where the caret is in none. */
export function suggestKeys({ file, manuscript }: ManuscriptContext, offset: number): Suggestion[] | undefined {
  const declarations = declarationsOf(manuscript);
  if (declarations.length === 0) return undefined;
  const key = typedBefore(file, offset, (before, keys) => keys.start(before, manuscript.files));
  return key && keysFor(declarations, key);
}

/** Entries in a reference that may lead to a work as well: after `@` in Typst. */
export function suggestEntries({ file, manuscript }: ManuscriptContext, offset: number): Suggestion[] {
  const key = typedBefore(file, offset, (before, keys) => keys.startOfReference?.(before));
  return key ? keysFor(declarationsOf(manuscript), key) : [];
}

const declarationsOf = ({ files }: Manuscript): AbbreviationDeclaration[] =>
  files.flatMap(({ parsed }) => parsed.declarations);

/** What is typed of a key before the caret. */
interface TypedKey {
  readonly typed: string;
  readonly replace: Span;
}

/** `find` tells where the key begins in the text before the caret. */
function typedBefore(
  { parsed: { format, source } }: FileAnalysis,
  offset: number,
  find: (before: string, keys: EntryKeys) => number | undefined,
): TypedKey | undefined {
  const { entryKeys }: Format = FORMATS[format];
  const from = Math.max(0, offset - REACH);
  const start = entryKeys && find(source.slice(from, offset), entryKeys);
  if (start === undefined) return undefined;
  const replace = span(from + start, offset);
  return { typed: source.slice(replace.start, replace.end), replace };
}

function keysFor(declarations: readonly AbbreviationDeclaration[], { typed, replace }: TypedKey): Suggestion[] {
  const query = typed.toLowerCase();
  const fits = ({ key, short, long }: AbbreviationDeclaration): boolean =>
    [key, short, long].some((text) => text.toLowerCase().startsWith(query));
  const byKey = new Map(declarations.filter(fits).map((declaration) => [declaration.key, declaration]));
  return [...byKey.values()]
    .sort((a, b) => a.key.localeCompare(b.key, 'en', { sensitivity: 'base' }))
    .map(({ key, short, long }) => ({
      kind: 'glossary-key',
      label: key,
      detail: short === key ? long : `${short} – ${long}`,
      replace,
      newText: key,
      filterText: `${typed} ${key}`,
    }));
}
