import type { ScriptedText } from '../../base/script';
import { isDigit, isMinus, isSpace, skipSpaces } from './characters';

export interface WrittenValue {
  readonly end: number;
  /** A range is given from its lower to its upper end. */
  readonly value: number | readonly [number, number];
  /** The bracket before the number closes in it: `(3.2 ± 0.1) × 10⁻³`. */
  readonly bracketed?: boolean;
}

/**
 * The values that may begin at a digit, longest first: a range (`100–220`, `1 to 2`, `10⁻¹⁴–10⁻¹³`), then the single
 * number (`1,200`, `3.2 ± 0.1`, `3.905(2)`, `1.2 × 10⁻³`, `5.1e-4`, `10⁻⁸`). `negative`: a sign is before it.
 */
export function* readValues(
  prose: ScriptedText,
  at: number,
  limit: number,
  { negative, between }: { readonly negative: boolean; readonly between: boolean },
): Generator<WrittenValue> {
  const first = readNumber(prose, at, limit);
  if (!first) return;
  const sign = negative ? -1 : 1;
  const open = prose.text[at - 1] === '(';
  const range = readUpperEnd(prose, first, limit, sign, { between, open });
  if (range) yield range;
  const { bracketed } = first;
  yield readPart(prose, first, limit) ?? { end: first.end, value: sign * first.value, bracketed };
}

interface WrittenNumber {
  readonly end: number;
  readonly value: number;
  /** Of the power of ten, where one is written. */
  readonly exponent?: number;
  readonly bracketed: boolean;
}

/** Number with tolerance and power of ten; also `(3.2 ± 0.1) × 10⁻³` where `at` is after the bracket. */
export function readNumber(prose: ScriptedText, at: number, limit: number): WrittenNumber | undefined {
  const { text } = prose;
  const mantissa = readDecimal(prose, at, limit);
  if (!mantissa) return undefined;
  if (mantissa.value === 10 && mantissa.end === at + 2) {
    const power = readExponent(prose, mantissa.end, limit, false);
    if (power) return { end: power.end, value: Number(`1e${power.value}`), exponent: power.value, bracketed: false };
  }
  let end = skipTolerance(prose, mantissa.end, limit);
  const bracketed = end > mantissa.end && text[at - 1] === '(' && text[end] === ')';
  if (bracketed) end++;
  const power = readTimesTen(prose, end, limit);
  if (!power) return { end, value: mantissa.value, bracketed };
  return { end: power.end, value: Number(`${mantissa.value}e${power.value}`), exponent: power.value, bracketed };
}

/** Digits with thousands and decimals. A comma before three digits parts thousands, before one or two it is a decimal one. */
export function readDecimal(
  prose: ScriptedText,
  at: number,
  limit: number,
): { end: number; value: number } | undefined {
  const { text } = prose;
  let end = digitsEnd(text, at, limit);
  if (end === at || end - at > 12) return undefined;
  // A raised digit is an exponent or a citation.
  while (end > at && prose.scriptAt(end - 1) !== 'normal') end--;
  let digits = text.slice(at, end);
  while (digits.length <= (end === at + digits.length ? 3 : 9) && partsThousands(text, end, digits, limit)) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
  }
  const mark = text.charCodeAt(end);
  if (mark === 46 || (mark === 44 && !text.slice(at, end).includes(','))) {
    const fraction = digitsEnd(text, end + 1, Math.min(limit, end + 18));
    const places = fraction - end - 1;
    if (places > 0 && (mark === 46 || places <= 2)) {
      return { end: fraction, value: Number(`${digits}.${text.slice(end + 1, fraction)}`) };
    }
  }
  return { end, value: Number(digits) };
}

/** Commas and thin spaces do; a plain space where the three digits are not a number of their own: `1 015`. */
function partsThousands(text: string, at: number, before: string, limit: number): boolean {
  const c = text.charCodeAt(at);
  if (
    (before.length > 3 && before.length % 3 === 0 ? false : before.length > 3 && before.length < 4) ||
    before[0] === '0'
  )
    return false;
  if (digitsEnd(text, at + 1, Math.min(limit, at + 5)) !== at + 4) return false;
  return c === 44 || c === 0x2009 || c === 0x202f || c === 0xa0 || (c === 32 && text[at + 1] === '0');
}

function digitsEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Offset after `± 0.1`, `+/- 0.1`, `(2)`. */
function skipTolerance(prose: ScriptedText, from: number, limit: number): number {
  const { text } = prose;
  if (text[from] === '(') {
    const end = digitsEnd(text, from + 1, Math.min(limit, from + 4));
    return end > from + 1 && text[end] === ')' ? end + 1 : from;
  }
  const at = skipSpaces(text, from, limit);
  const width = text[at] === '±' ? 1 : text.startsWith('+/-', at) || text.startsWith('+/−', at) ? 3 : 0;
  if (width === 0) return from;
  return readDecimal(prose, skipSpaces(text, at + width, limit), limit)?.end ?? from;
}

