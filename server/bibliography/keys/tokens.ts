import type { Author, Reference } from '../reference';
import { bareFamily, capitalised, containerWords, familyName, firstUp, people, titleWords } from './words';

/** A part of a key that comes from the work. */
export interface Token {
  readonly kind: 'author' | 'year' | 'title' | 'journal' | 'volume' | 'page' | 'doi';
  readonly id: string;
  /** Of two ways to read a key, the plainer one counts. */
  readonly cost: number;
  /** Undefined where the work lacks it. */
  readonly write: (reference: Reference) => string | undefined;
}

type Casing = readonly [name: string, apply: (word: string) => string];

const CASINGS: readonly Casing[] = [
  ['capital', firstUp],
  ['lower', (word) => word.toLowerCase()],
  ['upper', (word) => word.toUpperCase()],
  ['flat', capitalised],
];

const present = (text: string | undefined): string | undefined => (text ? text : undefined);

function* authorTokens(): Generator<Token> {
  const names: readonly (readonly [string, (author: Author) => string])[] = [
    ['family', familyName],
    ['bare', bareFamily],
  ];
  for (const [c, [casing, apply]] of CASINGS.entries()) {
    for (const [n, [name, of]] of names.entries()) {
      const first = (reference: Reference) => people(reference).slice(0, 1).map(of)[0];
      const token = (id: string, cost: number, write: Token['write']): Token => ({
        ...{ kind: 'author', id: `${name} ${casing} ${id}`, cost: cost + c / 10 + n / 5 },
        write: (reference) => present(write(reference)),
      });
      yield token('whole', 1, (reference) => apply(first(reference) ?? ''));
      for (const length of [3, 4, 5, 6, 2, 1]) {
        yield token(`${length}`, 3 + length / 100, (reference) => apply((first(reference) ?? '').slice(0, length)));
      }
      for (const [s, join] of JOINS.entries()) {
        for (const [e, more] of MORE.entries()) {
          yield token(`all${join}${more}`, 2 + s / 50 + e / 100, (reference) =>
            several(
              people(reference).map((author) => apply(of(author))),
              join,
              more,
              reference,
            ),
          );
        }
      }
    }
  }
  yield { kind: 'author', id: 'initials', cost: 4, write: (reference) => initials(people(reference)) };
}

/** Between two names; undefined where the second is one of the others already. */
const JOINS = ['', '_', '-', 'And', 'and', '_and_', '-and-', '+', undefined];
const MORE = ['EtAl', 'Etal', 'etal', 'ETAL', '_etal', '-etal', '_et_al', '-et-al', '+'];

/** One name, two names, or the first and a word for the others. */
function several(names: readonly string[], join: string | undefined, more: string, { moreAuthors }: Reference): string {
  const [first = '', second] = names;
  if (first === '') return '';
  if (second === undefined && !moreAuthors) return first;
  return names.length > 2 || moreAuthors || join === undefined ? first + more : first + join + second;
}

/** As BibTeX's own labels are made: three letters of one author, the initials of more. */
const initials = (authors: readonly Author[]): string | undefined => {
  const names = authors.map(bareFamily);
  if (names.length === 0) return undefined;
  return names.length === 1
    ? names[0]!.slice(0, 3)
    : names
        .slice(0, 4)
        .map((name) => name.slice(0, 1))
        .join('');
};

function* titleTokens(): Generator<Token> {
  for (const [w, without] of (['little', 'articles', 'none'] as const).entries()) {
    for (const [h, joinHyphens] of [true, false].entries()) {
      for (const count of [1, 2, 3, 4, 5]) {
        for (const [f, [form, apply, join]] of TITLE_FORMS.entries()) {
          if (count === 1 && join !== '') continue;
          yield {
            kind: 'title',
            id: `${count} without ${without} ${joinHyphens ? 'joined' : 'parted'} ${form}${join}`,
            cost: 1 + count / 10 + w / 4 + h / 5 + f / 100,
            write: (reference) =>
              present(titleWords(reference, joinHyphens, without).slice(0, count).map(apply).join(join)),
          };
        }
      }
    }
  }
}

const TITLE_FORMS: readonly (readonly [string, (word: string, at: number) => string, string])[] = [
  ...['', '_', '-'].flatMap((join) => [
    ['lower', (word: string) => word.toLowerCase(), join] as const,
    ['capital', firstUp, join] as const,
    ['flat', capitalised, join] as const,
  ]),
  ['camel', (word, at) => (at === 0 ? word.toLowerCase() : firstUp(word)), ''],
];

/** `J. Electrochem. Soc.` → `JES`, `JElectrochemSoc` */
function* journalTokens(): Generator<Token> {
  const initialsOf = (reference: Reference) =>
    containerWords(reference)
      .map((word) => word.slice(0, 1))
      .join('');
  const forms: readonly (readonly [string, Token['write']])[] = [
    ['JES', (reference) => initialsOf(reference).toUpperCase()],
    ['jes', (reference) => initialsOf(reference).toLowerCase()],
    ['JElectrochemSoc', (reference) => containerWords(reference).map(firstUp).join('')],
  ];
  for (const [id, write] of forms) {
    yield { kind: 'journal', id, cost: 2, write: (reference) => present(write(reference)) };
  }
}

/** Everything that a key may be made of. */
export const TOKENS: readonly Token[] = [
  ...authorTokens(),
  { kind: 'year', id: 'year', cost: 1, write: ({ year }) => year?.toString() },
  { kind: 'year', id: 'short year', cost: 1.5, write: ({ year }) => year?.toString().slice(-2) },
  ...titleTokens(),
  ...journalTokens(),
  { kind: 'volume', id: 'volume', cost: 2, write: ({ volume }) => volume && /^\w+/.exec(volume)?.[0] },
  { kind: 'page', id: 'page', cost: 2, write: ({ pages }) => pages && /^\w+/.exec(pages)?.[0] },
  { kind: 'doi', id: 'doi', cost: 1, write: ({ doi }) => doi },
];
