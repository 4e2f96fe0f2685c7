import type { Script } from '../base/script';
import type { Setting } from './prose';

export const SCRIPTS: readonly Script[] = ['normal', 'sub', 'super'];
export const SETTINGS: readonly Setting[] = ['text', 'math', 'upright', 'chemistry'];

/** Script in bits 0 and 1, setting in bits 2 and 3. */
export type Style = number;

/** Set in `Runs.style` where the run maps as a whole, not character by character. */
export const WHOLE = 16;

/**
 * Columns of equal length, sorted by prose offset. A run maps character by character, or as a whole
 * (`--` → `–`, `\alpha` → `α`). Source offsets ascend within a block and mostly between blocks: a footnote is read
 * after the paragraph that it interrupts.
 */
export interface Runs {
  readonly prose: Uint32Array;
  readonly length: Uint32Array;
  readonly source: Uint32Array;
  readonly width: Uint32Array;
  /** `Style` and `WHOLE`. */
  readonly style: Uint8Array;
}

/** A text that grows at its end. It is joined piece by piece, so that few small strings live at a time. */
export class TextWriter {
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
export class RunWriter {
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
