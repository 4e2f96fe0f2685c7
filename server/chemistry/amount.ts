import type { Script } from '../base/script';
import type { Cursor } from './cursor';
import { PHASE } from './marks';

/** A coefficient: a number, or NaN where a variable takes part. */
export type Amount = number;

/**
 * Reads a coefficient at the cursor: `2`, `0.85`, `1/3`, `x`, `1-x-y`, `2(1-x)`, `10+6.5x`, `3±δ`, `0.6±0.008`, `(1-x)/2`.
 * Names of variables go to `variables`. Undefined, with the cursor unmoved, where there is none.
 *
 * In flat text a sign goes on only before a variable (`O3-x`, but `BaO-B2O3`); in a script also before a number.
 */
export function readAmount(cursor: Cursor, variables: Set<string>): Amount | undefined {
  const script = cursor.script();
  const start = cursor.position;
  const first = readTerm(cursor, variables, script !== 'normal');
  if (first === undefined) {
    cursor.position = start;
    return undefined;
  }
  let sum = first;
  for (;;) {
    const sign = signAhead(cursor, script, Number.isNaN(sum));
    if (!sign) return sum;
    cursor.position += sign.length;
    cursor.skipSpaces();
    const term = readTerm(cursor, variables, script !== 'normal' && cursor.script() === script);
    if (term === undefined) cursor.refuse('is neither a number nor a variable');
    if (sign.kind === '±') sum = Number.isNaN(term) ? Number.NaN : sum;
    else sum = sign.kind === '+' ? sum + term : sum - term;
  }
}

/** The sign that carries the coefficient on, with the spaces before it. */
function signAhead(cursor: Cursor, script: Script, open: boolean): { kind: string; length: number } | undefined {
  let ahead = 0;
  while (cursor.peek(ahead) === ' ' && ahead < 2) ahead++;
  const kind = cursor.peek(ahead);
  if (kind !== '+' && kind !== '-' && kind !== '±' && kind !== '∓') return undefined;
  const length = ahead + 1;
  let next = length;
  while (cursor.peek(next) === ' ' && next < length + 2) next++;
  if (script !== 'normal' && cursor.script(ahead) === script) return { kind, length };
  if (cursor.script(ahead) === 'super') return undefined;
  const place = cursor.position;
  cursor.position += next;
  const goesOn = kind === '±' ? cursor.match(AFTER_TOLERANCE) : cursor.match(open ? AFTER_SIGN_OPEN : AFTER_SIGN);
  cursor.position = place;
  if (goesOn === undefined) return undefined;
  // A raised or lowered coefficient goes on outside its script only with a deviation: O$_3-\delta$.
  if (script !== 'normal' && !/[δεθ]/.test(goesOn)) return undefined;
  return { kind: kind === '∓' ? '±' : kind, length };
}

/** A variable after a sign in flat text, that no word begins with: `x`, `2x`, `δ`, `d` at the end, `(1-x)`. */
const AFTER_SIGN =
  /(?:\d+(?:\.\d+)?)?(?:[xyznδεθ](?![a-wz])(?! ?(?:wt|mol|at|vol))|d(?![a-z]))|\([\dxyzδ.+-]{0,24}[xyzδ][\dxyzδ.+-]{0,24}\)(?![A-Z])/y;
/** After a variable a number goes on too: C$_n$H$_{2n+2}$ typed flat. */
const AFTER_SIGN_OPEN = new RegExp(`${AFTER_SIGN.source}|\\d(?![+-])`, 'y');
const AFTER_TOLERANCE = /\d+(?:\.\d+)?|[δεθxyd]/y;

function readTerm(cursor: Cursor, variables: Set<string>, lowered: boolean): Amount | undefined {
  let product: Amount | undefined;
  const script = cursor.script();
  while (cursor.script() === script) {
    const factor = readFactor(cursor, variables, lowered, product !== undefined);
    if (factor === undefined) break;
    product = (product ?? 1) * factor;
  }
  if (product !== undefined && cursor.peek() === '/' && /\d/.test(cursor.peek(1))) {
    cursor.position++;
    const divisor = readNumber(cursor)!;
    return divisor === 0 ? cursor.refuse('follows a division by zero') : product / divisor;
  }
  if (product !== undefined && cursor.match(SPACED_FRACTION) && lowered) {
    cursor.position += cursor.match(SPACED_FRACTION)!.length;
    return product / (readNumber(cursor) || Number.NaN);
  }
  return product;
}

const SPACED_FRACTION = / ?\/ ?(?=\d)/y;

