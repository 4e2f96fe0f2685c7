import { type Span, span } from '../../base/span';
import { type Context, explainedBy, explainedByWhole, trimmed } from './explain';
import { matchLongForm } from './matchLongForm';
import type { Pair } from './pair';
import { isShortForm } from './shortForm';

/**
 * Several short forms in one bracket after as many long forms: `ethylene carbonate and diethyl carbonate (EC/DEC, 1:1)`,
 * also where these share their end: `ethylene, propylene and dimethyl carbonate (EC, PC, DMC)`. None unless each has its own.
 * The long forms are in the text from `start` to `end`, the last of them directly before the bracket.
 */
export function definedJointly(context: Context, bracket: Span, start: number, end: number): Pair[] {
  const { text } = context;
  const shorts = shortsIn(text, bracket);
  if (shorts.length < 2) return [];
  const parts = lastParts(text, start, end, shorts.length);
  if (!parts) return [];
  const last = parts.at(-1)!;
  if (!explainedByWhole(context, shorts.at(-1)!, last, STRICT)) return [];
  const ending = text.slice(last.start, last.end).split(' ');
  const longs = shorts.map((short, i) => longOf(context, short, parts[i]!, ending));
  if (!longs.every((long) => long !== undefined)) return [];
  const whole = span(longs[0]!.long.start, bracket.end + 1);
  return shorts.map((short, i) => ({ form: 'long-short', whole, short, joint: true, ...longs[i]! }));
}

/** The words of a part that explain the short form by themselves, or its last word with the end of the last part. */
function longOf(
  context: Context,
  short: Span,
  part: Span,
  ending: readonly string[],
): Pick<Pair, 'long' | 'longText'> | undefined {
  const { text } = context;
  const own = explainedBy(context, short, part.start, part.end);
  if (own && own.cost <= STRICT) return { long: own };
  const first = text.slice(part.start, part.end).split(' ').at(-1)!;
  for (let from = 0; from < ending.length; from++) {
    const longText = withEnding(first, ending.slice(from));
    if (longText === undefined) continue;
    if (matchLongForm(text.slice(short.start, short.end), longText) >= MATCHED)
      return { long: span(part.end - first.length, part.end), longText };
  }
  return undefined;
}

/** `propylene` with `carbonate`; `small-` with `angle X-ray scattering` of `wide-angle …`. */
function withEnding(first: string, [next, ...rest]: readonly string[]): string | undefined {
  if (!/[-‐–]$/.test(first))
    return next!.includes('-') && rest.length > 0 ? undefined : [first, next, ...rest].join(' ');
  const hyphen = next!.search(/[-‐–]/);
  return hyphen > 0 ? [`${first}${next!.slice(hyphen + 1)}`, ...rest].join(' ') : undefined;
}

const STRICT = 0.3;
const MATCHED = 0.85;
const MOST = 4;

/** The short forms that the bracket begins with, before `1:1` and `respectively`. */
function shortsIn(text: string, bracket: Span): Span[] {
  const found: Span[] = [];
  let at = bracket.start + 1;
  for (const piece of text.slice(at, bracket.end).split(/(\/|:|, and | and |, )/)) {
    const isSeparator = found.length > 0 && /^(?:\/|:|, and | and |, )$/.test(piece);
    if (!isSeparator) {
      if (!/\p{Lu}/u.test(piece) || !isShortForm(piece) || found.length === MOST) break;
      found.push(span(at, at + piece.length));
    }
    at += piece.length;
  }
  return found;
}

/** The last so many parts of a list; the first of them begins where the text does, or with its last words. */
function lastParts(text: string, start: number, end: number, count: number): Span[] | undefined {
  const separators = [...text.slice(start, end).matchAll(/,? and |, |\/|:/g)].slice(1 - count);
  if (separators.length < count - 1) return undefined;
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: separator } of separators) {
    parts.push(trimmed(text, from, start + index));
    from = start + index + separator.length;
  }
  return [...parts, trimmed(text, from, end)];
}
