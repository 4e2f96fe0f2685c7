import { type ProseSpan, span } from '../base/span';
import type { Prose } from './prose';

/** Opening quotes with those that may close them, and with those of a typewriter that are mixed up with these. */
const QUOTES: Readonly<Record<string, Pair>> = {
  '“': { closing: '”', mixed: '"' },
  '„': { closing: '“”', mixed: '"' },
  '”': { closing: '”' },
  '«': { closing: '»' },
  '»': { closing: '«' },
  '"': { closing: '"' },
  '‘': { closing: '’', mixed: "'" },
  '‚': { closing: '‘’', mixed: "'" },
  "'": { closing: "'" },
};

const OPENING = new RegExp(`[${Object.keys(QUOTES).join('')}]`, 'g');

interface Pair {
  readonly closing: string;
  readonly mixed?: string;
}

/** No title is longer. */
const REACH = 400;

/** The words between the quotes around a stretch of one block; undefined where it is not in quotes. */
export function quotationAround(prose: Prose, { start, end }: ProseSpan): ProseSpan | undefined {
  const { text } = prose;
  const block = prose.blockAt(start);
  if (!block) return undefined;
  const last = Math.min(block.end, end + REACH);
  const unclosed = new Set<string>();
  const first = Math.max(block.start, start - REACH);
  let closed = first;
  for (const { 0: c, index } of text.slice(first, start).matchAll(OPENING)) {
    const at = first + index;
    if (at < closed || unclosed.has(c) || !mayOpen(text, at)) continue;
    const close = closingAfter(text, at, last, QUOTES[c]!);
    if (close === undefined) unclosed.add(c);
    else if (close >= end) return span(at + 1, close);
    else closed = close + 1;
  }
  return undefined;
}

function closingAfter(text: string, open: number, end: number, { closing, mixed = '' }: Pair): number | undefined {
  for (let at = open + 1; at < end; at++) {
    const c = text[at]!;
    if (closing.includes(c) && mayClose(text, at)) return at;
    if (mixed.includes(c) && mayClose(text, at) && !/\d/.test(text[at - 1]!)) return at;
  }
  return undefined;
}

/** Quotes that close or are apostrophes elsewhere open before a word only. */
const mayOpen = (text: string, at: number): boolean =>
  !/["'”‘]/.test(text[at]!) || (/[\s([]/.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' '));

/** An apostrophe goes on with a letter. */
const mayClose = (text: string, at: number): boolean =>
  !/["'’]/.test(text[at]!) || (!/\p{L}/u.test(text[at + 1] ?? ' ') && !/[\s(]/.test(text[at - 1]!));
