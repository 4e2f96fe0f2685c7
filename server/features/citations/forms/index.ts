import type { NumberMark } from '../../../bibliography/list/numbered';
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
  keysOf,
  mostFrequent,
} from './form';
export type { CiteCommand } from './latex';
export { isNumeric } from './numbered';

/** How a manuscript cites: in LaTeX by a command, or by numbers of a list of works that stands in the text. */
export function citationForm(parsed: ParsedFile, by: CiteCommand | NumberMark): CitationForm {
  return typeof by === 'string' ? FORMS[parsed.format](parsed, by) : numberedForm(parsed.source, by);
}

/** Plain text has no keys: it cites by the numbers of its list. */
const FORMS: Readonly<Record<FormatId, (parsed: ParsedFile, command: CiteCommand) => CitationForm>> = {
  latex: latexForm,
  markdown: markdownForm,
  typst: typstForm,
  plaintext: ({ source }) => numberedForm(source),
};
