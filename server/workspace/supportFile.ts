import { fileName } from '../base/uris';
import { readBibliography } from '../bibliography/read';
import type { AcronymEntry } from '../bibliography/reference';
import { BOOK_FILES, readBook, readLatexPackage } from '../text';
import type { AbbreviationDeclaration, ParsedFile } from '../text/parsedFile';
import { unread } from '../text/unread';

/**
 * True for a file that declares for a manuscript without being part of its text: a package or class of LaTeX (`.sty`, `.cls`), a glossary for
 * bib2gls (`.bib`), the list of chapters of a book (`_quarto.yml`).
 */
export const isSupportFile = (uri: string): boolean =>
  /\.(?:sty|cls|bib)$/i.test(uri) || BOOK_FILES.includes(fileName(uri));

export function readSupportFile(uri: string, source: string): ParsedFile {
  if (/\.(?:sty|cls)$/i.test(uri)) return readLatexPackage(source);
  if (BOOK_FILES.includes(fileName(uri))) return readBook(source);
  const acronyms = readBibliography(fileName(uri), source).acronyms ?? [];
  return {
    ...unread('latex', source),
    declarations: acronyms.filter(({ kind }) => kind === 'abbreviation').map(declared),
    definitions: acronyms.map((acronym) => asMacro(acronym, source)).join('\n'),
  };
}

function declared({ key, short, long, span, keySpan, shortSpan, longSpan }: AcronymEntry): AbbreviationDeclaration {
  const form = '@abbreviation';
  return { span, form, key, short, shortSpan: shortSpan ?? keySpan, long, longSpan: longSpan ?? keySpan };
}

/** The entry as a file of LaTeX would declare it. */
function asMacro({ key, short, long, shortSpan, longSpan }: AcronymEntry, source: string): string {
  const written = shortSpan ? source.slice(shortSpan.start, shortSpan.end) : short;
  const meant = longSpan ? source.slice(longSpan.start, longSpan.end) : long;
  return `\\newacronym{${key}}{${written}}{${meant}}`;
}