/** `× 10⁻³`, `x10-3`, `·10^5`, `e-4`, `E5` after a mantissa. */
function readTimesTen(prose: ScriptedText, from: number, limit: number): { value: number; end: number } | undefined {
  const { text } = prose;
  if (text[from] === 'e' || text[from] === 'E') return readExponent(prose, from + 1, limit, true);
  const at = skipSpaces(text, from, limit);
  if (!TIMES.has(text[at]!)) return undefined;
  const ten = skipSpaces(text, at + 1, limit);
  return text.startsWith('10', ten) ? readExponent(prose, ten + 2, limit, true) : undefined;
}

const TIMES: ReadonlySet<string> = new Set(['×', 'x', '*', '·', '⋅', '∙', '✕', '∗', '•']);

/**
 * Exponent after a ten. Where it was flattened (`10-8`) a mere ten with a hyphen could also begin a range, so there
 * the second number must not be larger; `sure` says that it can be nothing but an exponent.
 */
function readExponent(
  prose: ScriptedText,
  from: number,
  limit: number,
  sure: boolean,
): { value: number; end: number } | undefined {
  const { text } = prose;
  let at = isSpace(text.charCodeAt(from)) ? from + 1 : from;
  const apart = at > from;
  const caret = text[at] === '^';
  if (caret) at++;
  if (at >= limit) return undefined;
  const raised = caret || prose.scriptAt(at) === 'super';
  const negative = isMinus(text.charCodeAt(at));
  if (negative || text[at] === '+') at++;
  if (sure && negative && isSpace(text.charCodeAt(at))) at++;
  const end = digitsEnd(text, at, Math.min(limit, at + 3));
  if (end === at || end - at > 2) return undefined;
  const size = Number(text.slice(at, end));
  if (raised || (sure && !apart)) return { value: negative ? -size : size, end };
  // Two numbers side by side are a power that a PDF split: `10 7`.
  if (!negative && apart && text[at - 1] !== '+' && size < 10) return { value: size, end };
  if (!negative || (!sure && size > 10) || (text[end] === '.' && isDigit(text.charCodeAt(end + 1)))) return undefined;
  return { value: -size, end };
}

/** What makes a range of the number before: `–220`, ` to 2`, ` and 4` after `between`. */
function readUpperEnd(
  prose: ScriptedText,
  first: WrittenNumber,
  limit: number,
  sign: 1 | -1,
  { between, open }: { readonly between: boolean; readonly open: boolean },
): WrittenValue | undefined {
  const { text } = prose;
  let at = skipSpaces(text, first.end, limit);
  if (at > first.end && (text.startsWith('to ', at) || (between && text.startsWith('and ', at)))) {
    at = text.indexOf(' ', at) + 1;
  } else if (isMinus(text.charCodeAt(at)) || RANGE_SIGNS.has(text[at]!)) {
    at = skipSpaces(text, at + 1, limit);
  } else return undefined;
  if (prose.scriptAt(Math.min(at, limit - 1)) !== 'normal') return undefined;
  const minus = isMinus(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1));
  const second = readNumber(prose, minus ? at + 1 : at, limit);
  if (!second) return undefined;
  // `1–5 × 10⁻⁴`: the power belongs to both.
  const shared = first.exponent === undefined && second.exponent !== undefined && !isBareTen(second);
  const low = sign * (shared ? Number(`${first.value}e${second.exponent}`) : first.value);
  const high = (minus ? -1 : 1) * second.value;
  const power = open && text[second.end] === ')' ? readTimesTen(prose, second.end + 1, limit) : undefined;
  const [a, b] = power ? [low, high].map((end) => Number(`${end}e${power.value}`)) : [low, high];
  return { end: power?.end ?? second.end, bracketed: power !== undefined, value: [Math.min(a!, b!), Math.max(a!, b!)] };
}

/** `1/3 C`: no other unit is counted in fractions, and `0.5/1 C` are two rates. */
function readPart(prose: ScriptedText, first: WrittenNumber, limit: number): WrittenValue | undefined {
  const { text } = prose;
  if (text[first.end] !== '/') return undefined;
  const by = readDecimal(prose, first.end + 1, limit);
  if (!by?.value || text[skipSpaces(text, by.end, limit)] !== 'C') return undefined;
  if (!Number.isInteger(first.value) || first.value >= by.value) return undefined;
  return { end: by.end, value: first.value / by.value };
}

const isBareTen = ({ value, exponent }: WrittenNumber): boolean => value === Number(`1e${exponent}`);

const RANGE_SIGNS: ReadonlySet<string> = new Set(['~', '∼', '—', '…', '÷']);
