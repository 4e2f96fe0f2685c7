import type { Entry } from '../reference';
import type { BibtexFile } from './parse';
import { sortedPlace } from './sorting';
import type { BibStyle } from './style';

export interface Placed {
  readonly offset: number;
  readonly newText: string;
}

/**
 * Where a new entry goes: to its place in a file sorted by key, else after the last one; with the file's empty lines. Never
 * after an entry that is broken: BibTeX takes what follows for a part of it.
 */
export function place(entry: string, key: string, text: string, file: BibtexFile, style: BibStyle): Placed {
  const gap = style.newline.repeat(style.gap);
  if (text.trim() === '') return { offset: text.length, newText: entry + style.newline };
  const { brokenAt = text.length } = file;
  const whole = file.entries.filter(({ span }) => span.start < brokenAt);
  const index = sortedPlace(
    file.entries.map(({ reference }) => reference.key),
    key,
  );
  const at = Math.min(index ?? whole.length, whole.length);
  if (at > 0) return after(whole[at - 1]!, entry, text, style);
  const next = file.entries[0]?.span.start ?? brokenAt;
  if (Math.min(next, brokenAt) < text.length) return { offset: Math.min(next, brokenAt), newText: entry + gap };
  return { offset: text.length, newText: missingBreaks(text, style) + entry + style.newline };
}

function after({ span }: Entry, entry: string, text: string, style: BibStyle): Placed {
  const offset = endOfLine(text, span.end);
  const gap = style.newline.repeat(style.gap);
  return { offset, newText: gap + entry + (offset === text.length ? style.newline : '') };
}

/** What is missing to an empty line at the end of a file that holds comments only. */
const missingBreaks = (text: string, { newline }: BibStyle): string =>
  /\n\s*\n$/.test(text.slice(-20)) ? '' : text.endsWith('\n') ? newline : newline + newline;

/** After a comment that follows an entry on its line; directly after the entry where something else follows. */
function endOfLine(text: string, from: number): number {
  const rest = /^[ \t]*(?:%[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(from, from + 1000));
  return from + (rest?.[0].length ?? 0);
}
