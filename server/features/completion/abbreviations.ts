import { eachWord } from '../../base/words';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { startsSentence } from '../../rules/editing/neighbours';
import { capitalised, uncapitalised } from '../../rules/editing/spelling';
import { FORMATS } from '../../text';
import type { ManuscriptContext } from '../../workspace/workspace';
import type { Suggestion } from './completion';

/** So far back a long form can begin. */
const REACH = 80;

/** So much of a long form must be typed before the short one is offered. */
const ENOUGH = 5;

/** Forms of the manuscript's abbreviations that begin with what stands before the caret. */
export function suggestAbbreviations({ file, manuscript }: ManuscriptContext, offset: number): Suggestion[] {
  const { prose, language, source } = file.parsed;
  const caret = proseBehind(offset, file.parsed);
  if (caret === undefined) return [];
  const from = Math.max(prose.blockAt(caret - 1)?.start ?? caret, caret - REACH);
  const suggestions: Suggestion[] = [];
  const add = (kind: Suggestion['kind'], start: number, newText: string, label: string, detail: string) => {
    const replace = { start: prose.toSource({ start, end: caret }).start, end: offset };
    const typed = source.slice(replace.start, replace.end);
    // Markup or a line end within the typed words would have to be replaced with them.
    if (typed !== prose.text.slice(start, caret)) return;
    const filterText = typed + newText.slice(typed.length);
    suggestions.push({ kind, label, detail, replace, newText: FORMATS[language].escape(newText), filterText });
  };
  const known = [...manuscript.abbreviations.all].flatMap(
    ({ short }) => manuscript.abbreviations.expansion(short) ?? [],
  );
  for (const start of wordStarts(prose.text, from, caret)) {
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

/** A definition that is being typed is none yet. */
const isElsewhere =
  (uri: string, offset: number) =>
  ({ file, source }: PlacedDefinition): boolean =>
    file.uri !== uri || offset < source.start || source.end < offset;

/** Prose offset of a caret directly after a character that is read; undefined in comments, commands and keys. */
function proseBehind(offset: number, { prose }: ManuscriptContext['file']['parsed']): number | undefined {
  const last = offset === 0 ? undefined : prose.toProse(offset - 1);
  if (last === undefined || last >= prose.text.length) return undefined;
  const { start, end } = prose.toSource({ start: last, end: last + 1 });
  return start <= offset - 1 && end >= offset && prose.settingAt(last) !== 'math' ? last + 1 : undefined;
}

/** Starts of the words before the caret, the nearest first; none where the caret stands after no word. */
function wordStarts(text: string, from: number, caret: number): number[] {
  const starts: number[] = [];
  let end = from;
  eachWord(text, from, caret, (start, close) => {
    // `VDF` of `PVDF` that began before the reach is not a word.
    if (start > from || start === 0 || !/[\p{L}\p{N}]/u.test(text[start - 1]!)) starts.push(start);
    end = close;
  });
  return end === caret ? starts.reverse() : [];
}
