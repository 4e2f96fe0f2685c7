import type { Reference } from './reference';
import { type Document, toDocument } from './search/documents';
import { addWords, emptyFields } from './search/fields';
import { type Hits, inAll, inAny, inMost } from './search/hits';
import { Matcher } from './search/matcher';
import {
  isEmpty,
  keysAsWords,
  parseQuery,
  phrasesAsWords,
  type Query,
  type QueryWord,
  yearsAsWords,
} from './search/query';
import { coverage, together } from './search/rank';
import { SameNames } from './search/sameNames';

/** Most results a search gives. */
export const MAX_RESULTS = 100;

/** Fewer hits than this, and words that were perhaps mistyped are tried too. */
const FEW_HITS = 5;

/** Of a thing with more names the others do not count as standing beside a word. */
const MOST_NAMES = 4;

export interface Found {
  /** Best first. */
  readonly references: readonly Reference[];
  /** No reference holds all that was typed: these hold most of it. */
  readonly isNearest: boolean;
}

/**
 * Finds references by words of author, title, journal, year, key and DOI; case and accents do not count. What was typed exactly
 * comes before what was perhaps mistyped, the first author before the others, and of equal hits the earlier list before the
 * later ones, then the title that says less else, then the newest.
 */
export class ReferenceSearch {
  private readonly documents: readonly Document[];
  private readonly matcher: Matcher;
  private readonly sameNames: SameNames;

  /** `sameNames`: groups of names that mean the same thing, such as `LLZO` and `Li7La3Zr2O12`. */
  constructor(lists: readonly Iterable<Reference>[], sameNames: Iterable<readonly string[]> = []) {
    this.documents = lists.flatMap((list, order) => [...list].map((reference) => toDocument(reference, order)));
    const fields = emptyFields();
    for (const [at, { reference }] of this.documents.entries()) addWords(fields, reference, at);
    this.matcher = new Matcher(fields, this.documents);
    this.sameNames = new SameNames(sameNames);
  }

  /** At most `limit`. Where nothing was typed: the newest. */
  find(typed: string, limit = MAX_RESULTS): Found {
    const query = parseQuery(typed);
    if (isEmpty(query)) return this.found(this.ranked(query, new Map(this.documents.map((_, at) => [at, 0]))), limit);
    const hits = this.holdingAny(typed, query);
    return hits.length > 0 ? this.found(hits, limit) : this.found(this.nearest(phrasesAsWords(query)), limit, true);
  }

  private found(hits: readonly number[], limit: number, isNearest = false): Found {
    const references = hits.slice(0, limit).map((at) => this.documents[at]!.reference);
    return { references, isNearest: isNearest && references.length > 0 };
  }

  /**
   * As it is typed, then with keys taken apart; else with words that were not names after all, and beside no name with numbers that
   * were not years.
   */
  private holdingAny(typed: string, query: Query): number[] {
    const apart = keysAsWords(typed);
    const hits = this.holdingAll(query);
    if (apart !== undefined) return [...new Set([...hits, ...this.holdingAll(parseQuery(apart))])];
    if (hits.length > 0) return hits;
    const { words, years } = query;
    if (words.length > 1 && this.matcher.asksForPeople(query))
      return this.byOneOf(words, { ...query, hasTopics: true });
    const hasYears = years.length > 0 && !words.some(({ text }) => this.matcher.isPerson(text));
    return hasYears ? this.holdingAll(yearsAsWords(query)) : [];
  }

  /** Works that hold all of the query, one of the words as the name of an author. */
  private byOneOf(words: readonly QueryWord[], query: Query): number[] {
    const authors = inAny(words.map((word) => this.matcher.word({ ...word, isName: true }, query)));
    return this.holdingAll(query).filter((at) => authors.has(at));
  }

