import { type Language, languageOf } from '../base/language';
import { once } from '../base/once';
import type { Block, Prose } from '../text/prose';

const toldBy = once((block: Block, prose: Prose) => languageOf(prose.slice(block)));

/** The language of a block by its small words; undefined where they do not tell. */
export const languageOfBlock = (prose: Prose, block: Block): Language | undefined => toldBy(block, prose);
