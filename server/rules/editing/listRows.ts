import type { Edit } from '../../base/edit';
import { startOfLine, withLineEndsOf } from '../../base/lines';
import { overlaps, type SourceSpan, type Span } from '../../base/span';
import type { Definition } from '../../manuscript/definition';
import type { Manuscript } from '../../manuscript/manuscript';
import type { ListEntry } from '../../text/format';
import type { AbbreviationDeclaration, ParsedFile } from '../../text/parsedFile';
import { byAlphabet, standsInText } from './listEntries';

/** A list in one file: rows of a list, or the declarations that a package prints as one. */
export interface ExistingList {
  readonly uri: string;
  readonly parsed: ParsedFile;
  readonly rows: readonly Row[];
  /** Short forms that are somewhere in the text. */
  readonly used: ReadonlySet<string>;
}

interface Row {
  readonly short: string;
  /** With the lines it fills, where no other row is on them. */
  readonly span: SourceSpan;
  readonly ownLines: boolean;
  readonly shortSpan: SourceSpan;
  readonly longSpan: SourceSpan;
  /** It would take a citation with it. */
  readonly cites: boolean;
  /** What `\gls` names, where it is not the short form. */
  readonly key?: string;
}

/** Lists first, then declarations, each in the order of the files. */
export const existingLists = (manuscript: Manuscript): ExistingList[] => [
  ...listsOf('list', manuscript),
  ...listsOf('declaration', manuscript),
];

/** Lists that a reader reads, or those of declarations. */
export function listsOf(form: 'list' | 'declaration', { files, abbreviations }: Manuscript): ExistingList[] {
  const used = new Set([...abbreviations.all].filter(standsInText).map(({ short }) => short));
  return files.flatMap(({ uri, parsed, definitions }) => {
    const rows = rowsOf(
      definitions.filter((d) => d.form === form),
      parsed,
    );
    return rows.length > 0 ? [{ uri, parsed, rows, used }] : [];
  });
}

function rowsOf(definitions: readonly Definition[], { source, declarations, citations }: ParsedFile): Row[] {
  const ordered = [...definitions].sort((a, b) => a.source.whole.start - b.source.whole.start);
  return ordered.map(({ short, source: { whole, short: shortSpan, long: longSpan } }, i) => {
    const lines = linesAround(whole, source);
    const before = ordered[i - 1]?.source.whole.end ?? 0;
    const next = ordered[i + 1]?.source.whole.start ?? source.length;
    const alone = before <= lines.start && lines.end <= next;
    const declared = declarations.find((d) => d.shortSpan.start === shortSpan.start);
    const key = declared && keyBeside(declared, source);
    const place = alone ? lines : whole;
    return {
      short,
      span: place,
      cites: citations.some((use) => overlaps(use.span, place)),
      ownLines: alone,
      shortSpan,
      longSpan,
      ...(key !== undefined && { key }),
    };
  });
}

function linesAround({ start, end }: Span, source: string): Span {
  const close = source.indexOf('\n', end);
  return { start: startOfLine(source, start), end: close < 0 ? source.length : close + 1 };
}

const keyBeside = ({ key, span, shortSpan }: AbbreviationDeclaration, source: string): string | undefined =>
  source.slice(span.start, shortSpan.start).includes(key) ? key : undefined;

/** A row more, at its place in the alphabet. */
export const addRow = ({ uri, parsed, rows }: ExistingList, entry: ListEntry): readonly Edit[] =>
  insertions([entry], rows, parsed.source).map((edit) => ({ uri, ...edit }));

/**
 * An entry more in a list of declarations, with the key that names it; undefined where no row shows how one is written with these
 * two forms alone, or where the key is taken.
 */
export function addEntry(
  list: ExistingList,
  entry: ListEntry,
  taken: (key: string) => boolean,
): { readonly edits: readonly Edit[]; readonly key: string } | undefined {
  const { uri, parsed, rows } = list;
  const model = rows.find((row) => holdsFormsAlone(row, parsed.source));
  if (!model) return undefined;
  const key = model.key === undefined ? entry.short : keyLike(model.key, entry.short);
  if (key === '' || taken(key)) return undefined;
  const edits = insertions([entry], rows, parsed.source, model);
  return { edits: edits.map((edit) => ({ uri, ...edit })), key };
}

/** True for a row without plural forms, remarks and the like, which another entry cannot take over. */
function holdsFormsAlone({ span, shortSpan, longSpan, key }: Row, source: string): boolean {
  const [first, second] = [shortSpan, longSpan].sort((a, b) => a.start - b.start) as [Span, Span];
  const rest = [
    source.slice(span.start, first.start),
    source.slice(first.end, second.start),
    source.slice(second.end, span.end),
  ];
  const [before] = rest;
  const at = key === undefined ? -1 : wordIn(before!, key);
  if (at >= 0) rest[0] = before!.slice(0, at) + before!.slice(at + key!.length);
  return (rest.join(' ').match(/\\?[\p{L}@]+/gu) ?? []).every((word) => word.startsWith('\\') || FIELDS.has(word));
}

