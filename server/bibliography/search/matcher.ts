import { type Document, holdsPhrase } from './documents';
import { FIELDS, type Field, type Fields, WEIGHTS } from './fields';
import { type Hits, keepBest } from './hits';
import type { Query, QueryWord, TypedYear } from './query';
import { ADJACENT } from './rank';
import { wordForm } from './wordForm';
import type { Fit } from './words';

/** Journals whose abbreviation shortens the typed word; titles that call a species by another name. */
const SHORTENED = 8;
const OTHER_NAME = 12;
const PHRASE = 30;
const NEAR: Readonly<Partial<Record<Field, number>>> = { firstAuthor: 12, coAuthor: 6, title: 5, journal: 4 };

const PEOPLE: readonly Field[] = ['firstAuthor', 'coAuthor'];
const KNOWN_BY: readonly Field[] = ['key', 'firstAuthor', 'coAuthor', 'title', 'journal', 'initials'];

/** Finds the documents of a single word, phrase, year or DOI. */
export class Matcher {
  constructor(
    private readonly fields: Fields,
    private readonly documents: readonly Document[],
  ) {}

  /** Exactly, or by the beginning of a word or within it where that was perhaps meant. */
  word(word: QueryWord, query: Query): Hits {
    const hits = new Map<number, number>();
    const onlyPeople = word.isName || this.asksForPeople(query);
    for (const field of onlyPeople ? PEOPLE : FIELDS) {
      const text = field === 'form' ? wordForm(word.text) : word.text;
      this.fields[field].visit(text, fitsOf(word, field, query), (document, fit) =>
        keepBest(hits, document, WEIGHTS[field][fit]),
      );
    }
    if (!onlyPeople && word.text.length > 2)
      this.fields.journal.visitShortened(word.text, (document) => keepBest(hits, document, SHORTENED));
    return hits;
  }

  /** As `word`, and a slip or two away from it. A word that is known was not mistyped, and digits never are. */
  mistyped(word: QueryWord, query: Query): Hits {
    const hits = new Map(this.word(word, query));
    const limit = word.text.length < 8 ? 1 : 2;
    for (const field of word.isName ? PEOPLE : (Object.keys(NEAR) as Field[])) {
      const whole = word.finished && PEOPLE.includes(field);
      this.fields[field].visitNear(word.text, limit, whole, (document) => keepBest(hits, document, NEAR[field]!));
    }
    return hits;
  }

  mayBeMistyped({ text }: QueryWord): boolean {
    return (
      text.length >= 4 && !/\d/.test(text) && KNOWN_BY.every((field) => this.fields[field].whole(text).length === 0)
    );
  }

  /** Names of one thing, each as its words: titles that hold any of them, as good as the words that were typed in a row. */
  names(names: readonly (readonly string[])[], typedWords: number): Hits {
    const weight = OTHER_NAME * typedWords + ADJACENT * (typedWords - 1);
    const hits = new Map<number, number>();
    for (const name of names)
      for (const document of this.fields.title.whole(name[0]!))
        if (name.length === 1 || holdsPhrase(this.documents[document]!, name)) keepBest(hits, document, weight);
    return hits;
  }

  phrase(words: readonly string[]): Hits {
    const hits = new Map<number, number>();
    for (const [at, document] of this.documents.entries())
      if (holdsPhrase(document, words, false)) hits.set(at, PHRASE * (holdsPhrase(document, words) ? 2 : 1));
    return hits;
  }

  year({ value, isShort }: TypedYear): Hits {
    return this.where(({ reference: { year } }) => (isShort && year !== undefined ? year % 100 : year) === value);
  }

  /** The DOI itself; of one that nothing has, those that begin so. */
  doi(typed: string): Hits {
    const exact = this.where(({ doi }) => doi === typed);
    return exact.size > 0 ? exact : this.where(({ doi }) => doi.startsWith(typed));
  }

  /** Whether it is the name of an author in the library. */
  isPerson(text: string): boolean {
    return PEOPLE.some((field) => this.fields[field].whole(text).length > 0);
  }

  /** Whether the word is in some title or journal. */
  isTopic(text: string): boolean {
    return this.fields.title.whole(text).length > 0 || this.fields.journal.whole(text).length > 0;
  }

  /** Nothing but names and a year: a title with the word `Li` does not answer `Li 2014`. */
  asksForPeople({ words, years, phrases, hasTopics = false }: Query): boolean {
    return !hasTopics && years.length > 0 && phrases.length === 0 && words.every(({ text }) => this.isPerson(text));
  }

  private where(holds: (document: Document) => boolean): Hits {
    const hits = new Map<number, number>();
    for (const [at, document] of this.documents.entries()) if (holds(document)) hits.set(at, 0);
    return hits;
  }
}

/** A form is compared whole. Beside a year a name is whole, and short words are: `li` does not stand for `limits`. Journals are abbreviated even to `soc`. */
function fitsOf({ text, finished, isName }: QueryWord, field: Field, { years }: Query): ReadonlySet<Fit> {
  if (field === 'form') return WHOLE;
  const isNumber = /\d/.test(text);
  const isShort = text.length < 4;
  const mustBeWhole =
    field === 'journal' ? isNumber : isName || isNumber || isShort || (years.length > 0 && field !== 'title');
  if (finished && mustBeWhole) return WHOLE;
  return isShort || isNumber || field === 'other' ? BEGINNING : INSIDE;
}

const WHOLE: ReadonlySet<Fit> = new Set(['whole']);
const BEGINNING: ReadonlySet<Fit> = new Set(['whole', 'beginning']);
const INSIDE: ReadonlySet<Fit> = new Set(['whole', 'beginning', 'inside']);
