import type { Manuscript, ManuscriptLanguage } from './manuscript';
import { readMarkdown } from './markdown/reader';
import { readPlainText } from './plaintext';

export type { Manuscript, ManuscriptLanguage } from './manuscript';
export type { Prose } from './prose';

const READERS: Record<ManuscriptLanguage, (source: string) => Manuscript> = {
  latex: readPlainText,
  markdown: readMarkdown,
  typst: readPlainText,
  plaintext: readPlainText,
};

/** Reads one file of a manuscript. Never throws: broken markup is read as far as it goes. */
export const readManuscript = (language: ManuscriptLanguage, source: string): Manuscript => READERS[language](source);
