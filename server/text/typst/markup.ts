import { span } from '../../base/span';
import { addressEnd, mailAround } from '../addresses';
import { ATOM } from '../prose';
import { SCRIPT_CHARACTERS, scriptCharacter, scriptRunEnd, scriptRunText, typedScriptAt } from '../scripts';
import { rawEnd } from './outline';
import type { TypstReader } from './reader';
import { entryReference } from './typedEntry';

/** Where plain text of markup ends. */
const MARKS = new RegExp(`[\\\\\`*_^~$#@<\\n\\r/${SCRIPT_CHARACTERS}]|--|-\\?|https?://`, 'g');

/** Emphasis that is open: where its mark is, and where its prose begins. */
interface OpenMark {
  readonly mark: string;
  readonly at: number;
  readonly prose: number;
}

/** Reads markup: paragraphs, headings, lists, emphasis, references, and what is after `#`. */
export function readMarkup(r: TypstReader, start: number, end: number): void {
  new MarkupReader(r, start, end).read();
}

class MarkupReader {
  private readonly source: string;
  /** Start of the text that has not been copied yet. */
  private text: number;
  private open: OpenMark[] = [];
  private readonly base;

  constructor(
    private readonly r: TypstReader,
    private readonly start: number,
    private readonly end: number,
  ) {
    this.source = r.source;
    this.text = start;
    this.base = r.place;
  }

  read(): void {
    const { source, end } = this;
    let at = this.lineStart(this.start);
    while (at < end) {
      MARKS.lastIndex = at;
      const match = MARKS.exec(source);
      if (!match || match.index >= end) break;
      at = Math.min(end, this.special(match.index, match[0]));
    }
    this.flush(end);
    this.r.place = this.base;
  }

  private flush(to: number, next = to): number {
    this.r.copy(this.text, Math.min(to, this.end));
    this.text = next;
    return next;
  }

  private put(text: string, from: number, to: number): number {
    this.flush(from, to);
    this.r.put(text, from, to);
    return to;
  }

  /** One space for the mark and the spaces after it. */
  private space(from: number, to: number): number {
    const next = this.skipSpaces(to);
    this.flush(from, next);
    this.r.space(from, to);
    return next;
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (at < this.end && (this.source[at] === ' ' || this.source[at] === '\t')) at++;
    return at;
  }

  private isSpace(at: number): boolean {
    return at < this.start || this.source.charCodeAt(at) <= 32;
  }

  private special(at: number, mark: string): number {
    const { source, end, r } = this;
    switch (mark) {
      case '\n':
      case '\r':
        return this.lineBreak(at);
      case '\\':
        return this.backslash(at);
      case '`':
        return this.raw(at);
      case '*':
      case '_':
        return this.emphasis(at, mark);
      case '^':
        return this.typedScript(at) ?? at + 1;
      case '~':
        return this.space(at, at + 1);
      case '$': {
        const close = r.outline.closing(at);
        if (close === undefined || close >= end) return at + 1;
        this.flush(at, close + 1);
        r.formula(at, close);
        return close + 1;
      }
      case '#': {
        this.flush(at);
        this.text = r.expression(at, end);
        if (r.endsWithSpace) this.text = this.skipSpaces(this.text);
        return this.text;
      }
      case '@':
        return this.reference(at);
      case '<':
        return this.label(at);
      case '/': {
        const to = r.outline.commentEnd(at);
        if (to === undefined) return at + 1;
        return this.flush(at, this.isSpace(at - 1) ? this.skipSpaces(Math.min(to, end)) : Math.min(to, end));
      }
      case '--': {
        const to = at + (source[at + 2] === '-' ? 3 : 2);
        return this.put(to - at === 3 ? '—' : '–', at, to);
      }
      case '-?':
        return this.flush(at, at + 2);
      default:
        return mark.startsWith('http') ? this.address(at) : this.unicodeScript(at);
    }
  }

  /** Blank lines end the block; then the line is looked at for what it begins with. */
  private lineBreak(at: number): number {
    const { source, end, r } = this;
    let to = at;
    let breaks = 0;
    let from = at;
    while (from > this.text && (source[from - 1] === ' ' || source[from - 1] === '\t')) from--;
    while (to < end && source.charCodeAt(to) <= 32) {
      if (source[to] === '\n') breaks++;
      to++;
    }
    this.flush(from, to);
    if (breaks > 1) {
      r.endBlock();
      r.place = this.base;
      this.open = [];
    } else r.space(from, to);
    return this.lineStart(to);
  }

