import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundledCatalogue } from '../server/knowledge/bundled';
import { type Resolution, resolutionOf } from './corpus/resolution';
import { drawSample, type Sampled } from './corpus/sample';
import { labelOf, type ScannedFile, scanCorpus } from './corpus/scan';
import { countsOf, describeSampled, formatSnapshot, readSnapshot, SNAPSHOT } from './corpus/snapshot';

/**
 * Reading what is recognised in the manuscripts of INTERPHASE_CORPUS.
 *
 *     tsx scripts/corpusSample.ts [--seed N]        300 mentions with what is around them, to be judged by reading
 *     tsx scripts/corpusSample.ts --distinct        every distinct mention with its label, most frequent first
 *     tsx scripts/corpusSample.ts --unresolved      species that have no record, most frequent first, and the share that have one
 *     tsx scripts/corpusSample.ts --snapshot [--wrong 12,40]
 *
 * The last writes test/corpus/snapshot.json once the sample has been read: `--wrong` are the numbers of mentions that are
 * wrong; what was judged before and has not changed keeps its verdict.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    distinct: { type: 'boolean', default: false },
    unresolved: { type: 'boolean', default: false },
    snapshot: { type: 'boolean', default: false },
    wrong: { type: 'string', default: '' },
  },
});

main();

async function main(): Promise<void> {
  const corpus = process.env.INTERPHASE_CORPUS;
  if (!corpus) throw new Error('INTERPHASE_CORPUS names the folder with the manuscripts; it is not set');
  const files = await scanCorpus(corpus);
  const seed = Number(values.seed);
  if (values.distinct) printDistinct(files);
  else if (values.unresolved) printUnresolved(resolutionOf(files, bundledCatalogue()));
  else if (values.snapshot) writeSnapshot(files, seed);
  else for (const [i, sampled] of drawSample(files, seed).entries()) console.log(`${i + 1} ${inContext(sampled)}`);
}

/** Characters of prose before and after a mention. */
const AROUND = 60;

function inContext({ file, mention }: Sampled): string {
  const { text } = file.prose;
  const { start, end } = mention.prose;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const passage = `${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + AROUND)}`.replaceAll('\n', '¶');
  return `${mention.kind} ${file.path}:${mention.source.start}\n   ${passage}\n   = ${labelOf(mention)}`;
}

function printDistinct(files: readonly ScannedFile[]): void {
  const counts = new Map<string, number>();
  for (const { prose, mentions } of files) {
    for (const mention of mentions) {
      const line = `${mention.kind}\t${prose.slice(mention.prose)}\t${labelOf(mention)}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  for (const [line, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count}\t${line}`);
}

function printUnresolved({ total, kinds, unresolved }: Resolution): void {
  for (const { text, kind, count } of unresolved) console.log(`${count}\t${kind}\t${text}`);
  for (const [of, { all, resolved }] of Object.entries({ ...kinds, total })) {
    console.log(`${of}: ${resolved} of ${all} mentions have a record, ${((100 * resolved) / all).toFixed(1)} %`);
  }
}

function writeSnapshot(files: readonly ScannedFile[], seed: number): void {
  const before = existsSync(SNAPSHOT) ? readSnapshot().mentions : [];
  const wrong = new Set(values.wrong.split(',').filter(Boolean).map(Number));
  const mentions = drawSample(files, seed).map((sampled, i) => {
    const described = describeSampled(sampled);
    const known = before.find(({ verdict, ...other }) => JSON.stringify(other) === JSON.stringify(described));
    return { ...described, verdict: wrong.has(i + 1) ? 'wrong' : (known?.verdict ?? 'right') };
  });
  writeFileSync(SNAPSHOT, formatSnapshot({ seed, counts: countsOf(files), mentions }));
}
