import { Lines } from '../base/lines';
import type { Script, ScriptedText } from '../base/script';
import { lowerBound, type ProseSpan, type SourceSpan, type Span, span } from '../base/span';
import { type Runs, SCRIPTS, SETTINGS, WHOLE } from './proseRuns';

/** Stands in the prose where a reader sees something that is not text: a citation mark, an image, a display. */
export const ATOM = '\uFFFC';

/**
 * How a character was set: plain text, an italic letter of math, an upright one (`\mathrm`, `\text` in math),
 * or inside a chemistry macro (`\ce`, `\ch`).
 */
export type Setting = 'text' | 'math' | 'upright' | 'chemistry';

export type BlockKind =
  | 'title'
  | 'author'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'caption'
  | 'table-cell'
  | 'footnote'
  | 'equation';

/** Part of the document that a block is in. Abstract and body are defined apart; the last five are outside all scopes. */
export type DocumentPart =
  | 'abstract'
  | 'body'
  | 'abbreviations'
  | 'supporting-information'
  | 'front-matter'
  | 'keywords'
  | 'acknowledgements'
  | 'references'
  | 'back-matter';

/** A stretch of prose that is read on its own: no mention crosses its ends. */
export interface Block extends ProseSpan {
  readonly kind: BlockKind;
  readonly part: DocumentPart;
  /** 1 for a section heading, 2 for a subsection, …; only on headings. */
  readonly level?: number;
  /** On table cells: number of the table and row in the file, so that cells of one row can be paired. */
  readonly table?: number;
  readonly row?: number;
  /** A block quotation: the words of others. */
  readonly quoted?: true;
}

/** What kind of block the next text opens. */
export interface BlockPlace extends Omit<Block, keyof Span | 'part'> {
  /** Where not the headings tell. */
  readonly part?: DocumentPart | undefined;
}

/**
 * The characters a reader would read, each with the source it came from, its script and its setting.
 *
 * Blocks are separated by one line feed; inside a block, white space that holds a line break is one space.
 * Sub- and superscripts are flattened (`₀.₈`, `$_{0.8}$`, `~0.8~`, `<sub>0.8</sub>` all read `0.8`) and keep their script.
 */
export class Prose implements ScriptedText {
  /** The run and the block found last: most lookups go on from there. */
  private lastRun = 0;
  private lastBlock = 0;
  #lines: Lines | undefined;
  #wrapsByEnd: readonly Wrap[] | undefined;
  #runsBySource: Uint32Array | undefined;

  constructor(
    readonly source: string,
    readonly text: string,
    readonly blocks: readonly Block[],
    private readonly runs: Runs,
    private readonly wraps: readonly Wrap[],
  ) {}

  scriptAt(offset: number): Script {
    return SCRIPTS[this.runs.style[this.runAt(offset)]! & 3]!;
  }

  settingAt(offset: number): Setting {
    return SETTINGS[(this.runs.style[this.runAt(offset)]! >> 2) & 3]!;
  }

  /**
   * Source range of a stretch of prose. Markup that wraps only characters of the stretch belongs to it (`O$_2$`, `\ce{LiF}`),
   * but the dollars around a whole stretch do not: `$\mathrm{LiF}$` gives `\mathrm{LiF}`.
   */
  toSource(prose: ProseSpan): SourceSpan {
    let start = this.startOf(prose.start);
    let end = prose.end > prose.start ? this.endOf(prose.end - 1) : start;
    if (end < start && prose.end > prose.start) [start, end] = this.hull(prose);
    for (let i = lowerBound(this.wraps, (w) => w.start >= prose.start); i < this.wraps.length; i++) {
      const wrap = this.wraps[i]!;
      if (wrap.start >= prose.end) break;
      if (wrap.end > prose.end) continue;
      if (wrap.delimiter && wrap.start === prose.start && wrap.end === prose.end) continue;
      start = Math.min(start, wrap.source.start);
      end = Math.max(end, wrap.source.end);
    }
    return span(start, Math.max(start, end));
  }

  /** True where no markup begins inside the stretch and ends outside it, or the other way round: safe to replace. */
  isWhole(prose: ProseSpan): boolean {
    const { wraps, wrapsByEnd } = this;
    for (let i = lowerBound(wraps, (w) => w.start > prose.start); i < wraps.length; i++) {
      if (wraps[i]!.start >= prose.end) break;
      if (wraps[i]!.end > prose.end) return false;
    }
    for (let i = lowerBound(wrapsByEnd, (w) => w.end > prose.start); i < wrapsByEnd.length; i++) {
      if (wrapsByEnd[i]!.end >= prose.end) break;
      if (wrapsByEnd[i]!.start < prose.start) return false;
    }
    return true;
  }

  /**
   * Source range of a stretch of prose that means the same elsewhere: with the dollars around it, where it is all that they hold
   * (`$\mathrm{LiF}$`). Undefined of a part of what they hold.
   */
  toMovableSource(prose: ProseSpan): SourceSpan | undefined {
    const dollars = this.markupAround(prose).filter(({ delimiter }) => delimiter);
    if (dollars.some(({ start, end }) => start < prose.start || prose.end < end)) return undefined;
    return dollars[0]?.source ?? this.toSource(prose);
  }

  /** The markup that holds a stretch of prose: which prose it wraps, and where it is in the source. */
  markupAround({ start, end }: ProseSpan): readonly Wrap[] {
    const around: Wrap[] = [];
    const from = Math.max(this.blockAt(start)?.start ?? 0, start - LONGEST_MARKUP);
    for (let i = lowerBound(this.wraps, (wrap) => wrap.start >= from); i < this.wraps.length; i++) {
      const wrap = this.wraps[i]!;
      if (wrap.start > start) break;
      if (wrap.end >= end) around.push(wrap);
    }
    return around;
  }

