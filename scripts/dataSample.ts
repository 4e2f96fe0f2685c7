import { join } from 'node:path';
import type { Property, Role, Source } from '../server/knowledge/species';
import { readFolder } from './data/readFolder';

/**
 * `npx tsx scripts/dataSample.ts [values] [claims] [seed]`: draws values and role claims of `data/species` to be read again.
 * The same seed draws the same items as long as the data stays as it is; docs/data-review.md keeps the findings.
 */
const [values = 80, claims = 60, seed = 11] = process.argv.slice(2).map(Number);
const data = join(__dirname, '../data');
const species = readFolder(data, join(data, 'schema')).species.map((record) => record.species);
const next = random(seed);
print(
  species.flatMap(({ id, properties = [] }) => properties.map((p) => `${id} | ${ofValue(p)}`)),
  values,
);
console.log('');
print(
  species.flatMap(({ id, roles = [] }) => roles.map((role) => `${id} | ${ofClaim(role)}`)),
  claims,
);

function print(lines: readonly string[], count: number): void {
  for (const [i, text] of draw(lines, count, next).entries()) console.log(`${i + 1} | ${text}`);
}

function ofValue({
  property,
  value,
  range,
  words,
  relation,
  unit,
  temperature,
  phase,
  conditions,
  sources,
}: Property): string {
  const number = [relation, range ? range.join(' to ') : (value ?? words), unit]
    .filter((part) => part !== undefined)
    .join(' ');
  const state = [temperature === undefined ? undefined : `${temperature} K`, phase, conditions].filter((part) => part);
  return [property, number, state.join('; '), works(sources)].join(' | ');
}

function ofClaim({ in: where, claim, agreement, sources }: Role): string {
  return [where, claim, agreement, works(sources)].join(' | ');
}

function works(sources: readonly Source[]): string {
  return sources.map(({ ref, locator }) => (locator ? `${ref}, ${locator}` : ref)).join('; ');
}
/** The first `count` places of a Fisher–Yates shuffle. */
function draw<T>(items: readonly T[], count: number, next: () => number): T[] {
  const left = [...items];
  return Array.from(
    { length: Math.min(count, items.length) },
    () => left.splice(Math.floor(next() * left.length), 1)[0]!,
  );
}

/** Mulberry32: numbers from 0 to 1 that depend on the seed alone. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
