import { languageOf } from '../../base/language';
import type { Span } from '../../base/span';
import { CAPITAL_FORMULAS } from '../recognise/formulaLooks';
import { endOfWord, fold, isStopWord, startOfWord } from './letters';
import type { LongForm } from './longForm';

/**
 * The last words between `start` and `end` whose first letters are those of `short` in the order of English: a noun of a Romance language
 * comes before what is said of it (`resonancia magnética nuclear (NMR)`, `aproximación local de la densidad (LDA)`,
 * `exploración acelerada de mínimos locales (AELM)`, `Si cristalino (c-Si)`). Only small words may be left out.
 */
export function findMirrored(
  short: string,
  text: string,
  block: Span,
  start: number,
  end: number,
): LongForm | undefined {
  const at = startOfQualified(short, text, start, end) ?? startOfMirrored(short, text, start, end);
  if (at === undefined || !MIRRORING.has(languageOf(text.slice(block.start, block.end)) ?? '')) return undefined;
  return { start: at, end, cost: MIRRORED };
}

/**
 * `integrated linear amplifier (ALI)`: each letter begins one of the last words, in the order of a language that is not named. Sought
 * where one word alone has the letters, most of them inside it.
 */
export function findPermuted(short: string, text: string, start: number, end: number): LongForm | undefined {
  if (!/^\p{Lu}{3,6}$/u.test(short) || CAPITAL_FORMULAS.has(short)) return undefined;
  const letters = fold(short);
  const words = wordsBefore(letters, text, start, end);
  const initials = words?.map((word) => word.letters[0]!);
  const isPermuted = initials?.sort().join('') === [...letters].sort().join('');
  return isPermuted ? { start: words![0]!.start, end, cost: MIRRORED } : undefined;
}

/** `LLZO cúbico (c-LLZO)`: a name, then the word that its letter is of. */
function startOfQualified(short: string, text: string, start: number, end: number): number | undefined {
  const [, letter, name] = /^(\p{Ll})[-‐–](\p{Lu}[\p{L}\p{N}]*)$/u.exec(short) ?? [];
  if (letter === undefined || name === undefined) return undefined;
  const word = startOfWord(text, start, end);
  const at = endOfWord(text, start, word) - name.length;
  if (at < start || !text.startsWith(name, at) || startOfWord(text, start, at + 1) !== at) return undefined;
  return end - word >= SHORTEST && fold(text.slice(word, word + 1)) === letter ? at : undefined;
}

interface Word {
  readonly start: number;
  /** Letters that may stand for it. */
  readonly letters: string;
  /** A small word is before it. */
  readonly beginsGroup: boolean;
}

function startOfMirrored(short: string, text: string, start: number, end: number): number | undefined {
  if (!/^\p{Lu}{2,5}$/u.test(short) || CAPITAL_FORMULAS.has(short) || new Set(short).size === 1) return undefined;
  const letters = fold(short);
  const words = wordsBefore(letters, text, start, end);
  if (!words) return undefined;
  const isEnglishOrder = englishOrders(words).some((order) =>
    order.every((word, i) => word.letters.includes(letters[i]!)),
  );
  return isEnglishOrder ? words[0]!.start : undefined;
}

/** The last words that are not small, as many as there are letters; undefined where one of them is too short to be one. */
function wordsBefore(letters: string, text: string, start: number, end: number): Word[] | undefined {
  const words: Word[] = [];
  let at = end;
  for (let tried = 0; words.length < letters.length && tried < 3 * letters.length; tried++) {
    const wordEnd = endOfWord(text, start, at);
    at = startOfWord(text, start, wordEnd);
    if (at === wordEnd) return undefined;
    const word = fold(text.slice(at, wordEnd));
    if (isStopWord(word) || SMALL.has(word)) {
      const last = words[0];
      if (last) words[0] = { ...last, beginsGroup: true };
      continue;
    }
    const elided = ELIDED.exec(word)?.[0].length ?? 0;
    if (word.length - elided < (letters.includes(word) ? 1 : SHORTEST)) return undefined;
    words.unshift({ start: at + elided, letters: initialsOf(word.slice(elided)), beginsGroup: elided > 0 });
  }
  return words.length === letters.length ? words : undefined;
}

/** An s as well where English has no e before it. */
const initialsOf = (word: string): string => word[0]! + (BEFORE_S.test(word) ? 's' : '');

/** The same words as English may set them: from the end, the head last, or the words of each group from their end. */
function englishOrders(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  for (const word of words) {
    if (word.beginsGroup || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(word);
  }
  return [words.toReversed(), [...words.slice(1), words[0]!], groups.flatMap((group) => group.toReversed())];
}

const MIRRORING: ReadonlySet<string> = new Set(['fr', 'es', 'it', 'pt']);
const SMALL: ReadonlySet<string> = new Set(
  'à a en y e et au aux du da do di dos das della delle por par con'.split(' '),
);
/** The e that Spanish and Portuguese put before the s of English: `espectroscopía`, `específica`, `estado`. */
const BEFORE_S = /^es[^aeiou]/;
/** `d’impédance` */
const ELIDED = /^(?:[dl]|dell|all)['’]/;
/** UTF-16 units; a symbol such as `X` of rayos X says itself. */
const SHORTEST = 4;
/** Mean cost of a letter of a mirrored long form: dearer than letters in their order. */
export const MIRRORED = 0.3;
