import { deepEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const SERVER = join(__dirname, '../server');

/** A room may import from its own floor and those below. */
const FLOORS: Readonly<Record<string, number>> = {
  base: 0,
  text: 1,
  chemistry: 1,
  bibliography: 2,
  knowledge: 2,
  manuscript: 3,
  rules: 3,
  workspace: 4,
  features: 5,
  protocol: 6,
};
const TOP = 7;

/** Rooms of one floor that know nothing of each other; `manuscript` lies below `rules`, `bibliography` below `knowledge`. */
const STRANGERS: readonly (readonly [string, string])[] = [
  ['text', 'chemistry'],
  ['chemistry', 'text'],
  ['bibliography', 'knowledge'],
  ['manuscript', 'rules'],
];

const roomOf = (path: string): string => relative(SERVER, path).split(sep)[0]!;
const floorOf = (room: string): number => FLOORS[room] ?? TOP;

function* imports(): Generator<{ from: string; to: string; file: string }> {
  for (const name of readdirSync(SERVER, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
    const file = join(SERVER, name);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']*)'/g)) {
      const target = join(dirname(file), path!);
      if (!target.startsWith(SERVER)) continue;
      yield { from: roomOf(file), to: roomOf(target), file: name };
    }
  }
}

suite('architecture', () => {
  test('no room imports from a floor above it', () => {
    deepEqual(
      [...imports()].filter(({ from, to }) => floorOf(to) > floorOf(from)),
      [],
    );
  });

  test('rooms that know nothing of each other stay so', () => {
    deepEqual(
      [...imports()].filter(({ from, to }) => STRANGERS.some(([a, b]) => a === from && b === to)),
      [],
    );
  });
});
