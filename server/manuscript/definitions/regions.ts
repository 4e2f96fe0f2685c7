import type { Searcher } from '../../base/searcher';
import { DOTTED_WORDS } from '../../text/dottedWords';
import { ATOM, type Block } from '../../text/prose';
import { isLetterOrDigit, isSpace } from './letters';

export const BRACKETS = /[()[\]]/g;

/** Round and square brackets of a block, each paired with its partner; offsets are those of the prose. */
export class Brackets {
  private readonly partners = new Map<number, number>();
  /** In the order of their closing brackets. */
  readonly pairs: { readonly open: number; readonly close: number }[] = [];

  constructor(text: string, block: Block, searcher: Searcher) {
    const open: number[] = [];
    for (let i = searcher.next(block.start); i < block.end; i = searcher.next(i + 1)) {
      const c = text[i]!;
      if (c === '(' || c === '[') open.push(i);
      else {
        const wanted = c === ')' ? '(' : '[';
        const at = open.pop();
        if (at === undefined) continue;
        if (text[at] !== wanted) {
          if (text[open[open.length - 1]!] !== wanted) continue;
          this.pair(open.pop()!, i);
        } else this.pair(at, i);
      }
    }
  }

  partner(at: number): number | undefined {
    return this.partners.get(at);
  }

  private pair(open: number, close: number): void {
    this.partners.set(open, close);
    this.partners.set(close, open);
    this.pairs.push({ open, close });
  }
}

const MAX_WORDS = 24;
const MAX_LENGTH = 320;
const PREFIX_BEFORE_BRACKET =
  /(?:^|[\s,\-(])(?:poly|bis|tris|tetrakis|di|tri|tetra|hexa|\p{L}*(?:fluoro|oxo|methyl|ethyl))$/iu;
const PART_OF_NAME = /^[\p{Ll}\d,'′-]*(?:yl|o|ato|ate|ene|ide|oxy)$/u;
/** Initials and companies beside them. */
const ABBREVIATED = new RegExp(String.raw`(?:^|[\s(])(?:\p{L}|\p{Lu}\.\p{Lu}|Co|${DOTTED_WORDS})\.$`, 'u');

/**
 * Start of the text before `end` that a long form may be taken from: the rest of the clause, at most 24 words.
 * It goes back over brackets inside names, and stops at a bracket that stands for itself, a citation or the end of a sentence.
 */
export function regionBefore(text: string, brackets: Brackets, blockStart: number, end: number): number {
  let p = end;
  let words = 0;
  while (p > blockStart && end - p < MAX_LENGTH) {
    const c = text[p - 1]!;
    if (c === ')' || c === ']') {
      const open = brackets.partner(p - 1);
      if (open === undefined || open < blockStart || !isInsideName(text, open, p)) break;
      p = open;
    } else if (c === '(' || c === '[' || c === ATOM || c === '•' || isGluedComma(text, p - 1)) {
      break;
    } else if (isSpace(c)) {
      if (p < end && endsClause(text, blockStart, p - 1)) break;
      if (++words > MAX_WORDS) break;
      p--;
    } else {
      p--;
    }
  }
  return p;
}

/** `of high conductivity,ion exchange capacity`: the space was lost, which `trans,trans-` never had. */
const isGluedComma = (text: string, at: number): boolean =>
  text[at] === ',' &&
  /^\p{L}\p{Ll}{2}/u.test(text.slice(at + 1, at + 4)) &&
  /\p{Ll}{3}$/u.test(text.slice(Math.max(0, at - 3), at)) &&
  !/(?:cis|trans|bis)$/i.test(text.slice(Math.max(0, at - 5), at));

/** `poly(ethylene oxide)`, `(Ag,Cu)InGaSe2`, `bis (fluorosulfonyl) imide`, but not `batteries (LIBs)`. */
function isInsideName(text: string, open: number, end: number): boolean {
  const content = text.slice(open + 1, end - 1);
  if (open > 0 && (isLetterOrDigit(text[open - 1]) || ')]-'.includes(text[open - 1]!))) return true;
  const after = text[end];
  if (isLetterOrDigit(after) || after === '(' || after === '[') return true;
  if (after === '-' && /^(?:[±+−-]|[RSEZ\d,]{1,5})$/.test(content)) return true;
  const before = text.slice(Math.max(0, open - 24), open).trimEnd();
  return PREFIX_BEFORE_BRACKET.test(before) || (after === ' ' && PART_OF_NAME.test(content) && /o$/.test(before));
}

/** True where the space at `i` is after the end of a sentence, a colon or a semicolon. */
function endsClause(text: string, blockStart: number, i: number): boolean {
  const c = text[i - 1];
  if (c === ';' || c === ':' || c === '—' || c === '!' || c === '?') return true;
  if (c !== '.') return false;
  return !ABBREVIATED.test(text.slice(Math.max(blockStart, i - 12), i));
}

/**
 * Offset after the last character before `at` that is not a space, citation mark, closing quote, numeric reference or number of a
 * catalogue (`catalase #C1234`).
 */
export function endOfWordsBefore(text: string, brackets: Brackets, blockStart: number, at: number): number {
  let p = at;
  while (p > blockStart && at - p < MAX_LENGTH) {
    const c = text[p - 1]!;
    if (isSpace(c) || c === ATOM || '"”’‘“'.includes(c)) p--;
    else if (c === ']') {
      const open = brackets.partner(p - 1);
      if (open === undefined || !/^[\d\s,–-]+$/.test(text.slice(open + 1, p - 1))) break;
      p = open;
    } else {
      const number = / #\w{2,12}$/.exec(text.slice(Math.max(blockStart, p - 14), p))?.[0];
      if (number === undefined) break;
      p -= number.length;
    }
  }
  return p;
}
