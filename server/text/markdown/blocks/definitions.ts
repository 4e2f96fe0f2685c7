import { type Span, span } from '../../../base/span';
import { skipSpaces } from '../lines';
import type { BlockCursor } from './cursor';

/** `[^1]: note`, `[name]: address`. */
export function readDefinition(b: BlockCursor): boolean {
  const { source } = b;
  const match = /^\[(\^?)[^\]\n]{1,200}\]:/.exec(b.line(210));
  if (!match) return false;
  const at = skipSpaces(source, b.from + match[0].length, b.to);
  if (match[1] === '^') {
    b.flush();
    b.inList = true;
    b.start('footnote', at);
    return true;
  }
  if (b.open || !/^(?:<|#|\w+:\/\/|mailto:|www\.|[\w.-]+\/|\.{0,2}\/)/.test(source.slice(at, at + 20))) return false;
  return true;
}

/** `*[FEC]: fluoroethylene carbonate`. */
export function readAbbreviation(b: BlockCursor): boolean {
  const match = /^\*\[([^\]\n]{1,60})\]:[ \t]*/.exec(b.line(90));
  if (!match) return false;
  b.flush();
  const shortSpan = span(b.from + 2, b.from + 2 + match[1]!.length);
  const longSpan = span(Math.min(b.from + match[0].length, b.to), b.to);
  b.declare(span(b.from, b.to), shortSpan, longSpan);
  return true;
}

/** MyST `% comment`. */
export function readCommentLine(b: BlockCursor): boolean {
  if (b.indent > 0 || b.open) return false;
  const whole = span(b.from, b.to);
  b.comments.push({ span: whole, text: b.source.slice(b.from + 1, b.to).trim() });
  return true;
}

/** MyST `(label)=`. */
export function readTarget(b: BlockCursor): boolean {
  if (b.open || b.source[b.to - 1] !== '=') return false;
  return /^\([\w:.-]{1,100}\)=$/.test(b.line(104));
}

/** `{{< include part.qmd >}}` on its own, MyST `{#id .class}` before a block. */
export function readShortcode(b: BlockCursor): boolean {
  const line = b.line(400);
  const include = /^\{\{<\s*include\s+([^\s>]+)\s*>\}\}/.exec(line);
  if (include) {
    b.flush();
    b.include(include[1]!, b.from + include[0].indexOf(include[1]!, 10), 'include');
    return true;
  }
  return !b.open && /^\{[#.][^{}]{1,200}\}$/.test(line);
}

/** `: text` or `~ text` below a term defines it; elsewhere `: text` is the caption of a table. */
export function readColon(b: BlockCursor): boolean {
  if (!/\s/.test(b.source[b.from + 1] ?? '')) return false;
  const at = skipSpaces(b.source, b.from + 1, b.to);
  if (takeTerm(b)) {
    b.start('definition', at);
    b.inList = true;
    return true;
  }
  if (b.open || b.source[b.from] !== ':') return false;
  b.start('caption', at);
  return true;
}

/** Makes the line above a term, where it can be one, or ends the definition above. */
function takeTerm(b: BlockCursor): boolean {
  const { open, blocks } = b;
  if (open?.kind === 'paragraph' && open.lastLine === open.start) {
    b.open = undefined;
    b.push({ ...open, kind: 'term' });
    return true;
  }
  if (open) {
    if (open.kind === 'definition') b.flush();
    return open.kind === 'definition';
  }
  const last = blocks[blocks.length - 1];
  if (!last || b.blankLines > 1) return false;
  if (last.kind === 'paragraph' && isTerm(b.source, last)) blocks[blocks.length - 1] = { ...last, kind: 'term' };
  else if (last.kind !== 'definition') return false;
  return true;
}

/** A one-line paragraph that ends without a stop can be the term of a definition list. */
function isTerm(source: string, block: Span): boolean {
  const text = source.slice(block.start, Math.min(block.end, block.start + 121));
  return text.length <= 120 && !text.includes('\n') && !/[.:;!?]$/.test(text);
}
