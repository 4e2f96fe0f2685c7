/** Finds the places of single characters in a text from left to right. Each stretch of the text is searched once. */
export class Searcher {
  private found = -1;

  /** `pattern` is global and matches one UTF-16 unit. */
  constructor(
    private readonly text: string,
    private readonly pattern: RegExp,
  ) {}

  /** First place at or behind `at`, which must not go back; the length of the text where there is none. */
  next(at: number): number {
    if (this.found < at) {
      this.pattern.lastIndex = at;
      this.found = this.pattern.test(this.text) ? this.pattern.lastIndex - 1 : this.text.length;
    }
    return this.found;
  }
}
