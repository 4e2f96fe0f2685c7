import { startOfLine } from '../base/lines';
import type { Citing, SourceFile } from './citing/citing';
import type { FilePaths } from './filePaths';
import type { ParsedFile } from './parsedFile';

/** A row of an abbreviation list, both forms in the markup of the manuscript. */
export interface ListEntry {
  readonly short: string;
  readonly long: string;
}

/** A way to set indices and exponents, by its name. */
export type Markup = 'ce' | 'dollars' | 'upright' | 'macro' | 'tildes' | 'html' | 'function' | 'unicode';

/** How formulas are written. */
export interface FormulaWriting {
  /** Ways to set them that need no package, in the order in which they are offered. */
  readonly markups: readonly Markup[];
  /** How they are set where a manuscript has none yet. */
  usual(packages: ParsedFile['packages']): Markup;
  /** The macro of a chemistry package with what it is given; undefined where it cannot set an index that is not a number. */
  chemistry?(input: string, hasPlainIndices: boolean): string | undefined;
  /** Signs outside math that are not typed as themselves. */
  readonly signs?: Readonly<Record<string, string>>;
}

/** How the main file of a manuscript is told from its parts. */
export interface MainFile {
  /** What the text of a file holds where it includes others. */
  readonly including: RegExp;
  /** True where a main file is never a part of another file. */
  readonly isTop: boolean;
  /** True where a list of chapters in the folder, or in one above, may name the file. */
  readonly isListed: boolean;
  /** True for a file that others may be parts of. */
  isMain(parsed: ParsedFile): boolean;
  /** Path of the main file that a part names itself. */
  named?(parsed: ParsedFile): string | undefined;
  /** How a part names its main file, for messages. */
  readonly naming?: string;
}

/** How a file of the format holds what is not text. */
export interface Comments {
  /** A comment that may be a line of its own or end one. */
  write(text: string): string;
  /** True where a line with a comment ends the paragraph that it is in. */
  readonly cutsParagraph: boolean;
  /** The offset of the first line that may be a comment. */
  top(source: string): number;
}

/** Where keys of a glossary are typed: at the end of a text, which is given from some characters before. */
export interface EntryKeys {
  /** Where the key begins in a macro that uses an entry; undefined where none is typed. `files` may have macros of their own. */
  start(before: string, files: readonly SourceFile[]): number | undefined;
  /** The same in a reference that may also lead to a work. */
  startOfReference?(before: string): number | undefined;
  /** The entries that a reference may lead to, which is taken for a citation as long as they are not known; the key itself where absent. */
  namedBy?(reference: string): readonly string[];
}

/** True for a file that includes more than definitions. */
export const includesText = ({ includes }: ParsedFile): boolean =>
  includes.some(({ command }) => command !== '#import');

/** All that Interphase knows of a format of manuscripts: how it is told from others, read and written. */
export interface Format {
  /** Language ids of VS Code that start the extension. */
  readonly startedBy: readonly string[];
  /** Language ids of any editor, those among them. */
  readonly languageIds: readonly string[];
  /** Endings of file names, lowercase, without the dot. */
  readonly extensions: readonly string[];
  /** True where a file of the format is a manuscript without further signs: notes are written in Markdown, but not in LaTeX. */
  readonly isTypesetting: boolean;
  /** Never throws: broken markup is read as far as it goes. `context` holds the `definitions` of the files it is read with. */
  parse(source: string, context: string): ParsedFile;
  /** How a file of the format would declare the entries of a data file; absent where it reads them as they come. */
  declare?(entries: Pick<ParsedFile, 'declarations' | 'termKeys'>): string;
  /** Text that reads as itself in the markup. */
  escape(text: string): string;
  /** Absent where the format has no comments. */
  readonly comments?: Comments;
  readonly paths: FilePaths;
  readonly citing: Citing;
  /** Absent where no glossary can be used. */
  readonly entryKeys?: EntryKeys;
  /** How files of the format make up one manuscript; absent where each is one by itself. */
  readonly mainFile?: MainFile;
  readonly formulas: FormulaWriting;
  /** What begins the references where they are not a heading, or else ends the document; tried in this order. */
  readonly ends: readonly RegExp[];
  /** A list of abbreviations with its heading. `heading` is the mark of the heading that comes after it. */
  abbreviationList(entries: readonly ListEntry[], parsed: ParsedFile, heading: string | undefined): string;
}

/** The mark of the last heading that is not a subheading: the first may be the title. */
export function usualHeading({ source, prose }: ParsedFile, mark: '#' | '='): string {
  const marks = source.match(mark === '#' ? /^#{1,2}(?= )/gm : /^={1,2}(?= )/gm) ?? [];
  const counts = [mark, mark + mark].map((m) => marks.filter((found) => found === m).length);
  const title = prose.blocks.find(({ kind }) => kind === 'title');
  const isHeading = title && source[startOfLine(source, prose.toSource(title).start)] === mark;
  return counts[0]! > 1 || (counts[1] === 0 && !isHeading) ? mark : mark + mark;
}
