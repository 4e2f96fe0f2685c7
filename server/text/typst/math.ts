import { span } from '../../base/span';
import type { Setting } from '../prose';
import { scriptCharacter, scriptRunEnd, scriptRunText } from '../scripts';
import { callFunction } from './functions';
import { stringEnd } from './outline';
import type { TypstReader } from './reader';
import { symbol } from './symbols';
import { parseArguments } from './values';

/**
 * Reads Typst math as the characters it shows. Single letters are italic (setting `math`), strings and `upright(…)` are
 * `upright`; indices keep their script and lose the parentheses that group them. Spaces show only beside signs.
 */
export function readMath(r: TypstReader, start: number, end: number): void {
  let at = start;
  while (at < end) at = Math.min(end, Math.max(token(r, at, start, end), at + 1));
}

const WORD = /\p{L}+(?:\.\p{L}+)*/uy;
const NUMBER = /\d+(?:\.\d+)?/y;

function token(r: TypstReader, at: number, start: number, end: number): number {
  const { source } = r;
  const c = source[at]!;
  const comment = c === '/' ? r.outline.commentEnd(at) : undefined;
  if (comment !== undefined) return comment;
  if (source.charCodeAt(at) <= 32) return at + 1;
  if (scriptCharacter(source.charCodeAt(at))) return unicodeScript(r, at, end);
  if (/\p{L}/u.test(c)) return word(r, at, end);
  const shorthand = SHORTHANDS.find(([typed]) => source.startsWith(typed, at));
  if (shorthand) return sign(r, shorthand[1], at, at + shorthand[0].length, start, end);
  switch (c) {
    case '"':
      return string(r, at, end);
    case '_':
    case '^':
      return script(r, at, end);
    case '#':
      return r.expression(at, end);
    case "'":
      scripted(r, 'super', () => r.put('′', at, at + 1));
      return at + 1;
    case '&':
      r.space(at, at + 1);
      return at + 1;
    case '\\':
      return escaped(r, at, end);
    case ',':
    case ';': {
      r.copy(at, at + 1);
      const to = skipSpace(source, at + 1, end);
      if (to > at + 1) r.space(at + 1, to);
      return to;
    }
    default:
      r.copy(at, at + 1);
      return at + 1;
  }
}

/** An operator with the gaps that were typed around it. */
function sign(r: TypstReader, text: string, at: number, to: number, start: number, end: number): number {
  const apart = r.builder.script() === 'normal';
  if (apart && at > start && r.source.charCodeAt(at - 1) <= 32) r.space(at - 1, at);
  r.put(text, at, to);
  const next = skipSpace(r.source, to, end);
  if (apart && next > to) r.space(to, next);
  return next;
}

/** A letter, a named symbol, or a function with its arguments. */
function word(r: TypstReader, at: number, end: number): number {
  const { source } = r;
  WORD.lastIndex = at;
  const name = WORD.exec(source)?.[0] ?? source[at]!;
  const to = Math.min(at + name.length, end);
  if (source[to] === '(' && to < end) {
    const close = parenthesisEnd(source, to, end);
    const setting = FUNCTIONS[name];
    if (close !== undefined && (name === 'ce' || name === 'ch')) {
      const given = parseArguments(source, r.outline, to + 1, close);
      r.nested(() => callFunction(r, { name, start: at, end: close + 1, arguments: given }, at));
      return close + 1;
    }
    const digit =
      close !== undefined && BARS.has(name) ? /^\s*(\d)\s*$/.exec(source.slice(to + 1, close))?.[1] : undefined;
    if (close !== undefined && digit !== undefined) {
      r.put(`${digit}\u0305`, at, close + 1);
      return close + 1;
    }
    if (close !== undefined && setting) {
      const from = r.builder.offset;
      withSetting(r, setting, () => readMath(r, to + 1, close));
      r.wrap(from, span(at, close + 1));
      return close + 1;
    }
  }
  const shown = name.length > 1 ? symbol(name) : undefined;
  const values = shown === undefined ? r.declared.variable(name) : undefined;
  if (shown !== undefined) r.put(shown, at, to);
  else if (values) r.pinned(span(at, to), values);
  else r.copy(at, to);
  return to;
}