  private holdingAll(query: Query): number[] {
    const exact = this.ranked(query, inAll(this.terms(query, query.words)));
    if (exact.length >= FEW_HITS || !query.words.some((word) => this.matcher.mayBeMistyped(word))) return exact;
    const known = new Set(exact);
    const mistyped = this.ranked(query, inAll(this.terms(query, query.words, true)));
    return [...exact, ...mistyped.filter((at) => !known.has(at))];
  }

  /** Those that hold most of the words. Years, DOIs and what may be a name beside a year are never left out. */
  private nearest(query: Query): number[] {
    const besideYear = query.years.length > 0;
    const isFixed = ({ text, isName }: QueryWord): boolean =>
      isName || (besideYear && (this.matcher.isPerson(text) || !this.matcher.isTopic(text)));
    const free = this.wordTerms(
      query,
      query.words.filter((word) => !isFixed(word)),
      true,
    );
    const fixed = this.terms(query, query.words.filter(isFixed));
    if (free.length === 0) return [];
    if (fixed.length === 0) return this.ranked(query, inMost(free));
    const must = inAll(fixed);
    const held = free.map((term) => inAll([must, term])).filter((term) => term.size > 0);
    return this.ranked(query, held.length > 0 ? inMost(held) : must);
  }

  private terms(query: Query, words: readonly QueryWord[], mistyped = false): Hits[] {
    const { matcher } = this;
    return [
      ...query.dois.map((doi) => matcher.doi(doi)),
      ...query.years.map((year) => matcher.year(year)),
      ...query.phrases.map((phrase) => matcher.phrase(phrase)),
      ...this.wordTerms(query, words, mistyped),
    ];
  }

  /** One for each word; the words of a name that has others are one together. */
  private wordTerms(query: Query, words: readonly QueryWord[], mistyped: boolean): Hits[] {
    const terms: Hits[] = [];
    const texts = words.map(({ text }) => text);
    for (let at = 0; at < words.length; ) {
      const same = this.sameNames.at(texts, at);
      const end = at + (same?.length ?? 1);
      const own = words.slice(at, end).map((word) => this.wordHits(word, query, mistyped));
      const asTyped = own.length === 1 ? own[0]! : inAll(own);
      const mayBeThing = same && !words[at]!.isName && !this.matcher.asksForPeople(query);
      terms.push(mayBeThing ? inAny([asTyped, this.matcher.names(same.names, same.length)]) : asTyped);
      at = end;
    }
    return terms;
  }

  private wordHits(word: QueryWord, query: Query, mistyped: boolean): Hits {
    const mayBe = mistyped && this.matcher.mayBeMistyped(word);
    return mayBe ? this.matcher.mistyped(word, query) : this.matcher.word(word, query);
  }

  /** For each two words that follow one another how a title may have them, also by another name. */
  private pairs({ words }: Query): readonly (readonly string[])[] {
    const texts = words.map(({ text }) => text);
    const spelled = texts.map((text, at) => {
      const same = this.sameNames.at(texts, at);
      const names = same?.length === 1 ? same.names.filter((name) => name.length === 1).flat() : [];
      return [...new Set([text, ...names.filter((name) => this.matcher.isTopic(name))])].slice(0, MOST_NAMES);
    });
    return spelled.slice(1).map((next, at) => spelled[at]!.flatMap((one) => next.map((other) => ` ${one} ${other}`)));
  }

  private ranked(query: Query, hits: Hits): number[] {
    const pairs = this.pairs(query);
    const scores = new Map([...hits].map(([at, weight]) => [at, weight + together(this.documents[at]!, query, pairs)]));
    const shares = new Map([...hits.keys()].map((at) => [at, coverage(this.documents[at]!, query)]));
    return [...hits.keys()].sort((a, b) => {
      const [one, other] = [this.documents[a]!, this.documents[b]!];
      return (
        scores.get(b)! - scores.get(a)! ||
        one.list - other.list ||
        shares.get(b)! - shares.get(a)! ||
        (other.reference.year ?? 0) - (one.reference.year ?? 0) ||
        a - b
      );
    });
  }
}
