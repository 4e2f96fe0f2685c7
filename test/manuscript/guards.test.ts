import { deepEqual, ok } from 'node:assert/strict';
import type { Span } from '../../server/base/span';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { parseFile } from '../../server/text/formats';
import { GUARD_TABLES } from '../support/guardTables';
import { marked } from '../support/marked';

type Guard = import('../../server/manuscript/recognise/guard').Guard<never>;

const catalogue = bundledCatalogue();
const ROOM = '../../server/manuscript/recognise';

type Kind = keyof typeof GUARD_TABLES;

for (const kind of Object.keys(GUARD_TABLES) as Kind[])
  suite(`each guard against ${kind}`, () => {
    const { guards, read } = load(kind);
    for (const guard of guards)
      test(`${guard.id}: rejects and keeps its examples`, () => {
        for (const example of guard.rejects) {
          const { found, rejected, at } = read(example);
          ok(!found.includes(at), `${example} is read`);
          ok(rejected.includes(`${at} ${guard.id}`), `${example} is left out otherwise: ${rejected.join(', ')}`);
        }
        for (const example of guard.keeps) {
          const { found, at } = read(example);
          ok(found.includes(at), `${example} is not read`);
        }
      });

    test('is needed by an example', () => {
      // Judgements are remembered: each example is read once, by modules of its own.
      const own = load(kind);
      const needless = own.guards.filter((guard) => {
        const { is } = guard;
        Object.assign(guard, { is: () => false });
        const isNeeded = guard.rejects.some((example) => {
          const { found, at } = own.read(example);
          return found.includes(at);
        });
        Object.assign(guard, { is });
        return !isNeeded;
      });
      deepEqual(
        needless.map(({ id }) => id),
        [],
      );
    });
  });

/** The modules as if nothing had been read yet. */
function load(kind: Kind) {
  for (const path of Object.keys(require.cache)) if (path.includes('/recognise/')) delete require.cache[path];
  const guards = Object.entries(GUARD_TABLES[kind]).flatMap(([file, names]) =>
    names.flatMap((name) => require(`${ROOM}/${file}`)[name] as readonly Guard[]),
  );
  const { findFormulas, rejectedFormulas } = require(
    `${ROOM}/formulas`,
  ) as typeof import('../../server/manuscript/recognise/formulas');
  const { findComposites, rejectedComposites } = require(
    `${ROOM}/composites`,
  ) as typeof import('../../server/manuscript/recognise/composites');
  const { findCells, rejectedCells } = require(
    `${ROOM}/cells`,
  ) as typeof import('../../server/manuscript/recognise/cells');

  const { findKnownWords, rejectedNames } = require(
    `${ROOM}/names`,
  ) as typeof import('../../server/manuscript/recognise/names');
  const { findShortForms, rejectedShortForms } = require(
    `${ROOM}/shortForms`,
  ) as typeof import('../../server/manuscript/recognise/shortForms');
  const { findQuantities, rejectedQuantities } = require(
    `${ROOM}/quantities`,
  ) as typeof import('../../server/manuscript/recognise/quantities');

  /** What is found and rejected in an example, by `start-end` in its source without the markup around it; the same of its mark. */
  const read = (example: string) => {
    const { text, spans } = marked(example);
    const { prose } = parseFile('markdown', text);
    const place = ({ start, end }: Span) => {
      const [before, , after] = /^((?:\$|\\ce|\{)*)(.*?)([$~^}]*)$/s.exec(text.slice(start, end))!.slice(1);
      return `${start + before!.length}-${end - after!.length}`;
    };
    const nothing = () => undefined;
    const readings = {
      formulas: () => [findFormulas(prose), rejectedFormulas(prose)] as const,
      composites: () =>
        [findComposites(prose, findFormulas(prose)), rejectedComposites(prose, findFormulas(prose))] as const,
      cells: () => [findCells(prose, nothing), rejectedCells(prose, nothing, nothing)] as const,
      names: () => [findKnownWords(prose, catalogue).names, rejectedNames(prose, catalogue)] as const,
      'short forms': () => [findShortForms(prose), rejectedShortForms(prose)] as const,
      quantities: () => [findQuantities(prose), rejectedQuantities(prose)] as const,
    };
    const [found, rejected] = readings[kind]();
    return {
      at: place(spans[0]!),
      found: found.map((reading) => place(prose.toSource(reading.prose))),
      rejected: rejected.map((reading) => `${place(prose.toSource(reading.prose))} ${reading.id}`),
    };
  };
  return { guards, read };
}
