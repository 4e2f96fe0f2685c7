import type { Span } from '../../base/span';
import { eachWord } from '../../base/words';
import type { Block, Prose } from '../../text/prose';
import { scopeOf } from '../scope';

/** A word that looks like an abbreviation, whether or not anyone knows it. */
export interface ShortForm {
  readonly prose: Span;
  /** Without a plural s. */
  readonly short: string;
}

/** `DFT`, `LIBs`; at least three capitals, so that initials, states and one- and two-letter symbols stay out. */
const SHAPE = /^([A-Z]{3,8})s?$/;
const LONGEST = 9;
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
  const { text } = prose;
  eachWord(text, block.start, block.end, (start, end) => {
    if (end - start < 3 || end - start > LONGEST || !isCapital(text.charCodeAt(start + 1))) return;
    const short = SHAPE.exec(text.slice(start, end))?.[1];
    if (!short || ROMAN.test(short)) return;
    if (isShouted(text, block, start, end) || isCode(text, start, end - start)) return;
    if (prose.settingAt(start) === 'math' || prose.scriptAt(start) !== 'normal') return;
    found.push({ prose: { start, end }, short });
  });
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Before and behind a word, as far as two words in capitals can reach. */
const NEIGHBOURS = 40;

/** One of three or more words in capitals: a banner or a title, no abbreviation. */
function isShouted(text: string, block: Block, start: number, end: number): boolean {
  const before = text.slice(Math.max(block.start, start - NEIGHBOURS), start).match(/\p{L}+/gu) ?? [];
  const after = text.slice(end, Math.min(block.end, end + NEIGHBOURS)).match(/\p{L}+/gu) ?? [];
  return capitalsFrom(before.reverse()) + capitalsFrom(after) >= 2;
}

function capitalsFrom(words: readonly string[]): number {
  let count = 0;
  while (count < 2 && /^[A-Z]{2,}$/.test(words[count] ?? '')) count++;
  return count;
}

/** Part of a code or an address: `PDF#81`, `A.B.C`, `FILE_NAME`. */
function isCode(text: string, start: number, length: number): boolean {
  const around = [text[start - 1] ?? ' ', text[start + length] ?? ' '];
  if (around.some((c) => '_#\\&$'.includes(c))) return true;
  const joined = (dot: number, beyond: number) => text[dot] === '.' && /[\p{L}\p{N}]/u.test(text[beyond] ?? ' ');
  return joined(start - 1, start - 2) || joined(start + length, start + length + 1);
}
