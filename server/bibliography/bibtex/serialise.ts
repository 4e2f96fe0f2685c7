import type { Author, Reference } from '../reference';
import { alignedStarts } from './alignment';
import { entex } from './entex';
import { inOrder } from './fieldOrder';
import { type BibStyle, DEFAULT_STYLE, type LetterCase } from './style';

/**
 * A reference as a BibTeX entry, without a line break at its end. `macros` maps texts to the `@string` that holds them.
 * Words of the title whose capitals matter are in braces.
 */
export function toBibtex(
  reference: Reference,
  style: BibStyle = DEFAULT_STYLE,
  macros?: ReadonlyMap<string, string>,
): string {
  const type = inCase(bibtexType(reference, style), style.typeCase);
  const values = new Map(fieldsOf(reference, style));
  const names = inOrder([...values.keys()], style.order);
  const starts = alignedStarts(
    names.map((name) => inCase(name, style.fieldCase)),
    style,
  );
  const fields = names.map((name, at) => {
    const value = values.get(name)!;
    const macro = MACRO_FIELDS.has(name) ? macros?.get(value) : undefined;
    const isNumber = style.bareNumbers && /^\d+$/.test(value);
    return starts[at]! + (macro ?? (isNumber ? value : delimited(tex(name, value, style), style)));
  });
  return laidOut(`@${type}{${reference.key}`, fields, style);
}

/** An entry of its beginning `@article{key` and its fields. */
export function laidOut(head: string, fields: readonly string[], style: BibStyle): string {
  const { indent, newline, trailingComma, closesOnOwnLine } = style;
  const separator = indent === undefined ? ', ' : `,${newline}${indent}`;
  const body = [head, ...fields].join(separator);
  return `${body}${trailingComma ? ',' : ''}${closesOnOwnLine && indent !== undefined ? newline : ''}}`;
}

function bibtexType({ type, genre }: Reference, { biblatex }: BibStyle): string {
  if (biblatex && BIBLATEX_TYPES[type]) return BIBLATEX_TYPES[type];
  if (type === 'thesis' && genre?.startsWith('Master')) return 'mastersthesis';
  return BIBTEX_TYPES[type] ?? 'misc';
}

const BIBLATEX_TYPES: Readonly<Record<string, string>> = {
  thesis: 'thesis',
  report: 'report',
  webpage: 'online',
  software: 'software',
  dataset: 'dataset',
};

const BIBTEX_TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  thesis: 'phdthesis',
  report: 'techreport',
  manuscript: 'unpublished',
};

