import { type Directive, directiveOf, isProseDirective, isTitled, sectionOf } from '../directives';
import { runLength, skipSpaces } from '../lines';
import type { BlockCursor } from './cursor';

/** The line that opens a fence or a division. */
interface OpeningLine {
  /** The character that it begins with, `length` times. */
  readonly mark: string;
  readonly length: number;
  /** The rest of the line, from `infoAt` on. */
  readonly info: string;
  readonly infoAt: number;
  readonly directive: Directive | undefined;
}

/** ```` ```python ````, ```` ```{note} ````, `~~~`. */
export function readFence(b: BlockCursor): boolean {
  const { source } = b;
  if (b.indent > 3 && !b.inList) return false;
  const mark = source[b.from]!;
  const length = runLength(source, b.from, b.to);
  if (length < 3) return false;
  const infoAt = skipSpaces(source, b.from + length, b.to);
  const info = source.slice(infoAt, b.to);
  if (mark === '`' && info.includes('`')) return false;
  b.flush();
  if (info === '' && b.closeContainer(mark, length)) return true;
  const line = { mark, length, info, infoAt, directive: directiveOf(info) };
  if (line.directive && isProseDirective(line.directive.name)) openContainer(b, line);
  else readCode(b, line);
  return true;
}

/** `::: {.note}`, `:::{note} Title`, `:::`. */
export function readDivision(b: BlockCursor): boolean {
  const { source } = b;
  if (!source.startsWith(':::', b.from)) return false;
  b.flush();
  b.inList = false;
  const length = runLength(source, b.from, b.to);
  const infoAt = skipSpaces(source, b.from + length, b.to);
  if (infoAt === b.to) {
    b.closeContainer(':', 3);
    return true;
  }
  const info = source.slice(infoAt, b.to);
  const line = { mark: ':', length, info, infoAt, directive: directiveOf(info) };
  if (line.directive && !isProseDirective(line.directive.name)) readCode(b, line);
  else openContainer(b, line);
  return true;
}

function openContainer(b: BlockCursor, { mark, length, directive, info, infoAt }: OpeningLine): void {
  const figure = directive ? directive.name === 'figure' : /^\{#fig-/.test(info);
  b.openContainer(mark, length, sectionOf(directive?.name ?? info), figure);
  if (!directive) return;
  b.atOptions = true;
  const at = infoAt + directive.argumentAt;
  if (isTitled(directive.name) && at < b.to) {
    b.add(directive.name.endsWith('table') ? 'caption' : 'paragraph', at, b.to);
  }
}

/** `:caption: Text` or a YAML block below the opening line of a directive. */
export function readOption(b: BlockCursor): boolean {
  const { source } = b;
  const option = /^:([\w-]+):[ \t]*/.exec(b.line(60));
  if (option) {
    const at = Math.min(b.from + option[0].length, b.to);
    if (option[1] === 'caption' && at < b.to) b.add('caption', at, b.to);
    return true;
  }
  if (b.line(4) !== '---') return false;
  const close = source.indexOf('\n---', b.to);
  if (close >= 0) b.skipTo(close + 1);
  b.atOptions = false;
  return true;
}

/** Code is not prose; captions that a code cell sets, and files that it names, are taken from it. */
function readCode(b: BlockCursor, { mark, length, directive, info, infoAt }: OpeningLine): void {
  const { source } = b;
  const argument = directive ? info.slice(directive.argumentAt).trim() : '';
  const argumentAt = infoAt + (directive?.argumentAt ?? 0);
  const mathStart = directive?.name === 'math' || info === 'math' ? b.next : undefined;
  if (directive?.name === 'include' && argument) b.include(argument, argumentAt, 'include');
  if (directive?.name === 'bibliography' && argument) b.bibliography(argument, argumentAt);
  const child = CHUNK_CHILD.exec(info.slice(0, 300))?.[1];
  if (child) b.include(child, infoAt + info.indexOf(child), 'child');
  const caption = CHUNK_CAPTION.exec(info.slice(0, 300));
  if (caption) {
    const at = caption.index + caption[0].length;
    const to = info.indexOf(caption[1]!, at);
    if (to > at) b.add('caption', infoAt + at, infoAt + to);
  }
  while (b.nextLine()) {
    if (source[b.from] === mark) {
      const run = runLength(source, b.from, b.to);
      if (run >= length && b.from + run === b.to) break;
    }
    if (source.startsWith('#|', b.from)) readCellCaption(b);
  }
  if (mathStart !== undefined) b.add('equation', mathStart, Math.max(mathStart, b.lineStart));
}

function readCellCaption(b: BlockCursor): void {
  const line = b.source.slice(b.from, b.to);
  const text = CELL_CAPTION.exec(line)?.[1];
  if (!text) return;
  const quoted = /^(["']).*\1$/.test(text) ? 1 : 0;
  const at = b.to - text.length;
  b.add('caption', at + quoted, b.to - quoted);
}

const CELL_CAPTION = /^#\|\s*(?:fig|tbl)-cap\s*:\s*(.*)$/;
const CHUNK_CAPTION = /\b(?:fig\.cap|tbl\.cap)\s*=\s*(["'])/;
const CHUNK_CHILD = /\bchild\s*=\s*["']([^"']*)["']/;
