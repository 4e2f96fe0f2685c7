import type { Catalogue } from '../../knowledge/catalogue';
import type { Manuscript } from '../../manuscript/manuscript';
import { longForm } from '../../manuscript/meaning';
import type { Block, Prose } from '../../text/prose';
import { isEnglish } from './english';

/** Words as they go to another place. */
export interface Spelling {
  readonly text: string;
  /** The first letter is certain to be right there. */
  readonly sure: boolean;
}

/** With a capital for the start of a sentence. `n-butyl` and `pH` have none to take. */
export function capitalised(words: string): Spelling {
  if (/^\p{Ll}{2}|^\p{Ll}+\(/u.test(words)) return { text: words[0]!.toUpperCase() + words.slice(1), sure: true };
  return { text: words, sure: /^[\p{Lu}\d]/u.test(words) };
}

/**
 * Without the capital that the start of a sentence or of a row lent them. A name keeps its own (`Monte Carlo`, `Gibbs`, a
 * German noun): the letter is lowered only where the catalogue writes these words so or the manuscript this word.
 */
export function uncapitalised(words: string, language: Prose, manuscript: Manuscript): Spelling {
  if (!/^\p{Lu}\p{Ll}{2}/u.test(words)) return { text: words, sure: /^[\p{L}\d]/u.test(words) };
  const lowered = words[0]!.toLowerCase() + words.slice(1);
  const spelled = isEnglish(language) ? catalogueSpelling(words, manuscript.catalogue) : undefined;
  if (spelled !== undefined) {
    return { text: spelled === lowered ? lowered : words, sure: spelled === lowered || spelled === words };
  }
  const [first] = /^\p{L}+/u.exec(words)!;
  const isTitled = /[\s–-]\p{Lu}\p{Ll}{2}/u.test(words.slice(first.length));
  return !isTitled && isCommonWord(first.toLowerCase(), manuscript)
    ? { text: lowered, sure: true }
    : { text: words, sure: false };
}

/** As the catalogue writes the same letters. */
function catalogueSpelling(words: string, catalogue: Catalogue): string | undefined {
  const same = (text: string) => text.toLowerCase() === words.toLowerCase();
  return catalogue
    .entriesNamed(words)
    .flatMap((entry) => [longForm(entry), entry.name.text])
    .find(same);
}

/** True for a word that the manuscript writes small, and never with a capital inside a sentence. */
function isCommonWord(word: string, { files }: Manuscript): boolean {
  const anywhere = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?!\\p{L})`, 'giu');
  let found = false;
  for (const { parsed } of files) {
    const { prose } = parsed;
    for (const { index, 0: written } of prose.text.matchAll(anywhere)) {
      const block = prose.blockAt(index);
      if (!block || !isSentences(block)) continue;
      if (written === word) found = true;
      else if (/[\p{Ll}\d,] $/u.test(prose.text.slice(Math.max(0, index - 2), index))) return false;
    }
  }
  return found;
}

/** Titles and references have capitals of their own. */
const isSentences = ({ kind, part }: Block): boolean =>
  part !== 'references' && kind !== 'heading' && kind !== 'title' && kind !== 'author' && kind !== 'table-cell';