function* fieldsOf(reference: Reference, style: BibStyle): Generator<[string, string]> {
  const { authors, moreAuthors, editors, title, container, publisher, year, volume, issue, pages, doi, url, type } =
    reference;
  const { others = {} } = reference;
  const [journal, yearName] = style.biblatex ? ['journaltitle', 'date'] : ['journal', 'year'];
  const isPart = type === 'chapter' || type === 'paper-conference';
  if (authors.length > 0) yield ['author', names(authors, moreAuthors, style)];
  if (editors) yield ['editor', names(editors, false, style)];
  if (title) yield ['title', title];
  const kind = kindField(reference, style);
  if (kind) yield ['type', kind];
  if (container) yield [isPart ? 'booktitle' : journal, container];
  if (publisher) yield [PUBLISHER_FIELD[bibtexType(reference, style)] ?? 'publisher', publisher];
  if (year !== undefined) yield [yearName, String(year)];
  if (volume) yield ['volume', volume];
  if (issue) yield ['number', issue];
  if (pages) yield ['pages', pages];
  if (doi) yield ['doi', doi];
  // The address of a preprint is made of its number.
  if (url && !(others.eprint && /^https:\/\/arxiv\.org\/abs\//.test(url))) yield ['url', url];
  yield* Object.entries(others);
}

/** Of entry types that have no publisher: styles would not print it. */
const PUBLISHER_FIELD: Readonly<Record<string, string>> = {
  phdthesis: 'school',
  mastersthesis: 'school',
  thesis: 'school',
  techreport: 'institution',
  report: 'institution',
  misc: 'howpublished',
};

/** What the entry type does not say; a thesis of unknown degree is not to be printed as one of a doctor. */
function kindField(reference: Reference, style: BibStyle): string | undefined {
  const said = SAID[bibtexType(reference, style)];
  const { type, genre = type === 'thesis' ? 'Thesis' : undefined } = reference;
  return genre === said ? undefined : genre;
}

const SAID: Readonly<Record<string, string>> = { phdthesis: 'PhD thesis', mastersthesis: 'Master’s thesis' };

const MACRO_FIELDS: ReadonlySet<string> = new Set([
  'journal',
  'journaltitle',
  'booktitle',
  'publisher',
  'school',
  'institution',
]);

/** Joined names are TeX already; the other values are still plain text. */
function tex(name: string, value: string, style: BibStyle): string {
  if (name === 'author' || name === 'editor') return value;
  if (name === 'doi' || name === 'url') return value.replace(/[{}]/g, '');
  if (name === 'title')
    return style.doubleBraced ? `{${entex(value, style.ascii)}}` : protectedTitle(value, style.ascii);
  if (name === 'pages') return entex(value, style.ascii).replace('--', style.pageDash);
  return entex(value, style.ascii);
}

function names(authors: readonly Author[], others: boolean | undefined, style: BibStyle): string {
  return [...authors.map((author) => oneName(author, style)), ...(others ? ['others'] : [])].join(' and ');
}

/** `Last, Jr, First` or `First Last`; an institution is in braces. */
function oneName({ family, given, suffix }: Author, { ascii, givenFirst, biblatex }: BibStyle): string {
  const part = (text: string): string => (ascii || biblatex ? entex(text, ascii) : withTexInitials(entex(text, ascii)));
  // A part that holds a comma or an “and” is not to be cut there.
  const guarded = (text: string): string => (/,|\band\b|=/i.test(text) ? `{${part(text)}}` : part(text));
  if (!given) return `{${part(family)}}`;
  if (givenFirst && !suffix && isGiven(given) && isFamily(family)) return `${part(given)} ${part(family)}`;
  return [guarded(family), suffix && guarded(suffix), guarded(given)].filter(Boolean).join(', ');
}

/** BibTeX shortens a name to its first bytes, and half a letter of UTF-8 ends LaTeX; it takes a command in braces as one letter. */
const withTexInitials = (name: string): string => name.replace(INITIAL, (letter) => entex(letter, true));
const INITIAL = /(?<=^|[\s.-])(?!\p{ASCII})\p{Script=Latin}/gu;

/** Without a comma, BibTeX takes the last word, and words in small letters before it, for the family. */
const isGiven = (text: string): boolean => /^\p{Lu}[^\s,=]*(?: \p{Lu}[^\s,=]*)*$/u.test(text) && !/\band\b/i.test(text);
const isFamily = (text: string): boolean => /^(?:\p{Ll}+ )*\p{Lu}[^\s,=]*$/u.test(text) && !/\band\b/i.test(text);

/** Words with capitals that a style must not lower are in braces: `{SEI}`, `{Li}`, `{LiPF$_6$}`. */
export const protectedTitle = (title: string, ascii: boolean): string =>
  title
    .split(/([\s–—-]+|[,:;.?!()]+(?=[\s–—-]|$)|(?<=^|\s)\(|\/)/)
    .map((word) => (CAPITALS_MATTER.test(word) ? `{${entex(word, ascii)}}` : entex(word, ascii)))
    .join('');

/** A capital inside a word, one before an index, or the symbol of an element that is met in titles. */
const CAPITALS_MATTER =
  /.\p{Lu}|\p{Lu}[\d₀-₉]|^(?:Li|Na|Mg|Ca|Al|Zn|Si|Sn|Ge|Fe|Co|Ni|Cu|Mn|Ti|Zr|La|Nb|Ta|Sb|Ag|Au|[KVFSPC])$/u;

function delimited(value: string, { delimiter }: BibStyle): string {
  return delimiter === 'quote' && !value.includes('"') ? `"${value}"` : `{${value}}`;
}

export const inCase = (name: string, letters: LetterCase): string =>
  letters === 'lower' ? name : letters === 'upper' ? name.toUpperCase() : name[0]!.toUpperCase() + name.slice(1);
