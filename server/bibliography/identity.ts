import { normaliseDoi } from './doi';
import { normalise, wordsOf } from './normalise';
import type { BibliographyFile, Entry, Reference } from './reference';

/** The key under which a file holds this work: same DOI, else same title and year, else same journal, volume and first page. */
export const existingKey = (file: BibliographyFile, reference: Reference): string | undefined =>
  existingEntry(file, reference)?.reference.key;

/** The entry of this work in a file. */
export function existingEntry(file: BibliographyFile, wanted: Reference): Entry | undefined {
  for (const identity of [byDoi, byTitle, byPlace]) {
    const id = identity(wanted);
    const found =
      id && file.entries.find(({ reference }) => identity(reference) === id && !contradicts(reference, wanted));
    if (found) return found;
  }
  return undefined;
}

const byDoi = ({ doi }: Reference): string | undefined => doi && normaliseDoi(doi);

const byTitle = ({ title, year }: Reference): string | undefined =>
  title && year ? `${plain(title)} ${year}` : undefined;

const byPlace = ({ container, volume, pages }: Reference): string | undefined =>
  container && volume && pages ? `${plain(container)} ${volume} ${pages.split('–')[0]}` : undefined;

const plain = (text: string): string => wordsOf(normalise(text)).join(' ');

/** Two DOIs are two works, whatever else is the same. */
function contradicts(a: Reference, b: Reference): boolean {
  const [one, other] = [byDoi(a), byDoi(b)];
  return one !== undefined && other !== undefined && one !== other;
}

/** The key of a reference, with a letter behind it where the file has that key already. BibTeX does not tell case apart. */
export function freeKey(file: BibliographyFile, reference: Reference): string {
  const keys = [...file.entries.map((entry) => entry.reference.key), ...(file.acronyms ?? []).map(({ key }) => key)];
  const taken = new Set(keys.map((key) => key.toLowerCase()));
  const base = isKey(reference.key) ? reference.key : madeKey(reference);
  if (!taken.has(base.toLowerCase())) return base;
  for (let count = 0; ; count++) {
    const key = base + letters(count);
    if (!taken.has(key.toLowerCase())) return key;
  }
}

/** `a` … `z`, `aa`, `ab` … */
const letters = (count: number): string =>
  (count >= 26 ? letters(Math.floor(count / 26) - 1) : '') + String.fromCharCode(97 + (count % 26));

/** One word without what BibTeX or TeX reads as something else. */
const isKey = (key: string): boolean => /^[^\s,{}"=#%@\\~'()]+$/.test(key);

/** `Peled1979` */
function madeKey({ authors, title, year }: Reference): string {
  const name = wordsOf(normalise(authors[0]?.family ?? title ?? '')).find((word) => /^[a-z]/.test(word)) ?? 'work';
  return name[0]!.toUpperCase() + name.slice(1) + (year ?? '');
}
