import type { Script, ScriptedText } from '../base/script';
import { lowerBound, type Span, span } from '../base/span';

/** Stands in the prose where a reader sees something that is no text: a citation mark, an image, a display. */
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
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly part: DocumentPart;
  /** 1 for a section heading, 2 for a subsection, …; only on headings. */
  readonly level?: number;
  /** On table cells: number of the table and row in the file, so that cells of one row can be paired. */
  readonly table?: number;
  readonly row?: number;
}

/**
 * The characters a reader would read, each with the source it came from, its script and its setting.
 *
 * Blocks are separated by one line feed; inside a block, white space that holds a line break is one blank.
 * Sub- and superscripts are flattened (`₀.₈`, `$_{0.8}$`, `~0.8~`, `<sub>0.8</sub>` all read `0.8`) and keep their script.
 */
export class Prose implements ScriptedText {
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
    return SETTINGS[this.runs.style[this.runAt(offset)]! >> 2]!;
  }

  /**
   * Source range of a stretch of prose. Markup that wraps only characters of the stretch belongs to it (`O$_2$`, `\ce{LiF}`),
   * but the dollars around a whole stretch do not: `$\mathrm{LiF}$` gives `\mathrm{LiF}`.
   */
  toSource(prose: Span): Span {
    let start = this.startOf(prose.start);
    let end = prose.end > prose.start ? this.endOf(prose.end - 1) : start;
    for (let i = lowerBound(this.wraps, (w) => w.start >= prose.start); i < this.wraps.length; i++) {
      const wrap = this.wraps[i]!;
      if (wrap.start >= prose.end) break;
      if (wrap.end > prose.end) continue;
      if (wrap.delimiter && wrap.start === prose.start && wrap.end === prose.end) continue;
      start = Math.min(start, wrap.source.start);
      end = Math.max(end, wrap.source.end);
    }
    return span(start, end);
  }

  /** True where no markup begins inside the stretch and ends outside it, or the other way round: safe to replace. */
  isWhole(prose: Span): boolean {
    return this.wraps.every(
      (w) =>
        w.end <= prose.start ||
        w.start >= prose.end ||
        (w.start >= prose.start && w.end <= prose.end) ||
        (w.start <= prose.start && w.end >= prose.end),
    );
  }

  /** Prose offset of the character that the source offset lies in or before; undefined behind the last one. */
  toProse(sourceOffset: number): number | undefined {
    const { source, prose, length, width } = this.runs;
    const i = lowerBound(source, (s) => s > sourceOffset) - 1;
    if (i >= 0 && sourceOffset < source[i]! + width[i]!) {
      return prose[i]! + (length[i] === width[i] ? sourceOffset - source[i]! : 0);
    }
    return i + 1 < source.length ? prose[i + 1] : undefined;
  }

  /** Block that holds the prose offset. */
  blockAt(offset: number): Block | undefined {
    const block = this.blocks[lowerBound(this.blocks, (b) => b.start > offset) - 1];
    return block && offset <= block.end ? block : undefined;
  }

  slice(s: Span): string {
    return this.text.slice(s.start, s.end);
  }

  private startOf(offset: number): number {
    if (offset >= this.text.length) return this.runs.source.length ? this.endOf(this.text.length - 1) : 0;
    const i = this.runAt(offset);
    const { source, prose, length, width } = this.runs;
    return source[i]! + (length[i] === width[i] ? offset - prose[i]! : 0);
  }

  private endOf(offset: number): number {
    const i = this.runAt(offset);
    const { source, prose, length, width } = this.runs;
    return length[i] === width[i] ? source[i]! + offset - prose[i]! + 1 : source[i]! + width[i]!;
  }

  private runAt(offset: number): number {
    return lowerBound(this.runs.prose, (p) => p > offset) - 1;
  }
}

const SCRIPTS: readonly Script[] = ['normal', 'sub', 'super'];
const SETTINGS: readonly Setting[] = ['text', 'math', 'upright', 'chemistry'];

/**
 * Columns of equal length, sorted by prose offset. A run whose prose length equals its source width maps character
 * by character; any other (`--` → `–`, `\alpha` → `α`) maps as a whole. Source offsets ascend with prose offsets.
 */
interface Runs {
  readonly prose: Uint32Array;
  readonly length: Uint32Array;
  readonly source: Uint32Array;
  readonly width: Uint32Array;
  readonly style: Uint8Array;
}

/** Markup around a stretch of prose: `\textbf{…}`, `$_{…}$`, `<sub>…</sub>`. */
interface Wrap extends Span {
  readonly source: Span;
  /** Math delimiters around the whole: not part of a mention that fills them. */
  readonly delimiter: boolean;
}

