import { type Span, span } from '../../../base/span';
import { ClosingMarks } from '../../closingMarks';
import type {
  AbbreviationDeclaration,
  CitationKey,
  CitationUse,
  Comment,
  FileReference,
  GlossaryUse,
} from '../../parsedFile';
import { ATOM, type Block } from '../../prose';
import type { ProseBuilder } from '../../proseBuilder';
import type { Style } from '../../proseRuns';
import { declarationAt } from '../declaration';
import type { Glossary } from '../glossary';
import { matchPairs, type Pair } from '../pairs';

/** What the markup inside blocks declares and uses, in source order. */
export interface InlineFindings {
  readonly comments: Comment[];
  readonly citations: CitationUse[];
  readonly declarations: AbbreviationDeclaration[];
  readonly glossaryUses: GlossaryUse[];
  readonly entryKeys: CitationKey[];
  readonly includes: FileReference[];
}

export type BlockRole = Omit<Block, 'start' | 'end'>;

/** How a use shows its abbreviation. */
interface Shown {
  readonly command: string;
  readonly shows: GlossaryUse['shows'];
  readonly plural: boolean;
}

/** A mark that has opened: where it is, and what is undone where it closes. */
interface Opened {
  readonly from: number;
  readonly prose: number;
  readonly resume: number;
  /** What to go back to; undefined where the mark changed nothing. */
  readonly style: Style | undefined;
}

/** An HTML tag that has opened. */
export interface OpenTag {
  readonly name: string;
  readonly from: number;
  readonly prose: number;
  /** What to go back to; undefined where the mark changed nothing. */
  readonly style: Style | undefined;
}

const LABEL = /^[ >\t]{0,8}\[([^\]\n]{1,200})\]:/gm;

/** Names of links are told apart by neither case nor spaces. */
const normalised = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * How far a block has been read. Text between marks is copied late, in one piece, so a mark may still take back
 * what is before it. The functions that read marks take the offset of their mark and return where to go on.
 */
export class InlineCursor {
  readonly found: InlineFindings = {
    ...{ comments: [], citations: [], declarations: [], glossaryUses: [], entryKeys: [], includes: [] },
  };
  role: BlockRole = { kind: 'paragraph', part: 'body' };
  /** Notes that are in the block and are read after it. */
  notes: Span[] = [];
  /** Formulas that are in the scripts of its math, likewise. */
  asides: Span[] = [];
  tags: OpenTag[] = [];
  start = 0;
  end = 0;
  /** Block quotes around the block. */
  quotes = 0;
  /** Start of the text that has not been copied yet. */
  text = 0;
  htmlTable: number | undefined;
  htmlRow = 0;

  readonly marks: ClosingMarks;
  private labels: ReadonlySet<string> | undefined;
  private opened = new Map<number, Opened>();
  private pairs: ReadonlyMap<number, Pair> | undefined;

  constructor(
    readonly source: string,
    readonly prose: ProseBuilder,
    readonly glossary: Glossary,
    /** Number of a table that is written in HTML. */
    readonly nextTable: () => number,
  ) {
    this.marks = new ClosingMarks(source);
  }

  /** True where a line of the document says what the name of a link leads to: `[name]: address`. */
  isLabel(name: string): boolean {
    this.labels ??= new Set(Array.from(this.source.matchAll(LABEL), (line) => normalised(line[1]!)));
    return this.labels.has(normalised(name));
  }

  /** Begins a stretch of the source. */
  enter(start: number, end: number, quotes: number): void {
    this.start = start;
    this.end = end;
    this.quotes = quotes;
    this.text = start;
    this.pairs = undefined;
  }

  /** Ends it: what is still open closes without a trace. */
  leave(): void {
    this.flush(this.end);
    if (this.opened.size > 0) this.opened.clear();
    if (this.tags.length > 0) this.tags = [];
    this.prose.restyle({ script: 'normal', setting: 'text' });
  }

  /** Copies the text before `to`; what follows is read from `next` on, and what lies between is dropped. */
  flush(to: number, next = to): number {
    if (to > this.text) this.copy(this.text, to);
    this.text = next;
    return next;
  }

