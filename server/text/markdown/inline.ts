import { type Span, span } from '../../base/span';
import { citationMarkAt } from '../citationMarks';
import { readTexCommand, readTexMath } from '../latex/latex';
import type {
  AbbreviationDeclaration,
  CitationKey,
  CitationUse,
  Comment,
  FileReference,
  GlossaryUse,
} from '../manuscript';
import { ATOM, type Block, type ProseBuilder } from '../prose';
import { scriptCharacter, scriptRunEnd, scriptRunText, typedScriptAt } from '../scripts';
import { isCrossReference, isRaisedMark, keyAt, keysIn, listedKeys } from './citations';
import type { Glossary } from './glossary';
import { referenceAt, type Tag, tagAt } from './html';
import { find, runLength, skipBlanks } from './lines';
import { mathEnd } from './math';
import { codeEnd, matchPairs, type Pair } from './pairs';
import { acronymShown, texCommandAt } from './tex';

/** What the markup inside blocks declares and uses, in source order. */
export interface InlineFindings {
  readonly comments: Comment[];
  readonly citations: CitationUse[];
  readonly declarations: AbbreviationDeclaration[];
  readonly glossaryUses: GlossaryUse[];
  readonly includes: FileReference[];
}

export type BlockRole = Omit<Block, 'start' | 'end'>;

/** A mark that has opened: what happens at the source offset where it closes. */
interface Opened {
  readonly from: number;
  readonly prose: number;
  readonly resume: number;
  readonly style?: ReturnType<ProseBuilder['restyle']>;
}

interface OpenTag extends Omit<Opened, 'resume'> {
  readonly name: string;
}

