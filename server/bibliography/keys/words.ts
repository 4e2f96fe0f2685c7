import { once } from '../../base/once';
import { normalise, wordsOf } from '../normalise';
import type { Author, Reference } from '../reference';

/** Letters of ASCII in the case they were written in: `Søby` → `Soby`. */
const plainLetters = (text: string): string =>
  [...text]
    .map((character) => {
      const plain = normalise(character);
      return character === character.toLowerCase() ? plain : plain.slice(0, 1).toUpperCase() + plain.slice(1);
    })
    .join('');

/** `von Kolzenberg` → `vonKolzenberg`, `Abdi-Jalebi` → `AbdiJalebi` */
export const familyName = once(({ family }: Author) => plainLetters(family).replace(/[^A-Za-z0-9]/g, ''));

/** Without its particles: `Kolzenberg`. */
export const bareFamily = once(({ family }: Author) => {
  const words = plainLetters(family).split(/\s+/);
  const capital = words.findIndex((word) => /^[A-Z]/.test(word));
  return words
    .slice(Math.max(0, capital))
    .join('')
    .replace(/[^A-Za-z0-9]/g, '');
});

export const people = ({ authors, editors }: Reference): readonly Author[] =>
  authors.length > 0 ? authors : (editors ?? []);

/** Words that keys pass over, by those who make keys: nothing, articles, or all little words. */
const PASSED_OVER = {
  none: new Set<string>(),
  articles: new Set('a an the'.split(' ')),
  little: new Set(
    'a an the some on of in do for and to with from by at as is are its via into over under between der die das zur zum und'.split(
      ' ',
    ),
  ),
} as const;

export type PassedOver = keyof typeof PASSED_OVER;

const plainTitle = once(({ title }: Reference) => plainLetters((title ?? '').replace(/[—:]/g, ' ')));
const partedWords = once((reference: Reference) => asciiWords(plainTitle(reference)));
const joinedWords = once((reference: Reference) =>
  asciiWords(plainTitle(reference).replace(/[-–/](?=[A-Za-z0-9])/g, '')),
);

const asciiWords = (text: string): string[] =>
  wordsOf(text)
    .map((word) => word.replace(/[^A-Za-z0-9]/g, ''))
    .filter((word) => word !== '');

/** Words of the title that a key may be made of. */
export const titleWords = (reference: Reference, joinHyphens: boolean, without: PassedOver): string[] =>
  (joinHyphens ? joinedWords : partedWords)(reference).filter((word) => !PASSED_OVER[without].has(word.toLowerCase()));

/** Words of the name of its journal or book that count. */
export const containerWords = once(({ container }: Reference) =>
  asciiWords(plainLetters(container ?? '')).filter((word) => !PASSED_OVER.little.has(word.toLowerCase())),
);

export const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
/** With the capitals inside it: `McDowell`, `LiFePO4`. */
export const firstUp = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
