import { span } from '../../base/span';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Finding } from '../rule';

/** A word that nobody knows, and that is a known short form of a substance with two letters swapped: `LiTSFI`. */
export function* swappedLetters({ parsed: { prose }, uri }: FileAnalysis, manuscript: Manuscript): Iterable<Finding> {
  const { catalogue, abbreviations } = manuscript;
  for (const { index, 0: word } of prose.text.matchAll(WORD)) {
    const at = span(index, index + word.length);
    const part = prose.blockAt(at.start)?.part;
    if (part === undefined || part === 'references' || prose.settingAt(at.start) === 'math') continue;
    if (catalogue.entriesForShort(word).length > 0 || abbreviations.expansion(word)) continue;
    const meant = swaps(word).filter((other) =>
      catalogue.entriesForShort(other).some(({ kind }) => kind === 'species'),
    );
    const [right] = meant;
    if (!right || meant.length > 1 || isUsual(word, manuscript)) continue;
    const place = prose.toSource(at);
    const isPlain = place.end - place.start === word.length;
    yield {
      span: place,
      message: `“${word}” is ${right} with two letters swapped.`,
      ...(isPlain && {
        fixes: [{ title: `Write ${right}`, edits: [{ uri, span: place, newText: right }], safe: false }],
      }),
    };
  }
}

/** Long enough that a swap gives no other word, with the capitals of a short form. */
const WORD = /(?<![\p{L}\p{N}_\\@./-])(?=(?:[a-z]*[A-Z]){3})[A-Za-z]{5,10}(?![\p{L}\p{N}_@/])/gu;

/** The word with each two neighbours in each other's place. */
function swaps(word: string): string[] {
  return [...word]
    .slice(1)
    .map((letter, i) => word.slice(0, i) + letter + word[i] + word.slice(i + 2))
    .filter((other) => other !== word);
}

/** What is written so again and again is meant. */
const isUsual = (word: string, { files }: Manuscript): boolean =>
  files.reduce((uses, { parsed }) => uses + parsed.prose.text.split(word).length - 1, 0) > MOST_SLIPS;

const MOST_SLIPS = 3;
