import type { DocumentPart } from '../prose';

/** MyST directives whose body is prose; the body of any other is code, data or a drawing. */
const PROSE_DIRECTIVES = new Set(
  (
    'note tip hint important warning caution danger attention error admonition seealso figure table list-table abstract ' +
    'epigraph pull-quote aside margin sidebar dropdown details card grid grid-item grid-item-card tab-set tab-item ' +
    'glossary exercise solution proof theorem lemma definition remark example versionadded acknowledgements acknowledgments ' +
    'keywords abbreviations topic div'
  ).split(' '),
);

/** Directives whose argument is a title to be read, not a path. */
const TITLED = new Set('admonition dropdown details card tab-item table list-table topic sidebar'.split(' '));

const SECTIONS: Readonly<Record<string, DocumentPart>> = {
  abstract: 'abstract',
  keywords: 'keywords',
  acknowledgements: 'acknowledgements',
  acknowledgments: 'acknowledgements',
  abbreviations: 'abbreviations',
  glossary: 'abbreviations',
};

export interface Directive {
  readonly name: string;
  /** Offset of the argument in the info string. */
  readonly argumentAt: number;
}

/** Reads `{note} Title` after a fence; undefined for `python` and `{.python}`. */
export function directiveOf(info: string): Directive | undefined {
  const match = /^\{([a-z][\w:-]*)\}[ \t]*/.exec(info);
  return match ? { name: match[1]!, argumentAt: match[0].length } : undefined;
}

export const isProseDirective = (name: string): boolean => PROSE_DIRECTIVES.has(name) || name.startsWith('prf:');

export const isTitled = (name: string): boolean => TITLED.has(name);

/** Part that a directive or the classes of a division name. */
export function sectionOf(words: string): DocumentPart | undefined {
  for (const word of words.toLowerCase().match(/[a-z-]+/g) ?? []) {
    if (Object.hasOwn(SECTIONS, word)) return SECTIONS[word];
  }
  return undefined;
}
