import { type Span, span } from '../../../base/span';
import { addressEnd, mailAround } from '../../addresses';
import { ATOM } from '../../prose';
import { isCrossReference, keyAt, keysIn } from '../citations';
import type { InlineCursor } from './cursor';

export function readAt(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const key = followsWord(c, at) ? undefined : keyAt(source, at, end);
  if (!key) return mail(c, at);
  const suppressed = source[at - 1] === '-' && at > c.text && !/\w/.test(source[at - 2] ?? ' ');
  const from = suppressed ? at - 1 : at;
  if (isCrossReference(key.key)) return c.put(ATOM, from, key.end);
  const locator = locatorAfter(c, key.end);
  const others = locator ? keysIn(source, locator.start, locator.end) : [];
  return c.citation(from, locator?.end ?? key.end, '@', [{ key: key.key, span: key.span }, ...others]);
}

/** `@a [p. 3; @b]`: brackets after a work belong to its citation, unless they are a link. */
function locatorAfter(c: InlineCursor, at: number): Span | undefined {
  const { source, end } = c;
  if (source[at] !== ' ' || source[at + 1] !== '[' || source[at + 2] === '^') return undefined;
  const close = c.pairAt(at + 1)?.close;
  if (close === undefined || close >= end || close > at + LONGEST_LOCATOR || /[([{:]/.test(source[close + 1] ?? ' '))
    return undefined;
  return span(at, close + 1);
}

const LONGEST_LOCATOR = 300;

/** After a letter, also a raised one, `@` is a coating or an address. */
function followsWord(c: InlineCursor, at: number): boolean {
  return at > c.start && /[\p{L}\p{N}~^$}\])]/u.test(c.source[at - 1]!);
}

function mail(c: InlineCursor, at: number): number {
  const found = mailAround(c.source, at, c.text, c.end);
  return found ? c.put(ATOM, found.start, found.end) : at + 1;
}

/** `https://…`, `www.…`, `10.1000/…`; undefined where none begins. */
export function address(c: InlineCursor, at: number): number | undefined {
  const { source } = c;
  if (!BEGINNINGS.some((beginning) => source.startsWith(beginning, at))) return undefined;
  if (/[\w.]/.test(source[at - 1] ?? ' ') || !/^(?:\D|10\.\d{4,9}\/)/.test(source.slice(at, at + 13))) return at + 2;
  const to = addressEnd(source, at, c.end);
  return to < at + 5 ? at + 2 : c.put(ATOM, at, to);
}

const BEGINNINGS = ['http://', 'https://', 'www.', '10.'];
