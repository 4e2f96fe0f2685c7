import { Lines } from '../base/lines';
import type { Script, ScriptedText } from '../base/script';
import { lowerBound, type ProseSpan, type SourceSpan, type Span, span } from '../base/span';
import { isCitedWork } from './citedWork';
import { isCaption } from './structure';
import { wholeParts } from './wholeParts';

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

/** Part of the document that a block stands in. Abstract and body are defined apart; the last five are outside all scopes. */
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
  /** The run and the block asked for last: most questions go on from there. */
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

  /** Source from the first to the last character of a stretch that stands in another order there. */
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

const SCRIPTS: readonly Script[] = ['normal', 'sub', 'super'];
const SCRIPT_MARKS: readonly string[] = ['n', 's', 'S'];
const SETTINGS: readonly Setting[] = ['text', 'math', 'upright', 'chemistry'];

/** Script in bits 0 and 1, setting in bits 2 and 3. */
export type Style = number;

/** Set in `Runs.style` where the run maps as a whole, not character by character. */
const WHOLE = 16;

/**
 * Columns of equal length, sorted by prose offset. A run maps character by character, or as a whole
 * (`--` → `–`, `\alpha` → `α`). Source offsets ascend within a block and mostly between blocks: a footnote is read
 * after the paragraph that it interrupts.
 */
interface Runs {
  readonly prose: Uint32Array;
  readonly length: Uint32Array;
  readonly source: Uint32Array;
  readonly width: Uint32Array;
  /** `Style` and `WHOLE`. */
  readonly style: Uint8Array;
}

/** Markup that begins further away holds a stretch no more. */
const LONGEST_MARKUP = 2000;

/** Markup around a stretch of prose: `\textbf{…}`, `$_{…}$`, `<sub>…</sub>`. */
export interface Wrap extends ProseSpan {
  readonly source: SourceSpan;
  /** Math delimiters around the whole: not part of a mention that fills them. */
  readonly delimiter: boolean;
}

/** Builds a `Prose` from left to right. Readers push what they see in the order in which it is read. */
export class ProseBuilder {
  private readonly text = new TextWriter();
  private readonly runs = new RunWriter();
  private readonly wraps: Wrap[] = [];
  private readonly blocks: Block[] = [];
  private open: { start: number; block: Omit<Block, 'start' | 'end'> } | undefined;
  private style: Style = 0;
  /** Last character pushed, to fold white space. */
  private last = '\n';

  constructor(private readonly source: string) {}

  /** Prose offset of the next character. */
  get offset(): number {
    return this.text.length;
  }

  /** True while nothing of the open block has been pushed. */
  get atBlockStart(): boolean {
    return this.open === undefined || this.offset === this.open.start;
  }

  /** True where the last character is a space or nothing of the open block has been pushed. */
  get endsWithSpace(): boolean {
    return this.atBlockStart || this.last === ' ';
  }

  script(): Script {
    return SCRIPTS[this.style & 3]!;
  }

  setting(): Setting {
    return SETTINGS[this.style >> 2]!;
  }

  /** Sets script and setting for what follows; returns what was set, to be handed to `restore` afterwards. */
  restyle({ script, setting }: { readonly script?: Script; readonly setting?: Setting }): Style {
    const before = this.style;
    if (script !== undefined) this.style = (this.style & ~3) | SCRIPTS.indexOf(script);
    if (setting !== undefined) this.style = (this.style & 3) | (SETTINGS.indexOf(setting) << 2);
    return before;
  }

  restore(style: Style): void {
    this.style = style;
  }

  /** Closes the open block, if any, and opens one. A block that stays empty leaves no trace. */
  openBlock(block: Omit<Block, 'start' | 'end'>): void {
    this.closeBlock();
    this.open = { start: this.offset, block };
  }

  closeBlock(): void {
    if (!this.open) return;
    const { start, block } = this.open;
    if (this.last === ' ' && this.offset > start) this.dropLastSpace();
    if (this.offset > start) {
      this.blocks.push({ start, end: this.offset, ...block });
      this.append('\n', this.runs.sourceEnd, 0, true);
    }
    this.open = undefined;
  }

  /** Characters that stand in the source as they are read. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.append(this.source.slice(start, end), start, end - start, false);
  }

  /** Characters read from other source characters, mapped as a whole: `–` from `--`, one U+FFFC from `\cite{…}`. */
  replace(text: string, start: number, end: number): Span {
    const at = this.offset;
    if (text.length > 0) this.append(text, start, end - start, text.length !== 1 || end - start !== 1);
    return span(at, this.offset);
  }

