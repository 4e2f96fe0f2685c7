import {
  fold,
  isLetterOrDigit,
  isSpace,
  isStopWord,
  isUpper,
  maySaySymbol,
  Place,
  placesIn,
  saysDigit,
  saysSymbol,
} from './letters';

/** Where the letters of a short form lie in a text, read so that the text is used up to its end. */
export interface Alignment {
  /** Offset of the first letter in the text. */
  readonly start: number;
  /** Mean over the letters: 0 where each begins a word and no word is left out, the higher the worse. */
  readonly cost: number;
}

/** By place. */
const MATCH: readonly number[] = [Infinity, 0, 0.1, 0.3, 1];
/** A letter directly after the one before it: `Li` in lithium. */
const CONTINUED = 0.4;
/** The same in a short form that is in the text as it is: `DNA` in anti-DNA antibody. */
const CONTINUED_CAPITAL = 0.05;
const STOP_WORD_LETTER = 0.2;
/** `F` from iron. */
const SYMBOL = 0.2;
const UNUSED_NUMBER = 0.6;
const UNUSED_DIGIT = 0.2;
const SKIPPED = { word: 1, stopWord: 0.05, segment: 0.4, comma: 1.5, commaBetweenNames: 0.2 };

/**
 * The cheapest alignment of `short` for each place in `words` where its first letter may be, leftmost first.
 * Time and memory: the product of the two lengths.
 */
export function align(short: string, words: string): Alignment[] {
  const letters = lettersOf(short);
  const folded = fold(words);
  if (letters.some((c) => !isDigit(c) && !folded.includes(c) && !maySaySymbol(c))) return [];
  const text = new LongText(words, folded);
  let next: number[] | undefined;
  for (let i = letters.length - 1; i >= 0; i--) next = alignFrom(letters, i, text, next);
  if (!next) return [];
  const weight = letters.filter((c) => !isDigit(c)).length || 1;
  const found: Alignment[] = [];
  for (let j = 0; j < words.length; j++) {
    if (next[j]! < Infinity && text.mayBegin(j)) found.push({ start: j, cost: next[j]! / weight });
  }
  return found;
}

/** Letters and digits, folded; a Greek letter by name counts as one letter (`TGF-beta`). */
function lettersOf(short: string): string[] {
  const folded = fold(short).replace(
    /(?<![a-z])(alpha|beta|gamma|delta|kappa|lambda|omega)(?![a-z])/g,
    (name) => name[0]!,
  );
  return Array.from(folded).filter(isLetterOrDigit);
}

/** Column `i` of the table: at `j` the cost of letters `i…` where letter `i` is at `j`. `next` is column `i + 1`. */
function alignFrom(
  letters: readonly string[],
  i: number,
  text: LongText,
  next: readonly number[] | undefined,
): number[] {
  const letter = letters[i]!;
  const onlyDigitsLeft = letters.slice(i + 1).every(isDigit);
  const unusedDigits = unusedCost(letters.slice(i + 1));
  const { length, skipped } = text;
  const column = new Array<number>(length).fill(Infinity);
  let best = Infinity;
  for (let j = length - 1; j >= 0; j--) {
    if (next && j + 1 < length) best = Math.min(best, next[j + 1]! + skipped[j + 1]!);
    const match = text.matchCost(letter, j, i === 0);
    if (match < Infinity) {
      let rest = best - skipped[j + 1]!;
      if (next && text.isInner(j + 1)) rest = Math.min(rest, next[j + 1]! + text.continuation(j + 1));
      if (onlyDigitsLeft) rest = Math.min(rest, unusedDigits + skipped[length]! - skipped[j + 1]!);
      column[j] = match + rest;
    }
    if (next && i > 0 && isDigit(letter)) column[j] = Math.min(column[j]!, next[j]! + UNUSED_NUMBER);
  }
  return column;
}

const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const unusedCost = (digits: readonly string[]): number =>
  digits.length === 0 ? 0 : UNUSED_NUMBER + UNUSED_DIGIT * (digits.length - 1);

/** `Perdew, Burke, and Ernzerhof` */
const NAMES_AHEAD = /^(?:and )?\p{Lu}/u;

/** A text with what each of its characters is worth to an alignment. */
class LongText {
  readonly length: number;
  /** Cost of leaving out all that begins before an offset. */
  readonly skipped: readonly number[];
  private readonly places: Uint8Array;
  /** 1 at the characters of stop words. */
  private readonly inStopWord: Uint8Array;

  constructor(
    private readonly text: string,
    private readonly folded: string,
  ) {
    this.length = text.length;
    this.places = placesIn(text, folded);
    this.inStopWord = this.findStopWords();
    const skipped = [0];
    for (let i = 0; i < text.length; i++) skipped.push(skipped[i]! + this.skipCost(i));
    this.skipped = skipped;
  }

  matchCost(letter: string, j: number, isFirst: boolean): number {
    const place = this.places[j]!;
    if (place === Place.none) return Infinity;
    if (isDigit(letter)) {
      if (!saysDigit(this.folded, j, letter, isFirst)) return Infinity;
      return this.folded[j] === letter || place !== Place.inner ? Math.min(MATCH[place]!, 0.2) : Infinity;
    }
    if (this.folded[j] !== letter) return saysSymbol(this.folded, j, letter) ? SYMBOL : Infinity;
    if (!this.inStopWord[j]) return MATCH[place]!;
    return place === Place.word ? STOP_WORD_LETTER : Infinity;
  }

  isInner(j: number): boolean {
    return this.places[j] === Place.inner || this.places[j] === Place.morpheme;
  }

  /** What a letter inside a word costs less where the letter before it counts too. */
  continuation(j: number): number {
    return Math.min(0, (isUpper(this.text[j]) ? CONTINUED_CAPITAL : CONTINUED) - MATCH[this.places[j]!]!);
  }

  mayBegin(j: number): boolean {
    return (this.places[j] === Place.word && !this.inStopWord[j]) || this.places[j] === Place.segment;
  }

  private skipCost(i: number): number {
    if (this.places[i] === Place.word) return this.inStopWord[i] || this.isLocant(i) ? SKIPPED.stopWord : SKIPPED.word;
    if (this.places[i] === Place.segment && !isDigit(this.folded[i]!))
      return this.isWithinToken(i) ? 0 : SKIPPED.segment;
    if (this.folded[i] !== ',' || this.folded[i + 1] !== ' ') return 0;
    return NAMES_AHEAD.test(this.text.slice(i + 2, i + 7)) ? SKIPPED.commaBetweenNames : SKIPPED.comma;
  }

  /** `G` of IgG: one token is left out as a whole. */
  private isWithinToken(i: number): boolean {
    return isLetterOrDigit(this.text[i - 1]);
  }

  /** `2,2,3,3-` of 2,2,3,3-tetrafluoropropyl. */
  private isLocant(i: number): boolean {
    return isDigit(this.folded[i]!) && (this.folded[i + 1] === ',' || this.folded[i + 1] === '-');
  }

  private findStopWords(): Uint8Array {
    const { folded, length } = this;
    const marks = new Uint8Array(length);
    for (let start = 0, end = 0; start < length; start = end + 1) {
      for (end = start; end < length && !isSpace(folded[end]!); ) end++;
      let last = end;
      while (last > start && !isStopWordLetter(folded[last - 1]!)) last--;
      if (isStopWord(folded.slice(start, last))) marks.fill(1, start, end);
    }
    return marks;
  }
}

const isStopWordLetter = (c: string): boolean => (c >= 'a' && c <= 'z') || c === '.';
