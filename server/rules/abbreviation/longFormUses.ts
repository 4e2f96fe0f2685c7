import { Memory } from '../../base/memory';
import { type ProseSpan, type Span, span } from '../../base/span';
import { eachWord } from '../../base/words';
import type { Abbreviation } from '../../manuscript/abbreviationIndex';
import { expansionKey } from '../../manuscript/definitions/expansion';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';

/** A place with the words of a long form. */
export interface LongFormUse {
  readonly abbreviation: Abbreviation;
  readonly at: ProseSpan;
  readonly plural: boolean;
}

/**
 * The long forms of the manuscript's own definitions in a file, in order: in any case and number, with spaces or
 * hyphens between the words. Of those that begin at one word the longest counts. Takes time in proportion to the text.
 */
export function longFormUses(file: FileCandidates, manuscript: Manuscript): LongFormUse[] {
  const { prose } = file.parsed;
  const byFirstWord = longForms(manuscript);
  const uses: LongFormUse[] = [];
  for (const block of prose.blocks) {
    const words: Span[] = [];
    eachWord(prose.text, block.start, block.end, (start, end) => words.push(span(start, end)));
    const wordAt = (i: number) => prose.slice(words[i]!);
    for (let i = 0; i < words.length; i++) {
      const candidates = byFirstWord.get(keyOf(wordAt(i)));
      const found = candidates?.find(({ keys }) => standsAt(keys, i));
      if (!found) continue;
      const last = i + found.keys.length - 1;
      const end = closedEnd(prose.text, words[i]!.start, words[last]!.end);
      uses.push({
        abbreviation: found.abbreviation,
        at: span(words[i]!.start, end),
        plural: wordAt(last).toLowerCase() !== found.last.toLowerCase() ? !found.plural : found.plural,
      });
      i = last;
    }
    function standsAt(keys: readonly string[], from: number): boolean {
      return keys.every((key, k) => {
        const word = words[from + k];
        if (!word || keyOf(prose.slice(word)) !== key || isCiting(prose.slice(word), key)) return false;
        return k === 0 || JOINT.test(prose.text.slice(words[from + k - 1]!.end, word.start));
      });
    }
  }
  return uses;
}

/** The end with the bracket that closes one of the words: `poly(N-isopropylacrylamide)`. */
function closedEnd(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const isOpen = words.lastIndexOf('(') > words.lastIndexOf(')');
  return isOpen && text[end] === ')' ? end + 1 : end;
}

/** `microscopy7`: a number that the short form would take away. */
const isCiting = (word: string, key: string): boolean => /\d$/.test(word) && !/\d/.test(key);

/** Between two words of one term. */
const JOINT = /^(?: |[-‐‑–]|\)? ?\(?)$/u;

interface KnownLongForm {
  readonly abbreviation: Abbreviation;
  /** Folded words. */
  readonly keys: readonly string[];
  readonly last: string;
  readonly plural: boolean;
}

/** Long forms of more than one word, by the first, the longest first. */
function longForms({ abbreviations }: Manuscript): ReadonlyMap<string, readonly KnownLongForm[]> {
  const byFirst = new Map<string, KnownLongForm[]>();
  for (const abbreviation of abbreviations.all) {
    const definition = abbreviations.expansion(abbreviation.short)?.definition;
    const words = definition?.long.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (!definition || words.length < 2) continue;
    const keys = words.map(keyOf);
    const last = words.at(-1)!;
    const of = byFirst.get(keys[0]!) ?? [];
    of.push({ abbreviation, keys, last, plural: isPlural(last) });
    byFirst.set(keys[0]!, of);
  }
  for (const of of byFirst.values()) of.sort((a, b) => b.keys.length - a.keys.length);
  return byFirst;
}

/** `batteries`, not `analysis`. */
export const isPlural = (word: string): boolean =>
  /\p{Ll}s$/u.test(word) && !/(?:ss|us|is|ics|as)$/.test(word) && !NO_PLURAL.has(word.toLowerCase());

const NO_PLURAL: ReadonlySet<string> = new Set(['series', 'species', 'lens', 'gauss', 'hertz', 'mars', 'texas']);

/** A word as two spellings of it are equal; the same words come again and again. */
const keyOf = (word: string): string => KEYS.get(word, () => expansionKey(word) || word.toLowerCase());

const KEYS = new Memory<string>(10_000);