function readFactor(cursor: Cursor, variables: Set<string>, lowered: boolean, follows: boolean): Amount | undefined {
  const c = cursor.peek();
  if (c >= '0' && c <= '9') {
    // Digits after a variable (O3-x2 for O3-x/2) belong to it.
    return readNumber(cursor);
  }
  if (c === '(' && !cursor.match(PHASE) && cursor.match(lowered ? BRACKET_IN_SCRIPT : BRACKET)) {
    cursor.position++;
    const inner = readInner(cursor, variables);
    if (cursor.peek() !== ')') cursor.refuse('stands where the bracket of a coefficient should close');
    cursor.position++;
    return inner;
  }
  const name = variableAt(cursor, lowered, follows);
  if (name === undefined) return undefined;
  cursor.position += name.length;
  variables.add(name);
  return Number.NaN;
}

/** A bracket that holds a coefficient: it begins with a digit or variable and holds a variable: `(1-x)`, `(x)`. */
const BRACKET = /\([\d.xyznδ/+ -]{0,24}[xyznδ][\d.xyznδ/+ -]{0,24}\)/y;
const BRACKET_IN_SCRIPT = /\([\d.a-zδθ/+ -]{0,48}\)/y;

function readInner(cursor: Cursor, variables: Set<string>): Amount {
  let sum: Amount | undefined;
  let sign = 1;
  for (;;) {
    cursor.skipSpaces();
    const term = readTerm(cursor, variables, true);
    if (term === undefined) cursor.refuse('is neither a number nor a variable');
    sum = (sum ?? 0) + sign * term;
    cursor.skipSpaces();
    if (cursor.peek() !== '+' && cursor.peek() !== '-') return sum;
    sign = cursor.peek() === '+' ? 1 : -1;
    cursor.position++;
  }
}

/** Name of the variable at the cursor: in flat text x, y, z, n and Greek letters only, in a script any single letter. */
function variableAt(cursor: Cursor, lowered: boolean, follows: boolean): string | undefined {
  const c = cursor.peek();
  const next = cursor.peek(1);
  const letterNext = cursor.script(1) === cursor.script() && /[a-z]/.test(next);
  if (/[α-ωΘϑϵϕ]/.test(c)) return c;
  if (!lowered) {
    if (c === 'd') return !letterNext && cursor.peek(-1) === '-' ? c : undefined;
    return /[xyzn]/.test(c) && (!letterNext || /[xyz]/.test(next)) ? c : undefined;
  }
  if (/[a-z]/.test(c)) {
    const wordAhead = letterNext && /[a-z]/.test(cursor.peek(2)) && cursor.script(2) === cursor.script();
    return wordAhead && !follows ? undefined : c;
  }
  // Li_{N+1}: a capital counts before a sign only; alone it labels a site.
  return /[A-Z]/.test(c) && /[+-]/.test(next) && cursor.script(1) === cursor.script() ? c : undefined;
}

/** A decimal number at the cursor, all in one script; the point of a hydrate (`SO4.7H2O`) ends it. */
export function readNumber(cursor: Cursor): number | undefined {
  const script = cursor.script();
  let length = 0;
  let pointAt = -1;
  for (;;) {
    const c = cursor.peek(length);
    if (c === '' || cursor.script(length) !== script) break;
    if (c >= '0' && c <= '9') length++;
    else if (c === '.' && pointAt < 0 && /\d/.test(cursor.peek(length + 1)) && cursor.script(length + 1) === script) {
      pointAt = length++;
    } else break;
  }
  if (length === 0) return undefined;
  const isIndex = /[A-Za-z)\]}]/.test(cursor.peek(-1));
  if (pointAt > 0 && isIndex && cursor.peek() !== '0' && script === 'normal' && isWater(cursor, length))
    length = pointAt;
  if (cursor.peek() === '0' && /\d/.test(cursor.peek(1)))
    cursor.refuse('begins a number with a needless zero, as codes do');
  let digits = '';
  for (let i = 0; i < length; i++) digits += cursor.peek(i);
  cursor.position += length;
  return Number(digits);
}

/** Water, also after the rest of its amount: the `.5H2O` of `2.2.5H2O`, the `/2H2O` of `4.1/2H2O`. */
function isWater(cursor: Cursor, ahead: number): boolean {
  const place = cursor.position;
  cursor.position += ahead;
  const water = cursor.match(/(?:[./]\d+)?H2O(?![a-z0-9])/y);
  cursor.position = place;
  return water !== undefined;
}
