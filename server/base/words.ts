/** Up to here a table tells letters and digits; what lies above is rare in papers. */
const TABLE_SIZE = 0x2c00;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
let table: Uint8Array | undefined;

/** True for the UTF-16 code unit of a letter or digit; half of a surrogate pair counts as a letter. */
export function isWordCode(code: number): boolean {
  table ??= Uint8Array.from({ length: TABLE_SIZE }, (_, c) => Number(LETTER_OR_DIGIT.test(String.fromCharCode(c))));
  if (code < TABLE_SIZE) return table[code] === 1;
  return (code >= 0xd800 && code <= 0xdfff) || LETTER_OR_DIGIT.test(String.fromCharCode(code));
}

/** Calls `visit` for each run of letters and digits in `[start, end)` of the text, in order. */
export function eachWord(text: string, start: number, end: number, visit: (start: number, end: number) => void): void {
  let at = start;
  while (at < end) {
    while (at < end && !isWordCode(text.charCodeAt(at))) at++;
    const from = at;
    while (at < end && isWordCode(text.charCodeAt(at))) at++;
    if (at > from) visit(from, at);
  }
}

/**
 * Calls `visit` for the start of each word in the text whose first UTF-16 unit is among `initials`. Faster than
 * `eachWord` where few words are wanted.
 */
export function eachWordWith(initials: ReadonlySet<number>, text: string, visit: (start: number) => void): void {
  const wanted = Uint8Array.from({ length: TABLE_SIZE }, (_, c) => Number(initials.has(c)));
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isWanted = code < TABLE_SIZE ? wanted[code] === 1 : initials.has(code);
    if (isWanted && (at === 0 || !isWordCode(text.charCodeAt(at - 1)))) visit(at);
  }
}

/** End of the word that the offset lies in. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end;
}