/** Where plain text ends: marks, addresses, dashes, raised and lowered characters, debris of a PDF. */
const SPECIAL =
  /[\\`*_~^$<&[\]{}!@\n\r+²³¹\u2070-\u209C\u1D2C-\u1D6A\u1D9C-\u1DA0\u2C7C]|--|https?:\/\/|www\.|10\.\d{4,9}\/|\/uniFB0|GLYPH/g;

/** Reads the inside of blocks: markup falls away, what a reader would read goes to the builder. */
export class InlineReader {
  readonly found: InlineFindings = { comments: [], citations: [], declarations: [], glossaryUses: [], includes: [] };

  private role: BlockRole = { kind: 'paragraph', part: 'body' };
  private notes: Span[] = [];
  private opened = new Map<number, Opened>();
  private tags: OpenTag[] = [];
  private pairs: ReadonlyMap<number, Pair> | undefined;
  private htmlTable: number | undefined;
  private htmlRow = 0;
  private quotes = 0;
  private start = 0;
  private end = 0;
  /** Start of the text that has not been copied yet. */
  private text = 0;

  constructor(
    private readonly source: string,
    private readonly prose: ProseBuilder,
    private readonly glossary: Glossary,
    /** Number of a table that is written in HTML. */
    private readonly nextTable: () => number,
  ) {}

  /** Opens a block and reads stretches of the source into it, then the notes that stand in them. */
  block(role: BlockRole, stretches: readonly Span[], quotes = 0, between = ' '): void {
    this.role = role;
    this.prose.openBlock(role);
    for (const stretch of stretches) {
      if (!this.prose.atBlockStart) this.prose.replace(between, stretch.start, stretch.start);
      this.read(stretch.start, stretch.end, quotes);
    }
    this.prose.closeBlock();
    this.flushNotes();
  }

  private flushNotes(): void {
    const { notes } = this;
    this.notes = [];
    for (const note of notes) this.block({ kind: 'footnote', part: this.role.part }, [note]);
  }

  private read(start: number, end: number, quotes: number): void {
    Object.assign(this, { start, end, quotes, text: start, pairs: undefined });
    let at = skipBlanks(this.source, start, end);
    this.text = at;
    while (at < end) {
      SPECIAL.lastIndex = at;
      const match = SPECIAL.exec(this.source);
      if (!match || match.index >= end) break;
      at = this.special(match.index, match[0]);
    }
    this.flush(end);
    this.closeAll();
  }

  private closeAll(): void {
    this.opened.clear();
    this.tags = [];
    this.prose.restyle({ script: 'normal', setting: 'text' });
  }

  /** Copies the text before `to`; what follows is read from `next` on. */
  private flush(to: number, next = to): number {
    if (to > this.text) this.prose.copy(this.text, to);
    this.text = next;
    return next;
  }

  /** Drops the source between `from` and `to`. */
  private drop(from: number, to: number): number {
    return this.flush(from, to);
  }

  private put(text: string, from: number, to: number): number {
    this.flush(from, to);
    this.prose.replace(text, from, to);
    return to;
  }

  private blank(from: number, to: number): number {
    this.flush(from, to);
    this.prose.blank(from, to);
    return to;
  }

  /** Reads the mark at `at`; returns where to go on. Text that is no mark is left to be copied. */
  private special(at: number, mark: string): number {
    if (this.opened.size > 0) {
      const opened = this.opened.get(at);
      if (opened) return this.close(at, opened);
    }
    switch (mark) {
      case '\n':
      case '\r':
        return this.lineBreak(at);
      case '\\':
        return this.backslash(at);
      case '`':
        return this.code(at);
      case '*':
        return this.emphasis(at) ?? at + 1;
      case '_':
        return this.emphasis(at) ?? this.typedScript(at) ?? at + 1;
      case '~':
        return this.tilde(at);
      case '^':
        return this.caret(at);
      case '$':
        return this.math(at) ?? at + 1;
      case '<':
        return this.angle(at);
      case '&':
        return this.reference(at);
      case '[':
        return this.bracket(at);
      case '{':
        return this.brace(at);
      case '!':
        return this.image(at);
      case '@':
        return this.at(at);
      case '+':
        return this.acronym(at);
      case ']':
      case '}':
        return at + 1;
      case '--':
        return this.dashes(at);
      case '/uniFB0':
        return this.ligature(at);
      case 'GLYPH':
        return this.glyph(at);
      case 'http://':
      case 'https://':
      case 'www.':
        return this.address(at);
      default:
        return mark.startsWith('10.') ? this.address(at) : this.unicodeScript(at);
    }
  }

  private close(at: number, opened: Opened): number {
    this.opened.delete(at);
    this.flush(at, opened.resume);
    if (opened.style) this.prose.restyle(opened.style);
    this.prose.wrap(opened.prose, span(opened.from, opened.resume), opened.style === undefined);
    return opened.resume;
  }

  /** Drops the opening mark from `at` to `inner`; at `closeAt` the closing mark up to `resume` is dropped and both wrap. */
  private open(at: number, inner: number, closeAt: number, resume: number, script?: 'sub' | 'super'): number {
    this.drop(at, inner);
    const prose = this.prose.offset;
    const style = script && this.prose.restyle({ script });
    this.opened.set(closeAt, { from: at, prose, resume, ...(style ? { style } : {}) });
    return inner;
  }

  private lineBreak(at: number): number {
    const { source, end } = this;
    let to = at;
    while (to < end && source.charCodeAt(to) <= 32) to++;
    for (let i = 0; i < this.quotes && source[to] === '>' && to < end; i++) to = skipBlanks(source, to + 1, end);
    let from = at;
    while (from > this.text && (source[from - 1] === ' ' || source[from - 1] === '\t')) from--;
    return this.blank(from, to);
  }

  private backslash(at: number): number {
    const { source, end } = this;
    const next = source[at + 1];
    if (next === undefined || at + 1 >= end) return at + 1;
    if (next === '\n' || next === '\r') return this.drop(at, at + 1);
    if (next === '[') return this.escapedBracket(at);
    if (next === '(') return this.parenthesisMath(at) ?? this.put(next, at, at + 2);
    if (/[A-Za-z]/.test(next)) return this.texCommand(at);
    if (next === ' ') return this.put(' ', at, at + 2);
    return /[\p{P}\p{S}]/u.test(next) ? this.put(next, at, at + 2) : at + 1;
  }

  /** `\[[@a],[@b]\]` and `\[qv: 6c\]` of converted texts are one citation; any other `\[` is a bracket. */
  private escapedBracket(at: number): number {
    const { source } = this;
    const limit = Math.min(this.end, at + 600);
    const close = find(source, '\\]', at + 2, limit);
    if (close < limit) {
      const content = source.slice(at + 2, close);
      if (/^(?:\[(?:[^[\]]*)\][\s,;–-]*)+$/.test(content) || /^\s*-?@[^[\]]*$/.test(content)) {
        const keys = keysIn(source, at + 2, close);
        if (keys.length > 0) return this.citation(at, close + 2, '[@', keys);
      }
      if (/^qv: ?[\da-z,\s–-]+$/.test(content)) return this.citation(at, close + 2, '[', []);
      const mark = isRaisedMark(content) && /\d/.test(content) && !/^0/.test(content);
      if (mark) return this.citation(at, close + 2, '[', []);
    }
    return this.put('[', at, at + 2);
  }

  private parenthesisMath(at: number): number | undefined {
    const { source } = this;
    const limit = Math.min(this.end, at + 1000);
    const close = find(source, '\\)', at + 2, limit);
    if (close === limit || !/[\\_^=]|^\w$/.test(source.slice(at + 2, close))) return undefined;
    return this.formula(at, at + 2, close, close + 2);
  }

  private texCommand(at: number): number {
    const command = texCommandAt(this.source, at, this.end);
    if (!command) return at + 1;
    const { name, argument, end } = command;
    const shown = acronymShown(name);
    if (shown && argument) {
      return this.use(at, end, this.source.slice(argument.from, argument.to).trim(), `\\${name}`, shown);
    }
    this.flush(at, end);
    this.found.citations.push(...readTexCommand(this.prose, this.source, at, end));
    return end;
  }

  private code(at: number): number {
    const { source, end } = this;
    const code = codeEnd(source, at, end);
    if (code.content === code.end) return code.end;
    return this.put(ATOM, at, this.attributesEnd(code.end));
  }

  private emphasis(at: number): number | undefined {
    const pair = this.pairAt(at);
    if (!pair || pair.close + pair.length > this.end) return undefined;
    return this.open(at, at + pair.length, pair.close, pair.close + pair.length);
  }

  private pairAt(at: number): Pair | undefined {
    this.pairs ??= matchPairs(this.source, this.start, this.end);
    return this.pairs.get(at);
  }

  private typedScript(at: number): number | undefined {
    const typed = typedScriptAt(this.source, at, this.end);
    if (!typed) return undefined;
    const { inner, whole, script } = typed;
    this.drop(at, inner.start);
    const prose = this.prose.offset;
    const before = this.prose.restyle({ script });
    this.prose.copy(inner.start, inner.end);
    this.prose.restyle(before);
    this.prose.wrap(prose, whole);
    this.text = whole.end;
    return whole.end;
  }

  private tilde(at: number): number {
    const run = runLength(this.source, at, this.end);
    if (run >= 2) return this.drop(at, at + run);
    const close = this.scriptEnd(at, '~');
    return close === undefined ? at + 1 : this.open(at, at + 1, close, close + 1, 'sub');
  }

  private caret(at: number): number {
    const { source } = this;
    if (source[at + 1] === '[') return this.raisedBracket(at);
    const braced = this.raisedBraces(at);
    if (braced !== undefined) return braced;
    const close = source[at + 1] === '{' ? undefined : this.scriptEnd(at, '^');
    if (close !== undefined) return this.open(at, at + 1, close, close + 1, 'super');
    return this.typedScript(at) ?? at + 1;
  }

  /** Closing `~` or `^` of Pandoc: no blank in between that is not escaped. */
  private scriptEnd(at: number, mark: string): number | undefined {
    const { source } = this;
    const limit = Math.min(this.end, at + LONGEST_SCRIPT);
    for (let i = at + 1; i < limit; i++) {
      const c = source[i]!;
      if (c === mark) return i > at + 1 ? i : undefined;
      if (c === '\\') i++;
      else if (c === '\n' || c === ' ' || c === '\t' || c === '|') return undefined;
    }
    return undefined;
  }

  /** `^[25]` is a citation, `^[a, b]` an affiliation mark, `^[text]` a note. */
  private raisedBracket(at: number): number {
    const { source, end } = this;
    const close = this.pairAt(at + 1)?.close;
    const mark = citationMarkAt(source, at, end);
    if (mark) return this.citation(at, mark.end, mark.command, []);
    if (close === undefined || close >= end) return at + 1;
    if (isRaisedMark(source.slice(at + 2, Math.min(close, at + 82)))) return this.citation(at, close + 1, '^[', []);
    this.notes.push(span(at + 2, close));
    return this.put(ATOM, at, close + 1);
  }

  /** `^{+[a]}`, `^{[25]}`. */
  private raisedBraces(at: number): number | undefined {
    const { source } = this;
    if (source[at + 1] !== '{') return undefined;
    const limit = Math.min(this.end, at + LONGEST_SCRIPT);
    const close = find(source, '}', at + 2, limit);
    const content = source.slice(at + 2, close);
    if (close === limit || !content.includes('[') || !isRaisedMark(content)) return undefined;
    return this.citation(at, close + 1, '^[', []);
  }

  private math(at: number): number | undefined {
    const math = mathEnd(this.source, at, this.end);
    if (!math) return undefined;
    if (!math.display) return this.formula(at, math.from, math.to, math.end);
    const content = this.source.slice(math.from, math.to);
    if (content.length < 200 && !content.includes('\n') && /^\s*\\(?:ce|text|mathrm)\b/.test(content)) {
      return this.formula(at, math.from, math.to, math.end);
    }
    this.flush(at, math.end);
    this.reopen({ kind: 'equation', part: this.role.part });
    readTexMath(this.prose, this.source, math.from, math.to);
    this.reopen(this.role);
    const to = this.attributesEnd(math.end);
    this.text = to;
    return to;
  }

  private formula(at: number, from: number, to: number, end: number): number {
    this.flush(at, end);
    const raised = /^\s*\^\s*\{?\s*(\[[\d\s,–−-]{1,40}\])\s*\}?\s*$/.exec(
      this.source.slice(from, Math.min(to, from + 60)),
    );
    if (raised) return this.citation(at, end, '^[', []);
    const prose = this.prose.offset;
    readTexMath(this.prose, this.source, from, to);
    this.prose.wrap(prose, span(at, end), true);
    return end;
  }

  private angle(at: number): number {
    const { source, end } = this;
    if (source.startsWith('<!--', at)) return this.comment(at);
    const auto = /^<((?:https?|mailto|doi):[^\s<>]{1,400}|[\w.+-]{1,64}@[\w.-]{1,100})>/.exec(
      source.slice(at, at + 420),
    );
    if (auto) return this.put(ATOM, at, Math.min(at + auto[0].length, end));
    const tag = tagAt(source, at, end);
    return tag ? this.tag(at, tag) : at + 1;
  }

  private comment(at: number): number {
    const { source, end } = this;
    const close = find(source, '-->', at + 4, end);
    const to = Math.min(close + 3, end);
    this.found.comments.push({ span: span(at, to), text: source.slice(at + 4, close).trim() });
    this.flush(at);
    return this.drop(at, this.prose.endsWithBlank ? skipBlanks(source, to, end) : to);
  }

  private tag(at: number, tag: Tag): number {
    const { role, end } = tag;
    switch (role) {
      case 'sub':
      case 'super':
      case 'inline':
        return tag.closing ? this.closeTag(at, tag) : this.openTag(at, tag);
      case 'hidden':
        return this.hidden(at, tag);
      case 'break':
        return this.blank(at, end);
      default:
        this.flush(at, end);
        this.blockTag(tag);
        return end;
    }
  }

  private openTag(at: number, tag: Tag): number {
    this.drop(at, tag.end);
    if (this.source[tag.end - 2] === '/') return tag.end;
    const { offset } = this.prose;
    const style =
      tag.role === 'inline' ? undefined : this.prose.restyle({ script: tag.role === 'sub' ? 'sub' : 'super' });
    if (this.tags.length < MOST_TAGS)
      this.tags.push({ name: tag.name, from: at, prose: offset, ...(style ? { style } : {}) });
    if (tag.title) this.declareTitle(at, tag);
    return tag.end;
  }

  /** `<abbr title="fluoroethylene carbonate">FEC</abbr>`. */
  private declareTitle(at: number, tag: Tag): void {
    const { source } = this;
    const close = find(source, '<', tag.end, Math.min(this.end, tag.end + 60));
    if (!tag.title || source[close] !== '<') return;
    const shortSpan = span(tag.end, close);
    const longSpan = span(tag.title.from, tag.title.to);
    this.declare('<abbr>', span(at, close), shortSpan, longSpan);
  }

  private declare(form: string, whole: Span, shortSpan: Span, longSpan: Span): void {
    const short = this.source.slice(shortSpan.start, shortSpan.end);
    const long = this.source.slice(longSpan.start, longSpan.end);
    this.found.declarations.push({ span: whole, form, key: short, short, shortSpan, long, longSpan });
  }

  private closeTag(at: number, tag: Tag): number {
    this.drop(at, tag.end);
    const opened = this.tags.findLastIndex((open) => open.name === tag.name);
    if (opened < 0) return tag.end;
    const open = this.tags[opened]!;
    this.tags.length = opened;
    if (open.style) this.prose.restyle(open.style);
    this.prose.wrap(open.prose, span(open.from, tag.end), open.style === undefined);
    return tag.end;
  }

  private hidden(at: number, tag: Tag): number {
    if (tag.closing) return this.drop(at, tag.end);
    const limit = Math.min(this.end, tag.end + 2000);
    const close = find(this.source, `</${tag.name}`, tag.end, limit);
    if (close === limit) return this.drop(at, tag.end);
    return this.put(ATOM, at, Math.min(find(this.source, '>', close, limit) + 1, this.end));
  }

  private blockTag(tag: Tag): void {
    const { part } = this.role;
    if (tag.role === 'table' && !tag.closing) {
      this.htmlTable = this.nextTable();
      this.htmlRow = -1;
    }
    if (tag.role === 'row' && !tag.closing) this.htmlRow++;
    if (tag.closing) this.reopen(this.role);
    else if (tag.role === 'cell') {
      this.htmlTable ??= this.nextTable();
      this.reopen({ kind: 'table-cell', part, table: this.htmlTable, row: Math.max(0, this.htmlRow) });
    } else if (tag.role === 'heading') this.reopen({ kind: 'heading', part, level: Number(tag.name[1]) });
    else this.reopen(tag.role === 'caption' ? { kind: 'caption', part } : this.role);
  }

  private reopen(role: BlockRole): void {
    this.tags = [];
    const { script, setting } = this.prose.restyle({ script: 'normal', setting: 'text' });
    this.prose.openBlock(role);
    if (this.opened.size > 0) this.prose.restyle({ script, setting });
  }

  private reference(at: number): number {
    const reference = referenceAt(this.source, at, this.end);
    if (!reference) return at + 1;
    const code = reference.text.charCodeAt(0);
    if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return this.blank(at, reference.end);
    const raised = scriptCharacter(code);
    if (!raised) return this.put(reference.text, at, reference.end);
    this.flush(at, reference.end);
    const before = this.prose.restyle({ script: raised.script });
    this.prose.replace(raised.reads, at, reference.end);
    this.prose.restyle(before);
    return reference.end;
  }

  private bracket(at: number): number {
    const { source, end } = this;
    const close = this.pairAt(at)?.close;
    if (close === undefined || close >= end) return at + 1;
    if (source[at + 1] === '^' && close - at < 100) return this.put(ATOM, at, close + 1);
    if (close - at < 2000 && /(?:^|[\s;(-])@[\p{L}\p{N}_{]/u.test(source.slice(at + 1, close))) {
      const keys = keysIn(source, at + 1, close);
      if (keys.length > 0 && keys.every((key) => isCrossReference(key.key))) return this.put(ATOM, at, close + 1);
      if (keys.length > 0) return this.citation(at, close + 1, '[@', keys);
    }
    const resume = this.behindBracket(close);
    if (resume !== undefined) return this.open(at, at + 1, close, resume);
    const mark = this.role.part === 'references' ? undefined : citationMarkAt(source, at, end);
    return mark ? this.citation(at, mark.end, mark.command, []) : at + 1;
  }

  /** End of `](address)`, `][name]` or `]{.class}`; undefined where the bracket is a bracket. */
  private behindBracket(close: number): number | undefined {
    const { source, end } = this;
    const next = close + 1;
    if (next >= end) return undefined;
    if (source[next] === '(') {
      const to = parenthesisEnd(source, next, end);
      if (to === undefined || !isDestination(source.slice(next + 1, to - 1))) return undefined;
      return this.attributesEnd(to);
    }
    if (source[next] === '[') {
      const name = this.pairAt(next)?.close;
      const isName = name !== undefined && name < end && name - next < 100 && !/[@^{}]/.test(source.slice(next, name));
      return isName && !citationMarkAt(source, next, end) ? name + 1 : undefined;
    }
    const to = this.attributesEnd(next);
    return to > next ? to : undefined;
  }

  /** Behind `{#id .class width=50%}` that may stand at `at`. */
  private attributesEnd(at: number): number {
    const { source, end } = this;
    if (source[at] !== '{' || at >= end) return at;
    const match = /^\{(?:[#.=][^{}\n]{0,300}|\w+=[^{}\n]{0,300})\}/.exec(source.slice(at, Math.min(end, at + 310)));
    return match ? at + match[0].length : at;
  }

  private image(at: number): number {
    if (this.source[at + 1] !== '[') return at + 1;
    const close = this.pairAt(at + 1)?.close;
    if (close === undefined || close >= this.end) return at + 1;
    const to = this.behindBracket(close);
    return to === undefined ? at + 1 : this.put(ATOM, at, to);
  }

  private brace(at: number): number {
    const { source, end } = this;
    if (source.startsWith('{{<', at)) return this.shortcode(at);
    const role = /^\{([A-Za-z][\w:+.-]{0,30})\}`/.exec(source.slice(at, Math.min(end, at + 40)));
    if (role) return this.mystRole(at, role[1]!, at + role[0].length - 1);
    const to = this.attributesEnd(at);
    return to > at ? this.drop(at, to) : at + 1;
  }

  private shortcode(at: number): number {
    const { source } = this;
    const limit = Math.min(this.end, at + 400);
    const close = find(source, '>}}', at, limit);
    if (close === limit) return at + 1;
    const words = source
      .slice(at + 3, close)
      .trim()
      .split(/\s+/);
    const to = close + 3;
    const [name = '', argument = ''] = words;
    if (/^acr(?:onyms?)?$/.test(name) && argument) return this.use(at, to, argument, 'acr', 'first-full');
    if (name === 'include' && argument) {
      const from = source.indexOf(argument, at + 10);
      this.found.includes.push({ path: argument, span: span(from, from + argument.length), command: 'include' });
      return this.drop(at, to);
    }
    return this.put(ATOM, at, to);
  }

  private mystRole(at: number, name: string, ticks: number): number {
    const { source, end } = this;
    const code = codeEnd(source, ticks, end);
    if (code.content === code.end) return at + 1;
    const from = ticks + runLength(source, ticks, end);
    const to = code.content;
    if (/^(?:cite|footcite)/.test(name)) return this.citation(at, code.end, `{${name}}`, listedKeys(source, from, to));
    if (/^(?:sub|subscript)$/.test(name)) return this.open(at, from, to, code.end, 'sub');
    if (/^(?:sup|superscript)$/.test(name)) return this.open(at, from, to, code.end, 'super');
    if (name === 'math') return this.formula(at, from, to, code.end);
    if (name === 'abbr') return this.abbreviationRole(at, from, to, code.end);
    if (/^(?:emphasis|strong|term|del|u|smallcaps|index|chem|ce)$/.test(name)) return this.open(at, from, to, code.end);
    return this.put(ATOM, at, code.end);
  }

  /** `` {abbr}`FEC (fluoroethylene carbonate)` `` shows FEC. */
  private abbreviationRole(at: number, from: number, to: number, end: number): number {
    const match = /^([^()]+?)\s*\(([^`]+)\)\s*$/.exec(this.source.slice(from, Math.min(to, from + 300)));
    const shortEnd = match ? from + match[1]!.length : to;
    if (match) {
      const longAt = from + match[0].lastIndexOf(match[2]!);
      this.declare('{abbr}', span(at, end), span(from, shortEnd), span(longAt, longAt + match[2]!.length));
    }
    this.drop(at, from);
    const prose = this.prose.offset;
    this.prose.copy(from, shortEnd);
    this.prose.wrap(prose, span(at, end), true);
    this.text = end;
    return end;
  }

  private at(at: number): number {
    const { source, end } = this;
    const key = this.followsWord(at) ? undefined : keyAt(source, at, end);
    if (!key) return this.mail(at);
    const suppressed = source[at - 1] === '-' && at > this.text && !/\w/.test(source[at - 2] ?? ' ');
    const from = suppressed ? at - 1 : at;
    if (isCrossReference(key.key)) return this.put(ATOM, from, key.end);
    return this.citation(from, key.end, '@', [{ key: key.key, span: key.span }]);
  }

  /** Behind a letter, also a raised one, `@` is a coating or an address. */
  private followsWord(at: number): boolean {
    return at > this.start && /[\p{L}\p{N}~^$}\])]/u.test(this.source[at - 1]!);
  }

  private mail(at: number): number {
    const { source, end } = this;
    let from = at;
    while (from > this.text && at - from < 64 && /[\w.+-]/.test(source[from - 1]!)) from--;
    const host = /^@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{2,60}){1,4}/.exec(source.slice(at, Math.min(end, at + 200)));
    return from < at && host ? this.put(ATOM, from, at + host[0].length) : at + 1;
  }

  /** `+FEC` of pandoc-acro, where FEC is declared. */
  private acronym(at: number): number {
    if (this.glossary.size === 0 || /[\w+]/.test(this.source[at - 1] ?? ' ')) return at + 1;
    const word = /^\+([A-Za-z][\w-]{0,40})/.exec(this.source.slice(at, Math.min(this.end, at + 42)))?.[1];
    return word && this.glossary.has(word) ? this.use(at, at + 1 + word.length, word, '+', 'first-full') : at + 1;
  }

  private use(at: number, to: number, key: string, command: string, shows: GlossaryUse['shows']): number {
    this.flush(at, to);
    const prose = this.prose.replace(this.glossary.get(key)?.short ?? key, at, to);
    this.found.glossaryUses.push({ span: span(at, to), prose, key, command, shows });
    return to;
  }

  private citation(at: number, to: number, command: string, keys: readonly CitationKey[]): number {
    this.flush(at, to);
    const prose = this.prose.replace(ATOM, at, to);
    this.found.citations.push({ span: span(at, to), prose, command, keys });
    return to;
  }

  private dashes(at: number): number {
    const run = runLength(this.source, at, this.end);
    return run > 3 ? at + run : this.put(run === 2 ? '–' : '—', at, at + run);
  }

  private unicodeScript(at: number): number {
    const { source, end } = this;
    const character = scriptCharacter(source.charCodeAt(at));
    if (!character) return at + 1;
    const to = scriptRunEnd(source, at, end);
    this.flush(at, to);
    const before = this.prose.restyle({ script: character.script });
    this.prose.replace(scriptRunText(source, at, to), at, to);
    this.prose.restyle(before);
    return to;
  }

  private address(at: number): number {
    const { source, end } = this;
    if (/[\w.]/.test(source[at - 1] ?? ' ')) return at + 2;
    const match = /^[^\s<>"'\]|{}]+/.exec(source.slice(at, Math.min(end, at + 500)));
    const text = (match?.[0] ?? '').replace(/[.,;:!?*_]+$/, '').replace(/^([^(]*)\)+$/, '$1');
    return text.length < 5 ? at + 2 : this.put(ATOM, at, at + text.length);
  }

  /** `sul /uniFB01 de`: a ligature that a PDF converter set off by blanks. */
  private ligature(at: number): number {
    const { source, end } = this;
    const letters = LIGATURES[source[at + 7] ?? ''];
    if (!letters) return at + 1;
    let from = at;
    if (source[at - 1] === ' ' && at > this.text && !endsWholeWord(source, at - 1)) from--;
    const to = at + 8 < end && source[at + 8] === ' ' ? at + 9 : at + 8;
    return this.put(letters, from, to);
  }

  /** `GLYPH&lt;0&gt;` stands for a minus sign that a PDF converter did not know. */
  private glyph(at: number): number {
    const match = /^GLYPH(?:&lt;|<)\d{1,4}(?:&gt;|>) ?/.exec(this.source.slice(at, Math.min(this.end, at + 20)));
    return match ? this.put('−', at, at + match[0].length) : at + 5;
  }
}

const LONGEST_SCRIPT = 60;
const MOST_TAGS = 50;

const LIGATURES: Readonly<Record<string, string>> = { 0: 'ff', 1: 'fi', 2: 'fl', 3: 'ffi', 4: 'ffl' };

/** Words that are whole before a ligature: in `the /uniFB01 eld` the blank is a blank, in `sul /uniFB01 de` it is none. */
const WHOLE_WORDS = new Set(
  'a an and are as at be been both but by can each for from has have high how in into is it its more no not of on one or our that the their them then these they this to two via was we well were which while with first low good best new all'.split(
    ' ',
  ),
);

function endsWholeWord(source: string, end: number): boolean {
  const word = /[A-Za-z]*$/.exec(source.slice(Math.max(0, end - 20), end))?.[0] ?? '';
  return word === '' || WHOLE_WORDS.has(word.toLowerCase());
}

/** Behind the parenthesis that closes the one at `open`; nested ones are skipped. */
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

/** Link target, not an aside: one word, with an optional title behind it. */
const isDestination = (text: string): boolean => /^\s*(?:<[^<>]*>|[^\s]*)(?:\s+["'(].*)?\s*$/s.test(text);
