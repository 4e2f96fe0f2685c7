import type { Author, Reference } from './reference';

/** What an entry of a reference list cannot do without, in words, and this one lacks. */
export const lacks = ({ type, authors, editors, title, container, year }: Reference): readonly string[] => [
  ...(authors.length === 0 && !editors?.length ? ['author'] : []),
  ...(title === undefined ? ['title'] : []),
  ...(year === undefined ? ['year'] : []),
  ...(type === 'article-journal' && container === undefined ? ['journal'] : []),
];

/**
 * True where nothing is missing when a work is printed: all its authors with initials, its title and year, and what its kind asks
 * for; of an article that is the journal, the volume, its pages or number, and the DOI. What has no kind but is in a journal is
 * an article of which too little is known.
 */
export const isComplete = (reference: Reference): boolean =>
  lacks(reference).length === 0 &&
  (reference.authors.length > 0 || reference.type === 'book') &&
  (reference.type !== 'document' || reference.container === undefined) &&
  !reference.moreAuthors &&
  (!BY_PEOPLE.has(reference.type) || [...reference.authors, ...(reference.editors ?? [])].every(hasInitials)) &&
  (ASKED[reference.type] ?? FINDABLE).every((fields) => fields.some((field) => reference[field] !== undefined));

const hasInitials = ({ given }: Author): boolean => given !== undefined;

/** Standards and reports are written by institutions too, which have no initials. */
const BY_PEOPLE: ReadonlySet<string> = new Set(['article-journal', 'chapter', 'paper-conference', 'thesis']);

type Fields = readonly (keyof Reference)[];

const FINDABLE: readonly Fields[] = [['publisher', 'doi', 'url']];

/** Beyond author, title and year: one field of each list. */
const ASKED: Readonly<Record<string, readonly Fields[]>> = {
  'article-journal': [['container'], ['volume'], ['pages'], ['doi']],
  book: [['publisher']],
  chapter: [['container'], ['publisher', 'doi'], ['pages', 'doi']],
  'paper-conference': [['container'], ['pages', 'doi']],
  thesis: [['publisher']],
};
