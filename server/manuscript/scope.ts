import { LANGUAGES, type Language, languageOf } from '../base/language';
import { once } from '../base/once';
import type { Block, Prose } from '../text/prose';
import { languageOfBlock } from './language';

/**
 * Stretch of a document in which a short form must be defined once. Captions, tables and footnotes may stand alone,
 * so they share the scope `float`: they may rely on the body and define for themselves, never for the body. An abstract in another
 * language than the text is read by others, and has a scope of its own.
 */
export type Scope =
  | 'title'
  | 'abstract'
  | `abstract in ${Language}`
  | 'body'
  | 'heading'
  | 'float'
  | 'list'
  | 'supporting-information'
  | 'outside';

const TRANSLATED: readonly Scope[] = LANGUAGES.map((language) => `abstract in ${language}` as const);
export const ABSTRACTS: readonly Scope[] = ['abstract', ...TRANSLATED];
export const isTranslated = (scope: Scope): boolean => TRANSLATED.includes(scope);

/** The scopes of the files of one manuscript, which is in the language of the first text that tells one. */
export class Scopes {
  private readonly language: Language | undefined;

  constructor(proses: readonly Prose[]) {
    const hasAbstract = proses.some(({ blocks }) => blocks.some(({ part }) => part === 'abstract'));
    this.language = hasAbstract ? languageOfBody(proses) : undefined;
  }

  of(prose: Prose, block: Block): Scope {
    const scope = scopeOf(block);
    if (scope !== 'abstract' || !this.language) return scope;
    const language = languagesOfAbstracts(prose).get(block);
    return language === undefined || language === this.language ? scope : `abstract in ${language}`;
  }
}

function languageOfBody(proses: readonly Prose[]): Language | undefined {
  for (const prose of proses) {
    const body = prose.blocks.filter(({ part, kind }) => part === 'body' && kind === 'paragraph');
    const language = languageOf(
      body
        .slice(0, FIRST_PARAGRAPHS)
        .map((block) => prose.slice(block))
        .join(' '),
    );
    if (language) return language;
  }
  return undefined;
}

const FIRST_PARAGRAPHS = 20;

/** A paragraph too short to tell is in the language of the one before. */
const languagesOfAbstracts = once((prose: Prose): ReadonlyMap<Block, Language> => {
  const languages = new Map<Block, Language>();
  let before: Language | undefined;
  for (const block of prose.blocks) {
    if (block.part !== 'abstract') before = undefined;
    else {
      before = languageOfBlock(prose, block) ?? before;
      if (before) languages.set(block, before);
    }
  }
  return languages;
});

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
    case 'front-matter':
    case 'keywords':
    case 'acknowledgements':
    case 'references':
    case 'back-matter':
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
