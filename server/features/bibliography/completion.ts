import { type Span, span, touches } from '../../base/span';
import { ENTRY_TYPES } from '../../bibliography/bibtex/entryTypes';
import { bibtexEntry } from '../../bibliography/bibtex/fields';
import { journalSpelling } from '../../bibliography/bibtex/journalSpelling';
import { normalise } from '../../bibliography/normalise';
import type { BibliographyContext } from '../../workspace/workspace';
import type { Suggestion } from '../completion/completion';

/** What a caret in a .bib is in. */
type Place =
  | { readonly kind: 'type'; readonly typed: Span }
  | { readonly kind: 'field'; readonly typed: Span; readonly type: string; readonly present: readonly string[] }
  | { readonly kind: 'value'; readonly typed: Span; readonly field: string };

const JOURNAL_FIELDS: ReadonlySet<string> = new Set(['journal', 'journaltitle', 'shortjournal']);

/** Entry types after `@`, the fields that a type has and the entry lacks, and names of journals. */
export function completionsInBibliography(context: BibliographyContext, offset: number): Suggestion[] {
  const { text } = context.bibliography;
  const place = placeAt(text, offset);
  if (!place) return [];
  const typed = text.slice(place.typed.start, place.typed.end);
  const suggest = (kind: Suggestion['kind'], newText: string, detail: string, label = newText): Suggestion => ({
    ...{ kind, label, detail, newText, replace: place.typed },
    filterText: `${typed} ${label}`,
  });
  if (place.kind === 'type') {
    const types = Object.keys(ENTRY_TYPES).filter((type) => type.startsWith(typed.toLowerCase()));
    return types.map((type) => suggest('entry-type', type, 'entry type'));
  }
  if (place.kind === 'field')
    return [...fieldsFor(place, typed)].map(([name, detail]) => suggest('field', name, detail));
  if (!JOURNAL_FIELDS.has(place.field)) return [];
  return journalsFor(context, typed, offset).map(([name, other]) => suggest('journal', name, other));
}

function* fieldsFor({ type, present }: Place & { kind: 'field' }, typed: string): Generator<[string, string]> {
  const { required, optional } = ENTRY_TYPES[type] ?? ENTRY_TYPES.misc!;
  const fits = (name: string) => name.startsWith(typed.toLowerCase()) && !present.includes(name);
  for (const names of required) {
    if (names.some((name) => present.includes(name))) continue;
    for (const name of names) if (fits(name)) yield [name, 'required'];
  }
  for (const name of optional) if (fits(name)) yield [name, 'optional'];
}

/** Journals whose full or short name holds words that begin as those typed, in the spelling of the file. */
function journalsFor(
  { bibliography, catalogue }: BibliographyContext,
  typed: string,
  offset: number,
): [string, string][] {
  const others = bibliography.file.entries.filter((entry) => !touches(entry.span, offset));
  const entries = others.flatMap((entry) => bibtexEntry(entry) ?? []);
  const words = normalise(typed).split(/\W+/).filter(Boolean);
  const fits = (name: string) => {
    const own = normalise(name).split(/\W+/);
    return words.every((word) => own.some((other) => other.startsWith(word)));
  };
  return catalogue.journals.all
    .filter(({ name, abbreviation }) => fits(name) || fits(abbreviation))
    .map(({ name, abbreviation }) => {
      const spelled = journalSpelling(name, entries, catalogue.journals);
      return [spelled, spelled === name ? abbreviation : name];
    });
}

/** Read from the last line that opens an entry: the one that is being typed is not closed yet. */
function placeAt(text: string, offset: number): Place | undefined {
  const before = text.slice(0, offset);
  const type = /(?:^|\n)[ \t]*@([A-Za-z]*)$/.exec(before.slice(-60));
  if (type) return { kind: 'type', typed: span(offset - type[1]!.length, offset) };
  const start = before.lastIndexOf('\n@') + 1;
  const head = /^\s*@([A-Za-z_]+)\s*[{(][^,{}()]*,/.exec(before.slice(start, start + 300));
  if (!head) return undefined;
  return placeInFields(before, start + head[0].length, head[1]!.toLowerCase(), text);
}

function placeInFields(before: string, from: number, type: string, text: string): Place | undefined {
  const present: string[] = [];
  let depth = 0;
  let quoted = false;
  let fieldStart = from;
  let valueStart = -1;
  for (let at = from; at < before.length; at++) {
    const character = before[at]!;
    if (character === '{') {
      if (depth === 0 && valueStart < 0) valueStart = at + 1;
      depth++;
    } else if (character === '}') depth--;
    else if (character === '"' && depth === 0) {
      quoted = !quoted;
      if (valueStart < 0) valueStart = at + 1;
    } else if (character === '=' && depth === 0 && !quoted) {
      present.push(before.slice(fieldStart, at).trim().toLowerCase());
    } else if (character === ',' && depth === 0 && !quoted) {
      fieldStart = at + 1;
      valueStart = -1;
    }
    if (depth < 0) return undefined;
  }
  const field = present.at(-1);
  if ((depth > 0 || quoted) && field !== undefined)
    return depth > 1 ? undefined : { kind: 'value', field, typed: span(valueStart, before.length) };
  const typed = /^\s*([A-Za-z]*)$/.exec(before.slice(fieldStart))?.[1];
  if (typed === undefined) return undefined;
  const later = [
    ...text
      .slice(before.length)
      .split(/\n@/)[0]!
      .matchAll(/^[ \t]*([A-Za-z]+)[ \t]*=/gm),
  ];
  const all = [...present, ...later.map(([, name]) => name!.toLowerCase())];
  return { kind: 'field', typed: span(before.length - typed.length, before.length), type, present: all };
}
