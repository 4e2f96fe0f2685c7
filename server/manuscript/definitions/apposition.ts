import { MatchSearcher } from '../../base/searcher';
import { type Span, span } from '../../base/span';
import { ANNOUNCED_ABROAD, ANNOUNCED_IN_CHINESE, chineseTermBefore, nounBefore } from './announcing';
import { HEREAFTER, LABELLED, NAMED, SHORTENED } from './announcingWords';
import { type Context, explainedBy, explainedByWhole } from './explain';
import { isStopWord } from './letters';
import { matchLongForm } from './matchLongForm';
import type { Pair } from './pair';
import { endOfWordsBefore, regionBefore } from './regions';
import { isShortForm } from './shortForm';

/** Definitions without brackets: `long, SHORT,`, `long, hereafter denoted as SHORT`, `SHORT = long`, and in captions `SHORT: long;`. */
export class Appositions {
  private readonly betweenCommas: MatchSearcher;
  private readonly announced: MatchSearcher;
  private readonly abroad: MatchSearcher;
  private readonly chinese: MatchSearcher;
  private readonly equated: MatchSearcher;
  private readonly explained: MatchSearcher;
  private readonly said: MatchSearcher;
  private readonly bothSaid: MatchSearcher;

  constructor(text: string) {
    this.betweenCommas = new MatchSearcher(text, BETWEEN_COMMAS);
    this.announced = new MatchSearcher(text, ANNOUNCED);
    this.abroad = new MatchSearcher(text, ANNOUNCED_ABROAD);
    this.chinese = new MatchSearcher(text, ANNOUNCED_IN_CHINESE);
    this.equated = new MatchSearcher(text, EQUATED);
    this.explained = new MatchSearcher(text, EXPLAINED);
    this.said = new MatchSearcher(text, SAID);
    this.bothSaid = new MatchSearcher(text, BOTH_SAID);
  }

  /** Those in one block; blocks must be given in their order. */
  in(context: Context): Pair[] {
    const { block } = context;
    return [
      ...this.betweenCommas.in(block).flatMap((match) => betweenCommas(context, match)),
      ...this.announced.in(block).flatMap((match) => announced(context, match)),
      ...this.abroad.in(block).flatMap((match) => announcedAbroad(context, match)),
      ...this.chinese.in(block).flatMap((match) => announcedInChinese(context, match)),
      ...this.equated.in(block).flatMap((match) => explained(context, match, FEW_LETTERS_INSIDE)),
      ...this.said.in(block).flatMap((match) => said(context, match)),
      ...this.bothSaid.in(block).flatMap((match) => bothSaid(context, match)),
      ...(isLegend(context) ? this.explained.in(block) : []).flatMap((match) =>
        explained(context, match, NO_LETTER_INSIDE),
      ),
    ];
  }
}

const EACH_A_WORD = 0.07;
const NO_LETTER_INSIDE = 0.12;
/** Letters begin parts of one word: `dimethoxyethane, DME,`. */
const PARTS_OF_A_WORD = 0.25;
const FEW_LETTERS_INSIDE = 0.45;

/** `the solid electrolyte interphase, SEI, grows` */
const BETWEEN_COMMAS = /, (?:or |oder |ou |o )?(\p{Lu}[\p{L}\p{N}‐–-]{1,11})(?=[,.;:)]|$)/gmu;

function betweenCommas(context: Context, match: RegExpExecArray): Pair[] {
  if (!/\p{Lu}.*\p{Lu}/u.test(match[1]!)) return [];
  const { text } = context;
  const comma = text.lastIndexOf(', ', match.index - 1);
  const clause = comma < 0 ? 0 : comma + 2;
  const short = lastOf(match, 1);
  const maxCost = match[1]!.length === 2 ? EACH_A_WORD : PARTS_OF_A_WORD;
  return longBefore(context, short, match.index, maxCost, clause).filter(({ long }) => {
    const words = text.slice(long.start, long.end);
    // Two letters may be anything: `propylene carbonate, PC, and`, in the middle of its sentence.
    if (match[1]!.length === 2) return /^\p{Ll}{4,} \p{Ll}{4,}$/u.test(words) && text[short.end] === ',';
    return matchLongForm(match[1]!, words) >= 1 / (1 + NO_LETTER_INSIDE) || /^\p{Ll}{8,}$/u.test(words);
  });
}

