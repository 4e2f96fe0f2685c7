import { type Span, span } from '../../base/span';
import { skipSpaces, trimEnd } from './lines';

/** A value of a front matter with the place it was read from. */
export type YamlValue = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** Content without quotes; for `|` and `>` from the first to the last line, indentation included. */
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlValue[];
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly span: Span;
  readonly value: YamlValue;
}

/**
 * Reads what front matters are made of: maps and lists by indentation, `[…]` and `{…}` (and so JSON), plain, quoted and block
 * scalars. No anchors or tags. Broken YAML is read as far as it goes, as it is while it is typed: a library would take
 * `title: Growth: a study` for a map that swallows the lines after it.
 */
export function readYaml(source: string, start: number, end: number): YamlMap {
  const value = readYamlValue(source, start, end);
  return value?.kind === 'map' ? value : { kind: 'map', entries: [] };
}

/** The same of YAML that need not be a map. */
export const readYamlValue = (source: string, start: number, end: number): YamlValue | undefined =>
  new YamlReader(source, start, end).node(0, 0);

/** Every scalar in a value, in order. */
export function scalars(value: YamlValue): YamlScalar[] {
  if (value.kind === 'scalar') return [value];
  if (value.kind === 'list') return value.items.flatMap(scalars);
  return value.entries.flatMap((entry) => scalars(entry.value));
}

interface Line {
  /** Of the first character that is not a space. */
  start: number;
  readonly end: number;
  indent: number;
}

