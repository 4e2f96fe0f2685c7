import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABBREVIATION_SUITES, scoreAbbreviations } from '../scripts/score/abbreviations';
import { scoreCells } from '../scripts/score/cells';
import { scoreFormulas } from '../scripts/score/formulas';
import { scoreMentions, scoreWildMarkup } from '../scripts/score/mentions';
import type { Score } from '../scripts/score/table';

const gold = process.env.INTERPHASE_GOLD;
const json = (file: string): unknown => JSON.parse(readFileSync(join(gold!, file), 'utf8'));
const lines = (file: string): unknown[] =>
  readFileSync(join(gold!, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Every row that is named reaches the share. */
function atLeast(share: number, { rows, misses }: Score, scope: (scope: string) => boolean = () => true): void {
  for (const row of rows.filter((r) => scope(r.scope))) {
    ok(
      row.right / row.of >= share,
      `${row.suite} ${row.scope} ${row.syntax}: ${row.right} of ${row.of}\n${misses.join('\n')}`,
    );
  }
}

/** What the best other tool reaches, or what would be noticed. */
const LEAST_F1: Readonly<Record<string, number>> = {
  'med1250-even': 0.895,
  'materials-articles': 0.874,
  'battery-sentences': 0.9,
  'unit-cases': 0.9,
};

suite('gold cases of others', () => {
  suiteSetup(function () {
    if (gold === undefined) this.skip();
  });

  test('97 % of the formulas of every suite and syntax are read, 97 % of what is none is refused', () =>
    atLeast(0.97, scoreFormulas(json)));

  test('97 % of the formulas in real markup are found with their span and composition, none where none is', () =>
    atLeast(0.97, scoreWildMarkup(json)));

  test('93 % of the formulas in articles are found with their exact span', () =>
    atLeast(0.93, scoreMentions(lines), (scope) => scope === 'formula'));

  test('all cells are found with their parts, and none where none is', () => atLeast(1, scoreCells(json)));

  for (const suite of ABBREVIATION_SUITES) {
    test(`${suite.name}: F1 of the pairs of short and long form above ${LEAST_F1[suite.name]}`, () => {
      const { f1, errors } = scoreAbbreviations(suite, lines);
      ok(f1 > LEAST_F1[suite.name]!, `F1 ${f1.toFixed(3)}\n${errors.join('\n')}`);
    });
  }
});
