import type { ProseSpan } from '../../base/span';
import { CALLED, CALLED_ABROAD } from '../../manuscript/definitions/announcingWords';
import { isStopWord } from '../../manuscript/definitions/letters';
import { DOTTED_WORDS } from '../../text/dottedWords';
import { ATOM, type Prose } from '../../text/prose';

/** What is around a stretch in its block, as far as it matters. */
export interface Neighbours {
  readonly before: string;
  readonly after: string;
}

export function neighboursOf(prose: Prose, { start, end }: ProseSpan): Neighbours {
  const block = prose.blockAt(start)!;
  return {
    before: prose.text.slice(Math.max(block.start, start - REACH), start),
    after: prose.text.slice(end, Math.min(block.end, end + REACH)),
  };
}

/** No bracket around a word opens further away. */
const REACH = 600;

/** False in a compound, a cell or a sum, and before a possessive: `HAADF-STEM`, `@HSE06`, `LTO|Li`, `the SEI’s`, `d’ICE`. */
export const standsAlone = ({ before, after }: Neighbours): boolean =>
  OPEN_BEFORE.test(before) && !OPERATOR_BEFORE.test(before) && OPEN_AFTER.test(after) && !OPERATOR_AFTER.test(after);

/** Joined by hyphens alone: `CuF2-PVDF film`, `AFM-based`. */
export const isCompound = ({ before, after }: Neighbours): boolean =>
  (HYPHEN_BEFORE.test(before) || HYPHEN_AFTER.test(after)) &&
  standsAlone({ before: before.replace(HYPHEN_BEFORE, ''), after: after.replace(HYPHEN_AFTER, '') });

