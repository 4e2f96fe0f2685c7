import { fileName } from '../base/uris';
import { readBibliography } from '../bibliography/read';
import type { AcronymEntry } from '../bibliography/reference';
import { GLOSSARY_ENDINGS, readBook, readGlossaryFile, readLatexPackage, SETTINGS_FILES } from '../text';
import type { AbbreviationDeclaration, ParsedFile } from '../text/parsedFile';
import { unread } from '../text/unread';

/**
 * True for a file that declares for a manuscript without being part of its text: a package or class of LaTeX (`.sty`, `.cls`), a
 * glossary for bib2gls (`.bib`), the settings of a project (`_quarto.yml`), abbreviations as data (`.yml`, `.json`, `.toml`, `.csv`).
 */
export const isSupportFile = (uri: string): boolean => /\.(?:sty|cls|bib)$/i.test(uri) || GLOSSARY_ENDINGS.test(uri);

export function readSupportFile(uri: string, source: string): ParsedFile {
  if (/\.(?:sty|cls)$/i.test(uri)) return readLatexPackage(source);
  if (SETTINGS_FILES.includes(fileName(uri))) return readBook(source);
  if (GLOSSARY_ENDINGS.test(uri)) return readGlossaryFile(fileName(uri), source);
  const acronyms = readBibliography(fileName(uri), source).acronyms ?? [];
  return {
    ...unread('latex', source),
    declarations: acronyms.filter(isAbbreviation).map(declared),
    termKeys: new Set(acronyms.filter((entry) => !isAbbreviation(entry)).map(({ key }) => key)),
    definitions: acronyms.map((acronym) => asMacro(acronym, source)).join('\n'),
  };
}

const isAbbreviation = ({ kind }: AcronymEntry): boolean => kind === 'abbreviation';

function declared({ key, short, long, span, keySpan, shortSpan, longSpan }: AcronymEntry): AbbreviationDeclaration {
  const form = '@abbreviation';
  return { span, form, key, keySpan, short, shortSpan: shortSpan ?? keySpan, long, longSpan: longSpan ?? keySpan };
}

/** The entry as a file of LaTeX would declare it. */
function asMacro({ key, short, long, shortSpan, longSpan }: AcronymEntry, source: string): string {
  const written = shortSpan ? source.slice(shortSpan.start, shortSpan.end) : short;
  const meant = longSpan ? source.slice(longSpan.start, longSpan.end) : long;
  return `\\newacronym{${key}}{${written}}{${meant}}`;
}
