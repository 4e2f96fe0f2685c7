import { bareDoi } from './doi';
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
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

export type CslName =
  | { readonly family: string; readonly given?: string; readonly suffix?: string }
  | { readonly literal: string };

/** A reference as an item of CSL-JSON. */
export function toCslJson(reference: Reference): CslItem {
  const { key, type, genre, authors, editors, title, container, publisher, year, volume, issue, pages, doi, url } =
    reference;
  return {
    id: key,
    type,
    ...(genre && { genre }),
    ...(authors.length > 0 && { author: authors.map(cslName) }),
    ...(editors && { editor: editors.map(cslName) }),
    ...(title && { title }),
    ...(container && { 'container-title': container }),
    ...(publisher && { publisher }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(pages && { page: pages.replace('–', '-') }),
    ...(doi && { DOI: doi }),
    ...(url && { URL: url }),
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
  const editors = names(item.editor);
  const doi = text(item.DOI);
  const texts = {
    genre: text(item.genre),
    title: htmlFree(text(item.title)),
    container: htmlFree(text(item['container-title'])),
    publisher: text(item.publisher),
    volume: text(item.volume),
    issue: text(item.issue),
    pages: (text(item.page) ?? text(item.number))?.replace(/(\d)\s?-+\s?(?=[A-Za-z]?\d)/, '$1–'),
    doi: doi && (bareDoi(doi) ?? doi),
    url: text(item.URL),
  };
  return {
    key,
    type: CSL_JSON_TYPES[text(item.type) ?? ''] ?? text(item.type) ?? 'document',
    authors: names(item.author),
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value)),
  };
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

/** CSL titles may hold `<i>`, `<b>`, `<sub>`, `<sup>` and `<span …>`. */
const htmlFree = (title: string | undefined): string | undefined =>
  title?.replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]{0,200})?>/gi, '');

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