/** Names of the fields for the two forms and the key. */
const FIELDS: ReadonlySet<string> = new Set('key short long name shortname longname text description'.split(' '));

/** A row fewer; undefined where the list has no such row, or one that cites. */
export function removeRow({ uri, rows }: ExistingList, short: string): Edit | undefined {
  const row = rows.find((r) => r.short === short);
  return row && !row.cites ? { uri, span: withSeparator(row, rows), newText: '' } : undefined;
}

/**
 * The smallest edits that bring the list up to date. New rows look like the first one; the wording of old ones stays. A list is
 * not emptied: where the text uses nothing of it, it may be of another text, or of one that is still to be written.
 */
export function refresh(list: ExistingList, entries: readonly ListEntry[]): Edit[] {
  const { uri, parsed, rows, used } = list;
  const declared = rows.some((row) => row.key !== undefined);
  const missing = entries.filter(({ short }) => !rows.some((row) => row.short === short));
  const unused = declared ? [] : rows.filter(({ short, cites }) => !used.has(short) && !cites);
  const superfluous = unused.length < rows.length || missing.length > 0 ? unused : [];
  const kept = rows.filter((row) => !superfluous.includes(row));
  const removed = superfluous.map((row): Edit => ({ uri, span: withSeparator(row, rows), newText: '' }));
  const added = insertions(missing, kept.length > 0 ? kept : rows, parsed.source);
  // An editor takes a new row and an old one at the same place in this order only.
  return [...added.map((edit) => ({ uri, ...edit })), ...removed];
}

/** A row that shares its line goes with what separates it from the next, or the last one from the one before. */
function withSeparator(row: Row, rows: readonly Row[]): Span {
  if (row.ownLines) return row.span;
  const i = rows.indexOf(row);
  const next = rows[i + 1];
  if (next) return { start: row.span.start, end: next.span.start };
  return { start: rows[i - 1]?.span.end ?? row.span.start, end: row.span.end };
}

function insertions(
  missing: readonly ListEntry[],
  rows: readonly Row[],
  source: string,
  model: Row = rows[0]!,
): Omit<Edit, 'uri'>[] {
  const byPlace = new Map<number, string>();
  const separator = model.ownLines ? '' : separatorOf(rows, source);
  for (const entry of missing) {
    const next = rows.find((row) => byAlphabet(row.short, entry.short) > 0);
    const at = next ? next.span.start : rows[rows.length - 1]!.span.end;
    const like = likeRow(model, entry, source);
    const row = model.ownLines && !like.endsWith('\n') ? withLineEndsOf(source, `${like}\n`) : like;
    byPlace.set(at, (byPlace.get(at) ?? '') + (next ? row + separator : separator + row));
  }
  return [...byPlace].map(([at, text]) => {
    // The last line of a file may lack its line end.
    const newText = model.ownLines && at > 0 && source[at - 1] !== '\n' ? withLineEndsOf(source, `\n${text}`) : text;
    return { span: { start: at, end: at }, newText };
  });
}

/** What is between two rows that share a line. */
const separatorOf = ([a, b]: readonly Row[], source: string): string =>
  a && b ? source.slice(a.span.end, b.span.start) : '; ';

/** A row in the shape of another: what is before, between and after its two forms stays. */
function likeRow({ span, shortSpan, longSpan, key }: Row, { short, long }: ListEntry, source: string): string {
  const inOrder = shortSpan.start < longSpan.start;
  const [first, second] = inOrder ? [shortSpan, longSpan] : [longSpan, shortSpan];
  const before = withKey(source.slice(span.start, first.start), key, short);
  const between = source.slice(first.end, second.start);
  const [shown, meant] = [valueAt(shortSpan.start, short, source), valueAt(longSpan.start, long, source)];
  return `${before}${inOrder ? shown : meant}${between}${inOrder ? meant : shown}${source.slice(second.end, span.end)}`;
}

/** In a list of settings of LaTeX (`long = 1,3-dioxolane`) a comma would end the value: it goes into braces. */
const valueAt = (at: number, text: string, source: string): string =>
  /=\s*$/.test(source.slice(Math.max(0, at - 10), at)) && /[,=]/.test(text) ? `{${text}}` : text;

/** Keys are written as the other one is: all small, or as the short form. */
function withKey(before: string, key: string | undefined, short: string): string {
  const at = key === undefined ? -1 : wordIn(before, key);
  if (key === undefined || at < 0) return before;
  return before.slice(0, at) + keyLike(key, short) + before.slice(at + key.length);
}

const keyLike = (key: string, short: string): string =>
  (key === key.toLowerCase() ? short.toLowerCase() : short).replace(/[^\p{L}\p{N}-]/gu, '');

/** Where a key is a word, and not a part of another: `s` of `\DeclareAcronym{s}{short = `. */
function wordIn(text: string, key: string): number {
  const isPart = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  let at = text.indexOf(key);
  while (at >= 0 && (isPart(at - 1) || isPart(at + key.length))) at = text.indexOf(key, at + 1);
  return at;
}
