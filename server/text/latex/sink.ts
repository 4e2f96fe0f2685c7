import type { Span } from '../../base/span';
import type { ProseBuilder } from '../proseBuilder';

/** Where what is read goes: into the prose from its own place, or from the place of a macro that stands for it. */
export interface Sink {
  copy(start: number, end: number): void;
  replace(text: string, start: number, end: number): Span;
  space(start: number, end: number): void;
  wrap(proseStart: number, source: Span, delimiter?: boolean): void;
}

/** Maps all that is read onto one range of the source: the use of a macro whose definition is being read. */
export class PinnedSink implements Sink {
  constructor(
    private readonly builder: ProseBuilder,
    private readonly source: string,
    private start: number,
    private end: number,
  ) {}

  /** What follows comes from another part of the use: after the argument that has been read. */
  move(start: number, end: number): void {
    this.start = start;
    this.end = Math.max(start, end);
  }

  copy(start: number, end: number): void {
    if (end > start) this.builder.replace(this.source.slice(start, end), this.start, this.end);
  }

  replace(text: string): Span {
    return this.builder.replace(text, this.start, this.end);
  }

  space(): void {
    this.builder.space(this.start, this.end);
  }

  /** Markup inside the definition is not around anything at the place of use. */
  wrap(): void {}
}
