import { join } from 'node:path';
import type { Property } from '../server/knowledge/species';
import { readFolder } from './data/readFolder';

/**
 * `npx tsx scripts/dataSample.ts [how many] [seed]`: draws values of `data/species` to be read again against their sources.
 * The same seed draws the same values as long as the data stays as it is; docs/data-review.md keeps the findings.
 */
const [count = 60, seed = 4] = process.argv.slice(2).map(Number);
const data = join(__dirname, '../data');
const values = readFolder(data, join(data, 'schema')).species.flatMap(({ species }) =>
  (species.properties ?? []).map((property) => `${species.id} | ${line(property)}`),
);
for (const [i, text] of draw(values, count, random(seed)).entries()) console.log(`${i + 1} | ${text}`);

function line({ property, value, range, relation, unit, temperature, phase, conditions, sources }: Property): string {
  const number = [relation, range ? range.join(' to ') : value, unit].filter((part) => part !== undefined).join(' ');
  const state = [temperature === undefined ? undefined : `${temperature} K`, phase, conditions].filter((part) => part);
  const works = sources.map(({ ref, locator }) => (locator ? `${ref}, ${locator}` : ref));
  return [property, number, state.join('; '), works.join('; ')].join(' | ');
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
