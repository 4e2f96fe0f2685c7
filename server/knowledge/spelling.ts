import { irregularPlural } from '../base/plural';
import type { Name } from './species';

const DASHES = /[‐‑‒–—−]/g;
const SEPARATORS = /[^\p{L}\p{N}]+/u;
const GREEK: readonly (readonly [string, string])[] = [
  ['α', 'alpha'],
  ['β', 'beta'],
  ['γ', 'gamma'],
  ['δ', 'delta'],
  ['ε', 'epsilon'],
  ['ω', 'omega'],
];
/** British and American spellings inside names. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['sulph', 'sulf'],
  ['aluminium', 'aluminum'],
  ['caesium', 'cesium'],
];

/** What a name must hold to have more than one spelling. */
const VARIABLE = /sul(?:f|ph)|alumini?um|ca?esium|alpha|beta|gamma|delta|epsilon|omega|[^\x20-\x7e]/i;

/** True for short forms, which are found in their exact case: `FEC`, `2-MeTHF`, `NMC811`, `Pyr14TFSI`; not for words. */
export function isShortForm(text: string, kind: Name['kind']): boolean {
  if (kind === 'abbreviation') return true;
  if (kind === 'common' || kind === 'iupac') return false;
  return !text.includes(' ') && /[A-Z].*[A-Z0-9]|[0-9].*[A-Z]/.test(text) && !/[a-z]{4}/.test(text);
}

/** A short form with plain hyphens and spaces. */
export const plainShort = (short: string): string =>
  PLAIN.test(short) ? short.trim() : composed(short).replace(DASHES, '-').replaceAll('\u00A0', ' ').trim();

/**
 * Spellings under which a short form is found: as written, its parts joined by a hyphen, a space or nothing.
 * `NMC811` → `NMC811`, `NMC-811`, `NMC 811`. A bond keeps its dash: `B-O`.
 */
export function shortSpellings(short: string): readonly string[] {
  const plain = plainShort(short);
  const parts = plain.split(/[- ]|(?<=[A-Z]{2})(?=\d{2})/);
  const isBond = parts.every((part) => part.length === 1);
  if (parts.length === 1 || parts.length > 4 || parts.includes('') || isBond) return [plain];
  return [...new Set([plain, parts.join(''), parts.join('-'), parts.join(' ')])];
}

/** Spellings of a name: Greek letters as letters and as words, British and American, plurals that take more than an s. */
export function nameSpellings(name: string): readonly string[] {
  const plural = irregularPlural(name);
  return plural ? [...variants(name), ...variants(plural)] : variants(name);
}

function variants(name: string): readonly string[] {
  if (!VARIABLE.test(name)) return [name];
  const found = new Set([composed(name).toLowerCase().replaceAll('ϵ', 'ε')]);
  for (const [a, b] of [...SPELLINGS, ...GREEK.filter(([letter, word]) => isLocant(name, letter, word))]) {
    for (const text of [...found]) {
      if (text.includes(a)) found.add(text.replaceAll(a, b));
      else if (text.includes(b)) found.add(text.replaceAll(b, a));
    }
  }
  return [...found];
}

/** True where the Greek letter stands by itself, as in `ε-caprolactam`: `alpha` of `alphabet` does not. */
const isLocant = (name: string, letter: string, word: string): boolean =>
  name
    .toLowerCase()
    .replaceAll('ϵ', 'ε')
    .split(SEPARATORS)
    .some((part) => part === letter || part === word);

/** Letters and digits of a name in lower case, without what separates them: `bis(oxalato)borate` → `bisoxalatoborate`. */
export const foldName = (name: string): string => foldedParts(name).join('');

/** The runs of letters and digits of a name, in lower case. */
export function foldedParts(name: string): readonly string[] {
  const lower = name.toLowerCase();
  return (PLAIN.test(lower) ? lower.match(/[a-z0-9]+/g) : composed(lower).match(/[\p{L}\p{N}]+/gu)) ?? [];
}

/** Accents as one character with their letter. Only then is the normalizer asked, which takes milliseconds to wake. */
const composed = (text: string): string => (/[\u0300-\u036f]/.test(text) ? text.normalize('NFC') : text);

const PLAIN = /^[\x20-\x7e]*$/;
