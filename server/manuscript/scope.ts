import type { Block } from '../text/prose';

/**
 * Stretch of a document in which a short form must be defined once. Captions, tables and footnotes may stand alone,
 * so they share the scope `float`: they may rely on the body and define for themselves, never for the body.
 */
export type Scope = 'title' | 'abstract' | 'body' | 'heading' | 'float' | 'list' | 'supporting-information' | 'outside';

export function scopeOf(block: Block): Scope {
  switch (block.part) {
    case 'body':
      return bodyScope(block);
    case 'abstract':
      return 'abstract';
    case 'abbreviations':
      return block.kind === 'heading' ? 'outside' : 'list';
    case 'supporting-information':
      return bodyScope(block) === 'body' ? 'supporting-information' : bodyScope(block);
    default:
      return 'outside';
  }
}

function bodyScope(block: Block): Scope {
  switch (block.kind) {
    case 'title':
      return 'title';
    case 'author':
      return 'outside';
    case 'heading':
      return 'heading';
    case 'caption':
    case 'table-cell':
    case 'footnote':
      return 'float';
    default:
      return 'body';
  }
}
