import type { ProseSpan } from '../base/span';
import { isWordCode as isLetterOrDigit } from '../base/words';
import { NOWHERE, ROOT, type Trie, trieOfWords } from '../knowledge/trie';
import type { Prose } from '../text/prose';

export interface Occurrence {
  readonly short: string;
  readonly plural: boolean;
  /** With the plural s. */
  readonly prose: ProseSpan;
}

/** A character of a word as spaces part them; Chinese has none, and its characters end a short form: `SEI稳定`. */
const isWordCode = (code: number): boolean => isLetterOrDigit(code) && !(code >= 0x3400 && code <= 0x9fff);

/**
 * Places where short forms are words of their own, in order. `DFT` is found in `DFT-based` and `DFTs`, not in
 * `SCC-DFTB`; of short forms that begin at the same word the longest counts: `PVDF-HFP` before `PVDF`.
 */
export function occurrences(prose: Prose, shorts: Iterable<string>): Occurrence[] {
  const { text } = prose;
  const trie = trieOfWords([...shorts].filter((short) => isWordCode(short.charCodeAt(0))));
  const found: Occurrence[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    const occurrence = longestAt(text, at, trie);
    if (occurrence && isWord(prose, occurrence)) {
      found.push(occurrence);
      at = occurrence.prose.end;
    }
    while (isWordCode(text.charCodeAt(at))) at++;
  }
  return found;
}

function isWord(prose: Prose, occurrence: Occurrence): boolean {
  const { start } = occurrence.prose;
  return (
    prose.scriptAt(start) === 'normal' &&
    prose.settingAt(start) !== 'math' &&
    !endsInLetterIndex(prose, occurrence) &&
    !isCharged(prose, occurrence) &&
    !isInFileName(prose, occurrence)
  );
}

/** `DFT` of `DFT_algorithm.png`, or of another name that a program reads. */
const isInFileName = ({ text }: Prose, { prose: { start, end } }: Occurrence): boolean =>
  (text[end] === '_' && isLetterOrDigit(text.charCodeAt(end + 1))) ||
  (text[start - 1] === '_' && isLetterOrDigit(text.charCodeAt(start - 2)));

/** `OCF` of `OCF^{+}`, `BOH` of `BOH^{*}`: an ion, or what sits on a surface. */
const isCharged = (prose: Prose, { prose: { end } }: Occurrence): boolean =>
  end < prose.text.length && prose.scriptAt(end) === 'super' && /[+−–*•·-]/.test(prose.text[end]!);

/** `RN` of `$\mathbf{R}_N$` is a symbol; `CO2` is not. */
function endsInLetterIndex(prose: Prose, { plural, prose: { end } }: Occurrence): boolean {
  const last = end - (plural ? 2 : 1);
  return prose.scriptAt(last) !== 'normal' && !/\d/.test(prose.text[last]!);
}

function longestAt(text: string, start: number, trie: Trie<string>): Occurrence | undefined {
  let longest = endingAt(text, start, start + 1, trie.at(trie.step(ROOT, text.charCodeAt(start))));
  let node = trie.start(text.charCodeAt(start), text.charCodeAt(start + 1), true);
  for (let at = start + 2; node !== NOWHERE; node = trie.step(node, text.charCodeAt(at++))) {
    longest = endingAt(text, start, at, trie.at(node)) ?? longest;
  }
  return longest;
}

/** The short form, singular or plural, where it ends at `at` and no word goes on. */
function endingAt(text: string, start: number, at: number, short: string | undefined): Occurrence | undefined {
  if (short === undefined) return undefined;
  // `vs` is a word, not two of `v`.
  const plural = text[at] === 's' && at > start + 1;
  const end = plural ? at + 1 : at;
  return isWordCode(text.charCodeAt(end)) ? undefined : { short, plural, prose: { start, end } };
}
