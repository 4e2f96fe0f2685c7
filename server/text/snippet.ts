import { readTexMath, readTexText } from './latex/latex';
import { PlainInlineReader } from './plainInline';
import type { Prose } from './prose';
import { ProseBuilder } from './proseBuilder';

/**
 * Reads one formula or phrase in whatever markup it was copied from: `\ce{LiPF6}`, `LiPF$_6$`, `\mathrm{LiPF}_6`,
 * `LiPF~6~`, `LiPF<sub>6</sub>`, `LiPF₆`, `LiPF6`. One block; never throws.
 */
export function readSnippet(source: string): Prose {
  const prose = new ProseBuilder(source);
  prose.openBlock({ kind: 'paragraph', part: 'body' });
  if (source.includes('$') || TEXT_MACRO.test(source)) readTexText(prose, source, 0, source.length);
  else if (source.includes('\\')) readBareMath(prose, source);
  else readPandoc(prose, source);
  return prose.build();
}

/** Math that was copied without its dollars. Its letters are those of a formula, not of variables. */
function readBareMath(prose: ProseBuilder, source: string): void {
  readTexMath(prose, source, 0, source.length, 'upright');
}

/** Plain text, with the `~2~` and `^2+^` of Pandoc. */
function readPandoc(prose: ProseBuilder, source: string): void {
  const plain = new PlainInlineReader(source, prose);
  let from = 0;
  for (const match of source.matchAll(PANDOC)) {
    plain.read(from, match.index, false);
    const start = prose.offset;
    const before = prose.restyle({ script: match[0][0] === '~' ? 'sub' : 'super' });
    const after = match.index + match[0].length;
    plain.read(match.index + 1, after - 1, false);
    prose.restore(before);
    prose.wrap(start, { start: match.index, end: after });
    from = after;
  }
  plain.read(from, source.length, false);
}

const TEXT_MACRO = /\\(?:ce|cee|ch|pu|SI|si|qty|unit|num|text(?:sub|super)script|chem)\b/;

const PANDOC = /~[^~\s]{1,40}~|\^[^\s^{}[\]]{1,40}\^/g;
