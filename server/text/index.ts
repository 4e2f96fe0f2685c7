import { readLatex } from './latex/latex';
import type { Manuscript, ManuscriptLanguage } from './manuscript';
import { readMarkdown } from './markdown/reader';
import { readPlainText } from './plaintext';
import { readTypst } from './typst/reader';

export { readLatexPackage } from './latex/latex';
export { expandPath } from './latex/paths';
export type { Manuscript, ManuscriptLanguage } from './manuscript';
export { BOOK_FILES, readBook } from './markdown/book';
export type { Prose } from './prose';

const READERS: Record<ManuscriptLanguage, (source: string, context: string) => Manuscript> = {
  latex: readLatex,
  markdown: readMarkdown,
  typst: readTypst,
  plaintext: readPlainText,
};

/**
 * Reads one file of a manuscript. Never throws: broken markup is read as far as it goes. `context` holds the `definitions`
 * of the files that it is read with, one after the other; its own count before them.
 */
export const readManuscript = (language: ManuscriptLanguage, source: string, context = ''): Manuscript =>
  READERS[language](source, context);
