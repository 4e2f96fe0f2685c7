import { doiUrl } from './doi';
import { initialsOf } from './initials';
import type { Author, Reference } from './reference';

/**
 * A reference in one line of plain text, as in the journals of the American Chemical Society:
 * `Peled, E.; Menkin, S. Review—SEI: Past, Present and Future. J. Electrochem. Soc. 2017, 164, A1703–A1719.`
 * Beyond ten authors, the first ten and “et al.”. What is not known is left out.
 */
export function formatReference(reference: Reference): string {
  const { title, printed } = reference;
  if (printed) return printed;
  return [formatAuthors(reference, MAX_AUTHORS), title, formatPlace(reference), formatLink(reference)]
    .filter(Boolean)
    .map((text) => sentence(text!))
    .join(' ');
}

/** `Armand and Tarascon 2008`; of three or more authors the first; without any, the title or the key. */
export function shortLabel(reference: Reference): string {
  const { authors, editors, moreAuthors, year, title, key } = reference;
  const people = authors.length > 0 ? authors : (editors ?? []);
  const [first, second] = people.map(({ family }) => family);
  const who =
    people.length === 2 && !moreAuthors ? `${first} and ${second}` : (first ?? (title ? opening(title) : key));
  return year === undefined || who === key ? who : `${who} ${year}`;
}

const MAX_AUTHORS = 10;

/** `Peled, E.; Menkin, S.`: of more than `most` authors the first and “et al.”; editors where there are none. */
export function formatAuthors({ authors, moreAuthors, editors }: Reference, most: number): string {
  if (authors.length === 0) return editors ? formatEditors(editors) : '';
  const shown = authors.slice(0, most).map(inverted).join('; ');
  return moreAuthors || authors.length > most ? `${shown}; et al.` : shown;
}

const formatEditors = (editors: readonly Author[]): string =>
  `${editors.map(inverted).join('; ')}, Ed${editors.length > 1 ? 's' : ''}.`;

/** Its address on the web; undefined where the pages of a journal or a book say where it is. */
export const formatLink = ({ container, pages, doi, url }: Reference): string | undefined =>
  container && pages ? undefined : doi ? doiUrl(doi) : url;

/** `J. Electrochem. Soc. 2017, 164, A1703–A1719`, or the book and what else a type has. */
export const formatPlace = (reference: Reference): string => (WHERE[reference.type] ?? other)(reference);

function inverted({ family, given, suffix }: Author): string {
  return [family, given && initials(given), suffix].filter(Boolean).join(', ');
}

const initials = (given: string): string =>
  initialsOf(given)
    .map((letters) => letters.map((letter) => `${letter}.`).join('-'))
    .join(' ');

type Where = (reference: Reference) => string;

const commas = (...parts: readonly (string | number | undefined)[]): string => parts.filter(Boolean).join(', ');
const spaced = (...parts: readonly (string | number | undefined)[]): string => parts.filter(Boolean).join(' ');

const other: Where = ({ container, genre, issue, publisher, year }) => commas(container, genre, issue, publisher, year);

const book: Where = ({ others, volume, publisher, year }) =>
  commas(others?.edition && editionOf(others.edition), volume && `Vol. ${volume}`, publisher, year);

/** `2` → `2nd ed.` */
function editionOf(edition: string): string {
  const ending = /(?<!1)[123]$/.exec(edition)?.[0];
  const ordinal = /^\d+$/.test(edition)
    ? `${edition}${ending ? ['st', 'nd', 'rd'][Number(ending) - 1] : 'th'}`
    : edition;
  return /\bed(?:ition|\.)/i.test(ordinal) ? ordinal : `${ordinal} ed.`;
}

const article: Where = ({ container, year, volume, issue, pages }) =>
  commas(spaced(container, year), volume ?? (issue && `No. ${issue}`), pages);

const partOfBook: Where = ({ container, editors, publisher, year, volume, pages, authors }) => {
  const editedBy = editors && authors.length > 0 ? formatEditors(editors) : '';
  const book = container && `In ${container}`;
  return [commas(book, editedBy), commas(publisher, year, volume && `Vol. ${volume}`, pages && `pp ${pages}`)]
    .filter(Boolean)
    .join('; ');
};

const thesis: Where = ({ genre, publisher, year }) => commas(genre ?? 'Thesis', publisher, year);

const WHERE: Readonly<Record<string, Where>> = {
  'article-journal': article,
  chapter: partOfBook,
  'paper-conference': partOfBook,
  book,
  thesis,
};

const sentence = (text: string): string => (/[.?!]$/.test(text) || text.startsWith('http') ? text : `${text}.`);

/** The first words of a title. */
const opening = (title: string): string => {
  const words = title.split(' ');
  return words.length > 5 ? `${words.slice(0, 5).join(' ')}…` : title;
};
