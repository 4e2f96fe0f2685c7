import type { Edit, Insertion } from '../../base/edit';
import type { FileReference, ParsedFile } from '../parsedFile';
import type { Bond } from './bond';
import type { CitationForm } from './form';

/** A file of a manuscript with what its markup says. */
export interface SourceFile {
  readonly uri: string;
  readonly parsed: ParsedFile;
}

/** A command of LaTeX that is set for new citations; `auto` is the one that the manuscript uses. */
export type CiteCommand = 'auto' | 'cite' | 'citep' | 'autocite' | 'parencite';

export interface PlainKeys {
  has(key: string): boolean;
  /** Which they are: `in Typst: letters and digits only`. */
  readonly words: string;
}

/** What names a work where it is cited: its key, its number in a list of the text, or either. */
export type WorkName = 'key' | 'number' | 'either';

/** How works are cited in a format: what a mark looks like, where none goes, how the bibliography is named. */
export interface Citing {
  readonly worksBy: WorkName;
  /** Labels of the text that are referred to as works are cited, each in the first group that matched; absent where none are. */
  readonly labels?: RegExp;
  /** How a manuscript of the format cites. `command` counts in LaTeX. */
  form(parsed: ParsedFile, command: CiteCommand): CitationForm;
  /** Where the key begins that is typed at the end of a text, in a citation; undefined where none is. */
  keyStart(before: string, files: readonly SourceFile[]): number | undefined;
  /** Keys that are cited as they are, where others are quoted or cannot be cited. */
  readonly plainKeys?: PlainKeys;
  /** What parts a mark from the word before it, where the manuscript has no other habit. */
  readonly lead: ' ' | '~';
  /** True where a mark without the space before it would be a part of the word. */
  readonly needsLead: boolean;
  /** True where only an empty line ends a paragraph: a heading, a list or a fence right below another one is text of it. */
  readonly needsEmptyLines: boolean;
  /** What the markup holds together, so that nothing goes between. */
  readonly bonds: readonly Bond[];
  /** False where the source takes no mark; `beginsBlock` where it would be a paragraph of its own. Absent where every place does. */
  takes?(source: string, mark: Insertion, beginsBlock: boolean): boolean;
  /** True where a mark would go on with the text that comes after it. */
  goesOn?(mark: string, following: string): boolean;
  /** The edits by which a manuscript that names no bibliography names this one, with a style where it needs one. */
  nameBibliography(files: readonly SourceFile[], main: SourceFile, uri: string): readonly Edit[];
  /** The edit by which the last bibliography that a file names gets one more beside it; undefined where it takes no list. */
  nameBeside?(uri: string, last: FileReference, path: string): Edit | undefined;
}
