import { span } from '../../../base/span';
import { find } from '../lines';
import type { BlockCursor } from './cursor';

/** `<script>`, `<pre>` and the like, up to where they close; a comment that is before a block and not in it. */
export function readHtml(b: BlockCursor): boolean {
  const { source } = b;
  if (source.startsWith('<!--', b.from)) return !b.open && readComment(b);
  const raw = /^<(script|style|pre|textarea)\b/i.exec(b.line(12))?.[1];
  if (!raw) return false;
  b.flush();
  const close = source.indexOf(`</${raw}`, b.from);
  b.skipTo(close < 0 ? source.length : close);
  return true;
}

function readComment(b: BlockCursor): boolean {
  const { source, from } = b;
  const close = source.indexOf('-->', from + 4);
  if (close < 0 || !/^[ \t]*\r?(?:\n|$)/.test(source.slice(close + 3, close + 200))) return false;
  b.comments.push({ span: span(from, close + 3), text: source.slice(from + 4, close).trim() });
  b.skipTo(close);
  return true;
}

/** `$$` on a line of its own, up to the next `$$`. */
export function readDisplay(b: BlockCursor): boolean {
  const { source } = b;
  if (!source.startsWith('$$', b.from)) return false;
  const close = source.indexOf('$$', b.from + 2);
  if (close < 0 || source.slice(b.from, close).includes('\n\n')) return false;
  const lineBreak = source.indexOf('\n', close);
  const lineEnd = lineBreak < 0 ? source.length : lineBreak;
  if (!/^\s*(?:\{#[^}]*\}|\([\w:-]*\))?\s*$/.test(source.slice(close + 2, Math.min(lineEnd, close + 200))))
    return false;
  b.flush();
  b.add('equation', b.from + 2, close);
  b.skipTo(close);
  return true;
}

/** `\begin{equation}` on a line of its own. */
export function readEnvironment(b: BlockCursor): boolean {
  const { source } = b;
  const match = MATH_ENVIRONMENT.exec(b.line(40));
  if (!match) return false;
  const limit = Math.min(source.length, b.from + LONGEST_DISPLAY);
  const close = find(source, `\\end{${match[1]}${match[2]}}`, b.from, limit);
  if (close === limit) return false;
  b.flush();
  b.add('equation', b.from + match[0].length, close);
  b.skipTo(close);
  return true;
}

const MATH_ENVIRONMENT = /^\\begin\{(equation|align|gather|multline|eqnarray|displaymath|math|alignat|flalign)(\*?)\}/;

/** A display in TeX that is longer than this is not a display. */
const LONGEST_DISPLAY = 20_000;
