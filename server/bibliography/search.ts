import { withinDistance } from './editDistance';
import { normalise, wordsOf } from './normalise';
import type { Reference } from './reference';

/** Most results a search gives. */
export const MAX_RESULTS = 100;

/** Fewer hits than this, and words that were perhaps mistyped are tried too. */
const FEW_HITS = 5;

/**
 * Finds references by words of author, title, journal, year, key and DOI. Every word of the query has to be found,
 * in any field and also inside a word; case and accents do not count.
 */
export class ReferenceSearch {
  /** Newest first, which is also the order of equal hits. */
  private readonly documents: readonly Document[];
  private vocabulary: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(references: Iterable<Reference>) {
    this.documents = [...references].map(toDocument).sort((a, b) => (b.reference.year ?? 0) - (a.reference.year ?? 0));
  }

  /** Best first, at most `limit`. Without any word: the newest. */
  find(query: string, limit = MAX_RESULTS): Reference[] {
    const words = searchable(query)
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, MAX_WORDS);
    const hits = this.exact(words);
    if (hits.length < FEW_HITS && words.length > 0) hits.push(...this.mistyped(words, new Set(hits)));
    return hits.slice(0, limit).map((index) => this.documents[index]!.reference);
  }

  private exact(words: readonly string[]): number[] {
    const byScore: number[][] = [];
    for (const [index, document] of this.documents.entries()) {
      const score = scoreOf(document, words);
      if (score < 0) continue;
      const equals = byScore[score];
      if (equals) equals.push(index);
      else byScore[score] = [index];
    }
    return byScore.reverse().flat();
  }

  /** References that hold, for every word, the word itself or one a letter or two away. */
  private mistyped(words: readonly string[], known: ReadonlySet<number>): number[] {
    const perWord = words.map((word) => this.documentsNear(word));
    const [first, ...others] = perWord.sort((a, b) => a.size - b.size);
    return [...first!]
      .filter((index) => !known.has(index) && others.every((set) => set.has(index)))
      .sort((a, b) => a - b);
  }

  private documentsNear(word: string): Set<number> {
    const distance = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const found = new Set<number>();
    this.vocabulary ??= vocabularyOf(this.documents);
    for (const [candidate, indices] of this.vocabulary) {
      if (candidate.includes(word) || withinDistance(word, candidate, distance))
        for (const index of indices) found.add(index);
    }
    return found;
  }
}

const MAX_WORDS = 12;

/** Hyphens part words, so that `solid-electrolyte` and `solid electrolyte` find each other. */
const searchable = (text: string): string => normalise(text).replaceAll('-', ' ');

interface Document {
  readonly reference: Reference;
  /** Every field, each behind a blank. */
  readonly all: string;
  readonly families: string;
  readonly key: string;
  readonly title: string;
}

function toDocument(reference: Reference): Document {
  const { authors, editors, title, container, year, key, doi } = reference;
  const people = authors.length > 0 ? authors : (editors ?? []);
  const normalised = (...texts: readonly (string | number | undefined)[]): string =>
    ` ${searchable(texts.filter(Boolean).join(' '))}`;
  const families = normalised(...people.map((person) => person.family));
  const document = { reference, families, key: normalised(key), title: normalised(title) };
  const rest = normalised(...people.map((person) => person.given), container, year, doi);
  return { ...document, all: `${families}${document.key}${document.title}${rest}` };
}

/** -1 where a word is missing; the beginnings of names, keys and title words count most. */
function scoreOf({ all, families, key, title }: Document, words: readonly string[]): number {
  for (const word of words) if (!all.includes(word)) return -1;
  let score = 0;
  for (const word of words) {
    const start = ` ${word}`;
    if (`${families} `.includes(`${start} `)) score += 8;
    else if (families.includes(start)) score += 6;
    else if (key.startsWith(start)) score += 5;
    else if (title.includes(start)) score += 4;
    else if (all.includes(start)) score += 2;
  }
  return score;
}

function vocabularyOf(documents: readonly Document[]): Map<string, number[]> {
  const vocabulary = new Map<string, number[]>();
  for (const [index, { all }] of documents.entries()) {
    for (const word of new Set(wordsOf(all))) {
      const indices = vocabulary.get(word);
      if (indices) indices.push(index);
      else vocabulary.set(word, [index]);
    }
  }
  return vocabulary;
}
