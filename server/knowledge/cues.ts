import type { Span } from '../base/span';
import type { CatalogueEntry } from './catalogue';
import { foldAt, isBoundary } from './folding';
import type { Name } from './species';
import { NOWHERE, type Trie, trieOfWords } from './trie';

/** The words that choose among the records of one name (`near`), and where they are in a text. */
export class Cues {
  /** By name; each cue may be of several words. */
  private readonly cues: ReadonlyMap<Name, readonly (readonly string[])[]>;
  private readonly trie: Trie<string>;
  private readonly found = new WeakMap<Span, ReadonlySet<string>>();

  constructor(entries: readonly CatalogueEntry[]) {
    this.cues = new Map(entries.flatMap(({ name }) => (name.near ? [[name, name.near.map(wordsOf)]] : [])));
    const words = new Set([...this.cues.values()].flat(2));
    this.trie = trieOfWords([...words].flatMap((word) => [word, `${word}s`]));
  }

  /** Words of cues in a stretch of the text, in small letters. Kept as long as the stretch, which is a block as a rule. */
  in(text: string, stretch: Span): ReadonlySet<string> {
    const known = this.found.get(stretch);
    if (known) return known;
    const words = new Set<string>();
    const { end } = stretch;
    for (let at = stretch.start; at < end; at++) {
      if (isBoundary(text, at, end)) continue;
      const word = this.wordAt(text, at, end);
      if (word !== undefined) words.add(word);
      while (!isBoundary(text, at, end)) at++;
    }
    this.found.set(stretch, words);
    return words;
  }

  /** How many of the cues of a name are among the words. */
  count(name: Name, words: ReadonlySet<string>): number {
    const isAmong = (word: string) => words.has(word) || words.has(`${word}s`);
    return (this.cues.get(name) ?? []).filter((cue) => cue.every(isAmong)).length;
  }

  private wordAt(text: string, start: number, limit: number): string | undefined {
    const isLonger = !isBoundary(text, start + 1, limit);
    let node = this.trie.start(foldAt(text, start), isLonger ? foldAt(text, start + 1) : 0, isLonger);
    for (let at = start + 2; isLonger && node !== NOWHERE && !isBoundary(text, at, limit); at++)
      node = this.trie.step(node, foldAt(text, at));
    return this.trie.at(node);
  }
}

const wordsOf = (cue: string): readonly string[] => cue.toLowerCase().split(/[^\p{L}\p{N}]+/u);
