import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contains, type Span } from '../../server/base/span';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { type FileCandidates, recognise } from '../../server/manuscript/fileCandidates';
import { findCells } from '../../server/manuscript/recognise/cells';
import { findComposites } from '../../server/manuscript/recognise/composites';
import type { Guard } from '../../server/manuscript/recognise/guard';
import { formatOfPath, parseFile } from '../../server/text';
import { type Block, Prose } from '../../server/text/prose';
import { GUARD_TABLES } from '../support/guardTables';

const catalogue = bundledCatalogue();
const EXAMPLES = join(__dirname, '../../examples');
const CORPUS = process.env.INTERPHASE_CORPUS;

/** The prose as if the block were all that the file says. */
function alone(prose: Prose, block: Block): Prose {
  const { start, end } = block;
  const text = '\n'.repeat(start) + prose.slice(block) + '\n'.repeat(prose.text.length - end);
  return new Prose(prose.source, text, [block], Reflect.get(prose, 'runs'), Reflect.get(prose, 'wraps'));
}

/** All that is found in a prose, by its kind; what the markup declares is left out. */
function candidatesIn(file: FileCandidates): Record<string, readonly { readonly prose: Span }[]> {
  const { parsed, uri: _, definitions, ...found } = file;
  return {
    ...found,
    definitions: definitions.flatMap(({ prose, ...said }) =>
      prose ? [{ ...said, parts: prose, prose: prose.whole }] : [],
    ),
    composites: findComposites(parsed.prose, file.formulas),
    cells: findCells(parsed.prose, () => undefined),
  };
}

/** Blocks of a text, each with what is found in it alone and in its file, where that differs. */
function differences(path: string, source: string): string[] {
  const parsed = { ...parseFile(formatOfPath(path)!, source), declarations: [] };
  const read = (prose: Prose) => candidatesIn(recognise(path, { ...parsed, prose }, catalogue));
  const whole = Object.entries(read(parsed.prose));
  return parsed.prose.blocks.flatMap((block) => {
    const own = read(alone(parsed.prose, block));
    const differ = whole.filter(([kind, found]) => {
      const here = found.filter(({ prose }) => contains(block, prose));
      return JSON.stringify(here) !== JSON.stringify(own[kind]);
    });
    return differ.map(([kind]) => `${kind} in “${parsed.prose.slice(block)}”`);
  });
}

const guardExamples = (): readonly string[] =>
  Object.values(GUARD_TABLES).flatMap((tables) =>
    Object.entries(tables).flatMap(([file, names]) =>
      names.flatMap((name) =>
        (require(`../../server/manuscript/recognise/${file}`)[name] as readonly Guard<never>[]).flatMap(
          ({ rejects, keeps }) => [...rejects, ...keeps].map((example) => example.replace(/[«»]/g, '')),
        ),
      ),
    ),
  );

/** The same rows for each run, in another order. */
const mixed = (rows: readonly string[]): string[] => rows.map((_, i) => rows[(i * 101 + 17) % rows.length]!);

suite('a block alone is read as in its file', () => {
  for (const name of readdirSync(EXAMPLES).filter((path) => formatOfPath(path) !== undefined))
    test(name, () => deepEqual(differences(name, readFileSync(join(EXAMPLES, name), 'utf8')), []));

  test('the examples of all guards, as paragraphs', () => {
    const rows = guardExamples();
    ok(rows.length > 400);
    deepEqual(differences('paper.md', rows.join('\n\n')), []);
    deepEqual(differences('paper.md', mixed(rows).join('\n\n')), []);
  });

  test('the examples of all guards, as cells of a table', () => {
    const cells = mixed(guardExamples()).map((row) => row.replace(/\|/g, '\\|').replace(/\s+/g, ' '));
    const lines = cells.map((cell, i) => `| ${cell} | ${i} |`);
    deepEqual(differences('paper.md', ['| Case | Number |', '|---|---|', ...lines].join('\n')), []);
  });

  test('a formula whose indices are set apart, before a cell with a number', () => {
    const source = '| Phase | Entry |\n|---|---|\n| Na 3 V 2 P 3 O 12 | 24 |\n';
    const { formulas, parsed } = recognise('paper.md', parseFile('markdown', source), catalogue);
    deepEqual(
      formulas.map(({ prose }) => parsed.prose.slice(prose)),
      ['Na 3 V 2 P 3 O 12'],
    );
    deepEqual(differences('paper.md', source), []);
  });

  if (CORPUS)
    for (const path of readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((p) => /paper\.md$/.test(p)))
      test(path, () => deepEqual(differences(path, readFileSync(join(CORPUS, path), 'utf8')), []));
});
