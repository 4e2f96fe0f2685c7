import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { startsSentence } from '../../rules/editing/neighbours';
import { capitalised, uncapitalised } from '../../rules/editing/spelling';
import { FORMATS } from '../../text';
import type { ManuscriptContext } from '../../workspace/workspace';
import type { Suggestion } from './completion';
import type { TypedWords } from './typedWords';

/** So much of a long form must be typed before the short one is offered. */
const ENOUGH = 5;

/** Forms of the manuscript's abbreviations that begin with what is before the caret. */
export function suggestAbbreviations(
  { file, manuscript }: ManuscriptContext,
  offset: number,
  { caret, starts, replacing }: TypedWords,
): Suggestion[] {
  const { prose, format } = file.parsed;
  const suggestions: Suggestion[] = [];
  const add = (kind: Suggestion['kind'], start: number, newText: string, label: string, detail: string) => {
    const replace = replacing(start);
    if (!replace) return;
    const filterText = prose.text.slice(start, caret) + newText.slice(caret - start);
    suggestions.push({ kind, label, detail, replace, newText: FORMATS[format].escape(newText), filterText });
  };
  const known = [...manuscript.abbreviations.all].flatMap(
    ({ short }) => manuscript.abbreviations.expansion(short) ?? [],
  );
  for (const start of starts) {
    const typed = prose.text.slice(start, caret).toLowerCase();
    for (const { definition } of known.filter(isElsewhere(file.uri, offset))) {
      const { short, long } = definition;
      if (mayBeShort(prose.text.slice(start, caret)) && short.toLowerCase().startsWith(typed)) {
        add('short-form', start, short, short, long);
      }
      if (typed.length >= ENOUGH && long.toLowerCase().startsWith(typed)) {
        add('short-form', start, short, short, long);
        const spelled = startsSentence(prose, start) ? capitalised(long) : uncapitalised(long, prose, manuscript);
        add('long-form', start, spelled.text, long, short);
      }
    }
  }
  return suggestions;
}

/** One small letter may begin any word. */
const mayBeShort = (typed: string): boolean => typed.length > 1 || /\p{Lu}/u.test(typed);

/** A definition that is being typed does not count yet. */
const isElsewhere =
  (uri: string, offset: number) =>
  ({ file, source }: PlacedDefinition): boolean =>
    file.uri !== uri || offset < source.start || source.end < offset;
