import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

interface Import {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly target: string;
  /** Of types alone, which are gone when the code runs. */
  readonly isOfTypes: boolean;
}

function* imports(): Generator<Import> {
  for (const name of readdirSync(SERVER, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
    const file = join(SERVER, name);
    for (const [, types, names, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const target = join(dirname(file), path!);
      if (!target.startsWith(SERVER)) continue;
      const isOfTypes = types !== undefined || (names?.split(',').every((one) => /^\s*(?:type |$)/.test(one)) ?? false);
      yield { from: roomOf(file), to: roomOf(target), file: name, target: fileOf(target), isOfTypes };
    }
  }
}

const IMPORT = /^(?:import|export) (type )?(?:\{([^}]*)\}|[^{'\n]*) from '(\.[^']*)'/gm;

const fileOf = (target: string): string =>
  relative(SERVER, existsSync(`${target}.ts`) ? `${target}.ts` : join(target, 'index.ts'));

/** The files of a circle of imports, where there is one. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const follow = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const circle = follow(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = follow(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
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

  test('no file waits for itself while it is loaded', () => {
    const graph = new Map<string, string[]>();
    for (const { file, target, isOfTypes } of imports())
      if (!isOfTypes) graph.set(file, [...(graph.get(file) ?? []), target]);
    ok(graph.get(join('text', 'formats.ts'))?.includes(join('text', 'latex', 'format.ts')));
    deepEqual(circleIn(graph), []);
  });
});
