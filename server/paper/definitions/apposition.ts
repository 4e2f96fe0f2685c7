import { type Span, span } from '../../base/span';
import { type Context, explainedBy, explainedByWhole } from './explain';
import { isStopWord } from './letters';
import type { Pair } from './pair';
import { endOfWordsBefore, regionBefore } from './regions';
import { isShortForm } from './shortForm';

/** Definitions without brackets: `long, SHORT,`, `long, hereafter denoted as SHORT`, `SHORT = long`, and in captions `SHORT: long;`. */
export function definitionsBesideEachOther(context: Context): Pair[] {
  return [...betweenCommas(context), ...announced(context), ...equated(context)];
}

const NO_LETTER_INSIDE = 0.12;
const FEW_LETTERS_INSIDE = 0.45;

const BETWEEN_COMMAS = /, (\p{Lu}[\p{L}\p{N}‐–-]{2,11})(?=[,.;:)]|$)/gu;

/** `the solid electrolyte interphase, SEI, grows` */
function betweenCommas(context: Context): Pair[] {
  return matchesIn(context, BETWEEN_COMMAS).flatMap(({ at, groups: [short] }) => {
    if (!/\p{Lu}.*\p{Lu}/u.test(context.text.slice(short!.start, short!.end))) return [];
    return longBefore(context, short!, at, NO_LETTER_INSIDE, context.text.lastIndexOf(', ', at - 1) + 1);
  });
}

const ANNOUNCED =
  /\b(?:hereafter|hereinafter|henceforth|abbreviated|denoted|referred to|known|termed|called|named|designated|labell?ed|shortened)\b(?: (?:as|to|by|simply|hereafter|below|herein|also|in short|referred|denoted|called|abbreviated|termed|the)\b){0,5} ?["“‘']?([\p{L}\p{N}][\p{L}\p{N}/‐–-]{1,15})/gu;

/** `the composite, hereafter referred to as CSE` */
function announced(context: Context): Pair[] {
  return matchesIn(context, ANNOUNCED).flatMap(({ at, groups: [short] }) => {
    if (!/\p{Lu}/u.test(context.text.slice(short!.start, short!.end))) return [];
    return longBefore(context, short!, startOfClauseTail(context, at), FEW_LETTERS_INSIDE);
  });
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
  if (!isShortForm(text.slice(short.start, short.end))) return [];
  const end = endOfWordsBefore(text, brackets, block.start, at);
  const start = regionBefore(text, brackets, Math.max(from, block.start), end);
  const long = explainedBy(context, short, start, end);
  if (!long || long.cost > maxCost) return [];
  return [{ form: 'apposition', whole: span(long.start, short.end), short, long }];
}

const EQUATED = /(?<![\p{L}\p{N}.=–-])(\p{Lu}[\p{L}\p{N}‐–-]{1,11})( ?= ?|: |, )(?=\p{L})([^;.=:\n]{4,120})/gu;

/** `THF = tetrahydrofuran`; with a colon or a comma only where captions and tables explain what they show. */
function equated(context: Context): Pair[] {
  if (!isLegend(context) && !context.text.slice(context.block.start, context.block.end).includes('=')) return [];
  return matchesIn(context, EQUATED).flatMap(({ groups: [short, sign, words] }) => {
    const isEqual = context.text.slice(sign!.start, sign!.end).includes('=');
    if (!(isEqual || isLegend(context)) || !isShortForm(context.text.slice(short!.start, short!.end))) return [];
    const rest = context.text.slice(words!.start, words!.end);
    const cut = rest.search(/, | and | or |\)(?![\p{L}-])/u);
    const content = span(words!.start, cut < 0 ? words!.start + rest.trimEnd().length : words!.start + cut);
    const long = explainedByWhole(context, short!, content, isEqual ? FEW_LETTERS_INSIDE : NO_LETTER_INSIDE);
    return long ? [{ form: 'apposition', whole: span(short!.start, long.end), short: short!, long }] : [];
  });
}

const isLegend = ({ text, block }: Context): boolean =>
  block.kind === 'caption' ||
  block.kind === 'table-cell' ||
  block.kind === 'footnote' ||
  /^(?:list of )?abbreviations\b/i.test(text.slice(block.start, block.start + 30));

interface Match {
  readonly at: number;
  readonly groups: readonly Span[];
}

function matchesIn({ text, block }: Context, pattern: RegExp): Match[] {
  const matches: Match[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(pattern)) {
    let from = 0;
    const groups = match.slice(1).map((group) => {
      const start = match[0].indexOf(group, from);
      from = start + group.length;
      return span(block.start + match.index + start, block.start + match.index + from);
    });
    matches.push({ at: block.start + match.index, groups });
  }
  return matches;
}
