/** Finds closing marks. Remembers the last find of each, so that many openings before one end cost one search. */
export class ClosingMarks {
  private readonly found = new Map<string, { readonly from: number; readonly start: number }>();

  constructor(private readonly source: string) {}

  /** Offsets at and after the mark; undefined where it does not come before `end`. */
  find(mark: string, at: number, end: number): { readonly start: number; readonly end: number } | undefined {
    let found = this.found.get(mark);
    if (!found || at < found.from || at > found.start) {
      const start = this.source.indexOf(mark, at);
      found = { from: at, start: start < 0 ? Number.POSITIVE_INFINITY : start };
      this.found.set(mark, found);
    }
    return found.start + mark.length > end ? undefined : { start: found.start, end: found.start + mark.length };
  }
}
