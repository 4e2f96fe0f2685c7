import assert from 'node:assert/strict';
import { drawSample } from '../../scripts/corpus/sample';
import { type ScannedFile, scanCorpus } from '../../scripts/corpus/scan';
import { countsOf, describeSampled, readSnapshot } from '../../scripts/corpus/snapshot';

const REFRESH =
  'What is recognised in the corpus has changed. Read what `npx tsx scripts/corpusSample.ts --seed SEED` prints for the ' +
  'mentions that changed; if they are right, run it again with --snapshot (and --wrong N,N for those that are not), and commit ' +
  'test/corpus/snapshot.json.';

suite('recognition in real manuscripts', () => {
  const corpus = process.env.INTERPHASE_CORPUS;
  const snapshot = readSnapshot();
  const refresh = REFRESH.replace('SEED', String(snapshot.seed));
  let files: readonly ScannedFile[] = [];

  suiteSetup(async () => {
    if (corpus) files = await scanCorpus(corpus);
  });

  test('mentions of each kind in each file are as many as when they were reviewed', function () {
    if (!corpus) return this.skip();
    assert.deepEqual(countsOf(files), snapshot.counts, refresh);
  });

  test('the mentions that were judged are still read the same', function () {
    if (!corpus) return this.skip();
    const judged = snapshot.mentions.map(({ verdict, ...mention }) => mention);
    assert.deepEqual(drawSample(files, snapshot.seed).map(describeSampled), judged, refresh);
  });

  test('at least 98 of 100 judged mentions are right', () => {
    const right = snapshot.mentions.filter((mention) => mention.verdict === 'right').length;
    assert.equal(snapshot.mentions.length, 300);
    assert.ok(right >= 0.98 * 300, `${right} of 300`);
  });
});
