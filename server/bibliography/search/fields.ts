import { normalise, wordsOf } from '../normalise';
import type { Author, Reference } from '../reference';
import { wordForm } from './wordForm';
import { type Fit, WordIndex } from './words';

/** Where a word can be in a reference. `form`: a title word in another form; `initials` are those of its journal: `jes`. */
export const FIELDS = [
  'key',
  'keyPart',
  'firstAuthor',
  'coAuthor',
  'title',
  'form',
  'journal',
  'initials',
  'other',
] as const;
export type Field = (typeof FIELDS)[number];

/** How much a word that is there says that this is the work meant. */
export const WEIGHTS: Readonly<Record<Field, Readonly<Record<Fit, number>>>> = {
  key: { whole: 50, beginning: 10, inside: 2 },
  keyPart: { whole: 10, beginning: 6, inside: 0 },
  firstAuthor: { whole: 40, beginning: 14, inside: 2 },
  coAuthor: { whole: 20, beginning: 8, inside: 1 },
  title: { whole: 16, beginning: 10, inside: 2 },
  form: { whole: 14, beginning: 0, inside: 0 },
  journal: { whole: 12, beginning: 10, inside: 1 },
  initials: { whole: 12, beginning: 3, inside: 0 },
  other: { whole: 6, beginning: 4, inside: 1 },
};

export type Fields = Readonly<Record<Field, WordIndex>>;

export const emptyFields = (): Fields =>
  Object.fromEntries(FIELDS.map((field) => [field, new WordIndex()])) as Record<Field, WordIndex>;

/** Puts all words of a reference into the fields. */
export function addWords(fields: Fields, reference: Reference, document: number): void {
  for (const [field, words] of wordsByField(reference)) for (const word of words) fields[field].add(word, document);
}

function* wordsByField(reference: Reference): Generator<readonly [Field, Iterable<string>]> {
  const { key, aliases = [], title, container, doi, year, volume, pages, publisher, printed } = reference;
  const keys = [key, ...aliases];
  const [first, ...coAuthors] = peopleOf(reference);
  const journal = journalWords(container);
  yield ['key', new Set(keys.map((one) => wordsOf(normalise(one)).join('')))];
  yield ['keyPart', new Set(keys.flatMap(plainWords))];
  if (first) yield ['firstAuthor', nameWords(first)];
  yield ['coAuthor', coAuthors.flatMap(nameWords)];
  yield ['title', [...titleWords(title), ...setApart(titleWords(title))]];
  yield ['form', new Set(titleWords(title).map(wordForm))];
  yield ['journal', JOURNAL.has(journal[0] ?? '') ? [...journal, ...JOURNAL] : journal];
  yield ['initials', [journal.map(([letter]) => letter).join(''), joined(journal)].filter((word) => word.length > 1)];
  const given = plainWords(
    peopleOf(reference)
      .flatMap((person) => person.given ?? [])
      .join(' '),
  );
  const others = plainWords([doi, year, volume, pages, publisher, printed].filter(Boolean).join(' '));
  yield ['other', new Set([...given, ...given.map(([initial]) => initial!), ...others])];
}

export const peopleOf = ({ authors, editors }: Reference): readonly Author[] =>
  authors.length > 0 ? authors : (editors ?? []);

export const titleWords = (title: string | undefined): string[] => plainWords(title ?? '');

/** Formulas whose numbers exporters set apart: `LiCoO 2` as `licoo2`. */
const setApart = (words: readonly string[]): string[] =>
  words.flatMap((word, at) => (at > 0 && /^\d{1,2}$/.test(word) ? [words[at - 1]! + word] : []));

/** `J. Electrochem. Soc.` → `j electrochem soc`; articles, prepositions and what is after a colon or in brackets do not count. */
export const journalWords = (container: string | undefined): string[] =>
  plainWords((container ?? '').replace(/[:(].*/, '')).filter((word) => !LITTLE.has(word));

const LITTLE: ReadonlySet<string> = new Set('the of and for in on an und der die das'.split(' '));

/** A journal is one by either word. */
export const JOURNAL: ReadonlySet<string> = new Set(['j', 'journal']);

const plainWords = (text: string): string[] => wordsOf(normalise(text));

/** `ACS Appl. Mater. Interfaces` → `acsami`: a society keeps all its letters. */
const joined = ([society = '', ...words]: readonly string[]): string =>
  SOCIETIES.has(society) ? society + words.map(([letter]) => letter).join('') : '';
const SOCIETIES: ReadonlySet<string> = new Set(['acs', 'aip', 'ecs', 'ieee', 'iop', 'rsc']);

/** A family name in all the ways it is typed: `Müller` as `muller` and `mueller`, `O’Regan` also as `oregan`. */
function nameWords({ family }: Author): string[] {
  const spelled = family
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüøå]/g, (letter) => SPELLED[letter]!);
  const closed = family.replace(/['’ʼ]/g, '');
  return [...new Set([family, spelled, closed].flatMap(plainWords))];
}

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