  /** Prose offset of the character that the source offset lies in or before; undefined after the last one. */
  toProse(sourceOffset: number): number | undefined {
    const { source, prose, width } = this.runs;
    const bySource = this.runsBySource;
    let i = lowerBound(bySource, (run) => source[run]! > sourceOffset) - 1;
    // What a macro stands for has several runs at one place: the first is meant.
    while (i > 0 && source[bySource[i - 1]!] === source[bySource[i]!] && width[bySource[i - 1]!]! > 0) i--;
    const run = bySource[i];
    if (run !== undefined && sourceOffset < source[run]! + width[run]!) {
      return prose[run]! + (this.isWholeRun(run) ? 0 : sourceOffset - source[run]!);
    }
    const next = bySource[i + 1];
    return next === undefined ? undefined : prose[next];
  }

  /** Line of a source offset, from 1. */
  lineOf(sourceOffset: number): number {
    this.#lines ??= new Lines(this.source);
    return this.#lines.lineOf(sourceOffset);
  }

  /** Block that holds the prose offset. */
  blockAt(offset: number): Block | undefined {
    let i = this.lastBlock;
    const beginsIn = (block: Block | undefined) => block !== undefined && block.start <= offset;
    if (!beginsIn(this.blocks[i]) || beginsIn(this.blocks[i + 1])) {
      i = Math.max(0, lowerBound(this.blocks, (b) => b.start > offset) - 1);
      this.lastBlock = i;
    }
    const block = this.blocks[i];
    return block && block.start <= offset && offset <= block.end ? block : undefined;
  }

  /** A stretch as scripted text of its own, offsets from 0. */
  scripted(s: ProseSpan): ScriptedText {
    return { text: this.slice(s), scriptAt: (index) => this.scriptAt(s.start + index) };
  }

  /** Scripts of a stretch, one mark a character: `n`ormal, `s`ub, `S`uper. */
  scripts({ start, end }: ProseSpan): string {
    const { prose, style } = this.runs;
    let marks = '';
    for (let run = this.runAt(start), at = start; at < end; run++) {
      const to = run + 1 < prose.length ? Math.min(end, prose[run + 1]!) : end;
      marks += SCRIPT_MARKS[style[run]! & 3]!.repeat(to - at);
      at = to;
    }
    return marks;
  }

  slice(s: ProseSpan): string {
    return this.text.slice(s.start, s.end);
  }

  private startOf(offset: number): number {
    if (offset >= this.text.length) return this.runs.source.length ? this.endOf(this.text.length - 1) : 0;
    const run = this.runAt(offset);
    return this.runs.source[run]! + (this.isWholeRun(run) ? 0 : offset - this.runs.prose[run]!);
  }

  private endOf(offset: number): number {
    const run = this.runAt(offset);
    const { source, prose, width } = this.runs;
    return this.isWholeRun(run) ? source[run]! + width[run]! : source[run]! + offset - prose[run]! + 1;
  }

  private isWholeRun(run: number): boolean {
    return (this.runs.style[run]! & WHOLE) !== 0;
  }

  /** Source from the first to the last character of a stretch that is in another order there. */
  private hull(prose: ProseSpan): [number, number] {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    for (let run = this.runAt(prose.start); run <= this.runAt(prose.end - 1); run++) {
      const from = Math.max(prose.start, this.runs.prose[run]!);
      const to = Math.min(prose.end, this.runs.prose[run]! + this.runs.length[run]!);
      start = Math.min(start, this.startOf(from));
      end = Math.max(end, this.endOf(to - 1));
    }
    return [start, end];
  }

  private runAt(offset: number): number {
    const { prose } = this.runs;
    let run = this.lastRun;
    // Most steps are to a run near by; the others are searched for.
    const near = Math.min(run + NEAR, prose.length - 1);
    while (run < near && offset >= prose[run + 1]!) run++;
    const isThere = offset >= prose[run]! && (run + 1 >= prose.length || offset < prose[run + 1]!);
    if (!isThere) run = lowerBound(prose, (p) => p > offset) - 1;
    this.lastRun = Math.max(0, run);
    return run;
  }

  private get wrapsByEnd(): readonly Wrap[] {
    this.#wrapsByEnd ??= [...this.wraps].sort((a, b) => a.end - b.end);
    return this.#wrapsByEnd;
  }

  /** Indices of the runs sorted by source offset. */
  private get runsBySource(): Uint32Array {
    this.#runsBySource ??= sortedIndices(this.runs.source);
    return this.#runsBySource;
  }
}

/** Runs that are stepped over before one is searched for. */
const NEAR = 8;

const SCRIPT_MARKS: readonly string[] = ['n', 's', 'S'];

/** Most characters between a stretch and the start of the markup that holds it. */
const LONGEST_MARKUP = 2000;

/** Markup around a stretch of prose: `\textbf{…}`, `$_{…}$`, `<sub>…</sub>`. */
export interface Wrap extends ProseSpan {
  readonly source: SourceSpan;
  /** Math delimiters around the whole: not part of a mention that fills them. */
  readonly delimiter: boolean;
}

function sortedIndices(source: Uint32Array): Uint32Array {
  const indices = new Uint32Array(source.length);
  let ascends = true;
  for (let i = 0; i < source.length; i++) {
    indices[i] = i;
    if (i > 0 && source[i - 1]! > source[i]!) ascends = false;
  }
  return ascends ? indices : indices.sort((a, b) => source[a]! - source[b]! || a - b);
}
