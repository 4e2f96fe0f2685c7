import { oneSpelling } from '../title';

const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})ies$/u, 'y'],
  [/(?<=\p{L}(?:s|x|z|ch|sh))es$/u, ''],
  [/(?<=\p{L}{2}[^isu])s$/u, ''],
];

/** One form for singular and plural, British and American: `dendrites`, `ageing` and `modelling` as `dendrite`, `aging`, `modeling`. */
export function wordForm(word: string): string {
  if (/\P{L}/u.test(word)) return word;
  const plural = PLURALS.find(([ending]) => ending.test(word));
  return oneSpelling(plural ? word.replace(plural[0], plural[1]) : word);
}
