import { eachWord } from '../base/words';
import type { Block, Prose } from './prose';

/** Words of each block that was asked for, kept as long as the block. */
const WORDS = new WeakMap<Block, ReadonlySet<string>>();

/** Words of a block of the prose, lower-case. */
export function wordsOfBlock(prose: Prose, block: Block): ReadonlySet<string> {
  const known = WORDS.get(block);
  if (known) return known;
  const words = new Set<string>();
  const text = prose.slice(block).toLowerCase();
  eachWord(text, 0, text.length, (start, end) => words.add(text.slice(start, end)));
  WORDS.set(block, words);
  return words;
}
