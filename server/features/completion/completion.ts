import type { Span } from '../../base/span';
import type { ManuscriptContext } from '../../workspace/workspace';
import { suggestAbbreviations } from './abbreviations';
import { suggestCitations } from './citations';
import { suggestEntries, suggestKeys } from './glossaryKeys';

/** Something to type at the caret, best first among others. */
export interface Suggestion {
  readonly kind: 'short-form' | 'long-form' | 'reference' | 'entry-type' | 'field' | 'journal' | 'glossary-key';
  readonly label: string;
  /** What the label stands for. */
  readonly detail: string;
  /** What was typed of it so far. */
  readonly replace: Span;
  readonly newText: string;
  /** What the editor compares with the typed text; begins with it, so that nothing is sorted out again. */
  readonly filterText: string;
  /** Names a reference, to ask for more about it. */
  readonly id?: string;
}

export interface CompletionOptions {
  readonly abbreviations: boolean;
  readonly citations: boolean;
}

/** What could be meant at a source offset: keys within a citation or a macro of a glossary, forms of abbreviations in the text. */
export function completionsAt(
  context: ManuscriptContext,
  offset: number,
  options: CompletionOptions,
): readonly Suggestion[] {
  const keys = suggestKeys(context, offset);
  if (keys) return options.abbreviations ? keys : [];
  const citations = suggestCitations(context, offset);
  if (citations) {
    const entries = options.abbreviations ? suggestEntries(context, offset) : [];
    return options.citations ? [...entries, ...citations()] : entries;
  }
  return options.abbreviations ? suggestAbbreviations(context, offset) : [];
}
