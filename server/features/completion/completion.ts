import type { SourceSpan } from '../../base/span';
import type { ManuscriptContext } from '../../workspace/workspace';
import { suggestAbbreviations } from './abbreviations';
import { suggestCitations } from './citations';
import { suggestEntries, suggestKeys } from './glossaryKeys';
import { suggestSpecies } from './species';
import { typedWords } from './typedWords';

/** Something to type at the caret, best first among others. */
export interface Suggestion {
  readonly kind:
    | 'short-form'
    | 'long-form'
    | 'reference'
    | 'entry-type'
    | 'field'
    | 'journal'
    | 'glossary-key'
    | 'species';
  readonly label: string;
  /** What the label stands for. */
  readonly detail: string;
  /** What was typed of it so far. */
  readonly replace: SourceSpan;
  readonly newText: string;
  /** What the editor compares with the typed text; begins with it, so that nothing is sorted out again. */
  readonly filterText: string;
  /** Names a reference, to ask for more about it. */
  readonly id?: string;
  /** Id of a species, to ask for its card. */
  readonly species?: string;
}

export interface CompletionOptions {
  readonly abbreviations: boolean;
  readonly citations: boolean;
  readonly species: boolean;
}

/** What could be meant at a source offset: keys within a citation or a macro of a glossary, forms of abbreviations and species in the text. */
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
  const words = typedWords(context.file, offset);
  if (!words) return [];
  const own = options.abbreviations ? suggestAbbreviations(context, offset, words) : [];
  return [...own, ...(options.species ? withoutRepeats(suggestSpecies(context, words), own) : [])];
}

/** What the manuscript defines itself is not offered once more. */
const withoutRepeats = (species: readonly Suggestion[], own: readonly Suggestion[]): readonly Suggestion[] =>
  species.filter(({ newText }) => !own.some((other) => other.newText === newText));
