import type { Insertion } from '../../../base/edit';
import type { Span } from '../../../base/span';
import type { CitationUse } from '../../../text/parsedFile';

/** How a manuscript cites. */
export interface CitationForm {
  /** A mark of its own that cites `keys`, without the space before it. */
  mark(keys: readonly string[]): string;
  /** A mark of which the authors’ names are part of the sentence: `\citet{a}`. Absent where the format or its packages have none. */
  textual?(keys: readonly string[]): string;
  /**
   * What cites `keys` in the group of a citation, whose locators stay with their works. Undefined where the citation takes no
   * other work: a mark of its own goes after it.
   */
  joined(use: CitationUse, keys: readonly string[]): Insertion | undefined;
  /** What completes a mark that the writer has begun at a caret and that cites nothing yet: `[@‸]`. Absent where none is read as text. */
  begun?(caret: number, keys: readonly string[]): Begun | undefined;
}

/** An insertion, and all of the mark that it completes. */
export interface Begun extends Insertion {
  readonly whole: Span;
}

/** Further keys for a list `a,b`, with the space after the comma that the list has. */
export function afterKeys({ keys }: CitationUse, source: string, added: readonly string[]): Insertion {
  const { end } = keys.at(-1)!.span;
  const separator = keys.length > 1 && /,\s/.test(source.slice(keys[0]!.span.end, keys[1]!.span.start)) ? ', ' : ',';
  return { at: end, text: added.map((key) => separator + key).join('') };
}

/** Keys that a citation has, or the numbers of a mark of numbers. */
export const citedKeys = ({ keys, span }: CitationUse, source: string): readonly string[] =>
  keys.length > 0 ? keys.map(({ key }) => key) : (source.slice(span.start, span.end).match(/\d+/g) ?? []);

/** The command that occurs most often, the first of equals; undefined where there are none. */
export function mostFrequent(commands: Iterable<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const command of commands) counts.set(command, (counts.get(command) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
