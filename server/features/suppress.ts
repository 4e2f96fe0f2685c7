import type { Edit } from '../rules/rule';
import type { Manuscript } from '../text/manuscript';

/** The comment line that switches a rule off for the line of a source offset; undefined where the format has no comments. */
export function suppressInLine(
  uri: string,
  { language, source }: Manuscript,
  offset: number,
  code: string,
): Edit | undefined {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(source.slice(start, offset))![0];
  const directive = `interphase-disable-next-line ${code}`;
  const comment = {
    latex: `% ${directive}`,
    markdown: `<!-- ${directive} -->`,
    typst: `// ${directive}`,
    plaintext: undefined,
  }[language];
  // A comment between two lines of a Markdown paragraph would end up in the text of a list or quote; at its start it is safe.
  return comment === undefined ? undefined : { uri, span: { start, end: start }, newText: `${indent}${comment}\n` };
}
