import type { Edit, Plan } from '../../base/edit';
import { pluralOf } from '../../base/plural';
import type { Refusal } from '../../base/refusal';
import { contains, type Span, span } from '../../base/span';
import { placesOfEntry } from '../../manuscript/entries';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import { scopeOf } from '../../manuscript/scope';
import { formOf } from '../../rules/editing/entryMacro';
import { definesAtFirstUse, isReset } from '../../rules/editing/firstForm';
import { type ExistingList, listsOf, removeRow } from '../../rules/editing/listRows';
import { FORMATS } from '../../text';
import type { AbbreviationDeclaration, GlossaryUse } from '../../text/parsedFile';

interface PlacedUse {
  readonly file: FileCandidates;
  readonly use: GlossaryUse;
}

/** Writes what the glossary prints in the place of the macros that name an entry, and takes the entry away. */
export function planPlain(key: string, manuscript: Manuscript): Plan | Refusal {
  const entry = findEntry(key, manuscript);
  if (!entry) return { refused: `No entry of the glossary has the key “${key}”.` };
  const uses = usesOf(key, manuscript);
  const refused = whyNot(entry, uses, manuscript);
  if (refused !== undefined) return { refused };
  const first = uses.find(({ use }) => use.shows === 'first-full');
  const edits: Edit[] = [];
  for (const placed of uses) {
    const newText = printed(entry, placed, placed === first);
    if (newText === undefined) return { refused: `What “${placed.use.command}” prints for “${key}” is not known.` };
    edits.push({ uri: placed.file.uri, span: wholeUse(placed), newText });
  }
  const removed = listOf(entry, manuscript).flatMap((list) => removeRow(list, entry.short) ?? []);
  return { edits: [...edits, ...removed], creates: [] };
}

interface Entry extends AbbreviationDeclaration {
  readonly file: FileCandidates;
  /** It declares plural forms of its own. */
  readonly hasPlurals: boolean;
}

function findEntry(key: string, { files }: Manuscript): Entry | undefined {
  for (const file of files) {
    const { source, declarations } = file.parsed;
    const found = declarations.find((declaration) => declaration.key === key);
    if (found)
      return { ...found, file, hasPlurals: /plural|-pl\b/.test(source.slice(found.span.start, found.span.end)) };
  }
  return undefined;
}

const listOf = ({ file, short }: Entry, manuscript: Manuscript): ExistingList[] =>
  listsOf('declaration', manuscript).filter(
    ({ uri, rows }) => uri === file.uri && rows.some((row) => row.short === short),
  );

/** In reading order. */
function usesOf(key: string, manuscript: Manuscript): PlacedUse[] {
  const uses = manuscript.files.flatMap((file) =>
    file.parsed.glossaryUses.filter((use) => use.key === key).map((use) => ({ file, use })),
  );
  const position = ({ file, use }: PlacedUse) => manuscript.position(file, use.span.start);
  return uses.sort((a, b) => position(a) - position(b));
}

function whyNot(entry: Entry, uses: readonly PlacedUse[], manuscript: Manuscript): string | undefined {
  const places = placesOfEntry(entry.key, manuscript);
  const isTypedUse = (place: (typeof places)[number]) =>
    uses.some(({ file, use }) => file === place.file && contains(use.span, place.span));
  if (uses.length === 0 || !places.every(isTypedUse) || places.length !== uses.length || !uses.every(isInText))
    return `“${entry.key}” is named by a macro or a command that shows nothing: change that first.`;
  if (isReset(manuscript) || !definesAtFirstUse(entry, manuscript))
    return 'A command resets the glossary or sets its style: where it prints the long form is not known.';
  const first = uses.find(({ use }) => use.shows === 'first-full');
  const block = first?.file.parsed.prose.blockAt(first.use.prose.start);
  if (block && scopeOf(block) !== 'body' && scopeOf(block) !== 'abstract')
    return `“${entry.short}” is used first in a heading, a caption or a table: define it in the text first.`;
  const [list] = listOf(entry, manuscript);
  if (list?.rows.length === 1 && list.parsed.format !== 'latex')
    return `“${entry.short}” is the only entry: an empty glossary is an error.`;
  return undefined;
}

/** Not put there by a macro of the writer's own. */
const isInText = ({ file: { parsed }, use }: PlacedUse): boolean =>
  parsed.prose.toSource(use.prose).start === use.span.start;

/** The text of a use as a reader sees it; undefined where the form is not known. */
function printed(entry: Entry, { file, use }: PlacedUse, isFirst: boolean): string | undefined {
  const { source } = file.parsed;
  const typed = source.slice(use.span.start, use.span.end);
  const hasClasses = use.command === '+' && source.startsWith(']{', use.span.end);
  const form = hasClasses
    ? undefined
    : use.shows === 'first-full'
      ? formOf(use.command, typed)
      : shownForm(use.command);
  if (!form || (form.plural && entry.hasPlurals)) return undefined;
  const short = written(entry, entry.shortSpan, file) + (form.plural ? 's' : '');
  const long = written(entry, entry.longSpan, file);
  const spelled = form.plural ? pluralOf(long) : long;
  const words = form.capital ? spelled.slice(0, 1).toUpperCase() + spelled.slice(1) : spelled;
  if (use.shows === 'long') return words;
  return use.shows === 'full' || (use.shows === 'first-full' && isFirst) ? `${words} (${short})` : short;
}

/** A form of the entry in the markup of the file: as it is declared, or as plain text where that is of another kind. */
function written({ file: { parsed } }: Entry, at: Span, { parsed: { format } }: FileCandidates): string {
  const declared = parsed.source.slice(at.start, at.end).replace(/\s+/g, ' ');
  const isMarkup = parsed.format === format && parsed.source[at.start - 1] !== '"';
  return isMarkup ? declared : FORMATS[format].escape(declared);
}

/** Commands for one form in the singular and small; others are left to the writer. */
const shownForm = (command: string) =>
  /^(?:[\\#](?:acr?(?:short|long|full)|ac[slf]|glsxtr(?:short|long|full)|gls-(?:short|long)|abbr\.[slf]))$/.test(
    command,
  )
    ? { plural: false, capital: false }
    : undefined;

/** With the brackets of `[+sei]`. */
function wholeUse({ file: { parsed }, use }: PlacedUse): Span {
  const { start, end } = use.span;
  const isBracketed = use.command === '+' && parsed.source[start - 1] === '[' && parsed.source[end] === ']';
  return isBracketed ? span(start - 1, end + 1) : use.span;
}
