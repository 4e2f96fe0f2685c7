import { normalise, wordsOf } from './normalise';

/** One journal under its two names. */
export interface Journal {
  /** `Journal of Power Sources` */
  readonly name: string;
  /** After ISO 4: `J. Power Sources`. */
  readonly abbreviation: string;
}

/** Journals by any of their names. Articles, “&”, commas, full stops and case make no difference. */
export class Journals {
  readonly all: readonly Journal[];
  private readonly byName = new Map<string, Journal>();

  /** From full name to abbreviation. */
  constructor(names: Readonly<Record<string, string>> = {}) {
    this.all = Object.entries(names).map(([name, abbreviation]) => ({ name, abbreviation }));
    for (const journal of this.all) {
      this.byName.set(folded(journal.abbreviation), journal);
      this.byName.set(folded(journal.name), journal);
    }
  }

  named(text: string): Journal | undefined {
    return this.byName.get(folded(text));
  }

  /** The same for every name of a journal that is known, and for the spellings of one name of any other. */
  idOf(text: string): string {
    return folded(this.named(text)?.name ?? text);
  }

  /** Also where only one is known, and the words of the one begin as those of the other: `J. Foo Chem.`, `Journal of Foo Chemistry`. */
  same(one: string, other: string): boolean {
    const [a, b] = [this.idOf(one), this.idOf(other)];
    return a === b || (!(this.named(one) && this.named(other)) && abbreviates(a.split(' '), b.split(' ')));
  }
}

const LITTLE = new Set('the of and for in a an und der die das fur et de la le des'.split(' '));

/** Words that count, in lower case; letters that are alone in a row are one: `U.S.A.` */
const folded = (text: string): string =>
  wordsOf(normalise(text))
    .filter((word, at) => !LITTLE.has(word) || (at > 0 && word === 'a'))
    .join(' ')
    .replace(/(?<=\b[a-z]) (?=[a-z]\b)/g, '');

const abbreviates = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word.startsWith(other[at]!) || other[at]!.startsWith(word));
