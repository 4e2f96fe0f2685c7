import { languageOf } from '../../base/language';
import type { Span } from '../../base/span';
import { CAPITAL_FORMULAS } from '../recognise/formulaLooks';
import { endOfWord, fold, isStopWord, startOfWord } from './letters';
import type { LongForm } from './longForm';

/**
 * The last words between `start` and `end` whose first letters are those of `short` from its end to its beginning: a noun of a Romance
 * language comes before what is said of it, and its short form is taken from English (`resonancia magnética nuclear (NMR)`,
 * `microscopie à force atomique (AFM)`). Only small words may be left out.
 */
export function findMirrored(
  short: string,
  text: string,
  block: Span,
  start: number,
  end: number,
): LongForm | undefined {
  if (!/^\p{Lu}{2,5}$/u.test(short) || CAPITAL_FORMULAS.has(short) || new Set(short).size === 1) return undefined;
  const letters = fold(short);
  let found = 0;
  let at = end;
  for (let words = 0; found < letters.length && words < 3 * letters.length; words++) {
    const wordEnd = endOfWord(text, start, at);
    at = startOfWord(text, start, wordEnd);
    if (at === wordEnd) return undefined;
    const word = fold(text.slice(at, wordEnd));
    if (isStopWord(word) || SMALL.has(word)) continue;
    const elided = ELIDED.exec(word)?.[0].length ?? 0;
    const letter = letters[found++];
    if (word.length - elided < (letter === word ? 1 : SHORTEST)) return undefined;
    if (word[elided] !== letter && !(letter === 's' && BEFORE_S.test(word))) return undefined;
    if (found === letters.length) at += elided;
  }
  if (found < letters.length || !MIRRORING.has(languageOf(text.slice(block.start, block.end)) ?? '')) return undefined;
  return { start: at, end, cost: COST };
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
/** Dearer than letters in their order. */
const COST = 0.3;
