import { type Span, span } from '../../../base/span';
import type { AbbreviationDeclaration, Comment, FileReference } from '../../parsedFile';
import type { DocumentPart } from '../../prose';
import type { MarkdownBlock, MarkdownBlockKind } from '../block';
import { declarationAt } from '../declaration';
import { skipSpaces, trimEnd } from '../lines';

/** A division (`:::`) or prose directive that is open. */
interface Container {
  readonly mark: string;
  readonly length: number;
  /** Part that it or a container around it names. */
  readonly section: DocumentPart | undefined;
  /** A figure: its paragraphs are the caption. */
  readonly figure: boolean;
}

/** A block that further lines may continue. */
export interface OpenBlock {
  readonly kind: MarkdownBlockKind;
  readonly start: number;
  end: number;
  /** Where its last line begins, marks excluded. */
  lastLine: number;
  readonly quotes: number;
  readonly marker?: number;
}

/** The current line, the block that is open, and what has been found so far. */
export class BlockCursor {
  readonly blocks: MarkdownBlock[] = [];
  readonly comments: Comment[] = [];
  readonly includes: FileReference[] = [];
  readonly bibliographies: FileReference[] = [];
  readonly declarations: AbbreviationDeclaration[] = [];

  open: OpenBlock | undefined;
  /** Number of the current table, and of the row that comes next. */
  tables = -1;
  rows = 0;
  /** True while the lines of a pipe table go on. */
  inTable = false;
  inList = false;
  /** Blank lines above the current line. */
  blankLines = 1;
  /** True directly after the opening line of a directive, where its options are. */
  atOptions = false;

  lineStart = 0;
  /** Content of the line without quote marks and the white space around. */
  from = 0;
  to = 0;
  indent = 0;
  quotes = 0;

  private readonly containers: Container[] = [];
  private nextComment: number;

  constructor(
    readonly source: string,
    private pos: number,
  ) {
    this.nextComment = source.indexOf('<!--', pos);
  }

  /** Start of the line after the current one. */
  get next(): number {
    return this.pos;
  }

  /** Goes to the next line; false after the last. */
  nextLine(): boolean {
    const { source } = this;
    if (this.pos >= source.length) return false;
    this.lineStart = this.pos;
    const newline = source.indexOf('\n', this.pos);
    const end = newline < 0 ? source.length : newline;
    this.pos = newline < 0 ? end : newline + 1;
    let at = skipSpaces(source, this.lineStart, end);
    this.indent = source[this.lineStart] === '\t' ? (at - this.lineStart) * 4 : at - this.lineStart;
    this.quotes = 0;
    while (at < end && source[at] === '>' && !/\d/.test(source[at + 1] ?? '')) {
      this.quotes++;
      const inner = skipSpaces(source, at + 1, end);
      this.indent = Math.max(0, inner - at - 2);
      at = inner;
    }
    this.to = trimEnd(source, at, end);
    this.from = Math.min(at, this.to);
    return true;
  }

  /** Goes on with the line after the one that holds the offset. */
  skipTo(offset: number): void {
    const newline = this.source.indexOf('\n', offset);
    this.pos = newline < 0 ? this.source.length : newline + 1;
  }

  /** The beginning of the line. */
  line(most: number): string {
    return this.source.slice(this.from, Math.min(this.to, this.from + most));
  }

  /** Opens a block that further lines may continue. */
  start(kind: MarkdownBlockKind, start: number, marker?: number): void {
    const { to: end, quotes } = this;
    this.open = { kind, start, end, lastLine: start, quotes, ...(marker === undefined ? {} : { marker }) };
    this.joinComment(this.open);
  }

  /** Continues it with the current line. */
  extend(open: OpenBlock): void {
    open.end = this.to;
    open.lastLine = this.from;
    this.joinComment(open);
  }

  /** A comment may hold blank lines: the block goes on after it. */
  private joinComment(open: OpenBlock): void {
    const { source } = this;
    if (this.nextComment >= 0 && this.nextComment < this.from) this.nextComment = source.indexOf('<!--', this.from);
    while (this.nextComment >= 0 && this.nextComment < this.to) {
      const close = source.indexOf('-->', this.nextComment + 4);
      if (close >= this.to) {
        this.skipTo(close);
        this.to = trimEnd(source, close + 3, this.pos);
        open.end = this.to;
      }
      this.nextComment = close < 0 ? -1 : source.indexOf('<!--', close + 3);
    }
  }

  /** Closes the open block. */
  flush(): void {
    const { open } = this;
    this.open = undefined;
    if (open) this.push(open);
  }

  /** Closes the open block and adds one that no line continues. */
  add(kind: MarkdownBlockKind, start: number, end: number, more: Partial<MarkdownBlock> = {}): void {
    this.flush();
    this.push({ kind, start, end, quotes: this.quotes, ...more });
  }

  push({ kind, start, end, quotes, ...more }: MarkdownBlock & { lastLine?: number }): void {
    if (end <= start) return;
    const { lastLine: _, ...rest } = more;
    const container = this.containers[this.containers.length - 1];
    const section = container?.section;
    const isCaption = kind === 'paragraph' && container?.figure === true && !this.source.startsWith('![', start);
    const shown = isCaption ? 'caption' : kind;
    this.blocks.push({ kind: shown, start, end, quotes, ...rest, ...(section ? { section } : {}) });
  }

  openContainer(mark: string, length: number, section: DocumentPart | undefined, figure: boolean): void {
    const outer = this.containers[this.containers.length - 1];
    this.containers.push({ mark, length, section: section ?? outer?.section, figure });
  }

  /** Closes the innermost container where a line of that many marks does so. */
  closeContainer(mark: string, length: number): boolean {
    const top = this.containers[this.containers.length - 1];
    if (top?.mark !== mark || length < (mark === ':' ? 3 : top.length)) return false;
    this.containers.pop();
    return true;
  }

  include(path: string, at: number, command: string): void {
    this.includes.push({ path, span: span(at, at + path.length), command });
  }

  bibliography(path: string, at: number): void {
    this.bibliographies.push({ path, span: span(at, at + path.length), command: 'bibliography' });
  }

  declare(whole: Span, shortSpan: Span, longSpan: Span): void {
    this.declarations.push(declarationAt(this.source, '*[…]', whole, shortSpan, longSpan));
  }
}
