import { isWordCode } from '../../base/words';

/** Places where a letter of a short form may be in a long form; from `word` on, from the strongest to the weakest. */
export const Place = { none: 0, word: 1, segment: 2, morpheme: 3, inner: 4 } as const;
export type Place = (typeof Place)[keyof typeof Place];

const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'αa βb γg δd εe ζz ηe θt κk λl μm µm νn ξx πp ρr σs τt φp χc ψp ωo'.split(' ').map((pair) => [pair[0], pair[1]]),
);

/** Lower case without accents, Greek as the first letter of its name, one character for one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && !/[^\0-~]/.test(lower)) return lower;
  return Array.from({ length: text.length }, (_, i) => foldOne(text[i]!)).join('');
}

function foldOne(character: string): string {
  if (character <= '~') return character.toLowerCase();
  const lower = character.toLowerCase();
  return GREEK[lower] ?? (lower.normalize('NFKD')[0] || character);
}

/** Asked of single UTF-16 code units; half of a surrogate pair is neither. */
export const isLetterOrDigit = (c: string | undefined): boolean =>
  c !== undefined && isWordCode(c.charCodeAt(0)) && !isSurrogate(c.charCodeAt(0));
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
const isLower = (c: string | undefined): boolean => c !== undefined && c !== c.toUpperCase();
export const isUpper = (c: string | undefined): boolean => c !== undefined && c !== c.toLowerCase();
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isGap = (c: string | undefined): boolean => c === undefined || isSpace(c) || isHan(c);

/** White space, the no-break space included. */
export const isSpace = (c: string): boolean =>
  c <= ' ' || c === '\u00A0' || (c >= '\u2000' && c <= '\u200A') || c === '\u202F';

/** Start of the word that ends at `end`, not before `start`. */
export function startOfWord(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && !isSpace(text[at - 1]!) && !isHan(text[at - 1]!)) at--;
  return at;
}

/** Chinese and its marks set no space before a word of another script: `提出的solid electrolyte interphase (SEI)`, `、anion …`. */
const isHan = (c: string): boolean => (c >= '\u3000' && c <= '\u9FFF') || (c >= '\uFF01' && c <= '\uFF5E');

/** End of the word before the white space that ends at `end`. */
export function endOfWord(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text[at - 1]!)) at--;
  return at;
}

/** What is at each character of a long form; `folded` is the same text folded. */
export function placesIn(text: string, folded: string): Uint8Array {
  const places = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) places[i] = placeAt(text, folded, i);
  return places;
}

function placeAt(text: string, folded: string, i: number): Place {
  const c = text[i];
  if (!isLetterOrDigit(c)) return Place.none;
  const before = text[i - 1];
  if (isGap(before)) return isBrokenWord(text, i) ? Place.segment : Place.word;
  if (!isLetterOrDigit(before)) return wordBegins(text, i) ? Place.word : Place.segment;
  if (isDigit(before) !== isDigit(c)) return Place.segment;
  if (isUpper(c) && isLower(before)) return Place.segment;
  return startsAt(MORPHEME, folded, i) ? Place.morpheme : Place.inner;
}

/** `photo- electron`: a word cut at a line end. */
const isBrokenWord = (text: string, i: number): boolean =>
  text[i - 2] === '-' && isLetterOrDigit(text[i - 3]) && isLower(text[i]);

/** Only opening marks between the letter and the space before it: `(poly`, `“solid`. */
function wordBegins(text: string, i: number): boolean {
  let k = i - 1;
  while (k >= 0 && '([{"“‘\''.includes(text[k]!)) k--;
  return k < i && isGap(text[k]) && k !== i - 1;
}

/** Parts of long names that short forms draw a letter from, as in fluoro|ethylene, electro|cardio|gram. */
const MORPHEME = new RegExp(
  (
    'acryl alkyl amide amine amino ammoni anil benz bis borate boron bromo butyl butyr carbo cardio cell ' +
    'centr chem chlor chrom cyan cyclo cyto di diox electr ethan ethen ether ethox ethyl fiber fibr field ' +
    'flow fluor form furan glob gluc glyc glyme gram graph hexa hydr imid iso lact lith lysis magn mechan ' +
    'mer meter methac methan methox methyl metr micro nano naphth nitr octyl oxal oxid oxy particle penta ' +
    'phen phil phob phos photo plasm poly pore potent propan propen propion propyl protein pyr resonance ' +
    'rod saccharid scop sheet sil spectr structur styren sulf sulph tetra therm tomo tri tube tungst ' +
    'urethan valent vascul vinyl volt wire xyl'
  ).replaceAll(' ', '|'),
  'y',
);

const NUMERALS: Readonly<Record<string, RegExp>> = {
  '1': /one|single|first|mono|uni/y,
  '2': /two|double|second|twin|di|bi/y,
  '3': /three|third|tri/y,
  '4': /four|tetra|quad/y,
  '5': /five|fifth|penta/y,
  '6': /six|hexa/y,
};
const NUMBER_WORD = /one|single|first|two|double|second|twin|three|third|four|five|fifth|six/y;

/** True where the text at `i` says the digit: `3` in `3-hexyl`, `three-dimensional` and, except for the first letter, `tri…`. */
export function saysDigit(folded: string, i: number, digit: string, isFirst: boolean): boolean {
  if (folded[i] === digit) return true;
  return startsAt(NUMERALS[digit], folded, i) && (!isFirst || startsAt(NUMBER_WORD, folded, i));
}

function startsAt(pattern: RegExp | undefined, text: string, i: number): boolean {
  if (!pattern) return false;
  pattern.lastIndex = i;
  return pattern.test(text);
}

/** Letters that come from a symbol or a kind of compound instead of the name: F from iron, O from titanate. */
const BY_SYMBOL: Readonly<Record<string, RegExp>> = {
  c: /kohlenstoff/y,
  f: /iron\b|eisen/y,
  h: /wasserstoff/y,
  k: /potassium\b/y,
  n: /sodium\b|stickstoff/y,
  o: /ates?\b|sauerstoff/y,
  w: /tungsten\b/y,
};

export const maySaySymbol = (letter: string): boolean => letter in BY_SYMBOL;

export const saysSymbol = (folded: string, i: number, letter: string): boolean =>
  startsAt(BY_SYMBOL[letter], folded, i);

/** Words that carry no letter of most short forms, and never begin a long form. */
const STOP_WORDS = new Set(
  (
    'a an the this that these those such some any each both its their our his her of for from with without by via using through ' +
    'to into onto on in at as and or but nor is are was were be been being has have had may can could will would should ' +
    'which who whose where when while than then thus hence also only e.g i.e called named termed denoted including ' +
    'include includes used based typical so it we they if not between during after before under over against per within ' +
    'composed consisting coupled combined prepared made obtained des du de la le les el los las del der die das dem den'
  ).split(' '),
);

export const isStopWord = (foldedWord: string): boolean => STOP_WORDS.has(foldedWord);
