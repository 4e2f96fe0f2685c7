import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { planCitation } from '../server/features/citations/insert';
import { bundledId } from '../server/features/citations/workIds';
import { bundledCatalogue } from '../server/knowledge/bundled';
import type { CitationNote } from '../server/text/citing/form';
import { after, load } from '../test/support/loaded';
import { typesetWorks } from './typesetWorks';

/**
 * `npm run compile-check`: cites in small papers as Insert Citation does, and typesets what comes out with pdflatex, bibtex, biber
 * and typst, those that are installed. A paper fails where a tool does, or where the work is not in the list of references. Then
 * typesets all works that are offered; one of them fails where a style misses a field of it.
 */
const WORK = 'Peled1979';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Commands, one after the other. */
  readonly run: readonly (readonly string[])[];
  /** File that must hold the work in the end. */
  readonly shows?: string;
  readonly note?: CitationNote;
}

const LATEX = ['pdflatex', '-interaction=nonstopmode', '-halt-on-error', 'a.tex'];
const BIBTEX = [LATEX, ['bibtex', 'a'], LATEX, LATEX];
const BIBER = [LATEX, ['biber', 'a'], LATEX];

const latex = (end = '', head = ''): string =>
  `\\documentclass{article}\n${head}\\begin{document}\nFilms grow.\n${end}\\end{document}\n`;
const OWN =
  '@article{Ader2001,\n  author = {M{\\"u}ller, A.},\n  title = {One},\n  journal = {Nature},\n  year = {2001},\n}\n';

const CASES: readonly Case[] = [
  { name: 'LaTeX without bibliography', files: { 'a.tex': latex() }, run: BIBTEX, shows: 'a.bbl' },
  {
    name: 'natbib without bibliography',
    files: { 'a.tex': latex('', '\\usepackage{natbib}\n') },
    run: BIBTEX,
    shows: 'a.bbl',
  },
  {
    name: 'named and missing',
    files: { 'a.tex': latex('\\bibliographystyle{unsrt}\n\\bibliography{lib}\n') },
    run: BIBTEX,
    shows: 'a.bbl',
  },
  {
    name: 'macros in a file of their own',
    files: {
      'a.tex': latex('\\bibliographystyle{plain}\n\\bibliography{strings,refs}\n'),
      'strings.bib': '@string{jes = "Journal of The Electrochemical Society"}\n',
      'refs.bib': OWN,
    },
    run: BIBTEX,
    shows: 'a.bbl',
  },
  {
    name: 'last entry never closed',
    files: {
      'a.tex': latex('\\bibliographystyle{plain}\n\\bibliography{refs}\n'),
      'refs.bib': `${OWN}\n@article{Beck2002,\n  title = {Never`,
    },
    run: [LATEX, ['bibtex?', 'a'], LATEX, LATEX],
    shows: 'a.bbl',
  },
  {
    name: 'biblatex without bibliography',
    files: { 'a.tex': latex('', '\\usepackage{biblatex}\n') },
    run: BIBER,
    shows: 'a.bbl',
  },
  {
    name: 'a page with signs of TeX',
    files: { 'a.tex': latex() },
    run: BIBTEX,
    shows: 'a.bbl',
    note: { locator: 'p. 3 [sic] & 50 % of x_1^2, {\\foo} ~5 $' },
  },
  {
    name: 'natbib with a page and words before it',
    files: { 'a.tex': latex('', '\\usepackage{natbib}\n') },
    run: BIBTEX,
    shows: 'a.bbl',
    note: { prefix: 'see [also]', locator: 'p. 3]' },
  },
  {
    name: 'biblatex with a page and words before it',
    files: { 'a.tex': latex('', '\\usepackage{biblatex}\n') },
    run: BIBER,
    shows: 'a.bbl',
    note: { prefix: 'see [also]', locator: 'pp. 3-5' },
  },
  {
    name: 'thebibliography',
    files: {
      'a.tex': latex(
        '\\begin{thebibliography}{9}\n\\bibitem{r1} A. Ahn, \\emph{Nature} \\textbf{1}, 2 (2020).\n\\end{thebibliography}\n',
      ),
    },
    run: [LATEX, LATEX],
    shows: 'a.tex',
  },
  {
    name: 'Typst without bibliography',
    files: { 'a.typ': 'Films grow.\n' },
    run: [['typst', 'compile', 'a.typ', 'a.pdf']],
  },
  {
    name: 'Typst with a page',
    files: { 'a.typ': 'Films grow.\n' },
    run: [['typst', 'compile', 'a.typ', 'a.pdf']],
    note: { locator: '- p. 3 [sic] // #x $ @a <b> *c* _d_ \\e' },
  },
  {
    name: 'Typst with Hayagriva',
    files: {
      'a.typ': 'Films grow.\n\n#bibliography("works.yml")\n',
      'works.yml': 'ader2001:\n  type: article\n  title: One\n  date: 2001\n',
    },
    run: [['typst', 'compile', 'a.typ', 'a.pdf']],
  },
];

const has = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool.replace('?', '')}`]).status === 0;

async function check({ name, files, run, shows, note = {} }: Case): Promise<string> {
  const lacking = [...new Set(run.map(([tool]) => tool!))].filter((tool) => !has(tool));
  if (name.startsWith('biblatex') && spawnSync('kpsewhich', ['biblatex.sty']).status !== 0) lacking.push('biblatex');
  if (name.startsWith('natbib') && spawnSync('kpsewhich', ['natbib.sty']).status !== 0) lacking.push('natbib');
  if (lacking.length > 0) return `skipped  ${name}: ${lacking.join(', ')} not installed`;
  const main = Object.keys(files)[0]!;
  const context = await load(files, main);
  const plan = planCitation(context, files[main]!.indexOf('grow') + 4, [bundledId(WORK)], 'auto', {
    notes: new Map([[bundledId(WORK), note]]),
  });
  const folder = mkdtempSync(join(tmpdir(), 'interphase-compile-'));
  try {
    for (const [path, text] of Object.entries({ ...files, ...after(plan, files) })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const [tool, ...args] of run) {
      const { status, stdout, stderr } = spawnSync(tool!.replace('?', ''), args, { cwd: folder, encoding: 'utf8' });
      // BibTeX tells of the broken entry, and must do its work all the same.
      if (status !== 0 && !tool!.endsWith('?')) return `failed   ${name}: ${tool}\n${(stdout + stderr).slice(-1500)}`;
    }
    if (shows && !readFileSync(join(folder, shows), 'utf8').includes(WORK))
      return `failed   ${name}: no ${WORK} in ${shows}`;
    return `ok       ${name}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  if (!bundledCatalogue().reference(WORK)) throw new Error(`The catalogue has no ${WORK}.`);
  for (const one of CASES) report(await check(one));
  for (const line of typesetWorks(bundledCatalogue().citableReferences, has)) report(line);
}

function report(line: string): void {
  console.log(line);
  if (line.startsWith('failed')) process.exitCode = 1;
}

void main();
