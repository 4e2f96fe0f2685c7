import type { Insertion } from '../../base/edit';
import type { Refusal } from '../../base/refusal';
import type { Span } from '../../base/span';
import { withoutLocator } from '../citationMarks';
import type { CitationUse } from '../parsedFile';

/** What is printed with a work in its citation, as plain text. */
export interface CitationNote {
  /** Before the work: `see`. */
  readonly prefix?: string;
  /** Where in the work: `p. 3`. */
  readonly locator?: string;
}

/** A work to be cited. Its note is about no other work. */
export interface CitedWork extends CitationNote {
  readonly key: string;
  /** Other keys that it may be cited by already. */
  readonly aliases?: readonly string[];
}

/** How a manuscript cites. */
export interface CitationForm {
  /**
   * Marks of their own that cite the works, without the space before them: one, or several where the notes do not go into one.
   * Refused where the format or its packages have no place for a note.
   */
  marks(works: readonly CitedWork[]): readonly string[] | Refusal;
  /** Marks of which the authors’ names are part of the sentence: `\citet{a}`. Absent where the format or its packages have none. */
  textual?(works: readonly CitedWork[]): readonly string[] | Refusal;
  /**
   * What cites the works in the group of a citation, whose locators stay with their works. Undefined where the citation takes no
   * such work: a mark of its own goes after it.
   */
  joined(use: CitationUse, works: readonly CitedWork[]): readonly Insertion[] | undefined;
  /** True for a citation that is not part of its sentence, so that it may be about what others beside it are about: not `\citet{a}`. */
  isBracketed(use: CitationUse): boolean;
  /** What completes a mark that the writer has begun at a caret and that cites nothing yet: `[@‸]`. Absent where none is read as text. */
  begun?(caret: number, works: readonly CitedWork[]): Begun | undefined;
}

export const hasNote = ({ prefix, locator }: CitationNote): boolean => prefix !== undefined || locator !== undefined;

export const keysOf = (works: readonly CitedWork[]): readonly string[] => works.map(({ key }) => key);

/** Each work with a note alone, and those without between them together. */
export function apart(works: readonly CitedWork[]): readonly (readonly CitedWork[])[] {
  const groups: CitedWork[][] = [];
  for (const work of works) {
    const last = groups.at(-1);
    if (last && ![...last, work].some(hasNote)) last.push(work);
    else groups.push([work]);
  }
  return groups;
}

/** Why a prefix is not written, and what to do instead. */
export const noPrefix = (form: string, prefix: string): Refusal => ({
  refused: `${form} takes no words before a work here: write “${prefix}” into the sentence.`,
});

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
  keys.length > 0
    ? keys.map(({ key }) => key)
    : (withoutLocator(source.slice(span.start, span.end)).match(/\d+/g) ?? []);

/** The command that occurs most often, the first of equals; undefined where there are none. */
export function mostFrequent(commands: Iterable<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const command of commands) counts.set(command, (counts.get(command) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Where the key of `@Peled` begins that ends a text; undefined where none does. */
export function bareKey(before: string): number | undefined {
  const at = before.lastIndexOf('@');
  if (at < 0 || /[^\p{L}\p{N}_:.#$%&+?~/-]/u.test(before.slice(at + 1))) return undefined;
  return /[\p{L}\p{N}]/u.test(before[at - 1] ?? '') ? undefined : at + 1;
}
