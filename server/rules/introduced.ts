import type { Span } from '../base/span';
import type { Prose } from '../text/prose';

/** So far a model number, a place or a bracket can be from its word. */
const REACH = 60;

/**
 * True where the author introduces a short form, even if its letters do not match: alone in brackets behind words
 * (`X-ray transmission microscopy (TXM)`) or before words in brackets (`PAN (polyacrylonitrile)`).
 */
export function isIntroduced({ text }: Prose, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  if (/\(\s?$/.test(before.slice(-2)) && /^\s?[),;]/.test(after) && /\p{Ll}{2,}[^.;()]*\(\s?$/u.test(before))
    return true;
  return (
    /^\s?\((?:i\.e\.,? )?\p{L}?\p{Ll}{3,}/u.test(after) && /^[^)]*\)/.test(after) && matchesInitial(text[start]!, after)
  );
}

/** `PAN (polyacrylonitrile)`, not `EIS (see below)`. */
const matchesInitial = (initial: string, after: string): boolean =>
  /\((?:i\.e\.,? )?(\p{L})/u.exec(after)?.[1]?.toLowerCase() === initial.toLowerCase();

/** States of the USA, as they stand behind a city. */
const STATES = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  ),
);

/** True for a word that is part of something else: a model (`JEM-2100F`), a licence (`CC BY`), a place (`Waltham, MA, USA`), a firm (`MTI Corp.`). */
export function isLabel({ text }: Prose, { start, end }: Span): boolean {
  const word = text.slice(start, end);
  const after = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - REACH), start);
  const isModel =
    /^[-‐]\d/.test(after) || /^ (?:\d+[A-Z]|[A-Z]+\d|\d{4})[\dA-Z]*\b/.test(after) || /^(?: NO\.| No\.|#)/.test(after);
  if (isModel) return true;
  if (word === 'CC' && /^[ -]BY\b/.test(after)) return true;
  if (/^,? (?:Corp|Inc|Ltd|LLC|GmbH|Co\b|Company)/.test(after) || /^ \(\p{Lu}\p{Ll}+, \p{Lu}[\p{L} .]+\)/u.test(after))
    return true;
  if (word.length === 2 && (/\p{Lu}{2,}[-‐]$/u.test(before) || /^[-‐]\p{Lu}{2,}/u.test(after))) return true;
  if (STATES.has(word) && /\p{Ll}, $/u.test(before) && /^(?:,|\)| \d{5}|$)/.test(after)) return true;
  return /\p{Lu}\p{Ll}+[-‐]$/u.test(before);
}
