import { type Span, span } from '../../../base/span';
import { citationMarkAt } from '../../citationMarks';
import { ATOM } from '../../prose';
import { isCrossReference, isRaisedMark, keysIn } from '../citations';
import { find } from '../lines';
import type { InlineCursor } from './cursor';

export function bracket(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const close = c.pairAt(at)?.close;
  if (close === undefined || close >= end) return at + 1;
  if (source[at + 1] === '^' && close - at < 100) return c.put(ATOM, at, close + 1);
  if (source[at + 1] === '[') {
    const words = wikiWords(source, at, end);
    if (words) return c.open(at, words.start, words.end, words.end + 2);
  }
  if (close - at < 2000 && /(?:^|[\s;(-])@[\p{L}\p{N}_{]/u.test(source.slice(at + 1, close))) {
    const keys = keysIn(source, at + 1, close);
    if (keys.length > 0 && keys.every((key) => isCrossReference(key.key))) return c.put(ATOM, at, close + 1);
    if (keys.length > 0) return c.citation(at, linkEnd(c, close) ?? close + 1, '[@', keys);
  }
  const resume = afterBracket(c, close);
  if (resume !== undefined) return c.open(at, at + 1, close, resume);
  const mark = c.role.part === 'references' ? undefined : citationMarkAt(source, at, end);
  if (mark) return c.citation(at, mark.end, mark.command, []);
  // `[name]` where the document says what the name leads to.
  const isLink = close - at < LONGEST_NAME && c.isLabel(source.slice(at + 1, close));
  return isLink ? c.open(at, at + 1, close, close + 1) : at + 1;
}

const LONGEST_NAME = 200;

/** The words of `[[page]]` and `[[page|words]]`, a link between notes; undefined where the brackets alone may be chemistry. */
function wikiWords(source: string, at: number, end: number): Span | undefined {
  WIKI_LINK.lastIndex = at;
  const match = WIKI_LINK.exec(source);
  if (!match || at + match[0].length > end) return undefined;
  const close = at + match[0].length - 2;
  return span(close - (match[1] ?? match[2]!).length, close);
}

const WIKI_LINK = /\[\[(?:[^[\]|\n]{1,200}\|([^[\]|@\n]{1,200})|((?=[^[\]|\n]*\p{L}{2})[^[\]|@\n]{1,200}))\]\]/uy;

/** End of `](address)` or `]{.class}` after citations that are the words of a link or have attributes. */
const linkEnd = (c: InlineCursor, close: number): number | undefined =>
  /[({]/.test(c.source[close + 1] ?? '') ? afterBracket(c, close) : undefined;

/** End of `](address)`, `][name]` or `]{.class}`; undefined where the bracket is a bracket, as in `[EMIM][BF4]`. */
function afterBracket(c: InlineCursor, close: number): number | undefined {
  const { source, end } = c;
  const next = close + 1;
  if (next >= end) return undefined;
  if (source[next] === '(') {
    const to = parenthesisEnd(source, next, end);
    if (to === undefined || !isDestination(source.slice(next + 1, to - 1))) return undefined;
    return c.attributesEnd(to);
  }
  if (source[next] === '[') {
    const name = c.pairAt(next)?.close;
    const isName = name !== undefined && name < end && (name === next + 1 || c.isLabel(source.slice(next + 1, name)));
    return isName ? name + 1 : undefined;
  }
  const to = c.attributesEnd(next);
  return to > next ? to : undefined;
}

export function image(c: InlineCursor, at: number): number {
  if (c.source[at + 1] !== '[') return at + 1;
  const embedded = /^!\[\[[^[\]\n]{1,200}\]\]/.exec(c.source.slice(at, Math.min(c.end, at + 206)))?.[0];
  if (embedded) return c.put(ATOM, at, at + embedded.length);
  const close = c.pairAt(at + 1)?.close;
  if (close === undefined || close >= c.end) return at + 1;
  const to = afterBracket(c, close);
  return to === undefined ? at + 1 : c.put(ATOM, at, to);
}

/** `^[25]` is a citation, `^[a, b]` an affiliation mark, `^[text]` a note. */
export function raisedBracket(c: InlineCursor, at: number): number {
  const { source, end } = c;
  const close = c.pairAt(at + 1)?.close;
  const mark = citationMarkAt(source, at, end);
  if (mark) return c.citation(at, mark.end, mark.command, []);
  if (close === undefined || close >= end) return at + 1;
  if (isRaisedMark(source.slice(at + 2, Math.min(close, at + 82)))) return c.citation(at, close + 1, '^[', []);
  if (c.role.kind === 'footnote') return at + 1;
  c.notes.push(span(at + 2, close));
  return c.put(ATOM, at, close + 1);
}

/** `^{+[a]}`, `^{[25]}`. */
export function raisedBraces(c: InlineCursor, at: number): number | undefined {
  const { source } = c;
  if (source[at + 1] !== '{') return undefined;
  const limit = Math.min(c.end, at + LONGEST_BRACES);
  const close = find(source, '}', at + 2, limit);
  const content = source.slice(at + 2, close);
  if (close === limit || !content.includes('[') || !isRaisedMark(content)) return undefined;
  return c.citation(at, close + 1, '^[', []);
}

/** `\[[@a],[@b]\]` and `\[qv: 6c\]` of converted texts are one citation; any other `\[` is a bracket. */
export function escapedBracket(c: InlineCursor, at: number): number {
  const { source } = c;
  const close = c.marks.find('\\]', at + 2, Math.min(c.end, at + 600))?.start;
  if (close !== undefined) {
    const content = source.slice(at + 2, close);
    if (/^[\s,;–-]*$/.test(content.replace(/\[[^[\]]*\]/g, '')) || /^\s*-?@[^[\]]*$/.test(content)) {
      const keys = keysIn(source, at + 2, close);
      if (keys.length > 0) return c.citation(at, close + 2, '[@', keys);
    }
    if (/^qv: ?[\da-z,\s–-]+$/.test(content)) return c.citation(at, close + 2, '[', []);
    const mark = isRaisedMark(content) && /\d/.test(content) && !/^0/.test(content);
    if (mark) return c.citation(at, close + 2, '[', []);
  }
  return c.put('[', at, at + 2);
}

const LONGEST_BRACES = 60;

/** After the parenthesis that closes the one at `open`; nested ones are skipped. */
function parenthesisEnd(source: string, open: number, end: number): number | undefined {
  const limit = Math.min(end, open + 1000);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const c = source.charCodeAt(at);
    if (c === 92) at++;
    else if (c === 40) depth++;
    else if (c === 41 && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Link target, not an aside: one word, with an optional title after it. */
const isDestination = (text: string): boolean => /^\s*(?:<[^<>]*>|[^\s]*)(?:\s+["'(].*)?\s*$/s.test(text);
