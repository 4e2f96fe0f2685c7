/** A short form without its plural ending. */
export interface Singular {
  readonly short: string;
  readonly plural: boolean;
}

/** An inhibitor has a small i after its capitals: `DNMTis`. */
const PLURAL = /^(.*(?:[\p{Lu}\p{N}]|\p{Lu}{3}i))['’]?s$/u;

/** `GaAs`, `InGaAs` */
const ARSENIDE = /\p{Ll}A$/u;

/** `LIBs` → `LIB`, `BE's` → `BE`; `GPCs-2`, `CsA` and `GaAs` stay as they are. */
export function singular(short: string): Singular {
  const stem = PLURAL.exec(short)?.[1];
  return stem !== undefined && /\p{Lu}.*[\p{Lu}\p{N}]/u.test(stem) && !ARSENIDE.test(stem)
    ? { short: stem, plural: true }
    : { short, plural: false };
}

/** The short form as a writer makes it plural: `LIB` → `LIBs`, `SEM` → `SEMs`. */
export const plural = (short: string): string => (singular(short).plural ? short : `${short}s`);

const TOKEN = /^[\p{L}\p{N}][\p{L}\p{N}\-‐‑–/.&+'’()]*$/u;
const ORDINARY_WORD = /^(?=.*[aeiouy])\p{Lu}?\p{Ll}{4,}$/u;
/** `II`, `Co(III)`, `EC 3.1.1.7`; not `sLe(X)` */
const NUMERAL = /^(?:[IVX]+|[ivx]+)$|(?<![\p{L}])[A-Z][a-z]?\([IVX]+\)|\d\.\d/u;
/** `A/cycle`, `nm/cycle` */
const RATE = /\/(?:cycle|min|hour|day|step|pulse|atom)s?$/;
/** `compounds (a–d)` */
const LETTERS_TO = /^\p{Ll}[-‐–]\p{Ll}$/u;
const REFERENCE =
  /^(?:[Ff]ig(?:ure)?s?|[Tt]ables?|[Ss]chemes?|[Ss]ections?|[Rr]efs?|[Ee]qs?|Sec|Ch|e\.g|i\.e|etc|cf|ca|vs|viz|[Nn]os?|[Vv]ol|pp?|see|and|et)(?![\p{L}\p{N}-])/u;
const UNIT =
  /^(?:[GMkm]?(?:Pa|Hz|eV|Wh|Ω)|[kmμµn]?(?:V|A|W|Ah|g|s|S|J|L|N|F|C|M|m)|[cdp]m|h|K|min|wt|vol|mol|at|ppm|ppb|rpm|m?Torr|m?bar|US\d\d)%?$/;

/** `BN ink`, `C/3 capacity`: a term that ends with its noun in full. */
const NOUN = /^\p{Ll}{3,}$/u;

/** UTF-16 units, spaces and brackets included. */
export const LONGEST_SHORT_FORM = 24;

/**
 * True where the text can be a short form: 2 to 16 letters and digits in at most three words, with a capital or a digit
 * or of at most five letters. Not: Roman numerals, units, ordinary words, terms with their noun, references to figures.
 */
export function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > LONGEST_SHORT_FORM) return false;
  const words = text.split(/\s+/);
  if (words.length > 3 || !words.every((word) => TOKEN.test(word)) || words[0]!.length > 18) return false;
  if (!/\p{L}/u.test(text) || !/[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text)) return false;
  if (LETTERS_TO.test(text) || REFERENCE.test(text) || NUMERAL.test(text) || UNIT.test(text) || RATE.test(text))
    return false;
  if (words.length === 1) return !ORDINARY_WORD.test(text) && (/[\p{Lu}\p{N}]/u.test(text) || text.length <= 5);
  if (NOUN.test(words.at(-1)!)) return false;
  return /\p{Lu}/u.test(text) && words.some((w) => /\p{Lu}|\p{N}/u.test(w) && w.length <= 10);
}
