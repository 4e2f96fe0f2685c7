/** The fields of an entry type. Each is a list of names of which one will do. */
export interface EntryType {
  /** Without these BibTeX's own styles print a gap, and warn. */
  readonly required: readonly (readonly string[])[];
  readonly optional: readonly string[];
}

const JOURNAL = ['journal', 'journaltitle'];
const YEAR = ['year', 'date'];
const PEOPLE = ['author', 'editor'];
const AUTHOR = ['author'];
const TITLE = ['title'];
const PUBLISHER = ['publisher'];
const BOOK = ['booktitle'];
const SCHOOL = ['school', 'institution'];
const PLACE = ['institution', 'school', 'organization', 'publisher'];

const type = (required: readonly (readonly string[])[], optional: string): EntryType => ({
  required,
  optional: optional.split(' '),
});

/** After “BibTeXing” (O. Patashnik, 1988), section 3.1, and the manual of biblatex, section 2.1.1, for the types that it adds. */
export const ENTRY_TYPES: Readonly<Record<string, EntryType>> = {
  article: type([AUTHOR, TITLE, JOURNAL, YEAR], 'volume number pages eid doi month issn url note eprint'),
  book: type([PEOPLE, TITLE, PUBLISHER, YEAR], 'volume number series edition address isbn doi month url note'),
  booklet: type([TITLE], 'author howpublished address year month note'),
  inbook: type(
    [PEOPLE, TITLE, PUBLISHER, YEAR],
    'chapter pages booktitle volume series edition address isbn doi url note',
  ),
  incollection: type(
    [AUTHOR, TITLE, BOOK, PUBLISHER, YEAR],
    'editor volume number series chapter pages edition address isbn doi url note',
  ),
  inproceedings: type(
    [AUTHOR, TITLE, BOOK, YEAR],
    'editor volume number series pages address organization publisher doi month url note',
  ),
  manual: type([TITLE], 'author organization address edition year month url note'),
  mastersthesis: type([AUTHOR, TITLE, SCHOOL, YEAR], 'type address month doi url note'),
  misc: type([], 'author title howpublished year month doi url eprint archiveprefix note'),
  phdthesis: type([AUTHOR, TITLE, SCHOOL, YEAR], 'type address month doi url note'),
  proceedings: type([TITLE, YEAR], 'editor volume number series address organization publisher isbn doi url note'),
  techreport: type([AUTHOR, TITLE, PLACE, YEAR], 'type number address month doi url note'),
  unpublished: type([AUTHOR, TITLE], 'note month year url'),
  online: type([TITLE, ['url', 'doi', 'eprint']], 'author editor date year urldate organization note'),
  thesis: type([AUTHOR, TITLE, SCHOOL, YEAR], 'type doi url note'),
  report: type([AUTHOR, TITLE, PLACE, YEAR], 'type number doi url note'),
  dataset: type([PEOPLE, TITLE, YEAR], 'publisher version doi url urldate note'),
  software: type([TITLE], 'author version publisher year date doi url urldate note'),
};
