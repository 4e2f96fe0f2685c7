import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBibtex } from '../server/bibliography/bibtex/serialise';
import type { Reference } from '../server/bibliography/reference';

interface Style {
  readonly name: string;
  readonly head?: string;
  readonly list: string;
  readonly tool: 'bibtex' | 'biber';
}

const LIST = '\\bibliography{works}\n';
// Without url, natbib sets the underscore of a DOI as that of a formula.
const NATBIB = '\\usepackage{url}\n\\usepackage[numbers]{natbib}\n';

const STYLES: readonly Style[] = [
  { name: 'plain', list: `\\bibliographystyle{plain}\n${LIST}`, tool: 'bibtex' },
  { name: 'ieeetr', list: `\\bibliographystyle{ieeetr}\n${LIST}`, tool: 'bibtex' },
  { name: 'plainnat', head: NATBIB, list: `\\bibliographystyle{plainnat}\n${LIST}`, tool: 'bibtex' },
  ...['numeric', 'authoryear', 'alphabetic'].map((name): Style => {
    const head = `\\usepackage[backend=biber,style=${name}]{biblatex}\n\\addbibresource{works.bib}\n`;
    return { name: `biblatex ${name}`, head, list: '\\printbibliography\n', tool: 'biber' };
  }),
];

/** Typesets a list of all works in each style. A line for each; it begins with `failed` where a tool complains of an entry. */
export function* typesetWorks(works: readonly Reference[], has: (tool: string) => boolean): Generator<string> {
  const bib = works.map((work) => toBibtex(work)).join('\n\n');
  for (const style of STYLES) {
    const lacking = ['pdflatex', style.tool].filter((tool) => !has(tool));
    const name = `${works.length} works, ${style.name}`;
    const complaints = lacking.length > 0 ? [] : typeset(style, bib);
    if (lacking.length > 0) yield `skipped  ${name}: ${lacking.join(', ')} not installed`;
    else if (complaints.length > 0) yield [`failed   ${name}:`, ...complaints].join('\n  ');
    else yield `ok       ${name}`;
  }
}

function typeset({ head = '', list, tool }: Style, bib: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'interphase-works-'));
  const run = (program: string, ...args: string[]): string[] => {
    const { status, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    const said = stdout.split('\n');
    return [
      ...said.filter((line) => /^(?:Warning--|WARN|ERROR|!)/.test(line)),
      ...(status === 0 ? [] : [`${program} gives up`]),
    ];
  };
  try {
    writeFileSync(join(folder, 'works.bib'), bib);
    writeFileSync(
      join(folder, 'a.tex'),
      `\\documentclass{article}\n\\usepackage[T1]{fontenc}\n${head}\\begin{document}\nAll.\\nocite{*}\n${list}\\end{document}\n`,
    );
    const latex = ['pdflatex', '-interaction=nonstopmode', '-halt-on-error', 'a.tex'] as const;
    const complaints = [...run(...latex), ...run(tool, 'a'), ...run(...latex)];
    const printed = readFileSync(join(folder, 'a.bbl'), 'utf8');
    return complaints.length > 0 || printed.length > bib.length / 4
      ? complaints
      : ['the list is shorter than its works'];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
