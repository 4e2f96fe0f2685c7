import type { Edit, Insertion } from '../base/edit';
import { endOfLine, startOfLine, withLineEndsOf } from '../base/lines';
import { touches } from '../base/span';
import type { FileCandidates } from '../manuscript/fileCandidates';
import { FORMATS } from '../text';
import type { Format } from '../text/format';
import type { BibliographyContext, ManuscriptContext } from '../workspace/workspace';
import { Reread } from './reread';

/**
 * The comment that switches a rule off for the line of a source offset: on a line of its own, or at the end of that line where
 * a paragraph would be cut. Undefined where neither is read as a comment.
 */
export function suppressInLine(context: ManuscriptContext, offset: number, code: string): Edit | undefined {
  const { source, format } = context.file.parsed;
  const { comments }: Format = FORMATS[format];
  if (!comments) return undefined;
  const [start, end] = [startOfLine(source, offset), endOfLine(source, offset)];
  const indent = /^[ \t]*/.exec(source.slice(start, offset))![0];
  const cuts = comments.cutsParagraph && source.slice(startOfLine(source, start - 1), start).trim() !== '';
  return proved(context, [
    ...(cuts ? [] : [{ at: start, text: `${indent}${comments.write(`interphase-disable-next-line ${code}`)}\n` }]),
    { at: source[end - 1] === '\r' ? end - 1 : end, text: ` ${comments.write(`interphase-disable-line ${code}`)}` },
  ]);
}

/** The comment that switches a rule off for the whole file, at its top but after front matter. */
export function suppressInFile(context: ManuscriptContext, code: string): Edit | undefined {
  const { source, format } = context.file.parsed;
  const { comments }: Format = FORMATS[format];
  if (!comments) return undefined;
  const text = `${comments.write(`interphase-disable-file ${code}`)}\n`;
  return proved(context, [{ at: comments.top(source), text }]);
}

/** The comment before an entry of a .bib that switches a rule off for it. */
export function suppressInEntry({ bibliography }: BibliographyContext, offset: number, code: string): Edit | undefined {
  const { uri, text, file } = bibliography;
  const entry = file.entries.find(({ span }) => touches(span, offset));
  const start = startOfLine(text, entry?.span.start ?? offset);
  return {
    uri,
    span: { start, end: start },
    newText: withLineEndsOf(text, `% interphase-disable-next-line ${code}\n`),
  };
}

/** The comment at the top of a .bib that switches a rule off in it. */
export const suppressInBibliography = ({ bibliography: { uri, text } }: BibliographyContext, code: string): Edit => ({
  ...{ uri, span: { start: 0, end: 0 } },
  newText: withLineEndsOf(text, `% interphase-disable-file ${code}\n`),
});

/** The first that adds a comment and nothing else, as reading the changed text shows. */
function proved(context: ManuscriptContext, insertions: readonly Insertion[]): Edit | undefined {
  const { uri, parsed } = context.file;
  const reread = new Reread(context);
  const before = seen(reread.before);
  for (const { at, text } of insertions) {
    const insertion = { at, text: withLineEndsOf(parsed.source, text) };
    const after = reread.with(insertion);
    const adds = after.parsed.comments.length - parsed.comments.length;
    if (adds === 1 && seen(after) === before && reread.saysTheSame(after))
      return { uri, span: { start: at, end: at }, newText: insertion.text };
  }
  return undefined;
}

/** What a reader of the text sees. */
const seen = ({ parsed: { prose, citations } }: FileCandidates): string =>
  JSON.stringify([
    prose.blocks.map((block) => [block.kind, block.part, prose.slice(block)]),
    citations.map(({ keys }) => keys.map(({ key }) => key)),
  ]);
