import { type Span, span } from '../base/span';
import { skipSpaces, trimEnd } from './markdown/lines';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from './markdown/yaml';

/**
 * Reads TOML (toml.io, 1.0) into the values that YAML with the same content gives: tables, arrays of them, strings; numbers and dates are
 * scalars as they are typed. Broken TOML is read as far as it goes. Written here because places are needed: a library that
 * gives them (toml-eslint-parser) takes seconds for some thousand tables.
 */
export const readToml = (source: string): YamlMap => new TomlReader(source).read();

interface Table extends YamlMap {
  readonly entries: YamlEntry[];
  /** Tables in it by their keys; of an array of tables, the last. */
  readonly inner: Map<string, Table>;
  readonly arrays: Map<string, Table[]>;
}

const emptyTable = (): Table => ({ kind: 'map', entries: [], inner: new Map(), arrays: new Map() });

interface Name {
  readonly key: string;
  readonly span: Span;
}

const NAME = /[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*/y;
const DEEPEST = 12;

class TomlReader {
  private readonly root = emptyTable();
  private at = 0;

  constructor(private readonly source: string) {}

  read(): YamlMap {
    let table: Table = this.root;
    for (this.skipEmpty(); this.at < this.source.length; this.skipEmpty()) {
      const from = this.at;
      if (this.char === '[') table = this.header() ?? table;
      else this.pair(table, 0);
      if (this.at === from) this.skipLine();
    }
    return this.root;
  }

  private get char(): string | undefined {
    return this.source[this.at];
  }

  /** `[salts.liquid]`, `[[salts]]` */
  private header(): Table | undefined {
    const isOfArray = this.source.startsWith('[[', this.at);
    this.at += isOfArray ? 2 : 1;
    const names = this.names();
    const last = names.pop();
    this.skipLine();
    if (!last) return undefined;
    const parent = this.tableAt(this.root, names);
    return isOfArray ? nextOf(parent, last) : this.tableAt(parent, [last]);
  }

  /** `sei = "…"`, `salts.litfsi.short = "…"` */
  private pair(table: Table, depth: number): void {
    const names = this.names();
    const last = names.pop();
    if (!last || this.char !== '=') return;
    this.at++;
    const value = this.value(depth);
    this.tableAt(table, names).entries.push({ ...last, value });
  }

  private tableAt(from: Table, names: readonly Name[]): Table {
    let table = from;
    for (const name of names) {
      const inner = table.inner.get(name.key) ?? emptyTable();
      if (!table.inner.has(name.key)) {
        table.inner.set(name.key, inner);
        table.entries.push({ ...name, value: inner });
      }
      table = inner;
    }
    return table;
  }

  /** A key with its dots. */
  private names(): Name[] {
    const names: Name[] = [];
    for (;;) {
      NAME.lastIndex = this.at;
      const match = NAME.exec(this.source);
      if (!match) return names;
      const key = match[1] ?? match[2] ?? match[3]!;
      const from = this.at + match[0].indexOf(key);
      names.push({ key, span: span(from, from + key.length) });
      this.at += match[0].length;
      if (this.char !== '.') return names;
      this.at++;
    }
  }

  private value(depth: number): YamlValue {
    this.at = skipSpaces(this.source, this.at, this.source.length);
    if (this.char === '"' || this.char === "'") return this.string(this.char);
    if (this.char === '[' && depth < DEEPEST) return this.array(depth + 1);
    if (this.char === '{' && depth < DEEPEST) return this.inlineTable(depth + 1);
    const from = this.at;
    while (this.at < this.source.length && !/[,\]}#\n]/.test(this.char!)) this.at++;
    return { kind: 'scalar', span: span(from, trimEnd(this.source, from, this.at)) };
  }

  /** What is between the quotes; a string in single quotes ends with its line. */
  private string(quote: string): YamlScalar {
    const marks = this.source.startsWith(quote.repeat(3), this.at) ? quote.repeat(3) : quote;
    const from = this.at + marks.length;
    let to = from;
    // The line end after three quotes is not part of the text.
    const start =
      marks.length === 3 && /^\r?\n/.exec(this.source.slice(from, from + 2))
        ? this.source.indexOf('\n', from) + 1
        : from;
    while (to < this.source.length && !this.source.startsWith(marks, to)) {
      if (marks.length === 1 && this.source[to] === '\n') break;
      to += quote === '"' && this.source[to] === '\\' ? 2 : 1;
    }
    to = Math.min(to, this.source.length);
    this.at = to + (this.source.startsWith(marks, to) ? marks.length : 0);
    return { kind: 'scalar', span: span(Math.min(start, to), to) };
  }

  private array(depth: number): YamlValue {
    const items: YamlValue[] = [];
    this.at++;
    for (this.skipEmpty(); this.at < this.source.length && this.char !== ']'; this.skipEmpty()) {
      const from = this.at;
      if (this.char !== ',') items.push(this.value(depth));
      if (this.at === from) this.at++;
    }
    this.at++;
    return { kind: 'list', items };
  }

  private inlineTable(depth: number): YamlValue {
    const table = emptyTable();
    this.at++;
    for (this.skipEmpty(); this.at < this.source.length && this.char !== '}'; this.skipEmpty()) {
      const from = this.at;
      if (this.char !== ',') this.pair(table, depth);
      if (this.at === from) this.at++;
    }
    this.at++;
    return table;
  }

  /** White space and comments. */
  private skipEmpty(): void {
    for (; this.at < this.source.length; this.at++) {
      if (this.char === '#') this.skipLine();
      else if (!/\s/.test(this.char!)) return;
    }
  }

  /** To the end of the line. */
  private skipLine(): void {
    const newline = this.source.indexOf('\n', this.at);
    this.at = newline < 0 ? this.source.length : newline;
  }
}

function nextOf(parent: Table, name: Name): Table {
  const items = parent.arrays.get(name.key) ?? [];
  if (items.length === 0) parent.entries.push({ ...name, value: { kind: 'list', items } });
  const item = emptyTable();
  items.push(item);
  parent.arrays.set(name.key, items);
  parent.inner.set(name.key, item);
  return item;
}
