import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { uriOfPath } from '../../server/base/uris';
import { nodeFiles } from '../../server/nodeFiles';
import { safeEdits } from '../../server/rules/fixAll';
import type { Files } from '../../server/workspace/runtime';
import type { ManuscriptContext } from '../../server/workspace/workspace';
import { Trial, textsOf, wrongWith } from '../support/edited';
import { papers } from '../support/generatedPapers';
import { harm } from '../support/harm';
import { filesOf, uriOf } from '../support/loaded';
import { findings, offersFor } from '../support/offers';

/*
 * Whatever Interphase offers to change – fixes, comments and settings that silence a rule, renames, lists of abbreviations,
 * citations with their entries – leaves everything else as it was, and can be undone. So many edits are tried of generated
 * manuscripts, a tenth of that of the examples; in a long run also a hundredth of each manuscript in `INTERPHASE_CORPUS`:
 * `INTERPHASE_EDITS=20000 npm run unit -- --grep harmless`.
 */
const EDITS = Number(process.env.INTERPHASE_EDITS ?? 400);

suite('an edit that is offered is harmless', () => {
  test(`in ${EDITS} edits of generated manuscripts`, async () => {
    let tried = 0;
    for (let seed = Number(process.env.INTERPHASE_SEED ?? 1); tried < EDITS; seed++)
      for (const texts of fc.sample(papers, { numRuns: 20, seed }))
        tried += await tryAll(filesOf(texts), uriOf(Object.keys(texts)[0]!), { seed, carets: 3 });
    ok(tried >= EDITS);
  }).timeout(0);

  for (const name of ['paper.tex', 'paper.md', 'paper.typ'])
    test(`in examples/${name}`, async () => {
      ok((await tryAll(nodeFiles, uriOfPath(join(__dirname, '../../examples', name)), sample(EDITS / 10))) > 10);
    }).timeout(0);

  test('in manuscripts of others, as they are, in reverse order and doubled', async function () {
    const corpus = process.env.INTERPHASE_CORPUS;
    if (!corpus || process.env.INTERPHASE_EDITS === undefined) return this.skip();
    for (const path of manuscriptsIn(corpus)) {
      await tryAll(nodeFiles, uriOfPath(path), sample(EDITS / 100));
      if (!path.endsWith('paper.md')) continue;
      const text = readFileSync(path, 'utf8');
      for (const other of [reversed(text), `${text}\n\n${text}`])
        await tryAll(filesOf({ 'paper.md': other }), uriOf('paper.md'), sample(EDITS / 100));
    }
  }).timeout(0);
});

interface Sample {
  readonly seed: number;
  /** Places at which to cite. */
  readonly carets: number;
  /** Other edits, spread over the manuscript; all of them where it is absent. */
  readonly edits?: number;
}

const sample = (edits: number): Sample => ({ seed: 1, carets: Math.ceil(edits / 4), edits: Math.ceil(edits) });

/** Tries what is offered, each edit alone, then all safe fixes at once. Gives how many edits that were. */
async function tryAll(files: Files, uri: string, { seed, carets, edits }: Sample): Promise<number> {
  const { trial, context } = await Trial.of(files, uri);
  const texts = textsOf(context);
  const { source } = context.file.parsed;
  const where = (title: string) => `${title} in ${uri}: ${JSON.stringify(source.slice(0, 2000))}`;
  const offers = [...offersFor(context, fc.sample(fc.nat(source.length), { numRuns: carets, seed }))];
  const step = Math.max(1, Math.ceil(offers.length / ((edits ?? offers.length) + carets)));
  const tried = offers.filter((_, i) => i % step === 0);
  for (const { title, plan, wrong } of tried)
    deepEqual([...wrongWith(plan, texts), ...wrong(await trial.after(plan, texts))], [], where(title));
  return tried.length + (await fixAll(trial, context, where('fix-all')));
}

/** So often, at most, fixes wait for one another. */
const MOST_ROUNDS = 5;

/** All safe fixes, round by round, until there is nothing more to do. Gives how many rounds that were. */
async function fixAll(trial: Trial, before: ManuscriptContext, where: string): Promise<number> {
  let [context, rounds] = [before, 0];
  for (;;) {
    const edits = safeEdits(findings(context).map(({ fixes = [] }) => fixes));
    if (edits.length === 0) return rounds;
    ok(++rounds <= MOST_ROUNDS, `there is always something to do: ${where}`);
    const [plan, texts] = [{ edits, creates: [] }, textsOf(context)];
    const after = await trial.after(plan, texts);
    deepEqual([...wrongWith(plan, texts), ...harm(context.manuscript, after.manuscript, edits)], [], where);
    trial.keep(plan, texts);
    context = after;
  }
}

const manuscriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)(?:paper\.(?:md|tex)|main\.tex|ms\.tex)$/.test(path))
    .map((path) => join(folder, path))
    .sort();

/** Paragraphs in reverse order use what is defined later. */
const reversed = (text: string): string => text.split(/\n\n+/).reverse().join('\n\n');
