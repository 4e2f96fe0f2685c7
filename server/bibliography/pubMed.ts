import { present } from '../base/present';
import { yearIn } from './csl';
import { htmlTitle } from './htmlTitle';
import type { Author, Reference } from './reference';
import { type Fields, pagesOf, personName, type TaggedFormat } from './tagged';

/** The tags that are read, and those that PubMed puts after one of them. */
const TAGS =
  'PMID|OWN|STAT|DCOM|LR|IS|ISBN|VI|IP|DP|TI|BTI|CTI|TT|PG|LID|AB|CI|CN|FAU|AUID|AU|FED|ED|AD|LA|PT|DEP|PL|PB|TA|JT|JID|SB|' +
  'RN|MH|GR|EN|PMC|MID|OID|OTO|OT|COIS|EDAT|MHDA|PMCR|CRDT|PHST|AID|PST|SO';

/**
 * What PubMed saves for citation managers (`.nbib`): lines of a tag, which spaces fill to four characters, a hyphen, a space and a
 * value, from `PMID` (“MEDLINE/PubMed Data Element (Field) Descriptions”, nlm.nih.gov/bsd/mms/medlineelements.html).
 */
export const PUBMED: TaggedFormat = {
  tagOfLine: /^([A-Z]{2,4}) {0,2}-(?: |$)/gm,
  tag: new RegExp(String.raw`(?=\w{4}- |\w{3} - |\w{2} {2}- )(${TAGS}) {0,2}- `, 'g'),
  opens: 'PMID',
  toReference,
};

function toReference(fields: Fields): Reference | undefined {
  const kinds = fields.all('PT');
  const book = fields.first('BTI');
  const title = titleOf(fields.first('TI') ?? book ?? '');
  const isChapter = book !== undefined && fields.first('TI') !== undefined;
  const type = isChapter ? 'chapter' : (kinds.flatMap((kind) => TYPES[kind] ?? [])[0] ?? 'article-journal');
  const groups = fields.all('CN').map((family) => ({ family }));
  const editors = people(fields, 'FED', 'ED');
  const year = yearIn(fields.first('DP'));
  const identifiers = fields.all('LID', 'AID');
  const doi = labelled(identifiers, 'doi');
  if (title === '' && doi === undefined) return undefined;
  const texts = {
    title,
    container: isChapter ? titleOf(book) : journalOf(fields.first('JT', 'TA') ?? ''),
    publisher: fields.first('PB'),
    volume: fields.first('VI'),
    issue: fields.first('IP'),
    pages: pagesIn(fields.first('PG')) ?? articleNumber(labelled(identifiers, 'pii')),
    doi,
  };
  return {
    key: '',
    type,
    authors: [...people(fields, 'FAU', 'AU'), ...groups],
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...present(texts),
  };
}

/** Full names where the record has them. */
const people = (fields: Fields, full: string, short: string): Author[] =>
  fields
    .all(fields.first(full) === undefined ? short : full)
    .map((name) => person(name.includes(',') ? name : apart(name)));

/** `van Raaij MJ` → `van Raaij, M J` */
const apart = (name: string): string =>
  name.replace(/ (\p{Lu}{1,4})(?= |$)/u, (_, initials: string) => `, ${[...initials].join(' ')}`);

/** `Bell, Carl Jr` */
function person(name: string): Author {
  const found = / (Jr|Sr|[2-9](?:nd|rd|th))\.?$/.exec(name);
  return personName(found && name.includes(',') ? `${name.slice(0, found.index)}, ${found[1]}` : name);
}

/** Titles end in a full stop, and translated ones are in square brackets. */
const titleOf = (title: string): string => htmlTitle(title.replace(/^\[(.*)\]\.?$/, '$1').replace(/(?<!\.)\.$/, ''));

/** Without the place or the subtitle that tells it from others: `Advanced materials (Deerfield Beach, Fla.)`. */
const journalOf = (journal: string): string =>
  journal.replace(/ \([^()]*\)$/, (place) => (place.includes(', ') ? '' : place)).replace(/ : .*$/, '');

/** The first of several ranges. */
const pagesIn = (pages: string | undefined): string | undefined => pages && pagesOf(pages.replace(/[;,].*/, '').trim());

/** Publishers give it as their own identifier of an article that has no pages. */
const articleNumber = (identifier: string | undefined): string | undefined =>
  identifier !== undefined && /^[a-z]{0,4}\d{1,7}$/.test(identifier) ? identifier : undefined;

/** `10.1000/x [doi]` */
const labelled = (identifiers: readonly string[], label: string): string | undefined =>
  identifiers.find((identifier) => identifier.endsWith(` [${label}]`))?.slice(0, -label.length - 3);

const TYPES: Readonly<Record<string, string>> = {
  ...{ Book: 'book', 'Book Chapter': 'chapter', 'Academic Dissertation': 'thesis' },
  ...{ 'Technical Report': 'report', Dataset: 'dataset' },
};
