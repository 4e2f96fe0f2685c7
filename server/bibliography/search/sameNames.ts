import { normalise, wordsOf } from '../normalise';

type Words = readonly string[];

/** Names of more words are not looked for. */
const MAX_WORDS = 5;

/** Names that mean the same thing, found by any of them. */
export class SameNames {
  private readonly groups = new Map<string, (readonly Words[])[]>();

  constructor(groups: Iterable<readonly string[]>) {
    for (const group of groups) {
      const names = group.map((name) => wordsOf(normalise(name))).filter((words) => words.join('').length > 1);
      for (const key of new Set(names.map(keyOf))) this.groups.set(key, [...(this.groups.get(key) ?? []), names]);
    }
  }

  /** The longest name that begins at a word: of how many words, and all names of what is called so. */
  at(words: Words, start: number): { readonly length: number; readonly names: readonly Words[] } | undefined {
    for (let length = Math.min(MAX_WORDS, words.length - start); length > 0; length--) {
      const groups = this.groups.get(keyOf(words.slice(start, start + length)));
      if (groups) return { length, names: groups.flat() };
    }
    return undefined;
  }
}

/** `NMC 811`, `NMC-811` and `NMC811` are one. */
const keyOf = (words: Words): string => words.join('');
