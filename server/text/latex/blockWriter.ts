import type { Span } from '../../base/span';
import { PartTracker, partOfHeading } from '../parts';
import { ATOM, type BlockPlace, type DocumentPart } from '../prose';
import type { ProseBuilder } from '../proseBuilder';
import { labelledPart } from '../structure';
import { ArgumentReader } from './arguments';
import type { Outline } from './outline';
import type { Sink } from './sink';

/** What kind of block the next text opens, and where it is. */
export interface Place extends BlockPlace {
  /** In a table inside a table cell, whose rows are lines of that cell. */
  readonly inCell?: boolean;
}

/** Writes what is read into blocks. A block opens with its first character, as the current place tells. */
export class BlockWriter extends ArgumentReader {
  readonly parts = new PartTracker();
  place: Place = { kind: 'paragraph' };
  sink: Sink;
  /** What interrupted the current block, to be read when it ends. */
  protected readonly pending: (() => void)[] = [];
  private inBlock: boolean;
  private flushing = false;

  constructor(
    source: string,
    outline: Outline,
    readonly builder: ProseBuilder,
    /** Within a block of another reader, which alone begins and ends blocks. */
    protected readonly inline: boolean,
  ) {
    super(source, outline);
    this.inBlock = inline;
    this.sink = builder;
  }

  /** Characters as they are in the source. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.begin(start);
    this.sink.copy(start, end);
  }

  /** Characters read from others. */
  put(text: string, start: number, end: number): Span {
    this.begin(start);
    return this.sink.replace(text, start, end);
  }

  /** Something that a reader sees and that is not text. */
  atom(start: number, end: number): Span {
    return this.put(ATOM, start, end);
  }

  space(start: number, end: number): void {
    if (this.inBlock) this.sink.space(start, end);
  }

  private begin(at: number): void {
    if (this.inBlock) return;
    const typed = this.typedHeading(at);
    const {
      kind,
      part = typed?.part ?? this.labelled(at) ?? this.parts.part,
      level,
      table,
      row,
      quoted,
    } = typed ?? this.place;
    if (table !== undefined && row !== undefined) this.builder.openBlock({ kind, part, table, row });
    else if (quoted) this.builder.openBlock({ kind, part, quoted });
    else this.builder.openBlock(level === undefined ? { kind, part } : { kind, part, level });
    this.inBlock = true;
  }

  /** `\textbf{Keywords:} …` opens a part within its paragraph. */
  private labelled(at: number): DocumentPart | undefined {
    if (this.place.kind !== 'paragraph' || this.parts.part !== 'body') return undefined;
    return labelledPart(this.source.slice(at, at + 60).replace(/[{}]/g, ''))?.part;
  }

  /** `{\LARGE Acknowledgements}`: the name of a part, set as a heading by hand on a line of its own. */
  private typedHeading(at: number): Place | undefined {
    if (this.place.kind !== 'paragraph' || this.place.part !== undefined) return undefined;
    const [line, name] = ALONE.exec(this.source.slice(at, at + 80)) ?? [];
    if (name === undefined || !SET_OFF.test(this.source.slice(Math.max(0, at - 40), at))) return undefined;
    if (!TYPED_PARTS.has(partOfHeading(name))) {
      this.parts.leave(TYPED_LEVEL);
      return undefined;
    }
    const part = this.parts.heading(name, TYPED_LEVEL);
    // After a line that is broken by hand the text goes on in the same paragraph.
    return /\n[ \t]*\\\\$/.test(line!) ? { kind: 'paragraph', part } : { kind: 'heading', level: TYPED_LEVEL, part };
  }

  /** Ends the current block, and reads the footnotes and floats within it. */
  endBlock(): void {
    if (!this.inline) {
      this.builder.closeBlock();
      this.inBlock = false;
    }
    if (this.flushing) return;
    this.flushing = true;
    for (let next = this.pending.shift(); next; next = this.pending.shift()) next();
    this.flushing = false;
  }

  /** True within a block: what comes now interrupts it. */
  get interrupts(): boolean {
    return this.inBlock;
  }
}

/** Words up to the end of their paragraph, or to a line that is broken by hand. */
const ALONE =
  /^((?:\d{1,2}\.? )?\p{Lu}[\p{L} ]{2,38})\}*[ \t]*(?:\\\\(?:\[[^\]\n]*\])?[ \t]*)?(?:\n[ \t]*(?:\n|\\\\|\\end\{center\})|\\end\{center\}|\\par(?![a-z])|$)/u;
const SET_OFF = /\\(?:textbf|textsc|bfseries|scshape|[Ll]arge|LARGE|[Hh]uge)(?![A-Za-z])[^\n]{0,20}$/;
/** Any heading of LaTeX ends what it opens. */
const TYPED_LEVEL = 9;
const TYPED_PARTS: ReadonlySet<DocumentPart | undefined> = new Set<DocumentPart>([
  'abstract',
  'abbreviations',
  'acknowledgements',
]);
