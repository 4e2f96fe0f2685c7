/** Remembers what was worked out for a key: the keys used last, so many at least and twice as many at most. */
export class Memory<Value> {
  private recent = new Map<string, Value>();
  private older: ReadonlyMap<string, Value> = new Map();

  constructor(private readonly size: number) {}

  get(key: string, workOut: () => Value): Value {
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const value = this.older.get(key) ?? workOut();
    if (this.recent.size === this.size) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(ownCopy(key), value);
    return value;
  }
}

/** The same characters, apart from the text that they were cut from, which else would stay in memory with them. */
export const ownCopy = (text: string): string => text.split('').join('');
