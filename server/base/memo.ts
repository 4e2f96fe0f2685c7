/** Keeps one value for each name, as long as what it is made of stays the same. */
export class Memo<Of extends readonly unknown[], Value> {
  private readonly known = new Map<string, { readonly of: Of; readonly value: Value }>();

  /** The value, made anew where it was made of something else. */
  get(name: string, of: Of, make: () => Value): Value {
    const known = this.known.get(name);
    if (known && known.of.length === of.length && known.of.every((part, i) => part === of[i])) return known.value;
    const value = make();
    this.known.set(name, { of, value });
    return value;
  }

  /** What the value of a name was made of last. */
  madeOf(name: string): Of | undefined {
    return this.known.get(name)?.of;
  }

  forget(name: string): void {
    this.known.delete(name);
  }

  keepOnly(isKept: (name: string) => boolean): void {
    for (const name of [...this.known.keys()]) if (!isKept(name)) this.known.delete(name);
  }

  clear(): void {
    this.known.clear();
  }

  get size(): number {
    return this.known.size;
  }
}

/** What was asked for once; what failed is asked for again. */
export type Asked<T> = Memo<readonly [], Promise<T>>;

export const askOnce = <T>(asked: Asked<T>, name: string, ask: () => Promise<T>): Promise<T> =>
  asked.get(name, [], () => {
    const answer = ask();
    answer.catch(() => asked.forget(name));
    return answer;
  });
