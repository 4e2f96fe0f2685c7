import { ATOM } from '../../prose';
import { isCrossReference, keyAt } from '../citations';
import type { InlineCursor } from './cursor';

export function readAt(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const key = followsWord(c, at) ? undefined : keyAt(source, at, end);
  if (!key) return mail(c, at);
  const suppressed = source[at - 1] === '-' && at > c.text && !/\w/.test(source[at - 2] ?? ' ');
  const from = suppressed ? at - 1 : at;
  if (isCrossReference(key.key)) return c.put(ATOM, from, key.end);
  return c.citation(from, key.end, '@', [{ key: key.key, span: key.span }]);
}

/** Behind a letter, also a raised one, `@` is a coating or an address. */
function followsWord(c: InlineCursor, at: number): boolean {
  return at > c.start && /[\p{L}\p{N}~^$}\])]/u.test(c.source[at - 1]!);
}

function mail(c: InlineCursor, at: number): number {
  const { source, end } = c;
  let from = at;
  while (from > c.text && at - from < 64 && /[\w.+-]/.test(source[from - 1]!)) from--;
  const host = /^@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{2,60}){1,4}/.exec(source.slice(at, Math.min(end, at + 200)));
  return from < at && host ? c.put(ATOM, from, at + host[0].length) : at + 1;
}

export function address(c: InlineCursor, at: number): number {
  const { source, end } = c;
  if (/[\w.]/.test(source[at - 1] ?? ' ')) return at + 2;
  const match = /^[^\s<>"'\]|{}]+/.exec(source.slice(at, Math.min(end, at + 500)));
  const text = (match?.[0] ?? '').replace(/[.,;:!?*_]+$/, '').replace(/^([^(]*)\)+$/, '$1');
  return text.length < 5 ? at + 2 : c.put(ATOM, at, at + text.length);
}
