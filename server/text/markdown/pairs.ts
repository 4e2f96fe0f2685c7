import { find, runLength } from './lines';
import { mathEnd } from './math';

/** Where a mark closes, and of how many characters the two marks are. */
export interface Pair {
  readonly close: number;
  readonly length: number;
}

interface Opener {
  readonly mark: string;
  readonly at: number;
  length: number;
}

const MARKS = /[\\`*_[\]$<]/g;
const SPACE = /\s/;
/** Symbols count as letters: `60 *°*C`, `**LiPF~6~**`. */
const PUNCTUATION = /\p{P}/u;

/**
 * Pairs the emphasis marks and square brackets of one block, keyed by the offset of the opening mark. The rules for
 * emphasis are CommonMark's, without the one about multiples of three. Linear: every opener is taken off the stack once.
 */
export function matchPairs(source: string, start: number, end: number): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>();
  const brackets: number[] = [];
  const openers: Opener[] = [];
  const waiting: Record<string, number> = { '*': 0, _: 0 };
  MARKS.lastIndex = start;
  for (let match = MARKS.exec(source); match && match.index < end; match = MARKS.exec(source)) {
    const at = match.index;
    const mark = match[0];
    if (mark === '\\') MARKS.lastIndex = at + 2;
    else if (mark === '`') MARKS.lastIndex = codeEnd(source, at, end).end;
    else if (mark === '$') MARKS.lastIndex = mathEnd(source, at, end)?.end ?? at + 1;
    else if (mark === '<') MARKS.lastIndex = source.startsWith('<!--', at) ? find(source, '-->', at, end) : at + 1;
    else if (mark === '[') brackets.push(at);
    else if (mark === ']') {
      const open = brackets.pop();
      if (open !== undefined) pairs.set(open, { close: at, length: 1 });
    } else MARKS.lastIndex = at + pairEmphasis(source, at, end, start, openers, waiting, pairs);
  }
  return pairs;
}

/** Closes what the run of marks at `at` can close, and opens with what is left; returns the length of the run. */
function pairEmphasis(
  source: string,
  at: number,
  end: number,
  start: number,
  openers: Opener[],
  waiting: Record<string, number>,
  pairs: Map<number, Pair>,
): number {
  const mark = source[at]!;
  const length = runLength(source, at, end);
  const { canOpen, canClose } = flanks(source, at, at + length, start, end);
  let from = at;
  let left = length;
  while (canClose && left > 0 && waiting[mark]! > 0) {
    const opener = openers[openers.length - 1]!;
    if (opener.mark !== mark) {
      openers.pop();
      waiting[opener.mark]!--;
      continue;
    }
    const used = opener.length >= 2 && left >= 2 ? 2 : 1;
    opener.length -= used;
    pairs.set(opener.at + opener.length, { close: from, length: used });
    from += used;
    left -= used;
    if (opener.length === 0) {
      openers.pop();
      waiting[mark]!--;
    }
  }
  if (canOpen && left > 0) {
    openers.push({ mark, at: from, length: left });
    waiting[mark]!++;
  }
  return length;
}

function flanks(source: string, at: number, to: number, start: number, end: number) {
  const before = at > start ? source[at - 1]! : ' ';
  const after = to < end ? source[to]! : ' ';
  const spaceBefore = SPACE.test(before);
  const spaceAfter = SPACE.test(after);
  const punctuationBefore = PUNCTUATION.test(before);
  const punctuationAfter = PUNCTUATION.test(after);
  const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
  const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
  if (source[at] === '*') return { canOpen: left, canClose: right };
  return { canOpen: left && (!right || punctuationBefore), canClose: right && (!left || punctuationAfter) };
}

/**
 * End of the code span that the run of backticks at `at` opens, and of its content; where nothing closes it, the end
 * of the run itself.
 */
export function codeEnd(source: string, at: number, end: number): { readonly content: number; readonly end: number } {
  const length = runLength(source, at, end);
  const limit = Math.min(end, at + LONGEST_CODE);
  for (let i = at + length; i < limit; ) {
    i = find(source, '`', i, limit);
    if (i >= limit) break;
    const run = runLength(source, i, end);
    if (run === length) return { content: i, end: i + run };
    i += run;
  }
  return { content: at + length, end: at + length };
}

/** A longer code span is a stray backtick; the bound keeps many stray ones cheap. */
const LONGEST_CODE = 500;