  /** `= Heading`, `- item`, `+ item`, `1. item`, `/ Term: text` at the start of a line. */
  private lineStart(from: number): number {
    const { source, end, r } = this;
    let at = from;
    while (at < end && source.charCodeAt(at) <= 32) at++;
    if (from === this.start) this.text = at;
    const match = /^(?:(=+)[ \t]+|([-+]|\d{1,4}\.)[ \t]+|(\/)[ \t]+(?=[^\n]*:))/.exec(
      source.slice(at, Math.min(end, at + 80)),
    );
    if (!match) return at;
    if (match[1]) return this.heading(at, match[1].length, at + match[0].length);
    r.endBlock();
    r.place = { ...this.base, kind: this.base.kind === 'paragraph' ? 'list-item' : this.base.kind };
    this.text = at + match[0].length;
    return match[3] ? this.term(this.text) : this.text;
  }

  private heading(at: number, level: number, from: number): number {
    const { source, end, r } = this;
    const newline = source.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end ? end : newline;
    const label = /\s*<[\p{L}\p{N}_:.-]{1,200}>\s*$/u.exec(source.slice(Math.max(from, lineEnd - 220), lineEnd));
    const to = lineEnd - (label?.[0].length ?? 0);
    r.sawHeading = true;
    const part = this.base.part ?? r.parts.heading(source.slice(from, to).replace(/[*_]/g, ''), level);
    r.block({ kind: 'heading', part, level }, () => readMarkup(r, from, to));
    r.place = this.base;
    this.text = lineEnd;
    return lineEnd;
  }

  /** `/ FEC: fluoroethylene carbonate`: a tab between term and text, as in an abbreviation list. */
  private term(from: number): number {
    const { source, r } = this;
    const newline = source.indexOf('\n', from);
    const line = source.slice(from, newline < 0 ? this.end : Math.min(newline, this.end));
    const colon = line.search(/:(?=\s)/);
    if (colon < 0) return from;
    readMarkup(r, from, from + colon);
    this.text = from + colon + 1;
    while (source[this.text] === ' ') this.text++;
    r.put('\t', from + colon, this.text);
    return this.text;
  }

  private backslash(at: number): number {
    const { source, end } = this;
    const next = source[at + 1];
    if (next === undefined || at + 1 >= end || /\s/.test(next)) return this.space(at, at + 1);
    const code = /^\\u\{([\da-fA-F]{1,6})\}/.exec(source.slice(at, at + 12));
    if (!code) return this.put(next, at, at + 2);
    const point = Number.parseInt(code[1]!, 16);
    const to = at + code[0].length;
    if (point > 0x10ffff) return to;
    const raised = scriptCharacter(point);
    if (!raised) return this.put(String.fromCodePoint(point), at, to);
    this.flush(at, to);
    this.scripted(raised.script, () => this.r.put(raised.reads, at, to));
    return to;
  }

  private raw(at: number): number {
    const to = Math.min(rawEnd(this.source, at), this.end);
    if (!this.source.startsWith('```', at)) return this.put(ATOM, at, to);
    this.flush(at, to);
    if (this.source.slice(at, to).includes('\n')) this.r.endBlock();
    return to;
  }

  private emphasis(at: number, mark: string): number {
    const { source, r } = this;
    const before = at > this.start ? source[at - 1]! : ' ';
    const after = at + 1 < this.end ? source[at + 1]! : ' ';
    const word = /[\p{L}\p{N}]/u;
    if (word.test(before) && (word.test(after) || after === '{')) return this.typedScript(at) ?? at + 1;
    if (/\s/.test(before) && /\s/.test(after)) return at + 1;
    const opened = this.open.findLastIndex((open) => open.mark === mark);
    if (opened < 0) {
      this.flush(at, at + 1);
      this.open.push({ mark, at, prose: r.builder.offset });
    } else {
      this.flush(at, at + 1);
      const { at: from, prose } = this.open[opened]!;
      this.open.length = opened;
      r.wrap(prose, span(from, at + 1), true);
    }
    return at + 1;
  }

