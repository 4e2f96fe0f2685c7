export interface MathSpan {
  /** Of the formula, without dollars. */
  readonly from: number;
  readonly to: number;
  /** After the closing dollars. */
  readonly end: number;
  readonly display: boolean;
}

/**
 * Math that opens with the dollar at `at`. As in Pandoc, the closing dollar follows no space and precedes no digit;
 * a formula padded with spaces is taken as one where it holds TeX.
 */
export function mathEnd(source: string, at: number, end: number): MathSpan | undefined {
  const limit = Math.min(end, at + LONGEST_MATH);
  if (source[at + 1] === '$') {
    const close = source.slice(at + 2, limit).indexOf('$$');
    return close <= 0 ? undefined : { from: at + 2, to: at + 2 + close, end: at + 4 + close, display: true };
  }
  const padded = isSpace(source[at + 1]);
  for (let i = at + 1; i < limit; i++) {
    const c = source[i];
    if (c === '\\') i++;
    else if (c === '$') {
      if (i === at + 1 || isDigit(source[i + 1])) return undefined;
      if ((padded || isSpace(source[i - 1])) && !/[\\_^]/.test(source.slice(at + 1, i))) return undefined;
      return { from: at + 1, to: i, end: i + 1, display: false };
    } else if (c === '\n' && source[i + 1] === '\n') return undefined;
  }
  return undefined;
}

/** Inline math that is longer than this is two prices; the bound keeps many stray dollars cheap. */
const LONGEST_MATH = 2000;

const isSpace = (c: string | undefined) => c === ' ' || c === '\n' || c === '\t';
const isDigit = (c: string | undefined) => c !== undefined && c >= '0' && c <= '9';
