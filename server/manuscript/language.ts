import { type Language, languageOf } from '../base/language';
import { once } from '../base/once';
import type { Block, Prose } from '../text/prose';

const ofBlock = once((block: Block, prose: Prose) => languageOf(prose.slice(block)));
const ofWhole = once((prose: Prose) => languageOf(prose.text));

/** The language of a block by its small words; undefined where they do not tell. */
export const languageOfBlock = (prose: Prose, block: Block): Language | undefined => ofBlock(block, prose);

/** The language of a block, and of the whole text where a block does not tell: a heading, a cell of a table. */
export const languageAround = (prose: Prose, block: Block): Language | undefined =>
  languageOfBlock(prose, block) ?? ofWhole(prose);
