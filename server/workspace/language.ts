import type { FormatId } from '../text';

/** Language ids of editors, and endings of files, by the reader that reads them. */
const BY_LANGUAGE_ID: Readonly<Record<string, FormatId>> = {
  latex: 'latex',
  tex: 'latex',
  'latex-expl3': 'latex',
  rsweave: 'latex',
  markdown: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  myst: 'markdown',
  pandoc: 'markdown',
  typst: 'typst',
  plaintext: 'plaintext',
};

const BY_ENDING: Readonly<Record<string, FormatId>> = {
  tex: 'latex',
  ltx: 'latex',
  bbl: 'latex',
  md: 'markdown',
  markdown: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  typ: 'typst',
  txt: 'plaintext',
};

export const languageOfId = (languageId: string): FormatId | undefined => BY_LANGUAGE_ID[languageId];

export const languageOfPath = (path: string): FormatId | undefined =>
  BY_ENDING[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
