import { deepEqual, ok } from 'node:assert/strict';
import type { Span } from '../../server/base/span';
import { parseFile } from '../../server/text/formats';
import { marked } from '../support/marked';

type Recognise = typeof import('../../server/manuscript/recognise/formulas') &
  typeof import('../../server/manuscript/recognise/composites');
type Guard = import('../../server/manuscript/recognise/guard').Guard<never>;

const ROOM = '../../server/manuscript/recognise';

/** Tables of guards by their files. */
const TABLES = {
  wholeToken: ['TOUCH_GUARDS'],
  tornFormula: ['TORN_GUARDS'],
  formulaPlace: ['CHEMISTRY_GUARDS', 'TEXT_GUARDS', 'ITALIC_GUARDS', 'ABBREVIATION_GUARDS'],
  formulaLooks: ['SCRIPTED_GUARDS', 'SITE_GUARDS', 'FLAT_GUARDS', 'LETTER_GUARDS', 'CAPITAL_GUARDS'],
  loneSymbol: ['SYMBOL_GUARDS'],
  elementContext: ['ELEMENT_GUARDS'],
  compositeKinds: ['COMPOSITE_GUARDS'],
};

suite('each guard against formulas and composites', () => {
  const { recognise, guards } = load();
  for (const guard of guards)
    test(`${guard.id}: rejects and keeps its examples`, () => {
      for (const example of guard.rejects) {
        const { found, rejected, at } = read(example, recognise);
        ok(!found.includes(at), `${example} is read`);
        deepEqual(rejected.get(at), guard.id, example);
      }
      for (const example of guard.keeps) {
        const { found, at } = read(example, recognise);
        ok(found.includes(at), `${example} is not read`);
      }
    });

  test('is needed by an example', () => {
    // Judgements are remembered: each example is read once, by modules of its own.
    const own = load();
    const needless = own.guards.filter((guard) => {
      const { is } = guard;
      Object.assign(guard, { is: () => false });
      const isNeeded = guard.rejects.some((example) => {
        const { found, at } = read(example, own.recognise);
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
function load(): { recognise: Recognise; guards: readonly Guard[] } {
  for (const path of Object.keys(require.cache)) if (path.includes('/recognise/')) delete require.cache[path];
  const guards = Object.entries(TABLES).flatMap(([file, names]) =>
    names.flatMap((name) => require(`${ROOM}/${file}`)[name] as readonly Guard[]),
  );
  return { recognise: { ...require(`${ROOM}/formulas`), ...require(`${ROOM}/composites`) }, guards };
}

/** What is found and rejected in an example, by `start-end` in its source without the markup around it; the same of its mark. */
function read(example: string, recognise: Recognise) {
  const { text, spans } = marked(example);
  const { prose } = parseFile('markdown', text);
  const place = ({ start, end }: Span) => {
    const [before, , after] = /^((?:\$|\\ce|\{)*)(.*?)([$~^}]*)$/s.exec(text.slice(start, end))!.slice(1);
    return `${start + before!.length}-${end - after!.length}`;
  };
  const formulas = recognise.findFormulas(prose);
  return {
    at: place(spans[0]!),
    found: [...formulas, ...recognise.findComposites(prose, formulas)].map((read) => place(prose.toSource(read.prose))),
    rejected: new Map(
      [...recognise.rejectedFormulas(prose), ...recognise.rejectedComposites(prose, formulas)].map((read) => [
        place(prose.toSource(read.prose)),
        read.id,
      ]),
    ),
  };
}