  /** One space for white space that holds a line break or comes from markup; none at the start of a block or after a space. */
  space(start: number, end: number): void {
    if (this.atBlockStart || this.last === ' ') return;
    this.append(' ', start, end - start, end - start !== 1);
  }

  /** Markup from `source.start` to `source.end` around the prose pushed since `proseStart`. */
  wrap(proseStart: number, source: Span, delimiter = false): void {
    if (this.offset > proseStart) this.wraps.push({ start: proseStart, end: this.offset, source, delimiter });
  }

  build(): Prose {
    this.closeBlock();
    this.wraps.sort((a, b) => a.start - b.start || b.end - a.end);
    const text = this.text.whole();
    const blocks = wholeParts(this.blocks, text).map((block) => asRead(block, text.slice(block.start, block.end)));
    return new Prose(this.source, text, blocks, this.runs.columns(), this.wraps);
  }

  private append(text: string, source: number, width: number, whole: boolean): void {
    this.runs.add(this.offset, text.length, source, width, whole ? this.style | WHOLE : this.style);
    this.text.add(text);
    this.last = text[text.length - 1]!;
  }

  private dropLastSpace(): void {
    this.text.dropLast();
    this.runs.dropLast();
  }
}

/**
 * A line that names a work belongs to the references, whatever heading or footnote it stands in; a paragraph that is typed
 * as a caption is one.
 */
function asRead(block: Block, text: string): Block {
  if (MAY_NAME_WORKS.has(block.kind) && block.part !== 'references' && isCitedWork(text))
    return { ...block, part: 'references' };
  return block.kind === 'paragraph' && RUNNING.has(block.part) && isCaption(text)
    ? { ...block, kind: 'caption' }
    : block;
}

const RUNNING: ReadonlySet<DocumentPart> = new Set<DocumentPart>(['body', 'supporting-information']);
const MAY_NAME_WORKS: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'list-item', 'footnote']);

/** A text that grows at its end. It is joined piece by piece, so that few small strings live at a time. */
class TextWriter {
  length = 0;
  private readonly pieces: string[] = [];
  private recent: string[] = [];

  add(text: string): void {
    if (this.recent.length === MOST_RECENT) {
      this.pieces.push(this.recent.join(''));
      this.recent = [];
    }
    this.recent.push(text);
    this.length += text.length;
  }

  /** Takes back the last character of what was added last. */
  dropLast(): void {
    this.recent.push(this.recent.pop()!.slice(0, -1));
    this.length--;
  }

  whole(): string {
    return [...this.pieces, ...this.recent].join('');
  }
}

const MOST_RECENT = 500;

/** Runs that are added from left to right. */
class RunWriter {
  private size = 0;
  private prose = new Uint32Array(1_024);
  private length = new Uint32Array(1_024);
  private source = new Uint32Array(1_024);
  private width = new Uint32Array(1_024);
  private style = new Uint8Array(1_024);

  /** Adds characters to the last run where they go on in the source as in the prose, else a run. */
  add(prose: number, length: number, source: number, width: number, style: Style): void {
    const last = this.size - 1;
    if (!(style & WHOLE) && last >= 0 && this.style[last] === style && this.sourceEnd === source) {
      this.length[last]! += length;
      this.width[last]! += width;
      return;
    }
    if (this.size === this.prose.length) this.grow();
    const i = this.size++;
    this.prose[i] = prose;
    this.length[i] = length;
    this.source[i] = source;
    this.width[i] = width;
    this.style[i] = style;
  }

  /** Takes back the last character. */
  dropLast(): void {
    const last = this.size - 1;
    this.length[last]! -= 1;
    if (!(this.style[last]! & WHOLE)) this.width[last]! -= 1;
    if (this.length[last] === 0) this.size--;
  }

  /** Source offset after the last run. */
  get sourceEnd(): number {
    const last = this.size - 1;
    return last < 0 ? 0 : this.source[last]! + this.width[last]!;
  }

  columns(): Runs {
    const { prose, length, source, width, style, size } = this;
    return {
      prose: prose.slice(0, size),
      length: length.slice(0, size),
      source: source.slice(0, size),
      width: width.slice(0, size),
      style: style.slice(0, size),
    };
  }

  private grow(): void {
    const capacity = 2 * this.prose.length;
    this.prose = grown(this.prose, new Uint32Array(capacity));
    this.length = grown(this.length, new Uint32Array(capacity));
    this.source = grown(this.source, new Uint32Array(capacity));
    this.width = grown(this.width, new Uint32Array(capacity));
    this.style = grown(this.style, new Uint8Array(capacity));
  }
}

function grown<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
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
