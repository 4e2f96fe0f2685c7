import { bareDoi } from '../../server/bibliography/doi';
import type { FieldName } from './theirs';

/** A field that is read in two ways. Absent fields are empty. */
export interface Difference {
  readonly field: FieldName;
  readonly ours: string;
  readonly theirs: string;
  /** The entry as it is written. */
  readonly entry: string;
}

export interface Kind {
  /** What we do, and they do not. */
  readonly name: string;
  readonly explains: (difference: Difference) => boolean;
}

const has = (entry: string, ...fields: readonly string[]): boolean =>
  new RegExp(`[,\\s](?:${fields.join('|')})\\s*=`, 'i').test(entry);

/** Why another parser reads a field otherwise. What none of these explains may be a mistake of ours. */
export const KINDS: readonly Kind[] = [
  {
    name: 'the address of a DOI in `doi` is read as the DOI',
    explains: ({ field, ours, theirs }) => field === 'doi' && ours !== '' && bareDoi(theirs) === ours,
  },
  {
    name: 'a DOI that only `url`, `howpublished` or `note` says is read',
    explains: ({ field, ours, theirs, entry }) => field === 'doi' && ours !== '' && theirs === '' && !has(entry, 'doi'),
  },
  {
    name: 'an accent over `\\i` and `\\j` makes one letter with a dot',
    explains: ({ ours, theirs }) =>
      /ı|ȷ/.test(theirs) && plain(ours) === plain(theirs.replace(/ı/g, 'i').replace(/ȷ/g, 'j')),
  },
  {
    name: 'entities and tags of HTML are decoded',
    explains: ({ theirs }) => /&#?\w+;|[<¡]\s?\/?[a-z]+[>¿]/.test(theirs),
  },
  { name: 'commands and formulas are read', explains: ({ theirs }) => /\\[a-z]+|\$/i.test(theirs) },
  {
    name: 'the number of an article (`eid`, `articleno`) stands for its pages',
    explains: ({ field, theirs, entry }) => field === 'pages' && theirs === '' && has(entry, 'eid', 'articleno'),
  },
  {
    name: 'fields are inherited as biber does it, `date` and the subtitle of a book too',
    explains: ({ field, theirs, entry }) =>
      has(entry, 'crossref', 'xdata') && (theirs === '' || (field === 'container' && !has(entry, 'booktitle'))),
  },
  {
    name: 'a backslash does not hide a brace, as in BibTeX, so that the entry is whole',
    explains: ({ theirs, entry }) => theirs === '' && /\{\\[{}]\}/.test(entry),
  },
  {
    name: '“and Others” is no author',
    explains: ({ field, theirs }) => field === 'author' && /; Others$/.test(theirs),
  },
  {
    name: 'a name ends before the space at its end, and begins with a letter in braces like any other',
    explains: ({ field, theirs, entry }) => field === 'author' && (/; $/.test(theirs) || /\band \{\\./.test(entry)),
  },
  {
    name: 'small words between capitals belong to the family name, those after a hyphen to the given one',
    explains: ({ field, ours, entry }) =>
      field === 'author' && (/-\p{Ll}|-von /u.test(entry) || / (?:the|of) /.test(ours)),
  },
  { name: 'an accent over nothing leaves nothing', explains: ({ theirs }) => theirs.includes('undefined') },
  {
    name: 'a year such as 9999 is none',
    explains: ({ field, ours, theirs }) => field === 'year' && ours === '' && theirs === '9999',
  },
  {
    name: 'a book is called without the title that it shares with other volumes, a journal without its subtitle',
    explains: ({ field, ours, theirs, entry }) =>
      field === 'container' &&
      theirs !== '' &&
      has(entry, 'maintitle', 'journalsubtitle', 'booksubtitle') &&
      ours !== theirs,
  },
  {
    name: 'a short title of a journal (`shortjournal`) is not needed to know the journal',
    explains: ({ field, theirs, entry }) => field === 'container' && theirs === '' && has(entry, 'shortjournal'),
  },
  {
    name: '`number` and `year` of reports, series, patents and pages of the web are read',
    explains: ({ field, ours, theirs }) =>
      (field === 'number' || field === 'year' || field === 'container') && ours !== '' && theirs === '',
  },
];

/** The text without markup, marks and spaces. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
