import { span } from '../../base/span';
import type { Command } from './commands';
import { readMathAt, withScript } from './math';
import type { LatexReader } from './reader';
import { controlEnd, isDigit, isLetter, isSpace, lineEnd } from './scan';

/** `\ce{…}`, `\ch{…}`, `\cee{…}` */
export const readChemistryArgument: Command = (r, use, end) => {
  const argument = r.shortArgument(use.after, end) ?? r.argument(use.after, end);
  if (!argument) return use.after;
  const from = r.builder.offset;
  r.readAs('chemistry', 'chemistry', argument.start, argument.end);
  r.sink.wrap(from, span(use.start, argument.after));
  return argument.after;
};

/**
 * Reads what is in `\ce{…}` as mhchem shows it: digits after a symbol or bracket are indices, digits in front are
 * amounts, a sign glued after is a charge, arrows and bonds are signs of their own. One thing is read as the author means it, not
 * as mhchem sets it: `Li1.2` has an index 1.2, where mhchem would put the dot of a hydrate.
 */
export function readChemistry(r: LatexReader, start: number, end: number): void {
  let at = start;
  while (at < end) at = Math.min(end, Math.max(token(r, at, start, end), at + 1));
}

function token(r: LatexReader, at: number, start: number, end: number): number {
  const { source } = r;
  const code = source.charCodeAt(at);
  if (isLetter(code)) return letters(r, at, start, end);
  if (isDigit(code)) return digits(r, at, start, end);
  if (isSpace(code)) return spaces(r, at, end);
  switch (source[at]) {
    case '\\':
      return command(r, at, end);
    case '{':
      return group(r, at, end);
    case '$':
      return readMathAt(r, at, end);
    case '^':
    case '_':
      return script(r, at, start, end);
    case '+':
    case '-':
      return sign(r, at, start, end);
    case '<':
    case '=':
      return arrowOrBond(r, at, end);
    case '*':
    case '.':
      r.put('·', at, at + 1);
      return at + 1;
    case '#':
      if (r.frame) return r.parameter(at, end);
      r.put('≡', at, at + 1);
      return at + 1;
    case '%':
      return lineEnd(source, at, end);
    case '~':
    case '&':
      r.space(at, at + 1);
      return at + 1;
    case '}':
    case '"':
      return at + 1;
    default:
      r.copy(at, at + 1);
      return at + 1;
  }
}

/** A run of letters; `v` on its own is a precipitate's arrow. */
function letters(r: LatexReader, at: number, start: number, end: number): number {
  let i = at + 1;
  while (i < end && isLetter(r.source.charCodeAt(i))) i++;
  if (i === at + 1 && r.source[at] === 'v' && at > start && standsAlone(r, at, end)) r.put('↓', at, i);
  else r.copy(at, i);
  return i;
}

/** Digits: an index after a symbol, bracket or script; otherwise an amount. Fractions and decimals hold together. */
function digits(r: LatexReader, at: number, start: number, end: number): number {
  const { source } = r;
  let i = at;
  while (i < end && isDigit(source.charCodeAt(i))) i++;
  const index = followsEntity(r, at, start);
  const joint = source[i];
  if (
    (joint === '.' || joint === '/' || (joint === ',' && index)) &&
    i + 1 < end &&
    isDigit(source.charCodeAt(i + 1))
  ) {
    let j = i + 1;
    while (j < end && isDigit(source.charCodeAt(j))) j++;
    if (!index || joint !== '.' || !HYDRATE.test(source.slice(j, Math.min(end, j + 8)))) i = j;
  }
  if (index) withScript(r, 'sub', () => r.copy(at, i));
  else r.copy(at, i);
  return i;
}