  /** `Li_{0.8}` in markup: no Typst, but drafts hold it. */
  private typedScript(at: number): number | undefined {
    const typed = typedScriptAt(this.source, at, this.end);
    if (!typed) return undefined;
    this.flush(at, typed.whole.end);
    const from = this.r.builder.offset;
    this.scripted(typed.script, () => this.r.copy(typed.inner.start, typed.inner.end));
    this.r.wrap(from, typed.whole);
    return typed.whole.end;
  }

  private scripted(script: 'sub' | 'super', read: () => void): void {
    const style = this.r.builder.restyle({ script });
    read();
    this.r.builder.restore(style);
  }

  private unicodeScript(at: number): number {
    const { source, end } = this;
    const character = scriptCharacter(source.charCodeAt(at));
    if (!character) return at + 1;
    const to = scriptRunEnd(source, at, end);
    this.flush(at, to);
    this.scripted(character.script, () => this.r.put(scriptRunText(source, at, to), at, to));
    return to;
  }

  /** `@key`, `@key[p. 3]`, `@fec:pl`. */
  private reference(at: number): number {
    const { source, end, r } = this;
    const isGlued = at > this.start && /[\p{L}\p{N}\])}]/u.test(source[at - 1]!);
    const mail = isGlued ? this.mail(at) : undefined;
    if (mail !== undefined) return mail;
    const key = /^@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_])?)/u.exec(
      source.slice(at, Math.min(end, at + 200)),
    )?.[1];
    // `Si@C` in a draft; what is glued to a word and cites has a word or a year in its key.
    if (!key || (isGlued && !/\p{Ll}{3}|\d{4}/u.test(key))) return at + 1;
    let to = at + 1 + key.length;
    const supplement = source[to] === '[' ? r.outline.closing(to) : undefined;
    if (supplement !== undefined && supplement < end) to = supplement + 1;
    this.flush(at, to);
    const { article, key: entry, modifiers } = entryReference(key);
    if (r.declared.entry(entry) && modifiers.every((modifier) => /^[a-z]+$/i.test(modifier))) {
      const plural = modifiers.some((modifier) => modifier.startsWith('pl'));
      const from = at + 1 + article.length;
      const named = { key: entry, span: span(from, from + entry.length) };
      r.use(at, to, named, { command: '@', shows: shownBy(modifiers), plural });
    } else if (isCrossReference(key) || r.declared.labels.has(key)) r.atom(at, to);
    else r.cite(at, to, '@', [{ key, span: span(at + 1, at + 1 + key.length) }]);
    return to;
  }

  private mail(at: number): number | undefined {
    const found = mailAround(this.source, at, this.text, this.end);
    return found && this.put(ATOM, found.start, found.end);
  }

  private label(at: number): number {
    const label = /^<[\p{L}\p{N}_:.-]{1,200}>/u.exec(this.source.slice(at, Math.min(this.end, at + 210)));
    return label ? this.flush(at, at + label[0].length) : at + 1;
  }

  private address(at: number): number {
    const to = addressEnd(this.source, at, this.end);
    return to < at + 10 ? at + 4 : this.put(ATOM, at, to);
  }
}

/** What `@fec:long` of glossarium and `@FEC:pls` of abbr show. */
function shownBy(modifiers: readonly string[]): 'short' | 'long' | 'full' | 'first-full' {
  const shown = modifiers.map((modifier) => SHOWN[modifier]).find((known) => known !== undefined);
  return shown ?? 'first-full';
}

const SHOWN: Readonly<Record<string, 'short' | 'long' | 'full'>> = {
  ...{ short: 'short', s: 'short', pls: 'short', full: 'full' },
  ...{ long: 'long', longplural: 'long', l: 'long', lo: 'long', pll: 'long', pllo: 'long' },
};

/** `@fig:cells`, `@tab-salts`: a reference within the paper. */
const isCrossReference = (key: string): boolean =>
  /^(?:fig|figure|tab|tbl|table|eq|eqn|eqt|equation|sec|section|lst|app|thm|alg|chap|ch)[:.-]/i.test(key);
