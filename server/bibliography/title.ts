import { normalise, wordsOf } from './normalise';

/** A title for comparing: letters and digits only, one spelling for the British and the American ones. */
export function foldTitle(title: string): string {
  return oneSpelling(wordsOf(normalise(title)).join(''));
}

/** Words in lower case, British and American spellings made the same letters, which need not be a word. */
export function oneSpelling(words: string): string {
  let folded = words;
  for (const [spelling, other] of SPELLINGS) folded = folded.replace(spelling, other);
  return folded;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/our/g, 'or'],
  [/([iy])s(?=[aei])/g, '$1z'],
  [/sulph/g, 'sulf'],
  [/aluminium/g, 'aluminum'],
  [/caes/g, 'ces'],
  [/(cent|met|lit|fib)re/g, '$1er'],
  [/ageing/g, 'aging'],
  [/ll(?=ing|ed|er)/g, 'l'],
  [/grey/g, 'gray'],
  [/ogue/g, 'og'],
  [/fence/g, 'fense'],
  [/programme/g, 'program'],
];

const SUBTITLE = /\s*(?::|;|—|–(?=\s)|\s-(?=\s)|[.?!](?=\s+\p{Lu}))\s*/u;

/** What is before the subtitle; undefined for a title without one. */
export function mainTitle(title: string): string | undefined {
  const at = SUBTITLE.exec(title)?.index;
  return at === undefined ? undefined : title.slice(0, at);
}

/** Empty where there is none. */
export function subtitle(title: string): string {
  const mark = SUBTITLE.exec(title);
  return mark ? title.slice(mark.index + mark[0].length) : '';
}
