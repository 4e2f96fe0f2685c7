import type { Manuscript } from '../../../text/manuscript';
import type { CitationForm } from './form';
import { type CiteCommand, latexForm } from './latex';
import { markdownForm } from './markdown';
import { numberedForm } from './numbered';
import { typstForm } from './typst';

export { type CitationForm, citedKeys, type Insertion, mostFrequent } from './form';
export type { CiteCommand } from './latex';
export { isNumeric } from './numbered';

/** How a manuscript cites. In LaTeX `command` counts; `numbers` are those of a list of works that stands in the text. */
export function citationForm(manuscript: Manuscript, command: CiteCommand | 'numbers'): CitationForm {
  if (command === 'numbers') return numberedForm(manuscript.source);
  switch (manuscript.language) {
    case 'latex':
      return latexForm(manuscript, command);
    case 'typst':
      return typstForm;
    default:
      return markdownForm(manuscript);
  }
}
