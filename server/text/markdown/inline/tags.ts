import { span } from '../../../base/span';
import { ATOM } from '../../prose';
import { type Tag, tagAt } from '../html';
import { find, skipSpaces } from '../lines';
import type { InlineCursor } from './cursor';

export function angle(c: InlineCursor, at: number): number {
  const { source, end } = c;
  if (source.startsWith('<!--', at)) return comment(c, at);
  const auto = /^<((?:https?|mailto|doi):[^\s<>]{1,400}|[\w.+-]{1,64}@[\w.-]{1,100})>/.exec(source.slice(at, at + 420));
  if (auto) return c.put(ATOM, at, Math.min(at + auto[0].length, end));
  const tag = tagAt(source, at, end);
  return tag ? readTag(c, at, tag) : at + 1;
}

function comment(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const close = find(source, '-->', at + 4, end);
  const to = Math.min(close + 3, end);
  c.found.comments.push({ span: span(at, to), text: source.slice(at + 4, close).trim() });
  c.flush(at);
  return c.flush(at, c.prose.endsWithSpace ? skipSpaces(source, to, end) : to);
}

/** `%%hidden%%` of Obsidian; undefined where the signs are text. */
export function hiddenComment(c: InlineCursor, at: number): number | undefined {
  const { source, end } = c;
  if (source[at + 1] !== '%' || !/\s/.test(source[at - 1] ?? ' ')) return undefined;
  const close = c.marks.find('%%', at + 2, Math.min(end, at + LONGEST_HIDDEN));
  if (!close) return undefined;
  c.found.comments.push({ span: span(at, close.end), text: source.slice(at + 2, close.start).trim() });
  c.flush(at);
  return c.flush(at, c.prose.endsWithSpace ? skipSpaces(source, close.end, end) : close.end);
}

const LONGEST_HIDDEN = 2000;

function readTag(c: InlineCursor, at: number, tag: Tag): number {
  const { role, end } = tag;
  switch (role) {
    case 'sub':
    case 'super':
    case 'inline':
      return tag.closing ? closeTag(c, at, tag) : openTag(c, at, tag);
    case 'hidden':
      return hidden(c, at, tag);
    case 'break':
      return c.space(at, end);
    case 'picture':
      return c.prose.endsWithSpace ? c.flush(at, end) : c.put(ATOM, at, end);
    default:
      c.flush(at, end);
      blockTag(c, tag);
      return end;
  }
}

function openTag(c: InlineCursor, at: number, tag: Tag): number {
  c.flush(at, tag.end);
  if (c.source[tag.end - 2] === '/') return tag.end;
  const { offset } = c.prose;
  const style = tag.role === 'inline' ? undefined : c.prose.restyle({ script: tag.role === 'sub' ? 'sub' : 'super' });
  if (c.tags.length < MOST_TAGS) c.tags.push({ name: tag.name, from: at, prose: offset, style });
  if (tag.title) declareTitle(c, at, tag);
  return tag.end;
}

function closeTag(c: InlineCursor, at: number, tag: Tag): number {
  c.flush(at, tag.end);
  const opened = c.tags.findLastIndex((open) => open.name === tag.name);
  if (opened < 0) return tag.end;
  const open = c.tags[opened]!;
  c.tags.length = opened;
  if (open.style !== undefined) c.prose.restore(open.style);
  c.prose.wrap(open.prose, span(open.from, tag.end), open.style === undefined);
  return tag.end;
}

/** `<abbr title="fluoroethylene carbonate">FEC</abbr>`. */
function declareTitle(c: InlineCursor, at: number, tag: Tag): void {
  const { source } = c;
  const close = find(source, '<', tag.end, Math.min(c.end, tag.end + 60));
  if (!tag.title || source[close] !== '<') return;
  const shortSpan = span(tag.end, close);
  const longSpan = span(tag.title.from, tag.title.to);
  c.declare('<abbr>', span(at, close), shortSpan, longSpan);
}

function hidden(c: InlineCursor, at: number, tag: Tag): number {
  if (tag.closing) return c.flush(at, tag.end);
  const limit = Math.min(c.end, tag.end + 2000);
  const close = find(c.source, `</${tag.name}`, tag.end, limit);
  if (close === limit) return c.flush(at, tag.end);
  return c.put(ATOM, at, Math.min(find(c.source, '>', close, limit) + 1, c.end));
}

function blockTag(c: InlineCursor, tag: Tag): void {
  const { part } = c.role;
  if (tag.role === 'table' && !tag.closing) {
    c.htmlTable = c.nextTable();
    c.htmlRow = -1;
  }
  if (tag.role === 'row' && !tag.closing) c.htmlRow++;
  if (tag.closing) c.reopen(c.role);
  else if (tag.role === 'cell') {
    c.htmlTable ??= c.nextTable();
    c.reopen({ kind: 'table-cell', part, table: c.htmlTable, row: Math.max(0, c.htmlRow) });
  } else if (tag.role === 'heading') c.reopen({ kind: 'heading', part, level: Number(tag.name[1]) });
  else if (tag.name === 'blockquote') c.reopen({ ...c.role, quoted: true });
  else c.reopen(tag.role === 'caption' ? { kind: 'caption', part } : c.role);
}

const MOST_TAGS = 50;