  /** Spaces in a row are one to a reader. */
  private copy(from: number, to: number): void {
    let at = from;
    while (at < to && this.source.charCodeAt(at) === 32 && this.prose.endsWithSpace) at++;
    for (let gap = this.marks.find('  ', at, to); gap; gap = this.marks.find('  ', at, to)) {
      this.prose.copy(at, gap.start);
      at = gap.end;
      while (at < to && this.source.charCodeAt(at) === 32) at++;
      this.prose.space(gap.start, at);
    }
    this.prose.copy(at, to);
  }

  /** Reads `text` in place of the source between `from` and `to`. */
  put(text: string, from: number, to: number): number {
    this.flush(from, to);
    this.prose.replace(text, from, to);
    return to;
  }

  space(from: number, to: number): number {
    this.flush(from, to);
    this.prose.space(from, to);
    return to;
  }

  /** Sub- or superscript that begins and ends here. */
  scripted(script: 'sub' | 'super', read: () => void): void {
    const before = this.prose.restyle({ script });
    read();
    this.prose.restore(before);
  }

  /** Drops the opening mark from `at` to `inner`; at `closeAt` the closing mark up to `resume` is dropped and both wrap. */
  open(at: number, inner: number, closeAt: number, resume: number, script?: 'sub' | 'super'): number {
    this.flush(at, inner);
    const prose = this.prose.offset;
    const style = script && this.prose.restyle({ script });
    this.opened.set(closeAt, { from: at, prose, resume, style });
    return inner;
  }

  /** Closes the mark that is due to close at `at`; undefined where none is. */
  close(at: number): number | undefined {
    const opened = this.opened.size > 0 ? this.opened.get(at) : undefined;
    if (!opened) return undefined;
    this.opened.delete(at);
    this.flush(at, opened.resume);
    if (opened.style !== undefined) this.prose.restore(opened.style);
    this.prose.wrap(opened.prose, span(opened.from, opened.resume), opened.style === undefined);
    return opened.resume;
  }

  /** Goes on in a new block. */
  reopen(role: BlockRole): void {
    this.tags = [];
    const style = this.prose.restyle({ script: 'normal', setting: 'text' });
    this.prose.openBlock(role);
    if (this.opened.size > 0) this.prose.restore(style);
  }

  citation(at: number, to: number, command: string, keys: readonly CitationKey[]): number {
    this.flush(at, to);
    const prose = this.prose.replace(ATOM, at, to);
    this.found.citations.push({ span: span(at, to), prose, command, keys });
    return to;
  }

  /** A use of a declared abbreviation, from `at` to `to`: its short form is read. */
  use(at: number, to: number, keySpan: Span, { command, shows, plural }: Shown): number {
    this.flush(at, to);
    const key = this.source.slice(keySpan.start, keySpan.end);
    const short = this.glossary.get(key)?.short ?? key;
    const prose = this.prose.replace(plural ? `${short}s` : short, at, to);
    this.found.glossaryUses.push({ span: span(at, to), prose, key, command, shows });
    this.found.entryKeys.push({ key, span: keySpan });
    return to;
  }

  declare(form: string, whole: Span, shortSpan: Span, longSpan: Span): void {
    this.found.declarations.push(declarationAt(this.source, form, whole, shortSpan, longSpan));
  }

  /** Partner of the bracket or emphasis mark at `at`, both within the stretch. */
  pairAt(at: number): Pair | undefined {
    this.pairs ??= matchPairs(this.source, this.start, this.end);
    return this.pairs.get(at);
  }

  /** After `{#id .class width=50%}` that may be at `at`. */
  attributesEnd(at: number): number {
    const { source, end } = this;
    if (source[at] !== '{' || at >= end) return at;
    const match = /^\{(?:[#.=][^{}\n]{0,300}|\w+=[^{}\n]{0,300})\}/.exec(source.slice(at, Math.min(end, at + 310)));
    return match ? at + match[0].length : at;
  }
}
