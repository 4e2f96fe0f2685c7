import { type Span, span } from '../../base/span';
import type { AbbreviationDeclaration, Comment, FileReference } from '../manuscript';
import type { DocumentPart } from '../prose';
import type { MarkdownBlock, MarkdownBlockKind, MarkdownBlocks } from './block';
import { type Directive, directiveOf, isProseDirective, isTitled, sectionOf } from './directives';
import { find, runLength, skipBlanks, trimEnd } from './lines';
import { gridRows, isDelimiterRow, splitRow } from './tables';

/** Cuts a manuscript into blocks, line by line, from `start` on. Pandoc, Quarto, R Markdown and MyST are read alike. */
export function splitBlocks(source: string, start: number): MarkdownBlocks {
  return new BlockSplitter(source, start).split();
}

/** A division (`:::`) or prose directive that is open. */
interface Container {
  readonly mark: string;
  readonly length: number;
  readonly section: DocumentPart | undefined;
}

interface OpenBlock {
  readonly kind: MarkdownBlockKind;
  readonly start: number;
  end: number;
  /** Where its last line begins, marks excluded. */
  lastLine: number;
  readonly quotes: number;
  readonly marker?: number;
}

const HEADING = /^#{1,6}(?=[ \t]|$)/;
const ORDERED = /^(?:\d{1,9}[.)]|#\.|\(@\w{0,30}\))(?=[ \t])/;
const CELL_CAPTION = /^#\|\s*(?:fig|tbl)-cap\s*:\s*(.*)$/;
const CHUNK_CAPTION = /\b(?:fig\.cap|tbl\.cap)\s*=\s*(["'])/;
const CHUNK_CHILD = /\bchild\s*=\s*["']([^"']*)["']/;
const MATH_ENVIRONMENT = /^\\begin\{(equation|align|gather|multline|eqnarray|displaymath|math|alignat|flalign)(\*?)\}/;

/** A display in TeX that is longer than this is no display. */
const LONGEST_DISPLAY = 20_000;

class BlockSplitter {
  private readonly blocks: MarkdownBlock[] = [];
  private readonly comments: Comment[] = [];
  private readonly includes: FileReference[] = [];
  private readonly bibliographies: FileReference[] = [];
  private readonly declarations: AbbreviationDeclaration[] = [];
  private readonly containers: Container[] = [];

  private open: OpenBlock | undefined;
  /** Number of the table at hand. */
  private tables = -1;
  private rows = 0;
  /** True while the lines of a pipe table go on. */
  private inTable = false;
  private inList = false;
  private blankLines = 1;
  /** True directly behind the opening line of a directive, where its options stand. */
  private atOptions = false;
  private quotes = 0;
  private nextComment: number;

  private lineStart = 0;
  /** Content of the line without quote marks and the white space around. */
  private from = 0;
  private to = 0;
  private indent = 0;

  constructor(
    private readonly source: string,
    private pos: number,
  ) {
    this.nextComment = source.indexOf('<!--', pos);
  }

  split(): MarkdownBlocks {
    while (this.pos < this.source.length) {
      this.nextLine();
      this.readLine();
    }
    this.flush();
    const { blocks, comments, includes, bibliographies, declarations } = this;
    return { blocks, comments, includes, bibliographies, declarations };
  }

  private nextLine(): void {
    const { source } = this;
    this.lineStart = this.pos;
    const newline = source.indexOf('\n', this.pos);
    const end = newline < 0 ? source.length : newline;
    this.pos = newline < 0 ? end : newline + 1;
    let at = skipBlanks(source, this.lineStart, end);
    this.indent = source.charCodeAt(this.lineStart) === 9 ? (at - this.lineStart) * 4 : at - this.lineStart;
    this.quotes = 0;
    while (at < end && source.charCodeAt(at) === 62 && !isDigit(source.charCodeAt(at + 1))) {
      this.quotes++;
      const inner = skipBlanks(source, at + 1, end);
      this.indent = Math.max(0, inner - at - 2);
      at = inner;
    }
    this.from = at;
    this.to = trimEnd(source, at, end);
    if (this.from > this.to) this.from = this.to;
  }

  private readLine(): void {
    if (this.from === this.to) {
      this.readBlankLine();
      return;
    }
    if (this.open && this.quotes !== this.open.quotes && this.quotes > 0) this.flush();
    if (!this.open && this.blankLines > 0 && this.indent >= 4 && !this.inList && this.quotes === 0) return;
    if (this.atOptions && this.readOption()) return;
    this.atOptions = false;
    if (!this.readSpecialLine()) this.addText();
    this.blankLines = 0;
  }

  private readBlankLine(): void {
    this.flush();
    this.inTable = false;
    this.atOptions = false;
    this.blankLines++;
  }

  /** Reads a line that is more than text, by its first character; false where it is text. */
  private readSpecialLine(): boolean {
    switch (this.source[this.from]) {
      case '#':
        return this.readHeading() || this.readOrdered();
      case '`':
      case '~':
        return this.readFence();
      case ':':
        return this.readColons();
      case '=':
        return this.readUnderline(1);
      case '-':
        return this.readUnderline(2) || this.readRule() || this.readTableLine() || this.readBullet();
      case '*':
        return this.readAbbreviation() || this.readRule() || this.readBullet();
      case '_':
        return this.readRule();
      case '+':
        return this.readGrid() || this.readBullet();
      case '|':
        return this.readTableLine();
      case '<':
        return this.readHtml();
      case '$':
        return this.readDisplay();
      case '\\':
        return this.readEnvironment();
      case '[':
        return this.readDefinition();
      case '%':
        return this.readCommentLine();
      case '(':
        return this.readTarget() || this.readOrdered();
      case '{':
        return this.readShortcode();
      default:
        return this.readOrdered() || this.readTableLine();
    }
  }

  private addText(): void {
    const { open } = this;
    if (open) {
      open.end = this.to;
      open.lastLine = this.from;
    } else {
      if (this.indent < 2 && this.blankLines > 0) this.inList = false;
      this.start('paragraph', this.from, this.to);
    }
    this.joinComment();
  }

  /** A comment may hold blank lines: the block goes on behind it. */
  private joinComment(): void {
    const { source, open } = this;
    while (this.nextComment >= 0 && this.nextComment < this.from) this.findComment(this.from);
    while (this.nextComment >= 0 && this.nextComment < this.to) {
      const close = source.indexOf('-->', this.nextComment + 4);
      if (close < 0) {
        this.nextComment = -1;
        return;
      }
      if (close >= this.to) {
        const lineEnd = source.indexOf('\n', close);
        this.pos = lineEnd < 0 ? source.length : lineEnd + 1;
        this.to = trimEnd(source, close + 3, lineEnd < 0 ? source.length : lineEnd);
        if (open ?? this.open) (open ?? this.open)!.end = this.to;
      }
      this.findComment(close + 3);
    }
  }

  private findComment(from: number): void {
    this.nextComment = this.source.indexOf('<!--', from);
  }

  private readHeading(): boolean {
    const marks = HEADING.exec(this.line(8))?.[0].length;
    if (marks === undefined) return false;
    this.flush();
    const from = skipBlanks(this.source, this.from + marks, this.to);
    let to = withoutAttributes(this.source, from, this.to);
    while (to > from && this.source[to - 1] === '#') to--;
    this.add('heading', from, trimEnd(this.source, from, to), { level: marks });
    this.inList = false;
    return true;
  }

  /** `===` or `---` below a paragraph of one or more lines. */
  private readUnderline(level: number): boolean {
    const { open } = this;
    if (open?.kind !== 'paragraph' || this.indent > 3) return false;
    if (runLength(this.source, this.from, this.to) < this.to - this.from) return false;
    if (this.source.charCodeAt(this.from) === 45 && this.to - this.from < 2) return false;
    this.open = undefined;
    this.add('heading', open.start, withoutAttributes(this.source, open.start, open.end), { level });
    return true;
  }

  /** `---`, `* * *`. */
  private readRule(): boolean {
    const mark = this.source.charCodeAt(this.from);
    let marks = 0;
    for (let at = this.from; at < this.to; at++) {
      const c = this.source.charCodeAt(at);
      if (c === mark) marks++;
      else if (c !== 32 && c !== 9) return false;
    }
    if (marks < 3) return false;
    this.flush();
    return true;
  }

  private readBullet(): boolean {
    const { source } = this;
    const next = source.charCodeAt(this.from + 1);
    if (this.from + 1 < this.to && next !== 32 && next !== 9) return false;
    if (this.from + 1 === this.to && this.open) return false;
    this.startItem(this.from + 1);
    return true;
  }

  private readOrdered(): boolean {
    const first = this.source.charCodeAt(this.from);
    if (!isDigit(first) && first !== 35 && first !== 40) return false;
    const match = ORDERED.exec(this.line(40))?.[0];
    if (!match) return false;
    const interrupts = !this.open || this.open.kind === 'list-item' || /^1[.)]$/.test(match);
    if (!interrupts) return false;
    this.startItem(this.from + match.length);
    return true;
  }

  private startItem(behindMark: number): void {
    this.flush();
    let at = skipBlanks(this.source, behindMark, this.to);
    if (/^\[[ xX]\] /.test(this.source.slice(at, at + 4))) at += 4;
    this.inList = true;
    this.start('list-item', at, this.to, this.from);
    this.joinComment();
  }

  private readTableLine(): boolean {
    const { source, open } = this;
    if (this.inTable && source.slice(this.from, this.to).includes('|')) {
      if (!isDelimiterRow(source, this.from, this.to))
        this.addRow(splitRow(source, this.from, this.to).map((c) => [c]));
      return true;
    }
    const first = source[this.from];
    const bordered = first === '|' && source[this.to - 1] === '|' && this.to - this.from > 2;
    if (first !== '|' && first !== '-' && first !== ':') return false;
    if (isDelimiterRow(source, this.from, this.to)) {
      if (open?.kind === 'paragraph' && source.slice(open.lastLine, open.end).includes('|')) this.takeHeader(open);
      else this.flush();
      this.startTable();
      return true;
    }
    if (!bordered) return false;
    this.flush();
    this.startTable();
    this.addRow(splitRow(source, this.from, this.to).map((cell) => [cell]));
    return true;
  }

  /** The line above the delimiter row was read as the end of a paragraph: it is the head of the table. */
  private takeHeader(open: OpenBlock): void {
    this.open = undefined;
    if (open.lastLine > open.start) {
      const end = trimEnd(this.source, open.start, open.lastLine);
      this.blocks.push(this.block('paragraph', open.start, end, { quotes: open.quotes }));
    }
    this.tables++;
    this.inTable = true;
    this.rows = 0;
    this.addRow(splitRow(this.source, open.lastLine, open.end).map((cell) => [cell]));
  }

  private startTable(): void {
    if (this.inTable) return;
    this.inTable = true;
    this.tables++;
    this.rows = 0;
  }

  private addRow(cells: Span[][]): void {
    this.add('table-row', this.from, this.to, { cells, table: this.tables, row: this.rows++ });
  }

  private readGrid(): boolean {
    const { source } = this;
    if (!isBorder(source, this.from, this.to)) return this.source.startsWith('+++', this.from) && this.readRule();
    this.flush();
    const lines: Span[] = [];
    for (;;) {
      lines.push(span(this.from, this.to));
      if (this.pos >= source.length) break;
      const first = source[skipBlanks(source, this.pos, source.length)];
      if (first !== '|' && first !== '+') break;
      this.nextLine();
    }
    this.tables++;
    this.rows = 0;
    for (const cells of gridRows(source, lines)) this.addRow(cells);
    return true;
  }

  private readHtml(): boolean {
    const { source } = this;
    const raw = /^<(script|style|pre|textarea)\b/i.exec(this.line(12))?.[1];
    if (!raw) return false;
    this.flush();
    const close = source.indexOf(`</${raw}`, this.from);
    this.skipTo(close < 0 ? source.length : close);
    return true;
  }

  /** `$$` on a line of its own, up to the next `$$`. */
  private readDisplay(): boolean {
    const { source } = this;
    if (!source.startsWith('$$', this.from)) return false;
    const close = source.indexOf('$$', this.from + 2);
    if (close < 0 || source.slice(this.from, close).includes('\n\n')) return false;
    const behind = source.indexOf('\n', close);
    const lineEnd = behind < 0 ? source.length : behind;
    if (!/^\s*(?:\{#[^}]*\}|\([\w:-]*\))?\s*$/.test(source.slice(close + 2, Math.min(lineEnd, close + 200))))
      return false;
    this.flush();
    this.add('equation', this.from + 2, close);
    this.skipTo(close);
    return true;
  }

  private readEnvironment(): boolean {
    const { source } = this;
    const match = MATH_ENVIRONMENT.exec(this.line(40));
    if (!match) return false;
    const limit = Math.min(source.length, this.from + LONGEST_DISPLAY);
    const close = find(source, `\\end{${match[1]}${match[2]}}`, this.from, limit);
    if (close === limit) return false;
    this.flush();
    this.add('equation', this.from + match[0].length, close);
    this.skipTo(close);
    return true;
  }

  /** `[^1]: note`, `[name]: address`. */
  private readDefinition(): boolean {
    const { source } = this;
    const match = /^\[(\^?)[^\]\n]{1,200}\]:/.exec(this.line(210));
    if (!match) return false;
    const at = skipBlanks(source, this.from + match[0].length, this.to);
    if (match[1] === '^') {
      this.flush();
      this.inList = true;
      this.start('footnote', at, this.to);
      this.joinComment();
      return true;
    }
    if (this.open || !/^(?:<|#|\w+:\/\/|mailto:|www\.|[\w.-]+\/|\.{0,2}\/)/.test(source.slice(at, at + 20)))
      return false;
    return true;
  }

  /** `*[FEC]: fluoroethylene carbonate`. */
  private readAbbreviation(): boolean {
    const { source } = this;
    const match = /^\*\[([^\]\n]{1,60})\]:[ \t]*/.exec(this.line(90));
    if (!match) return false;
    this.flush();
    const shortSpan = span(this.from + 2, this.from + 2 + match[1]!.length);
    const longSpan = span(Math.min(this.from + match[0].length, this.to), this.to);
    const short = match[1]!;
    const long = source.slice(longSpan.start, longSpan.end);
    const whole = span(this.from, this.to);
    this.declarations.push({ span: whole, form: '*[…]', key: short, short, shortSpan, long, longSpan });
    return true;
  }

  private readCommentLine(): boolean {
    if (this.indent > 0 || this.open) return false;
    const whole = span(this.from, this.to);
    this.comments.push({ span: whole, text: this.source.slice(this.from + 1, this.to).trim() });
    return true;
  }

  /** MyST `(label)=`. */
  private readTarget(): boolean {
    if (this.open || this.source[this.to - 1] !== '=') return false;
    return /^\([\w:.-]{1,100}\)=$/.test(this.line(104));
  }

  /** `{{< include part.qmd >}}` on its own, MyST `{#id .class}` before a block. */
  private readShortcode(): boolean {
    const line = this.line(400);
    const include = /^\{\{<\s*include\s+([^\s>]+)\s*>\}\}/.exec(line);
    if (include) {
      this.flush();
      this.include(include[1]!, this.from + include[0].indexOf(include[1]!, 10), 'include');
      return true;
    }
    return !this.open && /^\{[#.][^{}]{1,200}\}$/.test(line);
  }

  private readColons(): boolean {
    const { source } = this;
    if (source.startsWith(':::', this.from)) return this.readDivision();
    const next = source.charCodeAt(this.from + 1);
    if (next !== 32 && next !== 9) return this.readTableLine();
    const at = skipBlanks(source, this.from + 1, this.to);
    const { open } = this;
    const last = this.blocks[this.blocks.length - 1];
    if (open?.kind === 'paragraph' && open.lastLine === open.start) {
      this.open = undefined;
      this.blocks.push(this.block('term', open.start, open.end, { quotes: open.quotes }));
      this.start('definition', at, this.to);
    } else if (open?.kind === 'definition') {
      this.flush();
      this.start('definition', at, this.to);
    } else if (open) {
      return false;
    } else if (last?.kind === 'paragraph' && this.blankLines === 1 && isTerm(source, last)) {
      this.blocks[this.blocks.length - 1] = { ...last, kind: 'term' };
      this.start('definition', at, this.to);
    } else if (last?.kind === 'definition' && this.blankLines <= 1) {
      this.start('definition', at, this.to);
    } else {
      this.start('caption', at, this.to);
    }
    this.inList = true;
    this.joinComment();
    return true;
  }

  /** `::: {.note}`, `:::{note} Title`, `:::`. */
  private readDivision(): boolean {
    const { source } = this;
    this.flush();
    this.inList = false;
    const length = runLength(source, this.from, this.to);
    const infoAt = skipBlanks(source, this.from + length, this.to);
    if (infoAt === this.to) {
      this.closeContainer(':', 3);
      return true;
    }
    const info = source.slice(infoAt, this.to);
    const directive = directiveOf(info);
    if (directive && !isProseDirective(directive.name)) {
      this.readCode(':', length, directive, info, infoAt);
    } else {
      this.openContainer(':', length, directive, info, infoAt);
    }
    return true;
  }

  private readFence(): boolean {
    const { source } = this;
    if (this.indent > 3 && !this.inList) return false;
    const mark = source[this.from]!;
    const length = runLength(source, this.from, this.to);
    if (length < 3) return false;
    const infoAt = skipBlanks(source, this.from + length, this.to);
    const info = source.slice(infoAt, this.to);
    if (mark === '`' && info.includes('`')) return false;
    this.flush();
    if (info === '' && this.closeContainer(mark, length)) return true;
    const directive = directiveOf(info);
    if (directive && isProseDirective(directive.name)) this.openContainer(mark, length, directive, info, infoAt);
    else this.readCode(mark, length, directive, info, infoAt);
    return true;
  }

  private openContainer(
    mark: string,
    length: number,
    directive: Directive | undefined,
    info: string,
    infoAt: number,
  ): void {
    this.containers.push({ mark, length, section: sectionOf(directive?.name ?? info) });
    if (!directive) return;
    this.atOptions = true;
    const at = infoAt + directive.argumentAt;
    if (isTitled(directive.name) && at < this.to) {
      this.add(directive.name.endsWith('table') ? 'caption' : 'paragraph', at, this.to);
    }
  }

  private closeContainer(mark: string, length: number): boolean {
    const top = this.containers[this.containers.length - 1];
    if (top?.mark !== mark || length < (mark === ':' ? 3 : top.length)) return false;
    this.containers.pop();
    return true;
  }

  /** `:caption: Text` or a YAML block below the opening line of a directive. */
  private readOption(): boolean {
    const { source } = this;
    const option = /^:([\w-]+):[ \t]*/.exec(this.line(60));
    if (option) {
      const at = Math.min(this.from + option[0].length, this.to);
      if (option[1] === 'caption' && at < this.to) this.add('caption', at, this.to);
      return true;
    }
    if (this.line(4) !== '---') return false;
    const close = source.indexOf('\n---', this.to);
    if (close >= 0) this.skipTo(close + 1);
    this.atOptions = false;
    return true;
  }

  /** Code is no prose; captions that a code cell sets, and files that it names, are taken from it. */
  private readCode(mark: string, length: number, directive: Directive | undefined, info: string, infoAt: number): void {
    const { source } = this;
    const argument = directive ? info.slice(directive.argumentAt).trim() : '';
    const argumentAt = infoAt + (directive?.argumentAt ?? 0);
    const mathStart = directive?.name === 'math' ? this.pos : undefined;
    if (directive?.name === 'include' && argument) this.include(argument, argumentAt, 'include');
    if (directive?.name === 'bibliography' && argument) this.bibliography(argument, argumentAt);
    const child = CHUNK_CHILD.exec(info.slice(0, 300))?.[1];
    if (child) this.include(child, infoAt + info.indexOf(child), 'child');
    const caption = CHUNK_CAPTION.exec(info.slice(0, 300));
    if (caption) {
      const at = caption.index + caption[0].length;
      const to = info.indexOf(caption[1]!, at);
      if (to > at) this.add('caption', infoAt + at, infoAt + to);
    }
    while (this.pos < source.length) {
      this.nextLine();
      if (source[this.from] === mark) {
        const run = runLength(source, this.from, this.to);
        if (run >= length && this.from + run === this.to) break;
      }
      if (source.startsWith('#|', this.from)) this.readCellCaption();
    }
    if (mathStart !== undefined) this.add('equation', mathStart, Math.max(mathStart, this.lineStart));
  }

  private readCellCaption(): void {
    const line = this.source.slice(this.from, this.to);
    const text = CELL_CAPTION.exec(line)?.[1];
    if (!text) return;
    const quoted = /^(["']).*\1$/.test(text) ? 1 : 0;
    const at = this.to - text.length;
    this.add('caption', at + quoted, this.to - quoted);
  }

  private include(path: string, at: number, command: string): void {
    this.includes.push({ path, span: span(at, at + path.length), command });
  }

  private bibliography(path: string, at: number): void {
    this.bibliographies.push({ path, span: span(at, at + path.length), command: 'bibliography' });
  }

  /** Goes on with the line behind the one that holds the offset. */
  private skipTo(offset: number): void {
    const newline = this.source.indexOf('\n', offset);
    this.pos = newline < 0 ? this.source.length : newline + 1;
  }

  private line(most: number): string {
    return this.source.slice(this.from, Math.min(this.to, this.from + most));
  }

  private start(kind: MarkdownBlockKind, start: number, end: number, marker?: number): void {
    this.open = { kind, start, end, lastLine: start, quotes: this.quotes, ...(marker === undefined ? {} : { marker }) };
  }

  private flush(): void {
    const { open } = this;
    this.open = undefined;
    if (!open || open.end <= open.start) return;
    const { kind, start, end, quotes, marker } = open;
    this.blocks.push(this.block(kind, start, end, { quotes, ...(marker === undefined ? {} : { marker }) }));
  }

  private add(kind: MarkdownBlockKind, start: number, end: number, more: Partial<MarkdownBlock> = {}): void {
    this.flush();
    if (end > start) this.blocks.push(this.block(kind, start, end, { quotes: this.quotes, ...more }));
  }

  private block(kind: MarkdownBlockKind, start: number, end: number, more: Partial<MarkdownBlock>): MarkdownBlock {
    const section = this.containers.findLast((container) => container.section)?.section;
    return { kind, start, end, quotes: 0, ...more, ...(section ? { section } : {}) };
  }
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** A border of a grid table: `+---+:===:+`. */
function isBorder(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!'+-=:'.includes(source[at]!)) return false;
  return end - start > 2 && source[end - 1] === '+' && source[start + 1] !== '+';
}

/** A one-line paragraph that ends without a stop can be the term of a definition list. */
function isTerm(source: string, block: Span): boolean {
  const text = source.slice(block.start, Math.min(block.end, block.start + 121));
  return text.length <= 120 && !text.includes('\n') && !/[.:;!?]$/.test(text);
}

/** End of a heading without `{#id .class}`. */
function withoutAttributes(source: string, start: number, end: number): number {
  if (source[end - 1] !== '}') return end;
  const heading = source.slice(start, end);
  const open = heading.lastIndexOf('{');
  return open >= 0 && /^[#.-]/.test(heading.slice(open + 1)) ? trimEnd(source, start, start + open) : end;
}
