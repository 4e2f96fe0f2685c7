import { type Span, span } from '../base/span';

const ADDRESS = /^[^\s<>"'\]|{}]+/;
const HOST = /@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{2,60}){1,4}/y;

/** End of the web address that starts at `at`, without the punctuation of the sentence after it. */
export function addressEnd(source: string, at: number, end: number): number {
  const match = ADDRESS.exec(source.slice(at, Math.min(end, at + LONGEST_ADDRESS)));
  const text = (match?.[0] ?? '').replace(/[.,;:!?*_]+$/, '');
  return at + (text.includes('(') ? text : text.replace(/\)+$/, '')).length;
}

/** The e-mail address around the `@` at `at`, not before `start`; undefined where there is none. */
export function mailAround(source: string, at: number, start: number, end: number): Span | undefined {
  let from = at;
  while (from > start && at - from < 64 && /[\w.+-]/.test(source[from - 1]!)) from--;
  HOST.lastIndex = at;
  const host = HOST.exec(source);
  return from < at && host && at + host[0].length <= end ? span(from, at + host[0].length) : undefined;
}

const LONGEST_ADDRESS = 500;