/** Text in math. After a number the space is kept: `3 "eV"`. */
function string(r: TypstReader, at: number, end: number): number {
  const { source } = r;
  const to = stringEnd(source, at);
  if (to === undefined || to > end) return at + 1;
  if (/(?:^|[\s($])\d[\d.]*\s$/.test(source.slice(Math.max(0, at - 12), at)) && r.builder.script() === 'normal')
    r.space(at - 1, at);
  const from = r.builder.offset;
  withSetting(r, 'upright', () => r.copy(at + 1, to - 1));
  r.wrap(from, span(at, to));
  return to;
}

function script(r: TypstReader, at: number, end: number): number {
  const { source } = r;
  const from = r.builder.offset;
  const open = skipSpace(source, at + 1, end);
  if (open >= end) return end;
  const close = source[open] === '(' ? parenthesisEnd(source, open, end) : undefined;
  const to = close === undefined ? itemEnd(r, open, end) : close + 1;
  const inner = close === undefined ? span(open, to) : span(open + 1, close);
  if (SPECIES.test(source.slice(inner.start, inner.end))) r.readAside(inner.start, inner.end);
  scripted(r, source[at] === '_' ? 'sub' : 'super', () => r.nested(() => readMath(r, inner.start, inner.end)));
  r.wrap(from, span(at, to));
  return to;
}

/** A formula in a script: `c_"LiPF6"`, `p_(O_2)`, `c_ce("Li+")`, `x_(upright("LiFePO")_4)`; the reader of formulas judges it. */
const SPECIES = /^\s*(?:#?ce[([]|(?:upright\(\s*)?"?[A-Z][A-Za-z]{0,12}(?:\d|"?\)?\s*[_^]\s*["(\d+-]))/;

/** End of the one thing that a script mark takes. */
function itemEnd(r: TypstReader, at: number, end: number): number {
  const { source } = r;
  if (source[at] === '"') return Math.min(stringEnd(source, at) ?? at + 1, end);
  if (source[at] === '#') {
    const match = /^#[\p{L}\p{N}_.-]+/u.exec(source.slice(at, Math.min(end, at + 100)));
    const to = at + (match?.[0].length ?? 1);
    const close = source[to] === '(' || source[to] === '[' ? r.outline.closing(to) : undefined;
    return close === undefined || close >= end ? to : close + 1;
  }
  for (const pattern of [NUMBER, WORD]) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (!match) continue;
    const to = Math.min(at + match[0].length, end);
    const close = pattern === WORD && source[to] === '(' && to < end ? parenthesisEnd(source, to, end) : undefined;
    return close === undefined ? to : close + 1;
  }
  return at + 1;
}

function escaped(r: TypstReader, at: number, end: number): number {
  const next = r.source[at + 1];
  if (next === undefined || at + 1 >= end || /\s/.test(next)) r.space(at, at + 1);
  else r.put(next, at, at + 2);
  return at + 2;
}

function unicodeScript(r: TypstReader, at: number, end: number): number {
  const to = scriptRunEnd(r.source, at, end);
  scripted(r, scriptCharacter(r.source.charCodeAt(at))!.script, () => r.put(scriptRunText(r.source, at, to), at, to));
  return to;
}

function scripted(r: TypstReader, raised: 'sub' | 'super', read: () => void): void {
  const style = r.builder.restyle({ script: raised });
  read();
  r.builder.restore(style);
}

function withSetting(r: TypstReader, setting: Setting, read: () => void): void {
  const style = r.builder.restyle({ setting });
  r.nested(read);
  r.builder.restore(style);
}

function skipSpace(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && source.charCodeAt(at) <= 32) at++;
  return at;
}

/** Offset of the parenthesis that closes the one at `open`, near enough to be one of a formula. */
function parenthesisEnd(source: string, open: number, end: number): number | undefined {
  const limit = Math.min(end, open + 500);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const c = source[at];
    if (c === '\\') at++;
    else if (c === '"') at = Math.min(limit, stringEnd(source, at) ?? at + 1) - 1;
    else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return at;
  }
  return undefined;
}

/** Functions that put a bar over a digit: `overline(3)`. */
const BARS: ReadonlySet<string> = new Set(['overline', 'macron']);

/** Functions that set their argument and show nothing else. */
const FUNCTIONS: Readonly<Record<string, Setting>> = {
  upright: 'upright',
  text: 'upright',
  op: 'upright',
  bold: 'math',
  italic: 'math',
  sans: 'math',
  serif: 'math',
  mono: 'math',
  cal: 'math',
  bb: 'math',
  display: 'math',
  inline: 'math',
  limits: 'math',
  scripts: 'math',
  cancel: 'math',
};

/** Longest first. */
const SHORTHANDS: readonly (readonly [string, string])[] = [
  ['<=>', '⇔'],
  ['<->', '↔'],
  ['-->', '⟶'],
  ['->', '→'],
  ['<-', '←'],
  ['=>', '⇒'],
  ['<=', '≤'],
  ['>=', '≥'],
  ['!=', '≠'],
  ['||', '‖'],
  ['-', '−'],
  ['+', '+'],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
];
