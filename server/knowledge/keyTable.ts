/** Keys that agree in their first characters: a stretch of the sorted table. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/** Keys in sorted order, narrowed down one character at a time. */
export class KeyTable<T> {
  readonly all: KeyRange;
  private readonly keys: readonly string[];
  private readonly values: readonly T[];
  /** One bit for each hashed pair of first characters. */
  private readonly starts = new Uint8Array(0x4000);

  constructor(entries: ReadonlyMap<string, T>) {
    this.keys = [...entries.keys()].sort();
    this.values = this.keys.map((key) => entries.get(key)!);
    this.all = { from: 0, to: this.keys.length };
    for (const key of this.keys) this.starts[pairHash(key.charCodeAt(0), key.charCodeAt(1))] = 1;
  }

  /** False where no key begins with these two characters; true where one may. */
  mayStart(first: number, second: number): boolean {
    return this.starts[pairHash(first, second)] === 1;
  }

  /** The keys of the range whose character at `depth` is this one. */
  narrow({ from, to }: KeyRange, depth: number, character: number): KeyRange {
    const code = (i: number): number => {
      const c = this.keys[i]!.charCodeAt(depth);
      return Number.isNaN(c) ? -1 : c;
    };
    if (to - from === 1) return code(from) === character ? { from, to } : { from, to: from };
    return {
      from: this.first(from, to, (i) => code(i) >= character),
      to: this.first(from, to, (i) => code(i) > character),
    };
  }

  /** Value of the key of the range that is `length` characters long. */
  whole({ from }: KeyRange, length: number): T | undefined {
    return this.keys[from]!.length === length ? this.values[from] : undefined;
  }

  private first(from: number, to: number, holds: (i: number) => boolean): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const pairHash = (first: number, second: number): number => ((first * 131) ^ second) & 0x3fff;