/** What may follow the first digits of a hydrate's amount: `…2.12H2O`, `…4.5D2O`, `…(H2O)`, the `.5H2O` of `…2.2.5H2O`. */
const HYDRATE = /^(?:[./]\d+)? ?\(?[HD]_?2O/;

/** True where a symbol, a closing bracket or a script ends directly before `at`; not an arrow with its label. */
function followsEntity(r: LatexReader, at: number, start: number): boolean {
  if (at <= start || r.builder.endsWithSpace) return false;
  const code = r.source.charCodeAt(at - 1);
  return isLetter(code) || isDigit(code) || code === 41 || code === 93 || code === 125 || code === 36 || code > 127;
}

function spaces(r: LatexReader, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(r.source.charCodeAt(i))) i++;
  r.space(at, i);
  return i;
}

/** `+` and `-`: glued after a symbol a charge, between two symbols a bond, otherwise on the line; `->` is an arrow. */
function sign(r: LatexReader, at: number, start: number, end: number): number {
  const { source } = r;
  if (source[at] === '-' && source[at + 1] === '>') return arrow(r, '→', at, at + 2, end);
  const text = source[at] === '-' ? '−' : '+';
  const charge = followsEntity(r, at, start) && (text === '+' || endsEntity(source[at + 1], at + 1 >= end));
  if (charge) withScript(r, 'super', () => r.put(text, at, at + 1));
  else if (text === '−' && at + 1 < end && !isSpace(source.charCodeAt(at + 1))) r.copy(at, at + 1);
  else r.put(text, at, at + 1);
  return at + 1;
}

const endsEntity = (next: string | undefined, atEnd: boolean) =>
  atEnd || next === undefined || ' \t\n,;.*|/)]}_^~\\&'.includes(next);

function arrowOrBond(r: LatexReader, at: number, end: number): number {
  const found = ARROWS.find(([typed]) => r.source.startsWith(typed, at) && at + typed.length <= end);
  if (found) return arrow(r, found[1], at, at + found[0].length, end);
  r.copy(at, at + 1);
  return at + 1;
}

/** An arrow, and what is written above and below it in brackets. */
function arrow(r: LatexReader, text: string, at: number, after: number, end: number): number {
  r.space(at, at);
  r.put(text, at, after);
  let i = after;
  for (let label = labelAt(r, i, end); label; label = labelAt(r, i, end)) {
    r.put('[', label.start - 1, label.start);
    r.read(label.start, label.end);
    r.put(']', label.end, label.after);
    i = label.after;
  }
  r.space(i, i);
  return i;
}

const labelAt = (r: LatexReader, at: number, end: number) => (r.source[at] === '[' ? r.optional(at, end) : undefined);

/** Longest first. */
const ARROWS: readonly (readonly [string, string])[] = [
  ['<=>>', '⇌'],
  ['<<=>', '⇌'],
  ['<-->', '⇄'],
  ['<=>', '⇌'],
  ['<->', '↔'],
  ['<-', '←'],
  ['=>', '⇒'],
];

/** `_{…}`, `^{2+}`, `^2-`, `_x`, `_$i$`; `^` between spaces is an escaping gas. */
function script(r: LatexReader, at: number, start: number, end: number): number {
  const { source } = r;
  if (source[at] === '^' && at > start && standsAlone(r, at, end)) {
    r.put('↑', at, at + 1);
    return at + 1;
  }
  const of = source[at] === '_' ? 'sub' : 'super';
  const from = r.builder.offset;
  const group = source[at + 1] === '{' ? r.groupArgument(at + 1, end) : undefined;
  const inner = group ?? bracketedScript(source, at, end) ?? bareScript(source, at, end);
  withScript(r, of, () => {
    if (source[at + 1] === '$') readMathAt(r, at + 1, end);
    else if (source[at + 1] === '\\') r.control(at + 1, inner.end);
    else readScriptText(r, inner.start, inner.end, of);
  });
  r.sink.wrap(from, span(at, inner.after));
  return inner.after;
}

/** `_(1-x)`, `^(2-)`, as typsium groups a script. */
function bracketedScript(source: string, at: number, end: number) {
  const bracket = /^(?:_\([\dxyznδ.,+−-]{1,12}\)|\^\(\d{0,2}[+−-]\))/.exec(
    source.slice(at, Math.min(end, at + 16)),
  )?.[0];
  if (bracket === undefined) return undefined;
  const after = at + bracket.length;
  return { start: at + 2, end: after - 1, after };
}

