import type { Span } from '../../base/span';
import type { Block, Prose } from '../../text/prose';
import { scopeOf } from '../scope';

/** A word that looks like an abbreviation, whether or not anyone knows it. */
export interface ShortForm {
  readonly prose: Span;
  /** Without a plural s. */
  readonly short: string;
}

/** Letters and digits; a hyphen ends a word, so `AFM-based` gives `AFM`. */
const WORD = /[\p{L}\p{N}]+/gu;
/** `DFT`, `LIBs`; at least three capitals, so that initials, states and one- and two-letter symbols stay out. */
const SHAPE = /^([A-Z]{3,8})s?$/;
const ROMAN = /^[IVXLCDM]+$/;

/** Words of capitals in running text, in order. Left out: what is set in capitals, numerals, codes. */
export function findShortForms(prose: Prose): ShortForm[] {
  const found: ShortForm[] = [];
  for (const block of prose.blocks) {
    if (isRead(block)) findInBlock(prose, block, found);
  }
  return found;
}

function isRead(block: Block): boolean {
  const scope = scopeOf(block);
  return scope !== 'outside' && scope !== 'list' && scope !== 'title';
}

function findInBlock(prose: Prose, block: Block, found: ShortForm[]): void {
  const text = prose.text.slice(block.start, block.end);
  const words = [...text.matchAll(WORD)];
  for (const [i, word] of words.entries()) {
    const short = SHAPE.exec(word[0])?.[1];
    if (!short || ROMAN.test(short)) continue;
    if (isShouted(words, i) || isCode(text, word.index, word[0].length)) continue;
    const start = block.start + word.index;
    if (prose.settingAt(start) === 'math' || prose.scriptAt(start) !== 'normal') continue;
    found.push({ prose: { start, end: start + word[0].length }, short });
  }
}

/** One of three or more words in capitals: a banner or a title, no abbreviation. */
function isShouted(words: readonly RegExpMatchArray[], i: number): boolean {
  const capitals = (step: 1 | -1): number => {
    let count = 0;
    while (count < 2 && /^[A-Z]{2,}$/.test(words[i + step * (count + 1)]?.[0] ?? '')) count++;
    return count;
  };
  return capitals(-1) + capitals(1) >= 2;
}

/** Part of a code or an address: `PDF#81`, `A.B.C`, `FILE_NAME`. */
function isCode(text: string, start: number, length: number): boolean {
  const around = [text[start - 1] ?? ' ', text[start + length] ?? ' '];
  if (around.some((c) => '_#\\&$'.includes(c))) return true;
  const joined = (dot: number, beyond: number) => text[dot] === '.' && /[\p{L}\p{N}]/u.test(text[beyond] ?? ' ');
  return joined(start - 1, start - 2) || joined(start + length, start + length + 1);
}
