import type { Format } from '../format';
import { latexCiting } from './citing';
import { latexEscape } from './escape';
import { latexPaths } from './filePaths';
import { readLatex } from './latex';
import { latexMainFile } from './mainFile';
import { latexEntryKeys } from './typedEntry';

export const latex: Format = {
  startedBy: ['latex'],
  languageIds: ['latex', 'tex', 'latex-expl3', 'rsweave'],
  extensions: ['tex', 'ltx', 'bbl'],
  isTypesetting: true,
  parse: readLatex,
  escape: latexEscape,
  comments: { write: (text) => `% ${text}`, cutsParagraph: false, top: () => 0 },
  paths: latexPaths,
  citing: latexCiting,
  entryKeys: latexEntryKeys,
  mainFile: latexMainFile,
  formulas: {
    markups: ['dollars', 'macro', 'upright'],
    usual: (packages) => (packages.has('mhchem') ? 'ce' : 'dollars'),
    chemistry: (input) => `\\ce{${input}}`,
    signs: { '−': '$-$', '·': '$\\cdot$' },
  },
  ends: [/\\(?:bibliography(?:style)?|printbibliography)\b/, /\\begin\{thebibliography\}/, /\\end\{document\}/],
  abbreviationList(entries, { packages }) {
    const [environment, row] = packages.has('acronym') ? ACRONYM : DESCRIPTION;
    const rows = entries.map(({ short, long }) => row(short, long)).join('\n');
    return `\\section*{Abbreviations}\n\\begin{${environment}}\n${rows}\n\\end{${environment}}`;
  },
};

type Rows = readonly [environment: string, row: (short: string, long: string) => string];

const ACRONYM: Rows = ['acronym', (short, long) => `  \\acro{${short}}{${long}}`];
const DESCRIPTION: Rows = ['description', (short, long) => `  \\item[${short}] ${long}`];