/** `the composite, hereafter referred to as CSE` */
const ANNOUNCED = new RegExp(
  String.raw`\b(?:${HEREAFTER}|${NAMED}|${LABELLED}|${SHORTENED}|known|referred to)\b` +
    String.raw`(?: (?:as|to|by|simply|hereafter|below|herein|also|in short|referred|denoted|called|abbreviated|termed|the)\b){0,5}` +
    String.raw` ?["“‘']?([\p{L}\p{N}][\p{L}\p{N}/‐–-]{1,15})`,
  'gu',
);

function announced(context: Context, match: RegExpExecArray): Pair[] {
  if (!/\p{Lu}/u.test(match[1]!)) return [];
  return longBefore(context, lastOf(match, 1), startOfClauseTail(context, match.index), FEW_LETTERS_INSIDE);
}

function announcedAbroad(context: Context, match: RegExpExecArray): Pair[] {
  const { text, block } = context;
  const short = lastOf(match, 1);
  if (!/\p{Lu}.*\p{Lu}/u.test(match[1]!) || !isShortForm(match[1]!)) return [];
  const aligned = longBefore(context, short, match.index, FEW_LETTERS_INSIDE);
  const long = aligned.length > 0 ? undefined : nounBefore(text, block.start, match.index);
  return long ? [{ form: 'apposition', whole: span(long.start, short.end), short, long }] : aligned;
}

function announcedInChinese({ text, block }: Context, match: RegExpExecArray): Pair[] {
  const short = lastOf(match, 1);
  const long = chineseTermBefore(text, block.start, match.index);
  return long ? [{ form: 'apposition', whole: span(long.start, short.end), short, long }] : [];
}

/** Back over `, which is often` and the like. */
function startOfClauseTail({ text, block }: Context, at: number): number {
  let end = at;
  while (end > block.start) {
    const c = text[end - 1]!;
    if (/[\s,(]/.test(c)) {
      end--;
      continue;
    }
    let start = end;
    while (start > block.start && /\p{L}/u.test(text[start - 1]!)) start--;
    const word = text.slice(start, end).toLowerCase();
    if (!isStopWord(word) && !ADVERBS.has(word)) break;
    end = start;
  }
  return end;
}

const ADVERBS: ReadonlySet<string> = new Set(
  'often commonly usually generally simply widely frequently so sometimes'.split(' '),
);

function longBefore(context: Context, short: Span, at: number, maxCost: number, from = 0): Pair[] {
  const { text, block, brackets } = context;
  if (context.budget < 0 || !isShortForm(text.slice(short.start, short.end))) return [];
  const end = endOfWordsBefore(text, brackets, block.start, at);
  const start = regionBefore(text, brackets, Math.max(from, block.start), end);
  const long = explainedBy(context, short, start, end);
  if (!long || long.cost > maxCost) return [];
  const words = text.slice(long.start, long.end);
  // `LiTFSI, LiFSI, LiBOB` lists short forms, though the letters of one may be in another.
  if (isShortForm(words) || (long.cost > 0 && HOLDS_CLAUSE.test(words))) return [];
  return [{ form: 'apposition', whole: span(long.start, short.end), short, long }];
}

/** Words of a sentence, unless the letters come from them too: `what you see is what you get`. */
const HOLDS_CLAUSE =
  /\s(?:when|where|which|while|whose|who|because|if|thus|hence|therefore|we|it|they|is|are|was|were|has|have|had|can|could|will|would|should|may|might)\s/i;

/* Both are found by their sign, which is rarer than capitals. */
/** `THF = tetrahydrofuran` */
const EQUATED = /=(?<=(?<![\p{L}\p{N}.=–-])(\p{Lu}[\p{L}\p{N}‐–-]{1,11}) ?=) ?(?=\p{L})([^;.=:\n]{4,120})/gu;
/** `THF: tetrahydrofuran`, only where captions and tables explain what they show. */
const EXPLAINED = /[:,] (?<=(?<![\p{L}\p{N}.=–-])(\p{Lu}[\p{L}\p{N}‐–-]{1,11})..)(?=\p{L})([^;.=:\n]{4,120})/gu;

function explained(context: Context, match: RegExpExecArray, maxCost: number): Pair[] {
  if (!isShortForm(match[1]!)) return [];
  const shortEnd = match.index - (context.text[match.index - 1] === ' ' ? 1 : 0);
  const short = span(shortEnd - match[1]!.length, shortEnd);
  const words = lastOf(match, 2);
  const cut = match[2]!.search(/, | and | or |\)(?![\p{L}-])/u);
  const content = span(words.start, words.start + (cut < 0 ? match[2]!.trimEnd().length : cut));
  const long = explainedByWhole(context, short, content, maxCost);
  return long ? [{ form: 'apposition', whole: span(short.start, long.end), short, long }] : [];
}

