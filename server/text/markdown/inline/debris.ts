import type { InlineCursor } from './cursor';

/** `sul /uniFB01 de`: a ligature that a PDF converter set off by spaces. */
export function ligature(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const letters = LIGATURES[source[at + 7] ?? ''];
  if (!letters) return at + 1;
  let from = at;
  if (source[at - 1] === ' ' && at > c.text && !endsWholeWord(source, at - 1)) from--;
  const to = at + 8 < end && source[at + 8] === ' ' ? at + 9 : at + 8;
  return c.put(letters, from, to);
}

/** `GLYPH&lt;0&gt;` stands for a minus sign that a PDF converter did not know. */
export function glyph(c: InlineCursor, at: number): number {
  const match = /^GLYPH(?:&lt;|<)\d{1,4}(?:&gt;|>) ?/.exec(c.source.slice(at, Math.min(c.end, at + 20)));
  return match ? c.put('−', at, at + match[0].length) : at + 5;
}

const LIGATURES: Readonly<Record<string, string>> = { 0: 'ff', 1: 'fi', 2: 'fl', 3: 'ffi', 4: 'ffl' };

/** Words that are whole before a ligature: in `the /uniFB01 eld` the space is a space, in `sul /uniFB01 de` it is to be removed. */
const WHOLE_WORDS = new Set(
  'a an and are as at be been both but by can each for from has have high how in into is it its more no not of on one or our that the their them then these they this to two via was we well were which while with first low good best new all'.split(
    ' ',
  ),
);

function endsWholeWord(source: string, end: number): boolean {
  const word = /[A-Za-z]*$/.exec(source.slice(Math.max(0, end - 20), end))?.[0] ?? '';
  return word === '' || WHOLE_WORDS.has(word.toLowerCase());
}
