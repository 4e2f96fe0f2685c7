import { endOfWord, fold, isLetterOrDigit, Place, placesIn, startOfWord } from './letters';
import type { LongForm } from './longForm';

const LOCANT = /\d,\d|\d-\p{L}|\p{L}-\d|\p{L},\p{L}-/u;
const CLASS_NAME =
  /^(?:acid|copolymer|ether|ester|alcohol|oxide|salt|anhydride|\p{Ll}*(?:ate|ite|ide|ane|ene|yne|one|ine|ol|yl|amide|imide|nitrile))s?$/u;
const MAX_TOKENS = 5;
const MIN_SHARE = 0.6;

/**
 * The systematic name that ends at `end`, for a short form taken from another name of the substance: `CTAB` for
 * hexadecyltrimethylammonium bromide. Most letters of the short form must begin some part of the name, in any order,
 * so that a supplier in the same place does not count.
 */
export function findSystematicName(short: string, text: string, start: number, end: number): LongForm | undefined {
  if (!/^\p{Lu}[\p{Lu}\d-]*\p{Lu}$/u.test(short)) return undefined;
  const at = startOfName(text, start, end);
  if (at === undefined) return undefined;
  const name = text.slice(at, end);
  const share = sharedLetters(short, name);
  return share >= MIN_SHARE ? { start: at, end, cost: 1 - share } : undefined;
}

function startOfName(text: string, start: number, end: number): number | undefined {
  let at: number | undefined;
  let isSystematic = false;
  let to = end;
  for (let tokens = 0; tokens < MAX_TOKENS && to > start; tokens++) {
    const from = startOfWord(text, start, to);
    const token = text.slice(from, to);
    const systematic = /\p{Ll}{3}/u.test(token) && (LOCANT.test(token) || morphemes(token) >= 3);
    if (!systematic && !CLASS_NAME.test(token)) break;
    isSystematic ||= systematic;
    if (isSystematic || tokens === 0) at = from;
    to = endOfWord(text, start, from);
  }
  return isSystematic ? at : undefined;
}

const morphemes = (word: string): number =>
  placesIn(word, fold(word)).filter((place) => place === Place.word || place === Place.morpheme).length;

function sharedLetters(short: string, name: string): number {
  const folded = fold(name);
  const places = placesIn(name, folded);
  const initials = folded.split('').filter((_, i) => places[i] !== Place.none && places[i] !== Place.inner);
  const letters = Array.from(fold(short)).filter((c) => isLetterOrDigit(c) && !/\d/.test(c));
  let shared = 0;
  for (const letter of letters) {
    const i = initials.indexOf(letter);
    if (i < 0) continue;
    initials.splice(i, 1);
    shared++;
  }
  return shared / letters.length;
}
