import { type Language, languageOf } from '../base/language';
import type { Block, Prose } from '../text/prose';

const KNOWN = new WeakMap<Block, Language | 'unknown'>();

/** The language of a block by its small words, told once; undefined where they do not tell. */
export function languageOfBlock(prose: Prose, block: Block): Language | undefined {
  const language = KNOWN.get(block) ?? languageOf(prose.slice(block)) ?? 'unknown';
  KNOWN.set(block, language);
  return language === 'unknown' ? undefined : language;
}
