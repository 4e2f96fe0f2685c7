/** Up to here a table tells letters and digits; what lies above is rare in papers. */
const TABLE_SIZE = 0x2c00;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const TABLE = lettersAndDigits();

/** True for the UTF-16 code unit of a letter or digit; half of a surrogate pair counts as a letter. */
export function isWordCode(code: number): boolean {
  if (code < TABLE_SIZE) return TABLE[code] === 1;
  return (code >= 0xd800 && code <= 0xdfff) || LETTER_OR_DIGIT.test(String.fromCharCode(code));
}

function lettersAndDigits(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  const all = String.fromCharCode(...table.keys());
  for (const { index, 0: run } of all.matchAll(/[\p{L}\p{N}]+/gu)) table.fill(1, index, index + run.length);
  return table;
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

/** Runs of letters and digits of a text, in lowercase. */
export const lowercaseWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A letter or stop of a script that puts no spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、；：！？）】」』》]/u;

/** The end of the word that holds an offset in a text without spaces between words; the offset itself elsewhere. */
export function unspacedWordEnd(text: string, offset: number): number {
  if (!UNSPACED_LETTER.test(text[offset - 1] ?? '') || !UNSPACED_LETTER.test(text[offset] ?? '')) return offset;
  const from = Math.max(0, offset - LONGEST_RUN);
  const before = /[\p{L}]*$/u.exec(text.slice(from, offset))![0];
  const after = /^[\p{L}]*/u.exec(text.slice(offset, offset + LONGEST_RUN))![0];
  const start = offset - before.length;
  // It takes 13 ms to make, and few texts need it.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { index, segment } of segmenter.segment(before + after)) {
    const end = start + index + segment.length;
    if (end >= offset) return end;
  }
  return offset;
}

const UNSPACED_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LONGEST_RUN = 40;
/** Tells words of Chinese and Japanese apart by dictionaries. */
let segmenter: Intl.Segmenter | undefined;
