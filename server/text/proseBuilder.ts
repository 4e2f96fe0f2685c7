import type { Script } from '../base/script';
import { type Span, span } from '../base/span';
import { isCitedWork } from './citedWork';
import { type Block, type BlockKind, type DocumentPart, Prose, type Setting, type Wrap } from './prose';
import { RunWriter, SCRIPTS, SETTINGS, type Style, TextWriter, WHOLE } from './proseRuns';
import { isCaption } from './structure';
import { wholeParts } from './wholeParts';

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

  /** Characters that are in the source as they are read. */
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
 * A line that names a work belongs to the references, whatever heading or footnote it is in; a paragraph that is typed
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
