import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreFormulas } from './score/formulas';

const gold = process.env['INTERPHASE_GOLD'];
if (!gold) throw new Error('INTERPHASE_GOLD names the folder with the gold cases; it is not set');

const read = (file: string): unknown => JSON.parse(readFileSync(join(gold, file), 'utf8'));
const verbose = process.argv.includes('--verbose');

for (const { title, rows, misses } of [scoreFormulas(read)]) {
  console.log(`\n## ${title}\n\n| suite | scope | syntax | right | of | % |\n|---|---|---|---|---|---|`);
  for (const r of rows) {
    console.log(
      `| ${r.suite} | ${r.scope} | ${r.syntax} | ${r.right} | ${r.of} | ${((100 * r.right) / r.of).toFixed(1)} |`,
    );
  }
  if (verbose) for (const miss of misses) console.log(miss);
}
