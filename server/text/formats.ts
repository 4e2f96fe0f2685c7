import type { CiteCommand, SourceFile } from './citing/citing';
import type { CitationForm } from './citing/form';
import { type NumberMark, numberedForm } from './citing/numbered';
import type { FilePaths, Naming } from './filePaths';
import type { Format } from './format';
import { latex } from './latex/format';
import { markdown } from './markdown/format';
import type { ParsedFile } from './parsedFile';
import { plaintext } from './plaintext/format';
import { typst } from './typst/format';

/** A new format is a folder and a line here. */
export const FORMATS = { latex, markdown, typst, plaintext } as const satisfies Readonly<Record<string, Format>>;

export type FormatId = keyof typeof FORMATS;

export const isFormatId = (value: unknown): value is FormatId =>
  typeof value === 'string' && Object.hasOwn(FORMATS, value);

const ids = Object.keys(FORMATS) as readonly FormatId[];

export const formatOfLanguage = (languageId: string): FormatId | undefined =>
  ids.find((id) => FORMATS[id].languageIds.includes(languageId));

export function formatOfPath(path: string): FormatId | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return ids.find((id) => FORMATS[id].extensions.includes(ending));
}

/**
 * Reads one file of a manuscript. Never throws: broken markup is read as far as it goes. `context` holds the `definitions`
 * of the files that it is read with, one after the other; its own count before them.
 */
export const parseFile = (format: FormatId, source: string, context = ''): ParsedFile =>
  FORMATS[format].parse(source, context);

/** How a manuscript cites: by keys, or by numbers in brackets of a list of works that is in the text. */
export const citationForm = (parsed: ParsedFile, by: CiteCommand | NumberMark): CitationForm =>
  typeof by === 'string' ? FORMATS[parsed.format].citing.form(parsed, by) : numberedForm(parsed.source, by);

/** What files define, as a file of the format is read with it. */
export function definitionsFor(format: FormatId, files: readonly ParsedFile[]): string {
  const { declare }: Format = FORMATS[format];
  return files
    .map((file) => (file.format !== format && declare ? declare(file) : file.definitions))
    .filter((definitions) => definitions !== '')
    .join('\n');
}

export const pathsOf = ({ parsed }: SourceFile): FilePaths => FORMATS[parsed.format].paths;

/** A file as one that names others. `files` are those of its manuscript, the main file first. */
export const namingFile = (by: SourceFile, files: readonly SourceFile[]): Naming => ({
  by,
  root: files[0]!,
  definitions: () =>
    definitionsFor(
      files[0]!.parsed.format,
      files.map(({ parsed }) => parsed),
    ),
});
