import type { Entry, Reference } from '../reference';
import { TOKENS, type Token } from './tokens';

/** How the keys of a file are made. */
export interface KeyPattern {
  readonly parts: readonly Part[];
  /** Letters that come from nowhere, at the end of every key: `Xu2014-ab` has two. */
  readonly random: number;
}

/** A token, or what is between two of them. */
type Part = Token | string;

/**
 * The pattern of most keys; undefined where they show none. Looks at the last entries, which the writer made last. What a key is
 * made of is decided first, then how: words of a title are passed over in more ways than can be known.
 */
export function keyPattern(entries: readonly Entry[]): KeyPattern | undefined {
  const sample = entries.slice(-SAMPLE).map(({ reference }) => readings(reference));
  const outlines = mostFrequent(sample.map((read) => new Map(read.map((reading) => [reading.outline, reading]))));
  if (!outlines || outlines.count < Math.max(1, LEAST_SHARE * sample.length)) return undefined;
  const { outline } = outlines.reading;
  const fitting = sample.map((read) => read.filter((reading) => reading.outline === outline));
  return mostFrequent(fitting.map((read) => new Map(read.map((reading) => [reading.id, reading]))))?.reading.pattern;
}

const SAMPLE = 40;
const LEAST_SHARE = 0.4;

/** One way to read a key. */
interface KeyReading {
  readonly pattern: KeyPattern;
  /** The same for the keys of other works that are made in this way. */
  readonly id: string;
  /** The same for those made of the same parts. */
  readonly outline: string;
  readonly cost: number;
}

/** Of readings by name, those under the name that most keys have; the plainer one where two are as frequent. */
function mostFrequent(byKey: readonly ReadonlyMap<string, KeyReading>[]) {
  const counts = new Map<string, { reading: KeyReading; count: number }>();
  for (const [name, reading] of byKey.flatMap((readings) => [...readings])) {
    const known = counts.get(name);
    counts.set(name, { reading: known?.reading ?? reading, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.reading.cost - b.reading.cost)[0];
}

/** Every way in which a key can be read as made from its work. */
function readings(reference: Reference): readonly KeyReading[] {
  const { key } = reference;
  const written = TOKENS.flatMap((token) => {
    const text = token.write(reference);
    return text !== undefined && key.includes(text) ? [{ token, text }] : [];
  });
  const found: KeyReading[] = [];
  const read = (at: number, parts: readonly Part[]): void => {
    if (found.length >= MOST_READINGS) return;
    const rest = key.slice(at);
    if (RANDOM.test(rest) && tellsWorksApart(parts)) found.push(asReading(parts, rest.length));
    const separator = SEPARATOR.exec(rest)?.[0];
    if (separator && typeof parts.at(-1) !== 'string') {
      read(at + separator.length, [...parts, separator]);
      return;
    }
    for (const { token, text } of written) {
      const again = parts.some((part) => typeof part !== 'string' && part.kind === token.kind);
      if (!again && key.startsWith(text, at)) read(at + text.length, [...parts, token]);
    }
  };
  read(0, []);
  return found;
}

function asReading(parts: readonly Part[], letters: number): KeyReading {
  // One letter tells a second work from the first.
  const random = letters > 1 ? letters : 0;
  const named = (name: (token: Token) => string): string =>
    [...parts.map((part) => (typeof part === 'string' ? part : `<${name(part)}>`)), random].join('');
  return {
    pattern: { parts, random },
    id: named(({ id }) => id),
    outline: named(({ kind }) => kind),
    cost: parts.reduce((sum, part) => sum + (typeof part === 'string' ? 0 : part.cost), random),
  };
}

const MOST_READINGS = 2000;
const SEPARATOR = /^[_:.+/-]+/;
const RANDOM = /^[a-z]{0,3}$/;

/** An author or a title, or a DOI: a year alone says nothing. */
const tellsWorksApart = (parts: readonly Part[]): boolean => {
  const kinds = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.kind]));
  return kinds.includes('doi') || (kinds.length > 1 && (kinds.includes('author') || kinds.includes('title')));
};

/** The key of a work after the pattern; undefined where the work lacks what it begins with. */
export function keyAfter({ parts, random }: KeyPattern, reference: Reference): string | undefined {
  let key = '';
  let separator = '';
  for (const part of parts) {
    if (typeof part === 'string') separator = part;
    else {
      const text = part.write(reference);
      if (text === undefined) {
        if (key === '' && separator === '') return undefined;
        continue;
      }
      key += separator + text;
      separator = '';
    }
  }
  return random > 0 ? `${key}${separator}${lettersFor(reference, random)}` : key;
}

/** The same for the same work, wherever it is written. */
function lettersFor({ doi, title, key }: Reference, count: number): string {
  let hash = 7;
  for (const character of doi ?? title ?? key) hash = (hash * 31 + character.codePointAt(0)!) % 1_000_003;
  return Array.from({ length: count }, (_, at) => String.fromCharCode(97 + (Math.floor(hash / 26 ** at) % 26))).join(
    '',
  );
}
