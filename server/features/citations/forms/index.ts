import type { Manuscript } from '../../../text/manuscript';
import type { CitationForm } from './form';
import { type CiteCommand, latexForm } from './latex';
import { markdownForm } from './markdown';
import { plaintextForm } from './plaintext';
import { typstForm } from './typst';

export type { CitationForm, Insertion } from './form';
export type { CiteCommand } from './latex';

/** How a manuscript cites; `command` counts in LaTeX. */
export function citationForm(manuscript: Manuscript, command: CiteCommand): CitationForm {
  switch (manuscript.language) {
    case 'latex':
      return latexForm(manuscript, command);
    case 'markdown':
      return markdownForm(manuscript);
    case 'typst':
      return typstForm;
    case 'plaintext':
      return plaintextForm;
  }
}
