export interface Row {
  readonly suite: string;
  readonly scope: string;
  readonly syntax: string;
  readonly right: number;
  readonly of: number;
}

export interface Score {
  readonly title: string;
  readonly rows: readonly Row[];
  /** One line a case that went wrong. */
  readonly misses: readonly string[];
}

/** Counts right cases by suite, scope and syntax, in the order met. */
export class Tally {
  private readonly counts = new Map<
    string,
    { suite: string; scope: string; syntax: string; right: number; of: number }
  >();
  readonly misses: string[] = [];

  add(suite: string, scope: string, syntax: string, right: boolean, miss: () => string): void {
    const key = `${suite}|${scope}|${syntax}`;
    const row = this.counts.get(key) ?? { suite, scope, syntax, right: 0, of: 0 };
    this.counts.set(key, row);
    row.of++;
    if (right) row.right++;
    else this.misses.push(`- ${suite} ${scope} ${syntax}: ${miss()}`);
  }

  score(title: string): Score {
    return { title, rows: [...this.counts.values()], misses: this.misses };
  }
}
