import type { Edit } from '../base/edit';
import { startOfLine } from '../base/lines';
import { touches } from '../base/span';
import { FORMATS, type FormatId, type ParsedFile } from '../text';
import type { BibliographyContext } from '../workspace/workspace';

/** The comment line that switches a rule off for the line of a source offset; undefined where the format has no comments. */
export function suppressInLine(uri: string, parsed: ParsedFile, offset: number, code: string): Edit | undefined {
  const { language, source } = parsed;
  const start = startOfLine(source, offset);
  const indent = /^[ \t]*/.exec(source.slice(start, offset))![0];
  // A comment between two lines of a Markdown paragraph would end up in the text of a list or quote; at its start it is safe.
  return commentLine(uri, language, start, `interphase-disable-next-line ${code}`, indent);
}

/** The comment line that switches a rule off for the whole file, at its top but behind front matter. */
export const suppressInFile = (uri: string, { language, source }: ParsedFile, code: string): Edit | undefined =>
  commentLine(uri, language, afterFrontMatter(language, source), `interphase-disable-file ${code}`);

/** The comment before an entry of a .bib that switches a rule off for it. */
export function suppressInEntry({ bibliography }: BibliographyContext, offset: number, code: string): Edit | undefined {
  const { uri, text, file } = bibliography;
  const entry = file.entries.find(({ span }) => touches(span, offset));
  const start = startOfLine(text, entry?.span.start ?? offset);
  return { uri, span: { start, end: start }, newText: `% interphase-disable-next-line ${code}\n` };
}

/** The comment at the top of a .bib that switches a rule off in it. */
export const suppressInBibliography = ({ bibliography: { uri } }: BibliographyContext, code: string): Edit => ({
  ...{ uri, span: { start: 0, end: 0 } },
  newText: `% interphase-disable-file ${code}\n`,
});

function commentLine(uri: string, language: FormatId, at: number, directive: string, indent = ''): Edit | undefined {
  const comment = FORMATS[language].comment?.(directive);
  return comment === undefined ? undefined : { uri, span: { start: at, end: at }, newText: `${indent}${comment}\n` };
}

function afterFrontMatter(language: FormatId, source: string): number {
  if (language !== 'markdown' || !/^---\r?\n/.test(source)) return 0;
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(4));
  const end = close ? source.indexOf('\n', 4 + close.index) : -1;
  return end < 0 ? 0 : end + 1;
}