/** `SOH stands for the state of health of the cell`, `where RHE is the reversible hydrogen electrode` */
const SAID =
  /[A-Z\d] (?:stands for|denotes|means|refers to|represents|is short for|is(?= the | an? )) ["“‘']?(?:the |an? )?(?=\p{L})([^;.,:()="”\n]{4,120})/gu;
/** `TOC and BOD refer to top-of-charge and bottom-of-discharge` */
const BOTH_SAID =
  /[A-Z\d] (?<=(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\d]{1,7}) and (\p{Lu}[\p{Lu}\d]{1,7}) )(?:stand for|denote|mean|refer to|represent) (?:the )?([^;.,:()=\n]{3,60}?) and (?:the )?([^;.,:()=\n]{3,60})/gu;

/** The first words that each give a letter; how the sentence goes on is open. */
function said(context: Context, match: RegExpExecArray): Pair[] {
  const { text } = context;
  const end = match.index + 1;
  const short = span(
    end - CAPITALS_AT_END.exec(text.slice(Math.max(context.block.start, end - 12), end))![0].length,
    end,
  );
  const rest = lastOf(match, 1);
  if (!isShortForm(text.slice(short.start, short.end))) return [];
  for (const { index } of match[1]!.matchAll(/(?= )|$/g)) {
    const words = span(rest.start, rest.start + index);
    const long =
      words.end - words.start > short.end - short.start && explainedByWhole(context, short, words, EACH_A_WORD);
    if (long) return [{ form: 'apposition', whole: span(short.start, long.end), short, long }];
  }
  return [];
}

function bothSaid(context: Context, match: RegExpExecArray): Pair[] {
  const { text } = context;
  const second = span(match.index + 1 - match[2]!.length, match.index + 1);
  const first = span(second.start - ' and '.length - match[1]!.length, second.start - ' and '.length);
  const end = match.index + match[0].length;
  const longs = [span(text.lastIndexOf(match[3]!, end - match[4]!.length), 0), span(end - match[4]!.length, end)];
  longs[0] = span(longs[0]!.start, longs[0]!.start + match[3]!.length);
  return [first, second].flatMap((short, i): Pair[] => {
    const long =
      isShortForm(text.slice(short.start, short.end)) && explainedByWhole(context, short, longs[i]!, EACH_A_WORD);
    return long ? [{ form: 'apposition', whole: short, short, long }] : [];
  });
}

const CAPITALS_AT_END = /(?:(?<![\p{L}\p{N}.–-])\p{Lu}[\p{L}\p{N}‐–-]*)?$/u;

const isLegend = ({ text, block }: Context): boolean =>
  block.kind === 'caption' ||
  block.kind === 'table-cell' ||
  block.kind === 'footnote' ||
  /^(?:list of )?abbreviations\b/i.test(text.slice(block.start, block.start + 30));

/** The group with which a match ends. */
function lastOf(match: RegExpExecArray, group: number): Span {
  const end = match.index + match[0].length;
  return span(end - match[group]!.length, end);
}
