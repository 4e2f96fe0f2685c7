import { type Span, span } from '../../base/span';
import { identifierAt, type Outline, rawEnd, stringEnd } from './outline';

/** A value in code, as far as prose needs it. `end` is after it. */
export type Value = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'string' | 'content' | 'math'; readonly inner: Span }
  | { readonly kind: 'list'; readonly items: readonly Argument[] }
  | { readonly kind: 'label'; readonly key: string; readonly inner: Span }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'other' }
);

export interface Argument extends Span {
  /** `caption` of `caption: […]`; also the key of a dictionary entry. */
  readonly name?: string;
  readonly nameSpan?: Span;
  /** Several where values are added: `[a] + [b]`. */
  readonly values: readonly Value[];
}

/** `name.field(…)[…]`. */
export interface Call {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly arguments: readonly Argument[];
}

/** Parses what is in the brackets of a call, an array or a dictionary. */
export function parseArguments(source: string, outline: Outline, start: number, end: number, depth = 0): Argument[] {
  const parsed: Argument[] = [];
  let at = skipSpace(source, outline, start, end);
  while (at < end) {
    const start = at;
    const named = nameAt(source, at, end);
    const values: Value[] = [];
    at = skipSpace(source, outline, named?.end ?? at, end);
    while (at < end && source[at] !== ',') {
      const value = valueAt(source, outline, at, end, depth);
      if (value.kind !== 'other') values.push(value);
      at = skipSpace(source, outline, Math.max(value.end, at + 1), end);
    }
    parsed.push({
      ...(named ? { name: named.name, nameSpan: named.span } : {}),
      values,
      start,
      end: Math.min(at, end),
    });
    at = skipSpace(source, outline, at + 1, end);
  }
  return parsed;
}

/** The values of an expression up to `end`. */
export function parseValues(source: string, outline: Outline, start: number, end: number): readonly Value[] {
  return parseArguments(source, outline, start, end).flatMap((argument) => argument.values);
}

/** The call whose name starts at `at`, arguments included; undefined where there is neither argument nor content. */
export function callAt(source: string, outline: Outline, at: number, end: number, depth = 0): Call | undefined {
  let name = identifierAt(source, at);
  let to = at + name.length;
  const parsed: Argument[] = [];
  let called = false;
  for (;;) {
    const c = to < end ? source[to] : undefined;
    const field = c === '.' ? identifierAt(source, to + 1) : '';
    const close = c === '(' || c === '[' ? outline.closing(to) : undefined;
    if (field !== '' && !called) {
      name += `.${field}`;
      to += 1 + field.length;
    } else if (close === undefined || close >= end) break;
    else if (c === '(') {
      if (depth < DEEPEST) parsed.push(...parseArguments(source, outline, to + 1, close, depth + 1));
      to = close + 1;
      called = true;
    } else {
      const whole = span(to, close + 1);
      parsed.push({ values: [{ kind: 'content', inner: span(to + 1, close), ...whole }], ...whole });
      to = close + 1;
      called = true;
    }
  }
  return called ? { name, start: at, end: to, arguments: parsed } : undefined;
}

/** The value at `at`; anything else counts as one character of kind `other`. */
function valueAt(source: string, outline: Outline, at: number, end: number, depth: number): Value {
  const close = '([{$'.includes(source[at]!) ? outline.closing(at) : undefined;
  if (close !== undefined && close < end) return bracketed(source, outline, at, close, depth);
  if (source[at] === '"') {
    const to = Math.min(stringEnd(source, at) ?? at + 1, end);
    return { kind: 'string', inner: span(at + 1, Math.max(at + 1, to - 1)), start: at, end: to };
  }
  if (source[at] === '`') return { kind: 'other', start: at, end: rawEnd(source, at) };
  if (source[at] === '<') {
    const key = /^<([\p{L}\p{N}_:.-]{1,200})>/u.exec(source.slice(at, Math.min(end, at + 210)))?.[1];
    if (key)
      return { kind: 'label', key, inner: span(at + 1, at + 1 + key.length), start: at, end: at + key.length + 2 };
  }
  const name = identifierAt(source, at);
  if (name === '') return { kind: 'other', start: at, end: at + 1 };
  const call = callAt(source, outline, at, end, depth + 1);
  if (call) return { kind: 'call', call, start: at, end: call.end };
  return { kind: 'name', name, start: at, end: at + name.length };
}

function bracketed(source: string, outline: Outline, at: number, close: number, depth: number): Value {
  const inner = span(at + 1, close);
  const whole = { start: at, end: close + 1 };
  if (source[at] === '[') return { kind: 'content', inner, ...whole };
  if (source[at] === '$') return { kind: 'math', inner, ...whole };
  if (source[at] === '{' || depth >= DEEPEST) return { kind: 'other', ...whole };
  return { kind: 'list', items: parseArguments(source, outline, at + 1, close, depth + 1), ...whole };
}

function nameAt(source: string, at: number, end: number): { name: string; span: Span; end: number } | undefined {
  const quoted = source[at] === '"';
  const to = quoted ? stringEnd(source, at) : at + identifierAt(source, at).length;
  if (to === undefined || to === at || to > end) return undefined;
  let colon = to;
  while (colon < end && source.charCodeAt(colon) <= 32) colon++;
  if (source[colon] !== ':' || colon >= end) return undefined;
  const inner = quoted ? span(at + 1, to - 1) : span(at, to);
  return { name: source.slice(inner.start, inner.end), span: inner, end: colon + 1 };
}

function skipSpace(source: string, outline: Outline, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const comment = source[at] === '/' ? outline.commentEnd(at) : undefined;
    if (comment !== undefined) at = comment;
    else if (source.charCodeAt(at) <= 32) at++;
    else break;
  }
  return Math.min(at, end);
}

/** Nesting of arguments beyond this is not a manuscript. */
const DEEPEST = 40;
