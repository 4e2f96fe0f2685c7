import type { Document } from './documents';
import { JOURNAL } from './fields';
import type { Query } from './query';
import { shortens } from './words';

/** Two words that follow one another in the title as they were typed. */
export const ADJACENT = 26;
/** The whole name of the journal. */
const WHOLE_JOURNAL = 12;
/** The first name that was typed is that of the first author; with “&” or “et al.” after it, it must be. */
const FIRST_NAME_FIRST = 4;
const FIRST_OF_SEVERAL = 30;
/** “et al.” of three authors and more, “&” of two. */
const AUTHOR_COUNT = 6;

/** What is added to the weights of single words where words together say more; `pairs`: any of each may be in the title. */
export function together(document: Document, query: Query, pairs: readonly (readonly string[])[]): number {
  const words = query.words.map(({ text }) => text);
  let score = 0;
  for (const pair of pairs) if (pair.some((both) => document.title.includes(both))) score += ADJACENT;
  if (namesJournal(words, document.journal)) score += WHOLE_JOURNAL;
  if (words[0] !== undefined && document.firstAuthor.includes(` ${words[0]} `))
    score += query.authors === undefined ? FIRST_NAME_FIRST : FIRST_OF_SEVERAL;
  if (query.authors !== undefined && query.authors === document.authors) score += AUTHOR_COUNT;
  return score;
}

/** How much of the title was typed, from 0 to 1. */
export function coverage({ title, titleLength }: Document, { words }: Query): number {
  const typed = words.filter(({ text }) => title.includes(` ${text} `)).length;
  return titleLength === 0 ? 0 : typed / titleLength;
}

/** Whether a journal is named word by word, in full or shortened, with or without “Journal of”. */
function namesJournal(words: readonly string[], journal: readonly string[]): boolean {
  const name = JOURNAL.has(journal[0] ?? '') && journal.length > 1 ? journal.slice(1) : journal;
  if (name.length === 0) return false;
  return words.some((_, start) =>
    name.every((word, at) => {
      const typed = words[start + at];
      return typed !== undefined && (shortens(word, typed) || shortens(typed, word));
    }),
  );
}
