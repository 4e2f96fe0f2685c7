import { startOfLine } from '../base/lines';
import type { Citing } from './citing/citing';
import type { AbbreviationDeclaration, ParsedFile } from './parsedFile';

/** A row of an abbreviation list, both forms in the markup of the manuscript. */
export interface ListEntry {
  readonly short: string;
  readonly long: string;
}

/** A way to set indices and exponents, by its name. */
export type Markup = 'ce' | 'dollars' | 'upright' | 'macro' | 'tildes' | 'html' | 'function' | 'unicode';

/** All that Interphase knows of a format of manuscripts: how it is told from others, read and written. */
export interface Format {
  /** Language ids of editors. */
  readonly languageIds: readonly string[];
  /** Endings of file names, lowercase, without the dot. */
  readonly extensions: readonly string[];
  /** True where a file of the format is a manuscript without further signs: notes are written in Markdown, but not in LaTeX. */
  readonly isTypesetting: boolean;
  /** Never throws: broken markup is read as far as it goes. `context` holds the `definitions` of the files it is read with. */
  parse(source: string, context: string): ParsedFile;
  /** How a file of the format would declare the abbreviations of a data file; absent where it reads them as they come. */
  declare?(declarations: readonly AbbreviationDeclaration[]): string;
  /** Text that reads as itself in the markup. */
  escape(text: string): string;
  /** A line that is not read as text; absent where the format has no comments. */
  comment?(text: string): string;
  readonly citing: Citing;
  /** What a file of the format holds where it includes others. */
  readonly including: RegExp;
  /** Ways to set formulas that need no package, in the order in which they are offered. */
  readonly formulaMarkups: readonly Markup[];
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
