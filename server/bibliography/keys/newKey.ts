import { normalise, wordsOf } from '../normalise';
import type { BibliographyFile, Reference } from '../reference';
import { keyAfter, keyPattern } from './pattern';
import { people } from './words';

/** Where the key of a new entry comes from. */
export type KeySource = 'file' | 'work';

/**
 * A key that the file does not have: made as the others of the file are, or, for a work of the writer's own library, the one it
 * has there. Where that is taken, a letter or the next number follows. BibTeX does not tell case apart.
 */
export function newKey(file: BibliographyFile, reference: Reference, from: KeySource): string {
  const keys = [...file.entries.map((entry) => entry.reference.key), ...(file.acronyms ?? []).map(({ key }) => key)];
  const taken = new Set(keys.map((key) => key.toLowerCase()));
  const isFree = (key: string): boolean => !taken.has(key.toLowerCase());
  if (from === 'work' && isKey(reference.key) && isFree(reference.key)) return reference.key;
  const numbered = nextNumber(file.entries.map((entry) => entry.reference.key));
  if (numbered !== undefined && isFree(numbered)) return numbered;
  const pattern = keyPattern(file.entries);
  const made = pattern && keyAfter(pattern, reference);
  const base = made !== undefined && isKey(made) ? made : usualKey(reference);
  if (isFree(base)) return base;
  for (let count = 0; ; count++) {
    const key = base + letters(count);
    if (isFree(key)) return key;
  }
}

/** `a` … `z`, `aa`, `ab` … */
const letters = (count: number): string =>
  (count >= 26 ? letters(Math.floor(count / 26) - 1) : '') + String.fromCharCode(97 + (count % 26));

/** One word without what BibTeX or TeX reads as something else. */
const isKey = (key: string): boolean => /^[^\s,{}"=#%@\\~'()]+$/.test(key);

/** The key it comes with, without the letter that told it from others there; else `Peled1979`. */
function usualKey(reference: Reference): string {
  const { key, title, year } = reference;
  if (isKey(key)) return year === undefined ? key : key.replace(new RegExp(`(?<=${year})[a-z]$`), '');
  const name = wordsOf(normalise(people(reference)[0]?.family ?? title ?? '')).find((word) => /^[a-z]/.test(word));
  const shown = name ?? 'work';
  return shown[0]!.toUpperCase() + shown.slice(1) + (year ?? '');
}

/** `ref7` after `ref1` … `ref6`, `B08x` after `B07x`: the next number of a series, with the zeros of the others. */
function nextNumber(keys: readonly string[]): string | undefined {
  const last = keys.at(-1) ?? '';
  for (const { 0: digits, index } of last.matchAll(/\d{1,5}/g)) {
    const [prefix, suffix] = [last.slice(0, index), last.slice(index + digits.length)];
    const numbers = keys.flatMap((key) => numberIn(key, prefix, suffix) ?? []);
    if (numbers.length < 3 || numbers.length < 0.8 * keys.length || numbers.some(isYear)) continue;
    const next = String(Math.max(...numbers.map(Number)) + 1);
    return prefix + next.padStart(digits.length, '0') + suffix;
  }
  return undefined;
}

function numberIn(key: string, prefix: string, suffix: string): string | undefined {
  if (!key.startsWith(prefix) || !key.endsWith(suffix)) return undefined;
  const digits = key.slice(prefix.length, key.length - suffix.length);
  return /^\d{1,5}$/.test(digits) ? digits : undefined;
}

const isYear = (digits: string): boolean => /^(?:1[89]|20)\d\d$/.test(digits);
