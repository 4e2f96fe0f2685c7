import { bundledCatalogue } from '../server/knowledge/bundled';
import { Workspace } from '../server/workspace/workspace';
import { TestClient } from '../test/support/client';
import { filesOf, uriOf } from '../test/support/loaded';
import { tempFolder } from '../test/support/temp';
import { heapMegabytes, median, ms, type Row, timeAsync } from './timing';

const ROUNDS = 20;
const FILES = 1500;

/** What is kept between requests: of papers that are looked at in turns, and of files that were closed. */
export const keeping = async (): Promise<Row[]> => [await inTurns(), await openedAndClosed()];

/** Hovers in two papers with records of their own, in one alone and in both in turns. */
async function inTurns(): Promise<Row> {
  const record = (id: string) =>
    `species:\n  - id: ${id}\n    class: polymer\n    names:\n      - { text: poly(${id}), kind: common }\n`;
  const text = '\\documentclass{article}\\begin{document}\nFEC is added.\n\\end{document}\n';
  const folder = await tempFolder({
    'a/.interphase.yaml': record('vinylone'),
    'a/p.tex': text,
    'b/.interphase.yaml': record('vinyltwo'),
    'b/p.tex': text,
  });
  const client = await TestClient.start();
  const [a, b] = [folder.uri('a/p.tex'), folder.uri('b/p.tex')];
  for (const uri of [a, b]) await client.open(uri, 'latex', text);
  const hover = (uri: string) => timeAsync(() => client.hover(uri, text.indexOf('FEC')));
  const times = async (uris: readonly string[]): Promise<number> => {
    const taken: number[] = [];
    for (let i = 0; i < ROUNDS; i++) for (const uri of uris) taken.push(await hover(uri));
    return median(taken);
  };
  await times([a, b]);
  const [one, both] = [await times([a]), await times([a, b])];
  await client.stop();
  await folder.remove();
  return {
    what: 'hover in a paper with records of its own; in two of them in turns',
    figure: `${ms(one)}; ${ms(both)}`,
    how: `over LSP, ${ROUNDS} rounds`,
  };
}

async function openedAndClosed(): Promise<Row> {
  const files = Object.fromEntries(
    Array.from({ length: FILES }, (_, i) => [`n${i}.md`, `The SEI of cell ${i}. FEC was added to LiPF~6~.\n`]),
  );
  const workspace = new Workspace(filesOf(files), bundledCatalogue());
  const visit = async (name: string) => {
    workspace.edit(uriOf(name), 'markdown', files[name]!);
    await workspace.load(uriOf(name));
    workspace.close(uriOf(name));
  };
  await visit('n0.md');
  const before = heapMegabytes();
  for (const name of Object.keys(files)) await visit(name);
  const grown = heapMegabytes() - before;
  return {
    what: `heap after ${FILES} files were opened and closed, one after the other`,
    figure: `${grown.toFixed(1)} MB more than after one`,
    how: 'in process, after garbage collection',
  };
}
