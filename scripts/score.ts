import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreCells } from './score/cells';
import { scoreFormulas } from './score/formulas';
import { scoreMentions, scoreWildMarkup } from './score/mentions';

const gold = process.env.INTERPHASE_GOLD;
if (!gold) throw new Error('INTERPHASE_GOLD names the folder with the gold cases; it is not set');

const text = (file: string): string => readFileSync(join(gold, file), 'utf8');
const json = (file: string): unknown => JSON.parse(text(file));
const lines = (file: string): readonly unknown[] =>
  text(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const verbose = process.argv.includes('--verbose');

for (const { title, rows, misses } of [
  scoreFormulas(json),
  scoreWildMarkup(json),
  scoreMentions(lines),
  scoreCells(json),
]) {
  console.log(`\n## ${title}\n\n| suite | scope | syntax | right | of | % |\n|---|---|---|---|---|---|`);
  for (const r of rows) {
    console.log(
      `| ${r.suite} | ${r.scope} | ${r.syntax} | ${r.right} | ${r.of} | ${((100 * r.right) / r.of).toFixed(1)} |`,
    );
  }
  if (verbose) for (const miss of misses) console.log(miss);
}
