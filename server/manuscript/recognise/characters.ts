/* Characters of numbers and units by their UTF-16 code. */

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** A letter of the Latin or Greek alphabet; both Greek and micro μ, Å and Ω in either code. */
export const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  c === 0xb5 ||
  (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x370 && c <= 0x3ff) ||
  c === 0x2126 ||
  c === 0x212b;

/**
 * For regular expressions: letters that go on in a word. Chinese, Japanese and Korean leave no space beside a formula, so that theirs
 * do not.
 */
export const WORD_LETTER = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{L}`;

/** Space, line break, no-break and thin spaces. */
export const isSpace = (c: number): boolean =>
  c === 32 || c === 10 || c === 0xa0 || c === 0x202f || (c >= 0x2002 && c <= 0x200a);

/** Hyphens, en dash, minus. */
export const isMinus = (c: number): boolean => c === 45 || (c >= 0x2010 && c <= 0x2013) || c === 0x2212;

/** Offset after at most two spaces. */
export function skipSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && at < from + 2 && isSpace(text.charCodeAt(at))) at++;
  return at;
}