/** An oxidation state without braces: `Fe^III`. */
const OXIDATION_STATE = /^\^(?:I{1,3}|IV|VI{0,3})(?![A-Za-z])/;

/** What a script mark without braces takes: digits with their sign, a variable with its sign, a state, math, a command. */
function bareScript(source: string, at: number, end: number): { start: number; end: number; after: number } {
  let i = at + 1;
  const state = OXIDATION_STATE.exec(source.slice(at, Math.min(end, at + 6)))?.[0];
  if (state !== undefined) i = at + state.length;
  else if (source[i] === '$') {
    const close = source.indexOf('$', i + 1);
    i = close < 0 || close >= end ? i + 1 : close + 1;
  } else if (source[i] === '\\') i = controlEnd(source, i, end);
  else {
    if (source[i] === '-' || source[i] === '+') i++;
    const digits = i;
    while (i < end && isDigit(source.charCodeAt(i))) i++;
    if (i === digits && i < end && isLetter(source.charCodeAt(i)) && i === at + 1) i++;
    if (source[at] === '^' && i > at + 1 && i < end && i >= digits && isChargeSign(source, i, end)) {
      if (source[at + 1] !== '+' && source[at + 1] !== '-') i++;
    }
    while (source[at] === '^' && i < end && "*.'".includes(source[i]!)) i++;
    if (i === at + 1) i = Math.min(end, i + 1);
  }
  return { start: at + 1, end: Math.min(i, end), after: Math.min(i, end) };
}

/** A dash is one too, unless it joins an atom: `SO4^2–`. */
const isChargeSign = (source: string, at: number, end: number): boolean =>
  source[at] === '+' || source[at] === '-' || (/[−–]/.test(source[at]!) && endsEntity(source[at + 1], at + 1 >= end));

/** Inside a script nothing is raised or lowered again: letters, digits and signs as they are, `.` a radical. */
function readScriptText(r: LatexReader, start: number, end: number, of: 'sub' | 'super'): void {
  const { source } = r;
  for (let i = start; i < end; ) {
    const c = source[i]!;
    if (c === '\\') i = Math.max(i + 1, command(r, i, end));
    else if (c === '$') i = Math.max(i + 1, readMathAt(r, i, end));
    else if (c === '{') i = Math.max(i + 1, group(r, i, end));
    else if (c === '}' || isSpace(source.charCodeAt(i))) i++;
    else if (c === '-') r.put('−', i, ++i);
    else if (c === "'") r.put('′', i, ++i);
    else if (of === 'super' && c === '.') r.put('•', i, ++i);
    else if (c === '#' && r.frame) i = r.parameter(i, end);
    else r.copy(i, ++i);
  }
}

/** `{…}` in a formula is text; an empty one only separates. */
function group(r: LatexReader, at: number, end: number): number {
  const close = r.outline.closing(at);
  if (close < 0 || close >= end) return at + 1;
  r.readAs('text', 'upright', at + 1, close);
  return close + 1;
}

function command(r: LatexReader, at: number, end: number): number {
  const after = controlEnd(r.source, at, end);
  const name = r.source.slice(at + 1, after);
  if (name === 'bond') {
    const argument = r.argument(after, end);
    if (!argument) return after;
    r.put(BONDS[r.source.slice(argument.start, argument.end)] ?? '-', at, argument.after);
    return argument.after;
  }
  if (name === 'ca') {
    r.put('∼', at, after);
    return after;
  }
  return r.control(at, end);
}

const BONDS: Readonly<Record<string, string>> = {
  '=': '=',
  '2': '=',
  '#': '≡',
  '3': '≡',
  '...': '⋯',
  '....': '⋯',
  '->': '→',
  '<-': '←',
};

/** True between spaces, brackets and the ends. */
function standsAlone(r: LatexReader, at: number, end: number): boolean {
  const before = r.source[at - 1];
  const after = at + 1 < end ? r.source[at + 1] : ' ';
  return (before === ' ' || before === '(') && (after === ' ' || after === ')');
}
