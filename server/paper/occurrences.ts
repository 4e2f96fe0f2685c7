import type { Span } from '../base/span';
import { eachWord, isWordCode } from '../base/words';
import type { Prose } from '../text/prose';

export interface Occurrence {
  readonly short: string;
  readonly plural: boolean;
  /** With the plural s. */
  readonly prose: Span;
}

/**
 * Where short forms stand in the text as words of their own, in order. `DFT` is found in `DFT-based` and `DFTs`, not in
 * `SCC-DFTB`; of short forms that begin at the same word the longest counts: `PVDF-HFP` before `PVDF`.
 */
export function occurrences(prose: Prose, shorts: ReadonlySet<string>): Occurrence[] {
  const byFirstWord = indexByFirstWord(shorts);
  let longest = 0;
  const initials = new Set<number>();
  for (const word of byFirstWord.keys()) {
    longest = Math.max(longest, word.length + 1);
    initials.add(word.charCodeAt(0));
  }
  const found: Occurrence[] = [];
  let readTo = 0;
  eachWord(prose.text, 0, prose.text.length, (start, end) => {
    if (start < readTo || end - start > longest || !initials.has(prose.text.charCodeAt(start))) return;
    const occurrence = longestAt(prose.text, start, prose.text.slice(start, end), byFirstWord);
    if (!occurrence || prose.settingAt(start) === 'math') return;
    if (prose.scriptAt(start) !== 'normal' || endsInLetterIndex(prose, occurrence)) return;
    readTo = occurrence.prose.end;
    found.push(occurrence);
  });
  return found;
}

/** `RN` of `$\mathbf{R}_N$` is a symbol; `CO2` is none. */
function endsInLetterIndex(prose: Prose, { plural, prose: { end } }: Occurrence): boolean {
  const last = end - (plural ? 2 : 1);
  return prose.scriptAt(last) !== 'normal' && !/\d/.test(prose.text[last]!);
}

/** Short forms by their first word, longest first. */
function indexByFirstWord(shorts: ReadonlySet<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const short of shorts) {
    let end = 0;
    while (end < short.length && isWordCode(short.charCodeAt(end))) end++;
    if (end === 0) continue;
    const first = short.slice(0, end);
    const of = index.get(first);
    if (of) of.push(short);
    else index.set(first, [short]);
  }
  for (const of of index.values()) of.sort((a, b) => b.length - a.length);
  return index;
}

function longestAt(
  text: string,
  start: number,
  word: string,
  byFirstWord: ReadonlyMap<string, readonly string[]>,
): Occurrence | undefined {
  const candidates = byFirstWord.get(word) ?? (word.endsWith('s') ? byFirstWord.get(word.slice(0, -1)) : undefined);
  for (const short of candidates ?? []) {
    if (!text.startsWith(short, start)) continue;
    const end = start + short.length;
    const plural = text[end] === 's';
    const close = plural ? end + 1 : end;
    if (close < text.length && isWordCode(text.charCodeAt(close))) continue;
    return { short, plural, prose: { start, end: close } };
  }
  return undefined;
}
