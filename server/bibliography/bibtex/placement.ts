import type { Entry } from '../reference';
import type { BibtexFile } from './parse';
import type { BibStyle } from './style';

export interface Placed {
  readonly offset: number;
  readonly newText: string;
}

/** Where a new entry goes: to its place in a file sorted by key, else behind the last one; with the file's blank lines. */
export function place(entry: string, key: string, text: string, { entries }: BibtexFile, style: BibStyle): Placed {
  const gap = style.newline.repeat(style.gap);
  if (text.trim() === '') return { offset: text.length, newText: entry + style.newline };
  const nextIndex = isSorted(entries) ? entries.findIndex((other) => compareKeys(other.reference.key, key) > 0) : -1;
  if (nextIndex === 0) return { offset: entries[0]!.span.start, newText: entry + gap };
  const previous = entries.at(nextIndex < 0 ? -1 : nextIndex - 1);
  if (!previous) return { offset: text.length, newText: missingBreaks(text, style) + entry + style.newline };
  const offset = endOfLine(text, previous.span.end);
  return { offset, newText: gap + entry + (offset === text.length ? style.newline : '') };
}

/** Three entries or more in the order of their keys are no accident. */
const isSorted = (entries: readonly Entry[]): boolean =>
  entries.length > 2 &&
  entries.every((entry, at) => at === 0 || compareKeys(entries[at - 1]!.reference.key, entry.reference.key) <= 0);

function compareKeys(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What is wanting to a blank line at the end of a file that holds comments only. */
const missingBreaks = (text: string, { newline }: BibStyle): string =>
  /\n\s*\n$/.test(text.slice(-20)) ? '' : text.endsWith('\n') ? newline : newline + newline;

/** Behind a comment that follows an entry on its line; directly behind the entry where something else follows. */
function endOfLine(text: string, from: number): number {
  const rest = /^[ \t]*(?:%[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(from, from + 1000));
  return from + (rest?.[0].length ?? 0);
}