/** Builds a `Prose` from left to right. Readers push what they see; order of calls is source order. */
export class ProseBuilder {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly prose: number[] = [];
  private readonly lengths: number[] = [];
  private readonly sources: number[] = [];
  private readonly widths: number[] = [];
  private readonly styles: number[] = [];
  private readonly wraps: Wrap[] = [];
  private readonly blocks: Block[] = [];
  private open: { start: number; block: Omit<Block, 'start' | 'end'> } | undefined;
  private style = 0;
  /** Last character pushed, to fold white space. */
  private last = '\n';

  constructor(private readonly source: string) {}

  /** Prose offset of the next character. */
  get offset(): number {
    return this.length;
  }

  /** True while nothing of the open block has been pushed. */
  get atBlockStart(): boolean {
    return this.open === undefined || this.length === this.open.start;
  }

  script(): Script {
    return SCRIPTS[this.style & 3]!;
  }

  setting(): Setting {
    return SETTINGS[this.style >> 2]!;
  }

  /** Sets script and setting for what follows; returns what was set, to be handed to `restyle` afterwards. */
  restyle(style: { readonly script?: Script; readonly setting?: Setting }): { script: Script; setting: Setting } {
    const before = { script: this.script(), setting: this.setting() };
    const script = SCRIPTS.indexOf(style.script ?? before.script);
    const setting = SETTINGS.indexOf(style.setting ?? before.setting);
    this.style = script | (setting << 2);
    return before;
  }

  /** Closes the open block, if any, and opens one. A block that stays empty leaves no trace. */
  openBlock(block: Omit<Block, 'start' | 'end'>): void {
    this.closeBlock();
    this.open = { start: this.length, block };
  }

  closeBlock(): void {
    if (!this.open) return;
    if (this.last === ' ' && this.length > this.open.start) this.dropLastBlank();
    if (this.length > this.open.start) {
      this.blocks.push({ ...this.open.block, start: this.open.start, end: this.length });
      this.append('\n', this.sourceEnd(), 0);
    }
    this.open = undefined;
  }

  /** Characters that stand in the source as they are read. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.append(this.source.slice(start, end), start, end - start);
  }

  /** Characters read from other source characters, mapped as a whole: `–` from `--`, one U+FFFC from `\cite{…}`. */
  replace(text: string, start: number, end: number): Span {
    const at = this.length;
    if (text.length > 0) this.append(text, start, end - start);
    return span(at, this.length);
  }

  /** One blank for white space that holds a line break or comes from markup; none at the start of a block or after a blank. */
  blank(start: number, end: number): void {
    if (this.atBlockStart || this.last === ' ') return;
    this.append(' ', start, end - start);
  }

  /** Markup from `source.start` to `source.end` around the prose pushed since `proseStart`. */
  wrap(proseStart: number, source: Span, delimiter = false): void {
    if (this.length > proseStart) this.wraps.push({ start: proseStart, end: this.length, source, delimiter });
  }

  build(): Prose {
    this.closeBlock();
    const runs: Runs = {
      prose: Uint32Array.from(this.prose),
      length: Uint32Array.from(this.lengths),
      source: Uint32Array.from(this.sources),
      width: Uint32Array.from(this.widths),
      style: Uint8Array.from(this.styles),
    };
    this.wraps.sort((a, b) => a.start - b.start || b.end - a.end);
    return new Prose(this.source, this.parts.join(''), this.blocks, runs, this.wraps);
  }

  private append(text: string, source: number, width: number): void {
    const i = this.prose.length - 1;
    const direct = text.length === width;
    const continues =
      direct &&
      i >= 0 &&
      this.styles[i] === this.style &&
      this.lengths[i] === this.widths[i] &&
      this.sources[i]! + this.widths[i]! === source;
    if (continues) {
      this.lengths[i]! += width;
      this.widths[i]! += width;
    } else {
      this.prose.push(this.length);
      this.lengths.push(text.length);
      this.sources.push(source);
      this.widths.push(width);
      this.styles.push(this.style);
    }
    this.parts.push(text);
    this.length += text.length;
    this.last = text[text.length - 1]!;
  }

  private dropLastBlank(): void {
    const i = this.prose.length - 1;
    const part = this.parts.length - 1;
    this.parts[part] = this.parts[part]!.slice(0, -1);
    this.length -= 1;
    const mapsDirectly = this.lengths[i] === this.widths[i];
    this.lengths[i]! -= 1;
    if (mapsDirectly) this.widths[i]! -= 1;
    if (this.lengths[i] === 0) {
      for (const column of [this.prose, this.lengths, this.sources, this.widths, this.styles]) column.pop();
    }
  }

  private sourceEnd(): number {
    const i = this.prose.length - 1;
    return i < 0 ? 0 : this.sources[i]! + this.widths[i]!;
  }
}