const KEY =
  /^(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'#:[\]{},-][^:\n]{0,200}?|-[^\s:][^:\n]{0,200}?))[ \t]*:(?=\s|$)/;
const DEEPEST = 12;

/** A brace with a key after it, or at the end of its line: not `{{< var title >}}`, and not `{Li} in carbon`. */
const FLOW_MAP = /^\{(?:\s*(?:"[^"\n]*"|'[^'\n]*'|[\p{L}\d_-]+)[ \t]*:|[ \t]*\r?(?:\n|$))/u;

class YamlReader {
  private readonly lines: Line[] = [];
  private at = 0;

  constructor(
    private readonly source: string,
    start: number,
    end: number,
  ) {
    for (let pos = start; pos < end; ) {
      const newline = source.indexOf('\n', pos);
      const lineEnd = newline < 0 || newline > end ? end : newline;
      const from = skipSpaces(source, pos, lineEnd);
      this.lines.push({ start: from, end: trimEnd(source, from, lineEnd), indent: from - pos });
      pos = lineEnd + 1;
    }
  }

  node(indent: number, depth: number): YamlValue | undefined {
    this.skipEmpty();
    const line = this.lines[this.at];
    if (!line || line.indent < indent || depth > DEEPEST) return undefined;
    if (this.isItem(line)) return this.list(line.indent, depth);
    if (KEY.test(this.text(line))) return this.map(line.indent, depth);
    return this.inlineValue(line.start, line, indent - 1);
  }

  private map(indent: number, depth: number): YamlMap {
    const entries: YamlEntry[] = [];
    for (let line = this.next(indent); line; line = this.next(indent)) {
      const match = KEY.exec(this.text(line));
      if (!match) {
        this.at++;
        continue;
      }
      const key = match[1] ?? match[2] ?? match[3]!;
      const keyAt = line.start + match[0].indexOf(key);
      const rest = skipSpaces(this.source, line.start + match[0].length, line.end);
      const value = this.valueAt(rest, line, indent, depth);
      if (value) entries.push({ key, span: span(keyAt, keyAt + key.length), value });
    }
    return { kind: 'map', entries };
  }

  private valueAt(rest: number, line: Line, indent: number, depth: number): YamlValue | undefined {
    if (rest < line.end && this.source[rest] !== '#') return this.inlineValue(rest, line, indent);
    this.at++;
    this.skipEmpty();
    const below = this.lines[this.at];
    if (!below) return undefined;
    const nested = below.indent > indent || (below.indent === indent && this.isItem(below));
    return nested ? this.node(below.indent, depth + 1) : undefined;
  }

  private list(indent: number, depth: number): YamlList {
    const items: YamlValue[] = [];
    for (let line = this.next(indent); line && this.isItem(line); line = this.next(indent)) {
      const rest = skipSpaces(this.source, line.start + 1, line.end);
      line.indent += rest - line.start;
      line.start = rest;
      const before = this.at;
      const value = rest < line.end ? this.node(line.indent, depth + 1) : this.valueAt(rest, line, indent, depth);
      if (value) items.push(value);
      if (this.at === before) this.at++;
    }
    return { kind: 'list', items };
  }

  /** A value that begins on the line of its key. */
  private inlineValue(from: number, line: Line, indent: number): YamlValue {
    const first = this.source[from]!;
    if (first === '|' || first === '>') return this.blockScalar(indent);
    if (first === '[' || FLOW_MAP.test(this.source.slice(from, from + 250))) {
      const { value, end } = this.flow(from, 0);
      this.skipTo(end);
      return value;
    }
    if (first === '"' || first === "'") return this.quoted(from, first);
    this.at++;
    let end = this.withoutComment(from, line.end);
    for (
      let next = this.lines[this.at];
      next && next.indent > indent && next.end > next.start;
      next = this.lines[this.at]
    ) {
      end = next.end;
      this.at++;
    }
    return { kind: 'scalar', span: span(from, end) };
  }

  private blockScalar(indent: number): YamlScalar {
    this.at++;
    let start: number | undefined;
    let end = 0;
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) {
      if (line.end > line.start) {
        if (line.indent <= indent) break;
        start ??= line.start;
        end = line.end;
      }
      this.at++;
    }
    return { kind: 'scalar', span: span(start ?? end, end) };
  }

  private quoted(from: number, quote: string): YamlScalar {
    const inner = this.quotation(from, quote);
    this.skipTo(inner.end);
    return { kind: 'scalar', span: inner };
  }

  /** What is between the quotes, or all that comes where they are not closed. */
  private quotation(from: number, quote: string): Span {
    const { last } = this;
    let close = from + 1;
    while (close < last) {
      if (quote === '"' && this.source[close] === '\\') close++;
      else if (this.source[close] === quote) {
        if (quote === '"' || this.source[close + 1] !== quote) break;
        close++;
      }
      close++;
    }
    return span(from + 1, Math.max(from + 1, Math.min(close, last)));
  }

  /** A value in brackets, or one inside of them: it may go over lines, whatever their indents. */
  private flow(from: number, depth: number): { readonly value: YamlValue; readonly end: number } {
    const first = this.source[from]!;
    if (first === '[' && depth < DEEPEST) return this.flowList(from + 1, depth);
    if (first === '{' && depth < DEEPEST) return this.flowMap(from + 1, depth);
    const { span: inner, end } = this.flowScalar(from, /[,[\]{}\n]/);
    return { value: { kind: 'scalar', span: inner }, end };
  }

  private flowList(from: number, depth: number): { readonly value: YamlList; readonly end: number } {
    const items: YamlValue[] = [];
    let at = this.nextInFlow(from);
    for (; at < this.last && this.source[at] !== ']'; at = this.nextInFlow(at)) {
      const { value, end } = this.flow(at, depth + 1);
      items.push(value);
      at = Math.max(end, at + 1);
    }
    return { value: { kind: 'list', items }, end: at + 1 };
  }

  private flowMap(from: number, depth: number): { readonly value: YamlMap; readonly end: number } {
    const entries: YamlEntry[] = [];
    let at = this.nextInFlow(from);
    for (; at < this.last && this.source[at] !== '}'; at = this.nextInFlow(at)) {
      const key = this.flowScalar(at, /[:,[\]{}\n]/);
      at = Math.max(skipSpaces(this.source, key.end, this.last), at + 1);
      if (this.source[at] !== ':') continue;
      const valueAt = this.nextInFlow(at + 1);
      if (valueAt >= this.last || this.source[valueAt] === '}') continue;
      const { value, end } = this.flow(valueAt, depth + 1);
      entries.push({ key: this.source.slice(key.span.start, key.span.end), span: key.span, value });
      at = Math.max(end, valueAt + 1);
    }
    return { value: { kind: 'map', entries }, end: at + 1 };
  }

  /** Quoted, or up to one of the characters that end it. */
  private flowScalar(from: number, ends: RegExp): { readonly span: Span; readonly end: number } {
    const quote = this.source[from]!;
    if (quote === '"' || quote === "'") {
      const inner = this.quotation(from, quote);
      return { span: inner, end: inner.end + 1 };
    }
    let end = from;
    while (end < this.last && !ends.test(this.source[end]!)) end++;
    return { span: span(from, trimEnd(this.source, from, end)), end };
  }

  private nextInFlow(at: number): number {
    while (at < this.last && /[\s,]/.test(this.source[at]!)) at++;
    return at;
  }

  private get last(): number {
    return this.lines[this.lines.length - 1]!.end;
  }

  private skipTo(offset: number): void {
    while (this.at < this.lines.length && this.lines[this.at]!.start <= offset) this.at++;
  }

  /** The next line at exactly this depth; undefined where a shallower one ends the node. Deeper ones are skipped. */
  private next(indent: number): Line | undefined {
    for (; this.at < this.lines.length; this.at++) {
      this.skipEmpty();
      const line = this.lines[this.at];
      if (!line || line.indent < indent) return undefined;
      if (line.indent === indent) return line;
    }
    return undefined;
  }

  private skipEmpty(): void {
    for (let line = this.lines[this.at]; line; line = this.lines[++this.at]) {
      if (line.end > line.start && this.source[line.start] !== '#') return;
    }
  }

  private isItem(line: Line): boolean {
    return this.source[line.start] === '-' && (line.end === line.start + 1 || /\s/.test(this.source[line.start + 1]!));
  }

  private withoutComment(from: number, end: number): number {
    const comment = this.source.slice(from, end).search(/\s#/);
    return comment < 0 ? end : trimEnd(this.source, from, from + comment);
  }

  private text(line: Line): string {
    return this.source.slice(line.start, Math.min(line.end, line.start + 250));
  }
}
