import { type Span, span } from '../../base/span';
import type { FormatId } from '../../text';
import { GLOSSARY_COMMANDS } from '../../text/latex/glossary';
import type { AbbreviationDeclaration } from '../../text/parsedFile';
import type { ManuscriptContext } from '../../workspace/workspace';
import type { Suggestion } from './completion';

/** So far back the macro that is being typed can begin. */
const REACH = 120;

/** Keys of the glossary that begin with what was typed in `\gls{`, `[+`, `{{< acr `, `#gls("`; undefined where the caret is in none. */
export function suggestKeys({ file, manuscript }: ManuscriptContext, offset: number): Suggestion[] | undefined {
  const { format, source } = file.parsed;
  const declarations = manuscript.files.flatMap(({ parsed }) => parsed.declarations);
  if (declarations.length === 0) return undefined;
  const before = source.slice(Math.max(0, offset - REACH), offset);
  const replace = typedKey(format, before, offset, () => commandsOf(manuscript));
  return replace && keysFor(declarations, source.slice(replace.start, replace.end), replace);
}

/** Entries after `@` in Typst, where keys of the bibliography may be as well. */
export function suggestEntries({ file, manuscript }: ManuscriptContext, offset: number): Suggestion[] {
  const { format, source } = file.parsed;
  if (format !== 'typst') return [];
  const typed = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}_-]*)$/u.exec(source.slice(Math.max(0, offset - REACH), offset))?.[1];
  if (typed === undefined) return [];
  const declared = manuscript.files.flatMap(({ parsed }) => parsed.declarations);
  return keysFor(declared, typed, span(offset - typed.length, offset));
}

function keysFor(declarations: readonly AbbreviationDeclaration[], typed: string, replace: Span): Suggestion[] {
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

function typedKey(
  format: FormatId,
  before: string,
  offset: number,
  commands: () => ReadonlySet<string>,
): Span | undefined {
  const upTo = (typed: string): Span => span(offset - typed.length, offset);
  switch (format) {
    case 'latex': {
      const [, command, typed] = /\\([A-Za-z]+)[*+]?(?:\[[^\][]*\])?\{([^{}\\\s]*)$/.exec(before) ?? [];
      return command !== undefined && commands().has(command) ? upTo(typed!) : undefined;
    }
    case 'markdown': {
      const [, acronym, acr, macro] =
        /(?:(?:^|[\s([])\+\*?([\w-]*)|\{\{< ?acr(?:onyms?)? ([\w-]*)|\\(?:acr|gls|ac)[a-z]*(?:\[[^\][{}]*\])?\{([\w-]*))$/i.exec(
          before,
        ) ?? [];
      const typed = acronym ?? acr ?? macro;
      return typed === undefined ? undefined : upTo(typed);
    }
    case 'typst': {
      const [, own, named] = TYPST_USE.exec(before) ?? [];
      const typed = own ?? named;
      return typed === undefined ? undefined : upTo(typed);
    }
    default:
      return undefined;
  }
}

/** `#acr("`, `#gls("`, `#abbr.pla("`, `#abbr.a[` */
const TYPST_USE =
  /#(?:abbr\.[\w-]+|(?:r|ra)?ac[\w-]*|[aA]?[gG]ls[\w-]*|display-[\w-]+|reset-acronym|pla|[aslf])(?:\("([^"\n]*)|\[([^\][\n]*))$/;

/** The commands of the packages, and those of the author's own through which entries are used. */
function commandsOf({ files }: ManuscriptContext['manuscript']): ReadonlySet<string> {
  const own = files.flatMap(({ parsed: { glossaryUses, prose, source } }) =>
    glossaryUses.flatMap((use) => {
      const { start } = prose.toSource(use.prose);
      return /^\\([A-Za-z]+)/.exec(source.slice(start, start + REACH))?.[1] ?? [];
    }),
  );
  return new Set([...GLOSSARY_COMMANDS.map(([name]) => name), ...own]);
}
