import { present } from '../base/present';
import { parseNames } from './bibtex/names';
import { yearIn } from './csl';
import { htmlTitle } from './htmlTitle';
import type { Author, Reference } from './reference';
import { type Fields, pagesOf, personName, type TaggedFormat } from './tagged';

/**
 * The tagged format that EndNote imports, also called Refer: lines of a percent sign, one character, a space and a value, from `%0`
 * (“Creating a Tagged EndNote Import File”, EndNote online help).
 */
export const ENDNOTE: TaggedFormat = {
  tagOfLine: /^(%[^\sa-z])(?:[ \t]+|$)/gm,
  // Not those that a title may have after a percentage: `%)`, `%?`.
  tag: /(%[0-9A-Z@!&+^<>[($~*#]) +/g,
  opens: '%0',
  toReference,
};

function toReference(fields: Fields): Reference | undefined {
  const kind = fields.first('%0');
  const type = TYPES[kind ?? ''] ?? 'document';
  const year = yearIn(fields.first('%D', '%8'));
  const people = fields.all('%A').map(author);
  const isEdited = kind === 'Edited Book';
  const editors = [...(isEdited ? people : []), ...(type === 'book' ? [] : fields.all('%E').map(author))];
  const isWhole = type === 'book' || type === 'thesis' || type === 'report';
  const texts = {
    genre: type === 'thesis' ? fields.first('%9') : undefined,
    title: htmlTitle(fields.first('%T') ?? ''),
    container: isWhole ? undefined : htmlTitle(fields.first('%J', '%B', '%S') ?? ''),
    publisher: fields.first('%I'),
    volume: fields.first('%V'),
    issue: type === 'book' ? undefined : fields.first('%N'),
    // Of what is cited as a whole it is the number of pages.
    pages: isWhole ? undefined : pagesOf(fields.first('%P') ?? ''),
    doi: fields.doi('%R', '%M', '%U'),
    url: fields.first('%U'),
  };
  if (texts.title === '' && texts.doi === undefined) return undefined;
  // Of an article it is the date of the electronic edition.
  const edition = type === 'book' || type === 'chapter' ? fields.first('%7') : undefined;
  return {
    key: fields.first('%F') ?? '',
    type,
    authors: isEdited ? [] : people,
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...present(texts),
    ...(edition !== undefined && { others: { edition } }),
  };
}

/** Names without a comma are in reading order; those of institutions should end in one, and are told by their small words where they do not. */
const author = (name: string): Author =>
  name.includes(',') || /&|\s(?:of|for|and|the)\s/i.test(name)
    ? personName(name)
    : (parseNames(name).authors[0] ?? personName(name));

const TYPES: Readonly<Record<string, string>> = {
  ...{ 'Journal Article': 'article-journal', 'Electronic Article': 'article-journal' },
  ...{ 'Magazine Article': 'article-journal', 'Newspaper Article': 'article-journal' },
  ...{ Book: 'book', 'Electronic Book': 'book', 'Edited Book': 'book' },
  ...{ 'Book Section': 'chapter', 'Electronic Book Section': 'chapter' },
  ...{ 'Conference Paper': 'paper-conference', 'Conference Proceedings': 'paper-conference' },
  ...{ Thesis: 'thesis', Report: 'report', 'Government Document': 'report', Patent: 'patent', Standard: 'standard' },
  ...{ Dataset: 'dataset', 'Computer Program': 'software', 'Web Page': 'webpage', Blog: 'webpage' },
  ...{ Manuscript: 'manuscript', 'Unpublished Work': 'manuscript' },
};
