import { type Span, span } from '../../base/span';
import type { Block, Prose } from '../../text/prose';
import { findSystematicName } from './chemicalName';
import { isFormulaOfName, symbolsOf } from './elements';
import { findFormulaForm } from './formulaForm';
import { findLongForm, fits, type LongForm } from './longForm';
import type { Pair } from './pair';
import { Brackets, endOfWordsBefore, regionBefore } from './regions';
import { isShortForm, singular } from './shortForm';

/** Definitions that a pair of brackets makes: `long (SHORT)`, `SHORT (long)`, `(SHORT, long)`, `(long, SHORT)`. */
export function definitionsInBrackets(prose: Prose, block: Block, formulas: readonly Span[]): Pair[] {
  const brackets = new Brackets(prose.text, block);
  const context: Context = { text: prose.text, block, brackets, formulas };
  return brackets.pairs.flatMap(({ open, close }) => definitionsOf(context, open, close));
}

interface Context {
  readonly text: string;
  readonly block: Block;
  readonly brackets: Brackets;
  readonly formulas: readonly Span[];
}

function definitionsOf(context: Context, open: number, close: number): Pair[] {
  const { text, block, brackets } = context;
  if (close - open > MAX_CONTENT || close - open < 3) return [];
  const parts = partsOf(text, open + 1, close);
  const end = endOfWordsBefore(text, brackets, block.start, open);
  const start = regionBefore(text, brackets, block.start, end);
  const pairs: Pair[] = [];
  for (const [i, part] of parts.entries()) {
    if (!isShortForm(text.slice(part.start, part.end))) continue;
    const outside = i <= 1 ? longFormBefore(context, part, start, end) : undefined;
    if (outside) {
      pairs.push({ form: 'long-short', whole: span(outside.start, close + 1), short: part, long: outside });
      continue;
    }
    const before = parts[i - 1];
    const inside = before && longFormBefore(context, part, before.start, before.end);
    if (inside) pairs.push({ form: 'apposition', whole: span(inside.start, part.end), short: part, long: inside });
    const after = parts[i + 1];
    const behind = !inside && after && longFormBehind(context, part, after);
    if (behind) pairs.push({ form: 'apposition', whole: span(part.start, behind.end), short: part, long: behind });
  }
  if (pairs.length === 0 && end > start) pairs.push(...shortBefore(context, parts, span(open, close), start, end));
  return pairs;
}

const MAX_CONTENT = 240;

/** The last words in front of `end` that explain the short form. */
function longFormBefore(context: Context, short: Span, start: number, end: number): LongForm | undefined {
  const { text, formulas } = context;
  const { short: stem } = singular(text.slice(short.start, short.end));
  if (/\p{L}[2-9]/u.test(stem) && symbolsOf(stem)) return undefined;
  const formula = findFormulaForm(stem, text, start, end, formulas);
  if (formula) return formula;
  for (const letters of spellings(stem)) {
    const long = findLongForm(letters, text, start, end);
    const words = long && text.slice(long.start, long.end);
    if (long && fits(letters, words!, long.cost)) return namesFormula(stem, words!, long.cost) ? undefined : long;
  }
  return findSystematicName(stem, text, start, end);
}

/** `HF` for hydrogen fluoride is an abbreviation as well; `Na`, `LiF`, `CO` are formulas and no more. */
const namesFormula = (short: string, long: string, cost: number): boolean =>
  isFormulaOfName(short, long) && !(/^\p{Lu}{2,}$/u.test(short) && cost === 0);

/** The short form, then with symbols replaced by the letters of names: `NaDFOB` from sodium …, `MeOH` from methanol. */
function spellings(short: string): string[] {
  const named = short
    .replace(/^Na(?=\p{Lu})/u, 'S')
    .replace(/^K(?=\p{Lu})/u, 'P')
    .replace(/(?<=\p{Ll})OH$/u, 'ol');
  return named === short ? [short] : [short, named];
}

function longFormBehind(context: Context, short: Span, words: Span): LongForm | undefined {
  const long = longFormBefore(context, short, words.start, words.end);
  return long && long.start === words.start && long.cost <= STRICT ? long : undefined;
}

const STRICT = 0.45;

/** `SEI (solid electrolyte interphase)` */
function shortBefore(context: Context, parts: readonly Span[], bracket: Span, start: number, end: number): Pair[] {
  const { text } = context;
  let at = end;
  while (at > start && !/[\s/]/.test(text[at - 1]!)) at--;
  const short = span(at, end);
  if (!isShortForm(text.slice(at, end)) || parts.length === 0) return [];
  for (const content of [span(parts[0]!.start, parts[parts.length - 1]!.end), parts[0]!]) {
    const long = longFormBehind(context, short, content);
    if (long) return [{ form: 'short-long', whole: span(at, bracket.end + 1), short, long }];
  }
  return [];
}

const MARKERS =
  /^(?:(?:hereafter|hereinafter|herein|henceforth|abbreviated|abbreviation|denoted|referred|called|termed|designated|named|known|labell?ed|shortened|short|abbr\.?|i\.e\.|or|also|as|to|by|for|the|and|simply|often|commonly|usually|see)[,:]?\s+)+/i;

/** Content of a bracket cut at commas, semicolons and `or`, without words such as “hereafter” and without quotes. */
function partsOf(text: string, start: number, end: number): Span[] {
  const parts: Span[] = [];
  let depth = 0;
  let from = start;
  const push = (to: number): void => {
    const part = trim(text, from, to);
    if (part.end > part.start) parts.push(part);
  };
  for (let i = start; i < end; i++) {
    const c = text[i]!;
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (depth > 0) continue;
    else if ((c === ',' || c === ';') && /\s/.test(text[i + 1] ?? ' ')) {
      push(i);
      from = i + 1;
    } else if (c === ' ' && /^ (?:or|o|=) /.test(text.slice(i, i + 4))) {
      push(i);
      from = text.indexOf(' ', i + 1) + 1;
    }
  }
  push(end);
  return parts;
}

const MARK = /[\s"“”‘’*\uFFFC]/;

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && MARK.test(text[start]!)) start++;
  start += MARKERS.exec(text.slice(start, end))?.[0].length ?? 0;
  while (start < end && MARK.test(text[start]!)) start++;
  while (end > start && MARK.test(text[end - 1]!)) end--;
  return span(start, end);
}
