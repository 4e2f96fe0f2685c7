import { type Span, span } from '../../base/span';
import type { Prose } from '../../text/prose';
import { WORD_LETTER } from './characters';

/** What touches a reading and says that it is a piece of something longer. */
interface Touch {
  readonly id: string;
  /** Against what stands in the token before the piece, against the piece, and against what follows. */
  readonly before?: RegExp;
  readonly piece?: RegExp;
  readonly after?: RegExp;
}

/**
 * A formula is read whole or not at all: what stands in one token with it, and was not read, may change what it is.
 * Brackets and signs of the sentence, coefficients and the marks between parts of a composite touch without harm.
 */
const TOUCHES: readonly Touch[] = [
  { id: 'letter before', before: new RegExp(`(?:(?!\\p{Script=Greek})${WORD_LETTER}|\\w_|[\\\\^])$`, 'u') },
  {
    id: 'index or amount of a unit before',
    before: new RegExp(`(?:${WORD_LETTER}|[)\\]}])\\d(?:[\\d.,/]*\\d)?$`, 'u'),
  },
  { id: 'adduct before', before: /[\w)\]}][·•∙⋅][\d.,/½x-z]*$/u },
  { id: 'bracketed unit before', before: /(?<!\((?:\d|[a-z]))[)\]}]$/ },
  { id: 'unit before the bracket', before: /(?:^|[^\p{L}])(?:[A-Z][a-z]|[A-Z][A-Za-z\d.]*\d)[([]$/u },
  { id: 'index of the bracket around it', after: /^[)\]}](?:[\d₀-₉x]|[A-Z][a-z]?[\d₀-₉(])/ },
  { id: 'script mark after', after: /^[_^]/ },
  { id: 'unit in brackets after', after: /^[([][^\s()[\]]{1,40}[)\]](?:[\d₀-₉x]|[A-Z]{0,2}[A-Z][a-z]?\d)/ },
  { id: 'adduct after', after: /^[·•∙⋅][\d(A-Z½x-z]/ },
  { id: 'decimal fraction after', piece: /[^\d]0$/, after: /^,\d/ },
];

/** Name of what makes a piece of the reading; undefined where it is whole. */
export function fragmentBy(prose: Prose, { start, end }: Span): string | undefined {
  const { text } = prose;
  let from = start;
  while (from > 0 && start - from < REACH && !BREAK.test(text[from - 1]!)) from--;
  const before = text.slice(from, start);
  const after = text.slice(end, end + REACH);
  const piece = text.slice(start, end);
  const unread = HARMLESS.test(before) ? '' : before;
  return TOUCHES.find(
    (touch) =>
      (touch.before?.test(unread) ?? true) && (touch.piece?.test(piece) ?? true) && (touch.after?.test(after) ?? true),
  )?.id;
}

/** The whole token around an offset, without the marks of the sentence; parts of composites are tokens of their own. */
export function tokenAt(prose: Prose, start: number, limit: number): Span {
  const { text } = prose;
  let depth = 0;
  let end = start;
  for (; end < limit && end - start < LONGEST; end++) {
    const c = text[end]!;
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && --depth < 0) break;
    else if (depth === 0 && (BREAK.test(c) || /^[-–−]\d*[A-Z(]/.test(text.slice(end, end + 4)) || '/@'.includes(c)))
      break;
    else if (depth > 0 && c === ' ') break;
  }
  while (end > start && /[.,:'’]/.test(text[end - 1]!)) end--;
  return span(start, end);
}

/** Nothing, or a coefficient that begins its token: `2`, `0.7`, `(1-x)`, `x`; a molarity; an enumerator. */
const HARMLESS =
  /^(?:[([]*\d{1,3}(?:[.,]\d+)?[M·•∙⋅]?|[A-Z][·•∙⋅]|M|[\d.xyz]+\)|\([\d.]*[-−–]?[xyz]?\)|[xyz]|\([a-z\d]\))$/;

const BREAK = /[\s;|‖∥→⇌<>="“”~+\uFFFC/@—–]/;
const REACH = 48;
const LONGEST = 160;
