import type { Span } from '../../base/span';
import { shortLabel } from '../../bibliography/format';
import type { BibliographyContext } from '../../workspace/workspace';
import { titleOf } from '../hover/reference';
import type { DocumentSymbol } from '../symbols';

/** One symbol an entry: its key, with authors, year and title. */
export const symbolsInBibliography = ({ bibliography }: BibliographyContext): DocumentSymbol[] =>
  bibliography.file.entries.map(({ reference, span, keySpan }) => ({
    kind: 'entry',
    name: reference.key,
    detail: [shortLabel(reference), titleOf(reference)].join(' · '),
    span,
    selection: keySpan,
    children: [],
  }));

/** Entries that run over lines can be folded. */
export const foldsInBibliography = ({ bibliography: { file, text } }: BibliographyContext): Span[] =>
  file.entries.map(({ span }) => span).filter(({ start, end }) => text.slice(start, end).includes('\n'));
