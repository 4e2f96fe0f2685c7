import { fold, isLetterOrDigit, isStopWord, type Place, placeAt, saysDigit } from './letters';

/** Where the letters of a short form lie in a text, read so that the text is used up to its end. */
export interface Alignment {
  /** Offset of the first letter in the text. */
  readonly start: number;
  /** Mean over the letters: 0 where each begins a word and no word is left out, the higher the worse. */
  readonly cost: number;
}

const MATCH: Readonly<Record<Place, number>> = { none: Infinity, word: 0, segment: 0.1, morpheme: 0.3, inner: 1 };
/** A letter directly behind the one before it: `Li` in lithium. */
const CONTINUED = 0.4;
/** The same in a short form that stands in the text as it is: `DNA` in anti-DNA antibody. */
const CONTINUED_CAPITAL = 0.05;
const STOP_WORD_LETTER = 0.2;
const UNUSED_NUMBER = 1.2;
const UNUSED_DIGIT = 0.3;
const SKIPPED = { word: 1.2, stopWord: 0.05, segment: 0.4, comma: 1.5 };
