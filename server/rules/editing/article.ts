/** `a` or `an` before a place, where the article must suit what comes. */
export function articleBefore(before: string): 'a' | 'an' | 'A' | 'An' | undefined {
  return /(?:^|[\s([“"‘\uFFFC])(an?) $/i.exec(before)?.[1] as 'a' | 'an' | 'A' | 'An' | undefined;
}

/** The article that words take; undefined where their sound is not known from the letters. */
export function articleOf(words: string): 'a' | 'an' | undefined {
  const first = /^[\p{L}\p{N}]+/u.exec(words)?.[0] ?? '';
  if (first.length === 1 || /\p{Lu}.*\p{Lu}|^[b-df-hj-np-tv-xz]+$/u.test(first)) return articleOfLetters(first);
  if (/^(?:eu|ewe|one|once|ous|uni(?!n|m)|use|usu|uti)/i.test(first)) return 'a';
  if (/^(?:hour|honest|honou?r|heir)/i.test(first)) return 'an';
  if (/^u/i.test(first)) return /^(?:ul|un|up|um)/i.test(first) ? 'an' : undefined;
  if (/^[aeio]/i.test(first)) return 'an';
  return /^[a-z]/i.test(first) ? 'a' : undefined;
}

/** Short forms are said letter by letter or as a word; undefined where that makes a difference and both may be. */
function articleOfLetters(short: string): 'a' | 'an' | undefined {
  const initial = short[0]!.toUpperCase();
  if ('AEIO'.includes(initial)) return 'an';
  if ('BCDGJKPQTVWYZ'.includes(initial)) return 'a';
  if (!/[A-Z]/.test(initial)) return undefined;
  if (initial === 'U') return short.length > 1 && /^U[A-Z]$/.test(short) ? 'a' : undefined;
  return isSpelledOut(short) ? 'an' : undefined;
}

/** `X`, `NMC`, `SEI`, `LLZO`, but not `SEM`, `NASICON`: no word in its letters. */
const isSpelledOut = (short: string): boolean =>
  short.length < 3 ||
  !/[AEIOUY]/i.test(short.slice(1)) ||
  BEGINS_NO_WORD.test(short) ||
  (short.length === 3 && !/^.[AEIOUY][^AEIOUY]/i.test(short));

/** Two consonants that no English word begins with. */
const BEGINS_NO_WORD = /^(?:[LMNRX][B-DF-HJ-NP-TV-XZ]|F[B-DF-HJKMNP-TV-XZ]|H[B-DF-HJ-NP-TV-XZ]|S[BDFGJRSVXZ])/;
