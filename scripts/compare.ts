import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps } from '../server/base/span';
import { marked } from '../test/support/marked';
import { TOOLS, type Tool } from './compare/tools';
import { withPart } from './generatedPart';

/**
 * `npm run compare`: what Interphase and other checkers say of one page with mistakes, in Markdown and LaTeX, written to
 * docs/comparison/README.md. The other tools are fetched into `.cache/compare`; those of Debian must be installed.
 */
const root = join(__dirname, '..');
const folder = join(root, 'docs/comparison');
const work = join(root, '.cache/compare');

/** What is wrong at the mark of that name, for the table. */
const MISTAKES: Readonly<Record<string, string>> = {
  undefined: 'short form that nobody defines',
  'used-before': 'short form used before its definition',
  'defined-again': 'short form defined twice',
  'two-meanings': 'short form with two meanings',
  article: '“a LFP electrode”',
  'unknown-key': 'citation of a work that is not in the .bib',
  'key-twice': 'work cited twice in one mark',
  misprint: 'LiFPO₄',
  'site-sum': 'LiNi₀.₆Co₀.₂Mn₀.₃O₂',
  charge: 'CO₃⁻',
  reaction: 'Li + H₂O → LiOH + H₂',
  'name-formula': 'lithium carbonate (LiCO₃)',
  shares: 'shares of an electrode that make 105 %',
  efficiency: 'efficiency of 104 %',
  rate: 'C-rates whose 1C is never given',
  spacing: '“5mA”',
  misspelt: 'misspelt word',
  'doubled-word': '“The the”',
  grammar: '“The films grows”',
  tie: 'space before a citation that may break the line (LaTeX)',
};

mkdirSync(work, { recursive: true });
writeFileSync(join(work, 'refs.bib'), readFileSync(join(folder, 'refs.bib')));
const pages = new Map(['page.md', 'page.tex'].map((name) => [name, marked(readFileSync(join(folder, name), 'utf8'))]));
for (const [name, { text }] of pages) writeFileSync(join(work, name), text);

const columns = TOOLS.map((tool) => column(tool));
const head = ['mistake', ...columns.map(({ title }) => title)];
const rows = Object.entries(MISTAKES).map(([id, what]) => [what, ...columns.map(({ cells }) => cells[id] ?? '')]);
const elsewhere = ['**marks elsewhere**', ...columns.map((of) => String(of.elsewhere))];
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = [head, head.map(() => '---'), ...rows, elsewhere].map(line).join('\n');

const page = join(folder, 'README.md');
writeFileSync(page, withPart(page, readFileSync(page, 'utf8'), 'compare', table));
console.log(table);

/** ● where the tool says what is wrong, ○ where it marks a word there as unknown. */
function column({ title, page, run }: Tool): { title: string; cells: Record<string, string>; elsewhere: number } {
  const { text, spans, byName } = pages.get(page)!;
  const said = run(join(work, page), text);
  const cells: Record<string, string> = {};
  for (const [id, mistake] of byName) {
    const here = said.filter(({ span }) => overlaps(span, mistake));
    if (here.some(({ isUnknownWord }) => !isUnknownWord || id === 'misspelt')) cells[id] = '●';
    else if (here.length > 0) cells[id] = '○';
  }
  const elsewhere = said.filter(({ span }) => !spans.some((mistake) => overlaps(mistake, span)));
  return { title, cells, elsewhere: elsewhere.length };
}
