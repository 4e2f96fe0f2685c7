/** Place in a trie: the characters read so far. */
export type TrieNode = number;

/** No key goes on like this. */
export const NOWHERE: TrieNode = 0;
/** Nothing read. */
export const ROOT: TrieNode = 1;

/** Keys that can be read off one character at a time, each with a value. */
export class Trie<T> {
  /** Columns by node: its character, its first child, its next sibling, the index of its value. */
  private readonly character: Uint16Array;
  private readonly child: Int32Array;
  private readonly sibling: Int32Array;
  private readonly value: Int32Array;
  private readonly joint: Uint8Array;
  private readonly values: T[] = [];
  private size = 2;
  /** First node by first character. */
  private readonly first = new Int32Array(FIRST);
  /** Second node by both first characters, where both are ASCII. */
  private readonly second = new Int32Array(ASCII * ASCII);

  /** `capacity` is the number of characters of all keys together. */
  constructor(capacity: number) {
    this.character = new Uint16Array(capacity + 2);
    this.child = new Int32Array(capacity + 2);
    this.sibling = new Int32Array(capacity + 2);
    this.value = new Int32Array(capacity + 2).fill(-1);
    this.joint = new Uint8Array(capacity + 2);
  }

  /** Adds a key written in parts; where two parts meet is a joint. */
  add(parts: readonly string[], value: T): void {
    let node = ROOT;
    for (const part of parts) {
      for (let i = 0; i < part.length; i++) node = this.grow(node, part.charCodeAt(i));
      this.joint[node] = 1;
    }
    if (node === ROOT) return;
    this.value[node] = this.values.length;
    this.values.push(value);
  }

  /** Node of the first two characters, or of the first where `second` cannot be part of a key. */
  start(first: number, second: number, secondBelongs: boolean): TrieNode {
    if (!secondBelongs) return this.step(ROOT, first);
    if (first < ASCII && second < ASCII) return this.second[first * ASCII + second]!;
    return this.step(this.step(ROOT, first), second);
  }

  step(node: TrieNode, character: number): TrieNode {
    if (node === ROOT && character < FIRST) return this.first[character]!;
    if (node === NOWHERE) return NOWHERE;
    let next = this.child[node]!;
    while (next !== NOWHERE && this.character[next] !== character) next = this.sibling[next]!;
    return next;
  }

  /** Value of the key that ends here. */
  at(node: TrieNode): T | undefined {
    const index = this.value[node]!;
    return index < 0 ? undefined : this.values[index];
  }

  /** True where a part of some key ends. */
  isJoint(node: TrieNode): boolean {
    return this.joint[node] === 1;
  }

  private grow(node: TrieNode, character: number): TrieNode {
    const known = this.step(node, character);
    if (known !== NOWHERE) return known;
    const next = this.size++;
    this.character[next] = character;
    this.sibling[next] = this.child[node]!;
    this.child[node] = next;
    if (node === ROOT) {
      if (character < FIRST) this.first[character] = next;
    } else {
      const before = this.character[node]!;
      if (this.first[before] === node && before < ASCII && character < ASCII)
        this.second[before * ASCII + character] = next;
    }
    return next;
  }
}

/** Words that can be read off a text, each its own value. */
export function trieOfWords(words: readonly string[]): Trie<string> {
  const trie = new Trie<string>(words.reduce((length, word) => length + word.length, 0));
  for (const word of words) trie.add([word], word);
  return trie;
}

const FIRST = 0x400;
const ASCII = 0x80;
