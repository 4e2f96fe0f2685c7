import { entex } from '../../bibliography/bibtex/entex';
import type { Cell, Table } from './table';

const TABLE_FORMATS = ['latex', 'markdown'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface WriteOptions {
  /** LaTeX command that cites, without the backslash. */
  readonly command: string;
  /** The key under which the manuscript cites a work. */
  readonly keyOf: (work: string) => string;
}

/** A table as the text of a manuscript, citations included; ends with a line break. */
export const writeTable = (table: Table, format: TableFormat, options: WriteOptions): string =>
  format === 'latex' ? latexTable(table, options) : markdownTable(table, options);

/** A `tabular` with the rules of the package booktabs. */
function latexTable({ head, rows, numeric }: Table, { command, keyOf }: WriteOptions): string {
  const cite = (sources: readonly string[]) => `~\\${command}{${sources.map(keyOf).join(',')}}`;
  const cell = ({ text, sources }: Cell) => texText(text) + (sources.length > 0 ? cite(sources) : '');
  const line = (cells: readonly string[]) => `  ${cells.join(' & ')} \\\\`;
  return [
    '% needs \\usepackage{booktabs}',
    `\\begin{tabular}{${head.map((_, i) => (numeric.has(i) ? 'r' : 'l')).join('')}}`,
    '  \\toprule',
    line(head.map(texText)),
    '  \\midrule',
    ...rows.map((row) => line(row.map(cell))),
    '  \\bottomrule',
    '\\end{tabular}',
    '',
  ].join('\n');
}

const texText = (text: string): string =>
  // A bracket at the start of a line would be read as the argument of `\\`.
  entex(text, true)
    .replace(/(\d) (?=[a-zA-ZÅΩ%{$])/g, '$1~')
    .replace(/^\[/, '{[}');

/** A pipe table with citations as Pandoc and Quarto read them. */
function markdownTable({ head, rows, numeric }: Table, { keyOf }: WriteOptions): string {
  const cite = (sources: readonly string[]) => ` [${sources.map((key) => `@${keyOf(key)}`).join('; ')}]`;
  const cell = ({ text, sources }: Cell) => markdownText(text) + (sources.length > 0 ? cite(sources) : '');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(markdownText)),
    line(head.map((_, i) => (numeric.has(i) ? '--:' : '---'))),
    ...rows.map((row) => line(row.map(cell))),
    '',
  ].join('\n');
}

/** What Markdown or Pandoc would take for markup; dots and dashes inside a cell are not, and stay readable. */
const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>|$@~^#&!{}]/g, '\\$&');
