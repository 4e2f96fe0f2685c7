import type { Span } from '../../base/span';
import { align } from './alignment';
import { endOfWord, isLetterOrDigit, startOfWord } from './letters';

export interface LongForm extends Span {
  /** Mean cost of a letter; see `Alignment`. */
  readonly cost: number;
}

/** A long form that begins after a hyphen: `focused ion beam` in cryo-focused ion beam. */
const CUT_WORD = 0.25;

/** UTF-16 units from the start of a word to its first letter that counts. */
const LONGEST_LOCANT = 60;

/** What may precede the first letter that counts: `1,3-`, `γ-`, `N,N-`, `tert-`, `(−)-`. The alternatives exclude each other. */
const LOCANT =
  /^[([{]?(?:[\d,.'′+±−()[\]\-‐–]|\p{L}(?=[,\-‐])|\p{Script=Greek}(?![,\-‐])|(?:dl|cis|trans|tert|iso|sec|alpha|beta|gamma|delta|epsilon|lithium|sodium)(?=[-‐–]))*$/iu;

/**
 * The words before `end` that explain `short`: those whose letters fit best, the shortest among equals. Undefined where nothing
 * in `text` from `start` on begins with its first letter.
 */
export function findLongForm(short: string, text: string, from: number, end: number): LongForm | undefined {
  const start = startOfWords(text, from, end, mostWords(short));
  const words = text.slice(start, end);
  const isBalancedFrom = balancedFrom(words);
  let best: LongForm | undefined;
  for (const { start: first, cost } of align(short, words)) {
    if (best && cost > best.cost) continue;
    const at = beginningOf(words, first);
    if (at === undefined || !isBalancedFrom(at)) continue;
    const total = cost + (/\p{L}[-‐–]$/u.test(words.slice(0, at)) ? CUT_WORD : 0);
    if (best && total > best.cost) continue;
    best = { start: start + at, end, cost: total };
  }
  if (!best) return undefined;
  const before = text.slice(from, best.start);
  const long = text.slice(best.start, end);
  return { ...best, start: best.start - (numberBefore(short, before, long) || quoteBefore(before, long)) };
}

/** Length of the quote that opens before the long form and closes within it: `“dynamic” synthesis`. */
const quoteBefore = (before: string, long: string): number =>
  /["“„‘]$/.test(before) && /^[^"“”’]*["”’](?!\p{L})/u.test(long) ? 1 : 0;

/** Length of what says the number of the short form before its words: `20-item …` of TAS-20, `type II …` of Tgfbr2. */
function numberBefore(short: string, before: string, long: string): number {
  const number = /\d+/.exec(short)?.[0];
  if (number === undefined || /\d/.test(long)) return 0;
  const written = ROMAN[Number(number)] ?? number;
  const said = new RegExp(
    `(?<![\\w.,-])(?:${number}-\\p{Ll}+|(?:type|class|grade|stage) (?:${number}|${written})) $`,
    'u',
  );
  return said.exec(before.slice(-32))?.[0].length ?? 0;
}

const ROMAN: Readonly<Record<number, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV', 5: 'V' };

/** Where a long form begins whose first counted letter is at `first`: there, or before locants of the same word. */
export function beginningOf(words: string, first: number): number | undefined {
  const token = startOfWord(words, Math.max(0, first - LONGEST_LOCANT), first);
  const prefix = words.slice(token, first);
  if (/^["“‘']*$/.test(prefix)) return first;
  if (LOCANT.test(prefix)) return /^[-‐–,.]/.test(prefix) ? first : token;
  if (/(?:[/—]|--)$/.test(prefix)) return first;
  return /[-‐–]$/.test(prefix) ? first : undefined;
}

/** Says from which offsets on each bracket of the text has its partner. */
function balancedFrom(text: string): (at: number) => boolean {
  if (!/[()[\]]/.test(text)) return () => true;
  const balanced = new Uint8Array(text.length + 1);
  for (let at = text.length, depth = 0; at >= 0 && depth >= 0; at--) {
    const c = text[at];
    if (c === ')' || c === ']') depth++;
    else if (c === '(' || c === '[') depth--;
    balanced[at] = depth === 0 ? 1 : 0;
  }
  return (at) => balanced[at] === 1;
}

/**
 * The short form, then as the names of its symbols are spelt: `NaDFOB` from sodium …, `MeOH` from methanol, the curve `I–V` from
 * current–voltage or current–potential.
 */
export function spellings(short: string): readonly string[] {
  if (CURVE.test(short)) return [short, ...curveSpellings(short)];
  const named = short.replace(/^Na(?=\p{Lu})/u, 'N').replace(/(?<=\p{Ll})OH$/u, 'ol');
  return named === short ? [short] : [short, named];
}

/** `I–V`, `j-E`, `I-V-P` */
const CURVE = /^[IJij][-‐–/][UVE](?:[-‐–/]\p{L})?$/u;

/** Current or current density, then voltage or potential. */
const curveSpellings = (short: string): string[] =>
  (/^j/i.test(short) ? ['CD', 'C'] : ['C']).flatMap((current) =>
    ['V', 'P'].map((voltage) => `${current}${short[1]}${voltage}${short.slice(3)}`),
  );

/** True where the letters fit well enough for their number: two letters prove less than four. */
export function fits(short: string, long: string, cost: number): boolean {
  const letters = lettersIn(short);
  const words = long.split(/\s+/);
  if (long.length <= short.length || long.split(/[\s()]+/).includes(short) || words.length > mostWords(short))
    return false;
  if (!/\p{L}{3}/u.test(long) || (words.length === 1 && !/\p{Ll}{4}/u.test(long))) return false;
  if (
    words.length === 1 &&
    cost >= INNER &&
    /^(?:\p{Lu}\p{Ll}|\p{Ll}\p{Lu})$/u.test(short) &&
    !isCompoundOf(short, long)
  )
    return false;
  if (cost > 0 && (ARTICLES.test(words[1] ?? '') || words.some((word) => FINITE.test(word)))) return false;
  if (/^\p{Ll}+$/u.test(short) && words.length === 1 && cost > WORD_ALONE) return false;
  if (isModel(short, long) || isNextInRow(short, long)) return false;
  if (ENDS_OPEN.test(long) || /[|‖∥]/.test(long) || SIGN.test(long)) return false;
  if (words.some((word) => holdsWord(short, word) || goesOn(short, word))) return false;
  return cost <= (letters === 2 ? MAX_COST.twoLetters : MAX_COST.more);
}

/** `reached (red)`: a small word that lies within another. */
const WORD_ALONE = 0.35;
/** Of two letters one lies inside a word: 0.5, less what rounding takes. */
const INNER = 0.49;

/** `bilayer (Bl)`: the second letter begins a word after the vowel that joins it; in `atmosphere (Ar)` it is one of many. */
const isCompoundOf = (short: string, word: string): boolean =>
  new RegExp(`[aio]${short.at(-1)!.replace(/[^\p{L}\p{N}]/u, '\\$&')}\\p{L}{3}`, 'iu').test(word.slice(1));

/** What comes after the verb of `reduce the charge transfer resistance`; no name goes on with it. */
const ARTICLES = /^(?:the|an?|this|these|its|their)$/;

/** The verb of a sentence: `samples were measured by a gel permeation chromatograph (SGP 20)`. */
const FINITE = /^(?:is|are|was|were|has|have|had)$/;

/** `analyser (XR-2000)`: a number that the words do not say is that of an instrument. */
function isModel(short: string, long: string): boolean {
  const number = /\d{4,}/.exec(short)?.[0];
  return number !== undefined && !long.includes(number);
}

/** `NMC622, NMC811`, `Chapter 2.5, Chapter 6`: the same letters with another number. */
export const isNextInRow = (short: string, long: string): boolean => {
  const letters = short.replace(/[^\p{L}]/gu, '');
  return /\d/.test(long) && letters === long.replace(/[^\p{L}]/gu, '');
};

/** What goes on after the bracket: `discretizing the [DEZ] profiles`. */
const ENDS_OPEN = /\s(?:the|an?|of|and|or|for|by|with|to|in|on|at|as|from)$/;
/** A sign alone is of an equation: `H3O+ + A−`. */
const SIGN = /(?:^|\s)[=+→⇌⇄<>±×](?:\s|$)/;
/** `AB-` and `ABC-type`: one longer short form is not a long form. */
const goesOn = (short: string, word: string): boolean =>
  /[-‐–]$/.test(short) && word.startsWith(short.slice(0, -1)) && /\p{Lu}/u.test(word[short.length - 1] ?? '');

/** Words that a long form may have. */
const mostWords = (short: string): number => 2 * lettersIn(short) + 2;

function lettersIn(short: string): number {
  let letters = 0;
  for (let i = 0; i < short.length; i++) if (isLetterOrDigit(short[i])) letters++;
  return letters;
}

/** Start of the last so many words before `end`, not before `from`. */
function startOfWords(text: string, from: number, end: number, words: number): number {
  let start = end;
  for (let i = 0; i < words && start > from; i++) start = startOfWord(text, from, endOfWord(text, from, start));
  return start;
}

/** `NBANDS` for number of bands is an input variable of a program. */
const holdsWord = (short: string, word: string): boolean =>
  /^\p{Ll}{4,}$/u.test(word) && word.length < short.length && short.includes(word.toUpperCase());

const MAX_COST = { twoLetters: 0.51, more: 0.75 };
