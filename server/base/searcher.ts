import type { Span } from './span';

/** Finds the places of single characters in a text from left to right. Each stretch of the text is searched once. */
export class Searcher {
  private found = -1;

  /** `pattern` is global and matches one UTF-16 unit. */
  constructor(
    private readonly text: string,
    private readonly pattern: RegExp,
  ) {}

  /** First place at or after `at`, which must not go back; the length of the text where there is none. */
  next(at: number): number {
    if (this.found < at) {
      this.pattern.lastIndex = at;
      this.found = this.pattern.test(this.text) ? this.pattern.lastIndex - 1 : this.text.length;
    }
    return this.found;
  }
}

/** Finds the matches of a pattern in a text, stretch by stretch from left to right. Each part of the text is searched once. */
export class MatchSearcher {
  /** The first match that has not been given out; null where none is left, undefined before the first search. */
  private ahead: RegExpExecArray | null | undefined;
  private searchedTo = 0;

  /** `pattern` is global, matches no empty text, and no match crosses the end of a stretch. */
  constructor(
    private readonly text: string,
    private readonly pattern: RegExp,
  ) {}

  /** Matches in the stretch, which must lie after those of earlier calls. */
  in({ start, end }: Span): RegExpExecArray[] {
    const found: RegExpExecArray[] = [];
    if (this.ahead === undefined || (this.ahead && this.ahead.index < start)) this.search(start);
    while (this.ahead && this.ahead.index < end) {
      found.push(this.ahead);
      this.search(this.searchedTo);
    }
    return found;
  }

  private search(from: number): void {
    this.pattern.lastIndex = Math.max(from, this.searchedTo);
    this.ahead = this.pattern.exec(this.text);
    this.searchedTo = this.ahead ? this.pattern.lastIndex : this.text.length;
  }
}
