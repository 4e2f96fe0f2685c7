import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABBREVIATION_SUITES, scoreAbbreviations } from './score/abbreviations';
import { scoreCells } from './score/cells';
import { CLAIM_HALVES, scoreClaims } from './score/claims';
import { scoreFormulas } from './score/formulas';
import { scoreLabels } from './score/labels';
import { scoreMentions, scoreWildMarkup } from './score/mentions';
import type { Score } from './score/table';
import { UNSEEN } from './unseen/heading';

/** Where the parts begin that are written by others. */
const OTHERS = ['## Search for works', UNSEEN];

/**
 * `npm run score [-- --verbose]`: recognition against the gold cases in INTERPHASE_GOLD. Prints the tables and writes them to
 * docs/quality.md; `--verbose` lists every case that went wrong instead.
 */
const gold = process.env.INTERPHASE_GOLD;
if (!gold) throw new Error('INTERPHASE_GOLD names the folder with the gold cases; it is not set');

const text = (file: string): string => readFileSync(join(gold, file), 'utf8');
const json = (file: string): unknown => JSON.parse(text(file));
const lines = (file: string): readonly unknown[] =>
  text(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const scores = [scoreFormulas(json), scoreWildMarkup(json), scoreMentions(lines), scoreLabels(lines), scoreCells(json)];
const pairs = ABBREVIATION_SUITES.map((suite) => ({ suite, score: scoreAbbreviations(suite, lines) }));

if (process.argv.includes('--verbose')) {
  for (const { misses } of scores) for (const miss of misses) console.log(miss);
  for (const { score } of pairs) for (const error of score.errors) console.log(`- ${error}`);
} else {
  const page = `# Quality

Written by \`npm run score\`; do not edit. Cases that others wrote, in part the half that was worked on: another half is kept
apart. Figures of other tools are from the same cases.

${scores.map(table).join('\n\n')}

${pairsTable()}

${claimsTable()}
`;
  const file = join(__dirname, '../docs/quality.md');
  const before = readFileSync(file, 'utf8');
  const others = OTHERS.map((heading) => before.indexOf(heading)).filter((at) => at >= 0);
  writeFileSync(file, others.length === 0 ? page : `${page}\n${before.slice(Math.min(...others))}`);
  console.log(page);
}

/** What other tools reach, by title of the table. */
function peersOf(title: string): string {
  switch (title) {
    case 'Formulas':
      return 'Others on the plain numeric `in` cases of all suites, 228: mf-parser 155, chempy 153, MaterialParser 152, pymatgen 133.\n\n';
    case 'Formula mentions in articles':
      return 'Exact recall of OSCAR4: MuLMS 69 %, SOFC-Exp 33 %.\n\n';
    case 'Compounds found in labelled articles':
      return 'A lower bound of the precision: most of the rest are materials that nobody labelled.\n\n';
    default:
      return '';
  }
}

function table({ title, rows }: Score): string {
  const head = '| suite | scope | syntax | right | of | % |\n|---|---|---|---|---|---|';
  const body = rows.map(
    (r) => `| ${r.suite} | ${r.scope} | ${r.syntax} | ${r.right} | ${r.of} | ${((100 * r.right) / r.of).toFixed(1)} |`,
  );
  return `## ${title}\n\n${peersOf(title)}${head}\n${body.join('\n')}`;
}

function pairsTable(): string {
  const percent = (x: number) => (100 * x).toFixed(1);
  const body = pairs.map(({ suite, score }) => {
    const figures = [score.precision, score.recall, score.f1].map(percent).join(' | ');
    return `| ${suite.name} | ${figures} | ${score.right} | ${score.wrong} | ${score.missed} | ${suite.peers || '–'} |`;
  });
  const head =
    '| suite | precision | recall | F1 | right | wrong | missed | others (F1) |\n|---|---|---|---|---|---|---|---|';
  return `## Abbreviations and their long forms\n\n${head}\n${body.join('\n')}`;
}

function claimsTable(): string {
  const percent = (x: number) => (100 * x).toFixed(1);
  const body = CLAIM_HALVES.map((half) => {
    const { sentences, statements, bare, whole } = scoreClaims(half);
    return `| ${half} | ${sentences} | ${statements} | ${percent(bare)} | ${percent(whole)} |`;
  });
  const head =
    '| half | sentences | statements | value, unit, property (F1) | with what they belong to (F1) |\n|---|---|---|---|---|';
  const note =
    'Sentences of our own after those of 39 papers, labelled before they were tried, split by paper; of the held halves only the figures were looked at. `subjects` are sentences after 35 papers more that name several materials or samples: comparisons, lists, the former and the latter.';
  return `## Performance statements\n\n${note}\n\n${head}\n${body.join('\n')}`;
}