const HYPHEN_BEFORE = /(?<=^|\s)[\p{L}\p{N}]+[-‐–]$/u;
const HYPHEN_AFTER = /^[-‐–]\p{L}+/u;
const OPEN_BEFORE = /(?:^|[\s([“„«»"‘])$/;
const OPEN_AFTER = /^(?:$|[\s)\]”“«»"\uFFFC]|[,.;:!?](?!\d)|’(?!\p{L}))/u;
const OPERATOR_BEFORE = /[=<>≈~±×+|‖∥∣¦/@→·⁄−–—-]\s?$/;
const OPERATOR_AFTER = /^\s?[=<>≈~±×+|‖∥∣¦/@→·⁄−–-]/;

/**
 * True where a word of German looks as it does in the dictionary: after the articles of the nominative, of a feminine and of the
 * dative singular, or as the first word of a sentence; not in a genitive (`des Phosphats`) or a dative plural (`mit Partikeln`).
 */
export const keepsForm = ({ before }: Neighbours): boolean =>
  /(?:^|[.!?] |(?<!\p{L})(?:d(?:er|ie|as|em)|ein|eine[rm]?|(?:dies|jed|jen)e[rm]?|kein|keine[rm]?|im|am|zum|zur|vom|beim|ins|ans) )$/iu.test(
    before,
  );

/** True between brackets, where another pair would be nested. */
export function isBracketed({ before }: Neighbours): boolean {
  let depth = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    if (before[i] === ')' || before[i] === ']') depth++;
    else if (before[i] === '(' || before[i] === '[') {
      if (depth === 0) return true;
      depth--;
    }
  }
  return false;
}

/** After the letter of a quantity whose index was lost: `σ RT`. */
export const followsSymbol = ({ before }: Neighbours): boolean =>
  /(?:^|[\s(])(?![aAIyYeEoOuUàÀé])\p{L} $/u.test(before);

/** True where a word before ends with a hyphen for the words that come: `small- and wide-angle scattering`. */
export const completesWord = ({ before }: Neighbours): boolean =>
  /\p{L}[-‐–](?:,? | | ?\/ ?)$/u.test(before.replace(CONJUNCTION, ' '));

/**
 * True where the words that come explain those before, or are introduced as what something is called: `SEI, that is, the solid
 * electrolyte interphase (SEI)`, `this film is called solid electrolyte interphase (SEI)`, `the ESR, which is the equivalent
 * series resistance`.
 */
export function explains({ before }: Neighbours, short: string): boolean {
  if (INTRODUCED.test(before)) return true;
  const near = before.slice(-LONGEST_LINK);
  const at = near.lastIndexOf(short);
  return at >= 0 && EQUATED.test(near.slice(at + short.length));
}

/** What comes is given as a name or a meaning, or in another language. */
const INTRODUCED = new RegExp(
  `(?<!\\p{L})(?:${[
    String.raw`that is|i\.\s?e\.|namely|viz\.|short for|stands? for|means|d\.\s?h\.|das heißt`,
    '(?:steht|stehen) für|signifie|significa|(?<=, )also|c’est-à-dire|es decir',
    String.raw`(?!(?<=\bso.)called)(?:${CALLED}|denoted(?: as)?)|genannt|heißt|${CALLED_ABROAD}`,
    'inglés|anglais|inglese|inglês|englisch(?:en)?|English',
  ].join('|')})[:,]? (?:(?:the|an?|der|die|das) )?$`,
  'iu',
);

/** What joins a short form to the long form that explains it: `, which is the `, ` is `, `: `. */
const EQUATED =
  /^s?[”"]?(?: ?[,:=—–]|,? (?:which|that)| (?=\p{L}))[\s“"]*(?:(?:is|are|was|were|being|denotes|represents|refers to|ist|sind|est|sont|es|son) )?(?:(?:the|an?|der|die|das|eine?|la|le|les|el|los|las) )?[“"]?$/u;
const LONGEST_LINK = 40;

/**
 * True where the words before may lean on those that come: `atomic and molecular layer deposition`. After a bracket, a comma or
 * another short form they do not. True also where a noun has a second complement: `vehículos eléctricos y de combustión`.
 */
export function sharesWords({ before, after }: Neighbours): boolean {
  if (SECOND_COMPLEMENT.test(after)) return true;
  const joined = CONJUNCTION.exec(before);
  if (!joined) return false;
  const word = /\S*$/.exec(before.slice(0, joined.index))![0];
  return !/[),\]\uFFFC]$|\p{Lu}.*\p{Lu}/u.test(word);
}

const CONJUNCTION = / (?:and|or|und|oder|bzw\.|et|ou|y|e|o|en|&) $/;
const SECOND_COMPLEMENT = /^ (?:et|ou|y|e|o|u) (?:(?:de|des|del|du|di|do|da|à|a|al|au) |d[’'])/;

/**
 * True where words with capitals go on a name or are gone on by one: `Institute of Artificial Intelligence`, `Mont Terri Rock
 * Laboratory`, `High Field Asymmetric Waveform …`. The first word of a sentence counts where it is not a small one.
 */
export function isInName({ before, after }: Neighbours, words: string): boolean {
  if (!words.split(/[\s-]/).every((word) => word.length < SHORTEST_WORD || /^\p{Lu}/u.test(word))) return false;
  if (/^ \p{Lu}\p{Ll}{2}/u.test(after)) return true;
  const [whole, word] = NAME_BEFORE.exec(before) ?? [];
  if (whole === undefined || word === undefined) return false;
  const isFirst = /(?:^|[.!?] )$/.test(before.slice(0, -whole.length));
  return !isFirst || !isStopWord(word.toLowerCase());
}

const SHORTEST_WORD = 4;
/** A word with a capital, and small words after it. */
const NAME_BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+) (?:(?:of|for|on|in|de|für) (?:the )?)?$/u;

/** True where a capital is due: at the start of a block or after a full stop. Citation marks and brackets are looked through. */
export function startsSentence(prose: Prose, offset: number): boolean {
  let i = offset - 1;
  while (i >= 0 && (prose.text[i] === ' ' || prose.text[i] === ATOM || SENTENCE_OPENERS.includes(prose.text[i]!))) i--;
  if (i < 0 || prose.text[i] === '\n') return true;
  return '.!?'.includes(prose.text[i]!) && !ABBREVIATED.test(prose.text.slice(Math.max(0, i - 8), i + 1));
}

const SENTENCE_OPENERS = '([“„«"‘';

/** `e.g.`, `etc.`, `J.`: no sentence ends, or it is not sure that one does. */
const ABBREVIATED = new RegExp(String.raw`(?:^|[\s(\uFFFC])(?:${DOTTED_WORDS}|etc|\p{Lu})\.$`, 'u');
