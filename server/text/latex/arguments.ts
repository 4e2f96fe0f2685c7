import { type Span, span } from '../../base/span';
import type { Outline } from './outline';
import { controlEnd, isSpace, lineEnd, paragraphEnd, skipSpaces } from './scan';

/** An argument: its content, and the offset after its closing brace. */
export interface Argument extends Span {
  readonly after: number;
}

/** `key = {value}` in an option list. */
export interface KeyValue {
  readonly key: string;
  /** Without braces around it. */
  readonly value: Span;
}

/** Finds the arguments of commands. */
export class ArgumentReader {
  private paragraph = span(0, -1);
  private noBracketBefore = -1;

  constructor(
    readonly source: string,
    readonly outline: Outline,
  ) {}

  /** The mandatory argument after `at`: a group, a command or one character; undefined at the end of the paragraph. */
  argument(at: number, end: number): Argument | undefined {
    const i = skipSpaces(this.source, at, end);
    const code = this.source.charCodeAt(i);
    if (i >= end || code === 125 || code === 10) return undefined;
    if (code === 123) return this.braced(i, end);
    const close = code === 92 ? controlEnd(this.source, i, end) : i + 1;
    return { start: i, end: close, after: close };
  }

  /** The group after `at`, if one follows; where it is not closed it ends with its paragraph. */
  groupArgument(at: number, end: number): Argument | undefined {
    const i = skipSpaces(this.source, at, end);
    return i < end && this.source.charCodeAt(i) === 123 ? this.braced(i, end) : undefined;
  }

  /** The same, of a command whose argument never holds an empty line: it ends before one. */
  shortArgument(at: number, end: number): Argument | undefined {
    const argument = this.groupArgument(at, end);
    if (!argument) return undefined;
    const stop = this.paragraphEnd(argument.start, end);
    return argument.end <= stop ? argument : { start: argument.start, end: stop, after: stop };
  }

  private braced(open: number, end: number): Argument {
    const close = this.outline.closing(open);
    if (close >= 0 && close < end) return { start: open + 1, end: close, after: close + 1 };
    const stop = this.paragraphEnd(open, end);
    return { start: open + 1, end: stop, after: stop };
  }

  /** The optional argument after `at`, if one follows. */
  optional(at: number, end: number): Argument | undefined {
    const { source } = this;
    const open = skipSpaces(source, at, end);
    if (open >= end || source.charCodeAt(open) !== 91 || open < this.noBracketBefore) return undefined;
    const stop = Math.min(this.paragraphEnd(open, end), open + LONGEST_OPTION);
    for (let i = open + 1; i < stop; i++) {
      const code = source.charCodeAt(i);
      if (code === 93) return { start: open + 1, end: i, after: i + 1 };
      if (code === 92) i++;
      else if (code === 123) {
        const close = this.outline.closing(i);
        if (close >= 0 && close < stop) i = close;
      } else if (code === 125) break;
    }
    this.noBracketBefore = stop;
    return undefined;
  }

  /** Start of the blank line after `at`, or `end`; each paragraph is searched once. */
  paragraphEnd(at: number, end: number): number {
    if (at < this.paragraph.start || at > this.paragraph.end) {
      this.paragraph = span(at, paragraphEnd(this.source, at, this.source.length));
    }
    return Math.min(this.paragraph.end, end);
  }

  /** The pairs in `a = {…}, b, c = d`; a key without value has an empty one. */
  keyValues(list: Span): KeyValue[] {
    const pairs: KeyValue[] = [];
    let start = list.start;
    let equals = -1;
    for (let i = list.start; i <= list.end; i++) {
      const code = i < list.end ? this.source.charCodeAt(i) : 44;
      if (code === 123) {
        const close = this.outline.closing(i);
        if (close >= 0 && close < list.end) i = close;
      } else if (code === 37) i = lineEnd(this.source, i, list.end) - 1;
      else if (code === 61 && equals < 0) equals = i;
      else if (code === 44) {
        const key = this.source
          .slice(start, equals < 0 ? i : equals)
          .replace(/%[^\n]*/g, '')
          .trim();
        if (key) pairs.push({ key, value: equals < 0 ? span(i, i) : this.value(equals + 1, i) });
        start = i + 1;
        equals = -1;
      }
    }
    return pairs;
  }

  private value(start: number, end: number): Span {
    let [from, to] = [start, end];
    while (from < to && isSpace(this.source.charCodeAt(from))) from++;
    while (to > from && isSpace(this.source.charCodeAt(to - 1))) to--;
    const braced = this.source.charCodeAt(from) === 123 && this.outline.closing(from) === to - 1;
    return braced ? span(from + 1, to - 1) : span(from, to);
  }
}

const LONGEST_OPTION = 2000;
