import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundledCatalogue } from '../server/knowledge/bundled';
import { Catalogue } from '../server/knowledge/catalogue';
import { Project } from '../server/paper/project';
import { readFile } from '../server/paper/reading';
import { check } from '../server/rules';
import { languageOfPath } from '../server/workspace/language';
import { TestClient } from '../test/support/client';

/**
 * `npm run bench [-- --paper FILE]`: measures and writes docs/performance.md. The built bundles are measured, so build first.
 * FILE is the manuscript of the first rows; without it the example paper.
 */
const root = join(__dirname, '..');
const { values } = parseArgs({ options: { paper: { type: 'string', default: join(root, 'examples/paper.md') } } });
const ROUNDS = 20;

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly how: string;
}

async function main(): Promise<void> {
  const rows = [
    ...catalogue(),
    ...inProcess(values.paper),
    ...wholeProcess(values.paper),
    ...(await overLsp()),
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

function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}

function inProcess(path: string): Row[] {
  const text = readFileSync(path, 'utf8');
  const language = languageOfPath(path) ?? 'plaintext';
  const scan = () => {
    const project = new Project([readFile('bench:/', language, text, bundledCatalogue())], bundledCatalogue());
    return check(project.paper('bench:/')!, project, {}, { accepted: new Set() });
  };
  repeat(5, scan);
  const scanned = median(repeat(ROUNDS, () => time(scan)));
  const kilobytes = Buffer.byteLength(text) / 1000;
  return [
    {
      what: `scan of a paper of ${kilobytes.toFixed(0)} kB, with diagnostics`,
      figure: `${ms(scanned)} (${(kilobytes / scanned).toFixed(1)} MB/s)`,
      how: `in process, warm, ${ROUNDS} rounds`,
    },
  ];
}

function wholeProcess(path: string): Row[] {
  const run = (args: string[]) => time(() => spawnSync(process.execPath, args, { stdio: 'ignore' }));
  const bare = median(repeat(7, () => run(['-e', '0'])));
  const checked = median(repeat(7, () => run([join(root, 'dist/cli.cjs'), 'check', path])));
  return [
    {
      what: `\`interphase check\` of the same paper`,
      figure: `${ms(checked)} (bare Node ${ms(bare)}; ratio ${(checked / bare).toFixed(1)})`,
      how: 'whole process, 7 rounds',
    },
  ];
}

/** A thesis-size LaTeX file: the example paper over and over. */
function megabyte(): string {
  const source = readFileSync(join(root, 'examples/paper.tex'), 'utf8');
  const [head = '', rest = ''] = source.split('\\begin{document}');
  const [body = '', foot = ''] = rest.split('\\end{document}');
  return `${head}\\begin{document}${body.repeat(Math.ceil(1_000_000 / body.length))}\\end{document}${foot}`;
}

async function overLsp(): Promise<Row[]> {
  const client = await TestClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
  const uri = 'untitled:thesis';
  const text = megabyte();
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
  const file = join(root, '.tmp-bench.vsix');
  execFileSync('npm', ['run', '--silent', 'package', '--', '--out', file], { cwd: root, stdio: 'ignore' });
  const bytes = statSync(file).size;
  rmSync(file);
  return [{ what: 'VSIX', figure: `${(bytes / 1e6).toFixed(2)} MB`, how: `\`npm run package\`` }];
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function timeAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const repeat = <T>(times: number, work: () => T): T[] => Array.from({ length: times }, work);

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

void main();
