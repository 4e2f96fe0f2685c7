import { readLatex } from './latex/latex';
import { readMarkdown } from './markdown/reader';
import type { FormatId, ParsedFile } from './parsedFile';
import { readPlainText } from './plaintext';
import { readTypst } from './typst/reader';

export { readLatexPackage } from './latex/latex';
export { expandPath } from './latex/paths';
export { BOOK_FILES, readBook } from './markdown/book';
export type { FormatId, ParsedFile } from './parsedFile';
export type { Prose } from './prose';

const READERS: Record<FormatId, (source: string, context: string) => ParsedFile> = {
  latex: readLatex,
  markdown: readMarkdown,
  typst: readTypst,
  plaintext: readPlainText,
};

/**
 * Reads one file of a manuscript. Never throws: broken markup is read as far as it goes. `context` holds the `definitions`
 * of the files that it is read with, one after the other; its own count before them.
 */
export const parseFile = (language: FormatId, source: string, context = ''): ParsedFile =>
  READERS[language](source, context);
