/* Names are found in any case: letters and digits folded, and what may be between the parts of a name told apart. */

export const SEPARATOR = 1;
export const OPENING = '([{';
export const CLOSING = ')]}';
export const HYPHENS = '-\u00AD‐‑‒–−';
export const BLANKS = ' \u00A0\u2009\u202F';
const MARKS = ",'′″’/@·:+";
/** Code unit → lower-case letter or digit, 1 for what may separate the parts of a name, 0 for what ends it. */
const FOLDED = new Uint16Array(0x10000);
for (let code = 0; code < 0x400; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  const isLetter = lower !== character.toUpperCase();
  if (isLetter || (character >= '0' && character <= '9')) FOLDED[code] = lower.charCodeAt(0);
}
FOLDED['ϵ'.charCodeAt(0)] = 'ε'.charCodeAt(0);
for (const mark of `${OPENING}${CLOSING}${HYPHENS}${BLANKS}${MARKS}`) FOLDED[mark.charCodeAt(0)] = SEPARATOR;

/** The code unit at `at` as it counts in names: folded, `SEPARATOR`, or 0. */
export const foldAt = (text: string, at: number): number => FOLDED[text.charCodeAt(at)]!;

/** True where no word goes on. */
export const isBoundary = (text: string, at: number, limit: number): boolean =>
  at >= limit || foldAt(text, at) <= SEPARATOR;
