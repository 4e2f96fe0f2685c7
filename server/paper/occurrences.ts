import type { Span } from '../base/span';
import type { Prose } from '../text/prose';

export interface Occurrence {
  readonly short: string;
  readonly plural: boolean;
  /** With the plural s. */
  readonly prose: Span;
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Where short forms stand in the text as words of their own, in order. `DFT` is found in `DFT-based` and `DFTs`, not in
 * `SCC-DFTB`; of short forms that begin at the same word the longest counts: `PVDF-HFP` before `PVDF`.
 */
export function* occurrences(prose: Prose, shorts: ReadonlySet<string>): Generator<Occurrence> {
  const byFirstWord = indexByFirstWord(shorts);
  let readTo = 0;
  for (const word of prose.text.matchAll(WORD)) {
    const start = word.index;
    if (start < readTo) continue;
    const found = longestAt(prose.text, start, word[0], byFirstWord);
    if (!found || prose.scriptAt(start) !== 'normal' || prose.settingAt(start) === 'math') continue;
    readTo = found.prose.end;
    yield found;
  }
}

/** Short forms by their first word, longest first. */
function indexByFirstWord(shorts: ReadonlySet<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const short of shorts) {
    const first = short.match(/[\p{L}\p{N}]+/u)?.[0];
    if (first === undefined || !short.startsWith(first)) continue;
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
    const next = text[plural ? end + 1 : end] ?? ' ';
    if (/[\p{L}\p{N}]/u.test(next)) continue;
    return { short, plural, prose: { start, end: plural ? end + 1 : end } };
  }
  return undefined;
}
