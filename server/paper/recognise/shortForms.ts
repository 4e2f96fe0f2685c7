import type { Span } from '../../base/span';
import { isWordCode } from '../../base/words';
import type { Block, Prose } from '../../text/prose';
import { scopeOf } from '../scope';

/** A word that looks like an abbreviation, whether or not anyone knows it. */
export interface ShortForm {
  readonly prose: Span;
  /** Without a plural s. */
  readonly short: string;
}

/** `DFT`, `LIBs`; at least three capitals, so that initials, states and one- and two-letter symbols stay out. */
const SHAPE = /[A-Z]{3,}/g;
const LONGEST = 8;
const ROMAN = /^[IVXLCDM]+$/;

/** Words of capitals in running text, in order. Left out: what is set in capitals, numerals, codes. */
export function findShortForms(prose: Prose): ShortForm[] {
  const found: ShortForm[] = [];
  for (const { index: start, 0: short } of prose.text.matchAll(SHAPE)) {
    const end = endOfShortForm(prose.text, start, short.length);
    const block = prose.blockAt(start);
    if (end === undefined || !block || !isRead(block) || ROMAN.test(short)) continue;
    if (isShouted(prose.text, block, start, end) || isCode(prose.text, start, end - start)) continue;
    if (prose.settingAt(start) === 'math' || prose.scriptAt(start) !== 'normal') continue;
    found.push({ prose: { start, end }, short });
  }
  return found;
}

function isRead(block: Block): boolean {
  const scope = scopeOf(block);
  return scope !== 'outside' && scope !== 'list' && scope !== 'title';
}

/** Behind the capitals and a plural s, where they are a whole word. */
function endOfShortForm(text: string, start: number, capitals: number): number | undefined {
  if (capitals > LONGEST || (start > 0 && isWordCode(text.charCodeAt(start - 1)))) return undefined;
  const end = start + capitals + (text[start + capitals] === 's' ? 1 : 0);
  return end < text.length && isWordCode(text.charCodeAt(end)) ? undefined : end;
}

/** Before and behind a word, as far as two words in capitals can reach. */
const NEIGHBOURS = 40;

/** One of three or more words in capitals: a banner or a title, no abbreviation. */
function isShouted(text: string, block: Block, start: number, end: number): boolean {
  const before = text.slice(Math.max(block.start, start - NEIGHBOURS), start);
  const after = text.slice(end, Math.min(block.end, end + NEIGHBOURS));
  return countOf(CAPITALS_BEFORE.exec(before)) + countOf(CAPITALS_BEHIND.exec(after)) >= 2;
}

/* The nearest one or two words, where they are in capitals. */
const CAPITALS_BEFORE = /(?:(?<!\p{L})([A-Z]{2,})\P{L}+)?(?<!\p{L})([A-Z]{2,})\P{L}*$/u;
const CAPITALS_BEHIND = /^\P{L}*([A-Z]{2,})(?!\p{L})(?:\P{L}+([A-Z]{2,})(?!\p{L}))?/u;

const countOf = (match: RegExpExecArray | null): number => (match ? match.filter(Boolean).length - 1 : 0);

/** Part of a code or an address: `PDF#81`, `A.B.C`, `FILE_NAME`. */
function isCode(text: string, start: number, length: number): boolean {
  const around = [text[start - 1] ?? ' ', text[start + length] ?? ' '];
  if (around.some((c) => '_#\\&$'.includes(c))) return true;
  const joined = (dot: number, beyond: number) => text[dot] === '.' && /[\p{L}\p{N}]/u.test(text[beyond] ?? ' ');
  return joined(start - 1, start - 2) || joined(start + length, start + length + 1);
}
