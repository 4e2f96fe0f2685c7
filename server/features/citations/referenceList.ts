import type { Edit } from '../../base/edit';
import { withLineEndsOf } from '../../base/lines';
import { entex } from '../../bibliography/bibtex/entex';
import { formatReference } from '../../bibliography/format';
import type { Journals } from '../../bibliography/journals';
import { newKey } from '../../bibliography/keys/newKey';
import { type ItemForm, readForm } from '../../bibliography/list/form';
import { writeItem } from '../../bibliography/list/item';
import { numberedList } from '../../bibliography/list/numbered';
import { normalise, wordsOf } from '../../bibliography/normalise';
import type { Reference } from '../../bibliography/reference';
import { foldTitle } from '../../bibliography/title';
import { FORMATS } from '../../text';
import { IN_BRACKETS, type NumberMark } from '../../text/citing/numbered';
import type { ParsedFile } from '../../text/parsedFile';
import type { ManuscriptContext } from '../../workspace/workspace';

/** A list of references that is in the manuscript itself. */
export interface ReferenceList {
  readonly uri: string;
  /** Where numbers are cited, not keys: how. */
  readonly numbers?: NumberMark;
  readonly items: readonly ListItem[];
  /** After its last item. */
  readonly end: number;
  /** Everything of an item before its text: `\bibitem{`, `[12] `. */
  readonly head: (key: string, work: Reference) => string;
  readonly gap: string;
}

interface ListItem {
  readonly key: string;
  readonly text: string;
}

/** The list that the manuscript is read with: `thebibliography`, or numbered lines at the end of a text that cites them as [1]. */
export function referenceList({ manuscript: { files } }: ManuscriptContext): ReferenceList | undefined {
  for (const { uri, parsed } of files) {
    const { format, source } = parsed;
    if (format === 'latex' && !/\.bbl$/i.test(uri)) {
      const list = parsed.bibitems.length > 0 ? bibitems(uri, source) : emptyList(uri, source);
      if (list) return list;
    }
    if (FORMATS[format].citing.worksBy !== 'key' && !citesKeys(parsed)) {
      const list = numbered(uri, source);
      if (list) return list;
    }
  }
  return undefined;
}

const citesKeys = ({ citations }: ParsedFile): boolean => citations.some(({ keys }) => keys.length > 0);

/** The entries that works get at the end of the list, and the keys or numbers to cite. */
export function addToList(
  list: ReferenceList,
  works: readonly Reference[],
  { bibliography, manuscript }: ManuscriptContext,
): { edits: readonly Edit[]; keys: readonly string[] } {
  const { uri, items, end, numbers: mark } = list;
  const { journals } = manuscript.catalogue;
  const listed = [...(bibliography.files.find((file) => file.uri === uri)?.file.entries ?? [])];
  const form = [...items].reverse().flatMap(({ text }) => readForm(text, journals) ?? [])[0];
  const keys: string[] = [];
  let added = '';
  for (const work of works) {
    const present = items.find(({ text }) => isOf(work, text));
    if (present) {
      keys.push(present.key);
      continue;
    }
    const numbers = [...items.map(({ key }) => key), ...keys].map(Number);
    const key = mark ? String(Math.max(0, ...numbers) + 1) : newKey({ entries: listed, problems: [] }, work, 'file');
    keys.push(key);
    listed.push({ reference: { ...work, key }, span: NOWHERE, keySpan: NOWHERE });
    added += list.gap + list.head(key, work) + itemText(work, form, journals, !mark);
  }
  return { edits: added === '' ? [] : [{ uri, span: { start: end, end }, newText: added }], keys };
}

/** An item of this work: it has its DOI or its title, or its first author, volume and page in this order. */
function isOf({ doi, title, authors, volume, pages }: Reference, text: string): boolean {
  if (doi && text.toLowerCase().includes(doi.toLowerCase())) return true;
  if (title && foldTitle(title).length > 20 && foldTitle(text).includes(foldTitle(title))) return true;
  let words = wordsOf(normalise(text));
  for (const part of [authors[0]?.family.split(' ').at(-1), volume, pages?.split('–')[0]]) {
    const [first, ...rest] = part === undefined ? [] : wordsOf(normalise(part));
    const at = first === undefined ? -1 : words.indexOf(first);
    if (at < 0 || !rest.every((word) => words.includes(word))) return false;
    words = words.slice(at + 1);
  }
  return true;
}

/** A work that is still to be written has no place. */
const NOWHERE = { start: 0, end: 0 };

function itemText(work: Reference, form: ItemForm | undefined, journals: Journals, isTex: boolean): string {
  const tex = (text: string): string => (isTex ? entex(text, false) : text);
  return form ? writeItem(work, form, journals, tex) : tex(formatReference(work));
}

const BIBITEM = /\\bibitem\s*(\[[^\]]*\])?\s*\{([^}]*)\}(\s*)([\s\S]*?)(?=\\bibitem\b|$)/g;

function bibitems(uri: string, source: string): ReferenceList | undefined {
  const begin = source.search(/\\bibitem\b/);
  const close = source.indexOf('\\end{thebibliography}', begin);
  const found = [...source.slice(begin, close < 0 ? source.length : close).matchAll(BIBITEM)];
  const last = found.at(-1);
  if (!last) return undefined;
  const [, label, , space = ''] = last;
  const between = /\s*$/.exec(source.slice(begin, begin + last.index))![0];
  return {
    uri,
    items: found.map((match) => ({
      key: match[2]!.trim(),
      text: match[4]!
        .trim()
        .replace(/\\newblock\s*/g, '')
        .replace(/\s*\n\s*/g, ' '),
    })),
    end: begin + last.index + last[0].trimEnd().length,
    head: (key, work) => `\\bibitem${label === undefined ? '' : `[${labelOf(work)}]`}{${key}}${space}`,
    gap: between || withLineEndsOf(source, '\n'),
  };
}

/** `thebibliography` to which no item has been written yet. */
function emptyList(uri: string, source: string): ReferenceList | undefined {
  const begin = /^[^%\n]*\\begin\s*\{thebibliography\}\s*\{[^{}\n]*\}/m.exec(source);
  if (!begin) return undefined;
  const end = begin.index + begin[0].length;
  const gap = withLineEndsOf(source, '\n');
  return { uri, items: [], end, head: (key) => `\\bibitem{${key}} `, gap };
}

/** As natbib reads it: names, and the year in parentheses. */
function labelOf({ authors, moreAuthors, year }: Reference): string {
  const [first, second, third] = authors.map(({ family }) => entex(family, false));
  const names = third || moreAuthors ? `${first} et~al.` : [first, second].filter(Boolean).join(' and ');
  return `${names}(${year ?? ''})`;
}

function numbered(uri: string, source: string): ReferenceList | undefined {
  const list = numberedList(source);
  if (!list) return undefined;
  const { indent, open, close, space, gap, cited = IN_BRACKETS } = list;
  return {
    uri,
    numbers: cited,
    items: list.items.map(({ number, text }) => ({ key: number, text })),
    end: list.items.at(-1)!.end,
    head: (key) => `${indent}${open}${key}${close}${space}`,
    gap,
  };
}
