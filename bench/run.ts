import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { Catalogue } from '../server/knowledge/catalogue';
import { TestClient } from '../test/support/client';
import { citing } from './citing';
import { keeping } from './keeping';
import { manyTimes } from './manyTimes';
import { heapMegabytes, median, ms, type Row, repeat, time, timeAsync } from './timing';

/**
 * `npm run bench [-- --paper FILE …]`: measures and writes docs/performance.md. The built bundles are measured, so build first.
 * The FILEs are the manuscripts that are scanned; without them the example papers.
 */
const root = join(__dirname, '..');
const EXAMPLES = ['md', 'tex'].map((extension) => join(root, `examples/paper.${extension}`));
const { values } = parseArgs({ options: { paper: { type: 'string', multiple: true, default: EXAMPLES } } });
const ROUNDS = 20;

async function main(): Promise<void> {
  const rows = [
    ...catalogue(),
    ...scans(values.paper),
    ...wholeProcess(values.paper[0]!),
    ...(await overLsp()),
    ...(await citing()),
    ...(await keeping()),
    ...size(),
  ];
  const table = rows.map(({ what, figure, how }) => `| ${what} | ${figure} | ${how} |`).join('\n');
  const page = `# Performance

Written by \`npm run bench\`; do not edit. ${cpus().length} cores, Node ${process.version}. Times are medians; on a busy or
shared machine take them as ratios.

| what | figure | how |
|---|---|---|
${table}
`;
  writeFileSync(join(root, 'docs/performance.md'), page);
  console.log(table);
}

/** The catalogue from its text to an object that answers, and what stays on the heap. */
function catalogue(): Row[] {
  const text = readFileSync(join(root, 'build/catalogue.json'), 'utf8');
  const load = () => new Catalogue(JSON.parse(text));
  const loading = median(repeat(ROUNDS, () => time(load)));
  const before = heapMegabytes();
  const loaded = load();
  const heap = heapMegabytes() - before;
  const first = time(() => loaded.entriesForShort('FEC'));
  return [
    { what: 'catalogue, loading', figure: ms(loading), how: `in process, ${ROUNDS} rounds` },
    { what: 'catalogue, first look-up of a name', figure: ms(first), how: 'in process, once' },
    { what: 'catalogue, heap', figure: `${heap.toFixed(1)} MB`, how: 'after garbage collection' },
  ];
}

/** What `scans.ts` measures, each paper in a process of its own. A loader that compiles as it goes would slow it, so it is bundled. */
function scans(papers: readonly string[]): Row[] {
  const bundle = join(root, 'build/bench-scans.cjs');
  const entry = join(root, 'bench/scans.ts');
  buildSync({ entryPoints: [entry], outfile: bundle, bundle: true, platform: 'node', target: 'es2022' });
  return papers.flatMap((paper) => JSON.parse(execFileSync(process.execPath, [bundle, paper], { encoding: 'utf8' })));
}

function wholeProcess(path: string): Row[] {
  const run = (args: string[]) => time(() => spawnSync(process.execPath, args, { stdio: 'ignore' }));
  const bare = median(repeat(7, () => run(['-e', '0'])));
  const checked = median(repeat(7, () => run([join(root, 'dist/cli.cjs'), 'check', path])));
  return [
    {
      what: '`interphase check` of the first paper',
      figure: `${ms(checked)} (bare Node ${ms(bare)}; ratio ${(checked / bare).toFixed(1)})`,
      how: 'whole process, 7 rounds',
    },
  ];
}

async function overLsp(): Promise<Row[]> {
  const client = await TestClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
  const uri = 'untitled:thesis';
  const text = manyTimes(readFileSync(join(root, 'examples/paper.tex'), 'utf8'), 1_000_000);
  await client.open(uri, 'latex', text);
  const first = await timeAsync(() => client.diagnostics(uri));
  const middle = text.indexOf(' ', text.length / 2);
  const strokes: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    strokes.push(
      await timeAsync(async () => {
        await client.edit(uri, middle + i, middle + i, 'x');
        await client.diagnostics(uri);
      }),
    );
  }
  const at = client
    .text(uri)
    .getText()
    .indexOf('FEC', text.length / 2);
  await client.hover(uri, at);
  const hovers: number[] = [];
  for (let i = 0; i < ROUNDS; i++) hovers.push(await timeAsync(() => client.hover(uri, at)));
  const memory = residentMegabytes(client.pid);
  await client.stop();
  const size = `${(text.length / 1e6).toFixed(1)} MB of LaTeX`;
  return [
    { what: `opening ${size} → diagnostics`, figure: ms(first), how: 'over LSP, once' },
    {
      what: 'keystroke → diagnostics in the middle of it',
      figure: ms(median(strokes)),
      how: `over LSP, ${ROUNDS} rounds`,
    },
    { what: 'hover in it', figure: ms(median(hovers)), how: `over LSP, ${ROUNDS} rounds` },
    { what: 'resident memory of the server afterwards', figure: memory, how: 'ps' },
  ];
}

function residentMegabytes(pid: number | undefined): string {
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return `${(kilobytes / 1000).toFixed(0)} MB`;
}

function size(): Row[] {
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: 'ignore' });
  const { size: bytes } = statSync(join(root, 'dist/interphase.vsix'));
  return [{ what: 'VSIX', figure: `${(bytes / 1e6).toFixed(2)} MB`, how: '`npm run package`' }];
}

void main();
