import type { RawEntry } from './scan';

/** The order of the fields of an entry. */
export interface FieldOrder {
  readonly alphabetical: boolean;
  /** `author title` → how many entries have the first before the second. */
  readonly before: ReadonlyMap<string, number>;
}

export const NO_ORDER: FieldOrder = { alphabetical: false, before: new Map() };

export function fieldOrder(entries: readonly RawEntry[]): FieldOrder {
  const before = new Map<string, number>();
  let rising = 0;
  let pairs = 0;
  let telling = 0;
  for (const entry of entries) {
    const names = entry.fields.map(({ name }) => name.toLowerCase());
    for (const [at, name] of names.entries()) {
      if (at > 0) {
        pairs++;
        if (names[at - 1]! <= name) rising++;
        if (names[at - 1]! < name && comesFirst(name, names[at - 1]!)) telling++;
      }
      for (const later of names.slice(at + 1)) {
        const pair = `${name} ${later}`;
        before.set(pair, (before.get(pair) ?? 0) + 1);
      }
    }
  }
  return { alphabetical: telling > 0 && pairs >= LEAST_PAIRS && rising >= ALPHABETICAL * pairs, before };
}

/** True where people who do not sort the names write the first before the second: `author`, `title`, `year` tells nothing. */
const comesFirst = (first: string, second: string): boolean =>
  USUAL.includes(first) && USUAL.includes(second) && USUAL.indexOf(first) < USUAL.indexOf(second);

const USUAL: readonly string[] =
  'author editor title booktitle journal journaltitle date year volume number pages publisher doi url'.split(' ');

const LEAST_PAIRS = 3;
const ALPHABETICAL = 0.95;

/** Names in the order of a file. Those that it never has keep their place after the field that they follow as given. */
export function inOrder(names: readonly string[], { alphabetical, before }: FieldOrder): readonly string[] {
  if (alphabetical) return [...names].sort();
  const isKnown = (name: string) =>
    names.some((other) => before.has(`${name} ${other}`) || before.has(`${other} ${name}`));
  const beaten = (name: string, at: number): number =>
    names.filter((other, place) => {
      const [first, second] = [before.get(`${name} ${other}`) ?? 0, before.get(`${other} ${name}`) ?? 0];
      return first > second || (first === second && at < place);
    }).length;
  const known = names.filter(isKnown);
  const score = new Map(known.map((name) => [name, beaten(name, names.indexOf(name))]));
  const ordered = [...known].sort((a, b) => score.get(b)! - score.get(a)!);
  for (const [at, name] of names.entries()) {
    if (!isKnown(name)) ordered.splice(ordered.indexOf(names[at - 1] ?? '') + 1, 0, name);
  }
  return ordered;
}
