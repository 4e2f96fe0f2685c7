import type { CiteCommand } from './citing/citing';
import type { CitationForm } from './citing/form';
import { numberedForm } from './citing/numbered';
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

/** How a manuscript cites. `numbers` are those in brackets of a list of works that is in the text. */
export const citationForm = (parsed: ParsedFile, command: CiteCommand | 'numbers'): CitationForm =>
  command === 'numbers' ? numberedForm(parsed.source) : FORMATS[parsed.format].citing.form(parsed, command);

/** What files define, as a file of the format is read with it. */
export function definitionsFor(format: FormatId, files: readonly ParsedFile[]): string {
  const { declare }: Format = FORMATS[format];
  return files
    .map((file) => (file.format !== format && declare ? declare(file) : file.definitions))
    .filter((definitions) => definitions !== '')
    .join('\n');
}
