import { normaliseDoi } from '../doi';
import type { Reference } from '../reference';
import { journalWords, peopleOf, titleWords } from './fields';

/** A reference with what it is ranked by. */
export interface Document {
  readonly reference: Reference;
  /** Which list it came from: of equal hits the first list wins. */
  readonly list: number;
  /** Words of the title, each after a space, and a space at the end. */
  readonly title: string;
  readonly titleLength: number;
  readonly journal: readonly string[];
  readonly firstAuthor: string;
  readonly authors: 'two' | 'more' | undefined;
  /** Bare and in lowercase; empty where it has none. */
  readonly doi: string;
}

export function toDocument(reference: Reference, list: number): Document {
  const people = peopleOf(reference);
  const words = titleWords(reference.title);
  const isMore = people.length > 2 || reference.moreAuthors === true;
  return {
    reference,
    list,
    title: ` ${words.join(' ')} `,
    titleLength: words.length,
    journal: journalWords(reference.container),
    firstAuthor: ` ${titleWords(people[0]?.family).join(' ')} `,
    doi: reference.doi === undefined ? '' : (normaliseDoi(reference.doi) ?? reference.doi.toLowerCase()),
    authors: isMore ? 'more' : people.length === 2 ? 'two' : undefined,
  };
}

/** Whether words are in a title one after the other; the last may be the beginning of a longer one. */
export const holdsPhrase = ({ title }: Document, words: readonly string[], finished = true): boolean =>
  title.includes(` ${words.join(' ')}${finished ? ' ' : ''}`);
