import assert from 'node:assert/strict';
import { scoreAbbreviations } from '../../scripts/scoreAbbreviations';

/** F1 that the best other tool reaches on the same cases, and recall where every negative must stay silent. */
suite('definitions against gold cases', () => {
  const suites = { 'med1250-even': 0.895, 'battery-sentences': 0.9, 'unit-cases': 0.9 };
  for (const [name, peer] of Object.entries(suites)) {
    test(`${name}: F1 above ${peer}`, function () {
      if (process.env.INTERPHASE_GOLD === undefined) this.skip();
      const { f1 } = scoreAbbreviations(name);
      assert.ok(f1 > peer, `F1 is ${f1.toFixed(3)}`);
    });
  }
  test('unit-cases: no pair that is none', function () {
    if (process.env.INTERPHASE_GOLD === undefined) this.skip();
    assert.equal(scoreAbbreviations('unit-cases').wrong, 0);
  });
});
