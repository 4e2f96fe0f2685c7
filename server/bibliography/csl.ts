import { present } from '../base/present';
import { bareDoi } from './doi';
import { htmlTitle } from './htmlTitle';
import type { Author, Reference } from './reference';

/** One item of CSL-JSON, as far as a `Reference` holds it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly genre?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly volume?: string;
  readonly issue?: string;
  /** Of a report or a patent. */
  readonly number?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly accessed?: CslDate;
  readonly edition?: string;
  readonly version?: string;
  readonly ISBN?: string;
  readonly 'collection-title'?: string;
  readonly 'chapter-number'?: string;
  readonly 'publisher-place'?: string;
}

/** Year, month and day, as far as they are known. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

export type CslName =
  | { readonly family: string; readonly given?: string; readonly suffix?: string }
  | { readonly literal: string };

/** What a `Reference` holds under `others`, and the variables of CSL for it; of two fields for one variable the first is read. */
const OTHERS = [
  ['edition', 'edition'],
  ['version', 'version'],
  ['isbn', 'ISBN'],
  ['series', 'collection-title'],
  ['chapter', 'chapter-number'],
  ['address', 'publisher-place'],
  ['location', 'publisher-place'],
] as const;

/** Types of which `issue` holds a number of their own. */
export const NUMBERED: ReadonlySet<string> = new Set(['report', 'patent', 'standard']);

/** The name under which Pandoc, too, has what BibTeX calls “and others”. */
const AND_OTHERS: CslName = { literal: 'others' };

/** A reference as an item of CSL-JSON. */
export function toCslJson(reference: Reference): CslItem {
  const { key, type, genre, authors, editors, title, container, publisher, year, volume, issue, pages, doi, url } =
    reference;
  const { moreAuthors, others = {} } = reference;
  return {
    id: key,
    type,
    ...(genre && { genre }),
    ...(authors.length > 0 && { author: [...authors.map(cslName), ...(moreAuthors ? [AND_OTHERS] : [])] }),
    ...(editors && { editor: editors.map(cslName) }),
    ...(title && { title }),
    ...(container && { 'container-title': container }),
    ...(publisher && { publisher }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(volume && { volume }),
    ...(issue && { [NUMBERED.has(type) ? 'number' : 'issue']: issue }),
    ...(pages && { page: pages.replace('–', '-') }),
    ...(doi && { DOI: doi }),
    ...(url && { URL: url }),
    ...(/^\d{4}(?:-\d\d?){0,2}$/.test(others.urldate ?? '') && {
      accessed: { 'date-parts': [others.urldate!.split('-').map(Number)] },
    }),
    ...Object.fromEntries(OTHERS.flatMap(([field, variable]) => (others[field] ? [[variable, others[field]]] : []))),
  };
}

const cslName = ({ family, given, suffix }: Author): CslName =>
  given ? { family, given, ...(suffix && { suffix }) } : { literal: family };

/** Reads one item of CSL-JSON or CSL-YAML; what has an unexpected shape is left out. `undefined` without an id. */
export function fromCsl(item: unknown): Reference | undefined {
  if (!isRecord(item)) return undefined;
  const key = text(item.id);
  if (key === undefined || key === '') return undefined;
  const year = yearOf(item.issued);
  const type = CSL_JSON_TYPES[text(item.type) ?? ''] ?? text(item.type) ?? 'document';
  const authors = names(item.author);
  const moreAuthors = authors.length > 1 && isOthers(authors.at(-1)!);
  const editors = names(item.editor);
  const doi = text(item.DOI);
  const number = text(item.number);
  const others = othersOf(item);
  const texts = {
    genre: text(item.genre),
    title: titleIn(item.title),
    container: titleIn(item['container-title']),
    publisher: text(item.publisher),
    volume: text(item.volume),
    issue: text(item.issue) ?? (NUMBERED.has(type) ? number : undefined),
    pages: pageRange(text(item.page) ?? (NUMBERED.has(type) ? undefined : number)),
    doi: doi && (bareDoi(doi) ?? doi),
    url: text(item.URL),
  };
  return {
    key,
    type,
    authors: moreAuthors ? authors.slice(0, -1) : authors,
    ...(moreAuthors && { moreAuthors }),
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...present(texts),
    ...(Object.keys(others).length > 0 && { others }),
  };
}

const isOthers = ({ family, given }: Author): boolean => family === 'others' && given === undefined;

function othersOf(item: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const found = OTHERS.filter(([field]) => field !== 'location').map(
    ([field, name]) => [field, text(item[name])] as const,
  );
  const accessed = isRecord(item.accessed) ? [item.accessed['date-parts']].flat(3) : [];
  const urldate = accessed.map((part) => text(part)?.padStart(2, '0')).join('-');
  return present({ ...Object.fromEntries(found), urldate });
}

/** Types that say more than we tell apart. */
const CSL_JSON_TYPES: Readonly<Record<string, string>> = {
  article: 'document',
  'post-weblog': 'webpage',
  post: 'webpage',
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Strings and numbers on one line; anything else is not text. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : typeof value === 'number' ? String(value) : undefined;

/** `33-35` → `33–35` */
export const pageRange = (pages: string | undefined): string | undefined =>
  pages?.replace(/(\d)\s?-+\s?(?=[A-Za-z]?\d)/, '$1–');

/** A title with tags of HTML; Crossref gives a list, with the title in other languages after the first. */
function titleIn(value: unknown): string | undefined {
  const title = text([value].flat()[0]);
  return title && htmlTitle(title);
}

function names(value: unknown): Author[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((name) => {
    const particle = text(name['non-dropping-particle']) ?? text(name['dropping-particle']);
    const family = [particle, text(name.family) ?? text(name.literal) ?? text(name.name)].filter(Boolean).join(' ');
    const given = text(name.given);
    const suffix = text(name.suffix);
    return family === '' ? [] : [{ family, ...(given && { given }), ...(suffix && { suffix }) }];
  });
}

function yearOf(issued: unknown): number | undefined {
  if (!isRecord(issued)) return yearIn(text(issued));
  const parts: unknown = issued['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts.flat()[0] : undefined;
  return yearIn(text(first) ?? text(issued.year) ?? text(issued.raw) ?? text(issued.literal));
}

/** The first number of four digits. */
export const yearIn = (value: string | undefined): number | undefined => {
  const digits = /(?<!\d)[12]\d{3}(?!\d)/.exec(value ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
};
