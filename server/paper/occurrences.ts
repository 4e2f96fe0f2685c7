import type { Span } from '../base/span';
import { eachWordWith, isWordCode, wordEnd } from '../base/words';
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
  const firstWords = [...byFirstWord.keys()];
  const longest = firstWords.reduce((length, word) => Math.max(length, word.length + 1), 0);
  const initials = new Set(firstWords.map((word) => word.charCodeAt(0)));
  const found: Occurrence[] = [];
  let readTo = 0;
  eachWordWith(initials, prose.text, (start) => {
    if (start < readTo) return;
    const end = wordEnd(prose.text, start);
    if (end - start > longest) return;
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
    const first = short.slice(0, wordEnd(short, 0));
    if (first === '') continue;
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
