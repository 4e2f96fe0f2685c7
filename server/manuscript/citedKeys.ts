import type { SourceSpan } from '../base/span';
import type { Manuscript } from './manuscript';

/** A place where a work is cited by its key. */
export interface CitedKey {
  readonly uri: string;
  readonly span: SourceSpan;
  /** From 1. */
  readonly line: number;
  /** False where a macro is there, which brings the key. */
  readonly isTyped: boolean;
}

/** Every place where one of the keys is cited, in reading order; a chapter that belongs to several manuscripts counts once. */
export function citedKeys(keys: readonly string[], manuscripts: readonly Manuscript[]): CitedKey[] {
  const files = new Map(manuscripts.flatMap((manuscript) => manuscript.files.map((file) => [file.uri, file.parsed])));
  return [...files].flatMap(([uri, { citations, source, prose }]) =>
    citations
      .flatMap((use) => use.keys)
      .filter(({ key }) => keys.includes(key))
      .map(({ key, span }) => ({
        ...{ uri, span },
        line: prose.lineOf(span.start),
        isTyped: source.slice(span.start, span.end) === key,
      })),
  );
}

/** The keys that are cited anywhere in the manuscript, without the star that REVTeX takes in `\cite{a,*b}`. */
export const allCitedKeys = ({ files }: Manuscript): ReadonlySet<string> =>
  new Set(
    files.flatMap(({ parsed }) => parsed.citations.flatMap((use) => use.keys.map(({ key }) => key.replace(/^\*/, '')))),
  );
