import type { Span } from '../../base/span';
import { eachWord } from '../../base/words';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { ParsedFile } from '../../text/parsedFile';
import type { Prose } from '../../text/prose';

/** The words of prose that end at the caret. */
export interface TypedWords {
  /** In the prose. */
  readonly caret: number;
  /** Where a word before the caret starts, the nearest first. */
  readonly starts: readonly number[];
  /** The source from such a start to the caret; undefined where markup or a line end would have to be replaced with it. */
  readonly replacing: (start: number) => Span | undefined;
}

/** So far back what is being typed can begin. */
const REACH = 80;

/** Undefined where the caret is after no word of prose: in comments, commands and keys, in formulas and cells. */
export function typedWords({ parsed }: FileAnalysis, offset: number): TypedWords | undefined {
  const { prose, source } = parsed;
  const caret = proseBefore(offset, parsed);
  if (caret === undefined) return undefined;
  const from = Math.max(prose.blockAt(caret - 1)?.start ?? caret, caret - REACH);
  const starts = wordStarts(prose.text, from, caret);
  if (starts.length === 0 || isInNotation(prose, starts[0]!, caret)) return undefined;
  return {
    caret,
    starts,
    replacing(start) {
      const replace = { start: prose.toSource({ start, end: caret }).start, end: offset };
      return source.slice(replace.start, replace.end) === prose.text.slice(start, caret) ? replace : undefined;
    },
  };
}

/** Prose offset of a caret directly after a character that is read; undefined in comments, commands and keys. */
function proseBefore(offset: number, { prose }: ParsedFile): number | undefined {
  const last = offset === 0 ? undefined : prose.toProse(offset - 1);
  if (last === undefined || last >= prose.text.length) return undefined;
  const { start, end } = prose.toSource({ start: last, end: last + 1 });
  return start <= offset - 1 && end >= offset ? last + 1 : undefined;
}

/** Starts of the words before the caret, the nearest first; none where the caret is after no word. */
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

/** True in math and chemistry, after a lowered or raised character, and for a layer of a cell. */
function isInNotation(prose: Prose, start: number, caret: number): boolean {
  if (/[|‖∥∣¦ǁ] ?$/.test(prose.text.slice(Math.max(0, start - 2), start))) return true;
  for (let at = start; at < caret; at++) {
    if (prose.settingAt(at) !== 'text' || prose.scriptAt(at) !== 'normal') return true;
  }
  return false;
}
