import type { FormatId, ParsedFile } from '../../../text';
import type { CitationForm } from './form';
import { type CiteCommand, latexForm } from './latex';
import { markdownForm } from './markdown';
import { numberedForm } from './numbered';
import { typstForm } from './typst';

export {
  type Begun,
  type CitationForm,
  type CitationNote,
  type CitedWork,
  citedKeys,
  hasNote,
  keysOf,
  mostFrequent,
} from './form';
export type { CiteCommand } from './latex';
export { digitsOf, isNumeric, numberMarks, RAISED_DIGITS } from './numbered';

/** How a manuscript cites. In LaTeX `command` counts; `numbers` are those in brackets of a list of works that stands in the text. */
export function citationForm(parsed: ParsedFile, command: CiteCommand | 'numbers'): CitationForm {
  if (command === 'numbers') return numberedForm(parsed.source);
  return FORMS[parsed.format](parsed, command);
}

/** Plain text has no keys: it cites by the numbers of its list. */
const FORMS: Readonly<Record<FormatId, (parsed: ParsedFile, command: CiteCommand) => CitationForm>> = {
  latex: latexForm,
  markdown: markdownForm,
  typst: typstForm,
  plaintext: ({ source }) => numberedForm(source),
};
