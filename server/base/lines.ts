import { lowerBound, type Span, span } from './span';

/** Lines of a text, by the offsets at which they begin. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly source: string) {
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) this.starts.push(i + 1);
  }

  /** Line of an offset, from 1. */
  lineOf(offset: number): number {
    return lowerBound(this.starts, (start) => start > offset);
  }

  /** The line of an offset, without its line feed. */
  lineAt(offset: number): Span {
    const line = this.lineOf(offset);
    const next = this.starts[line];
    return span(this.starts[line - 1]!, next === undefined ? this.source.length : next - 1);
  }
}

/** Offset at which the line of an offset begins. */
export const startOfLine = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;

/** Offset at which the line of an offset ends, before its line feed. */
export function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}

/** Text that is to be in a source, with the line ends of the source. */
export const withLineEndsOf = (source: string, text: string): string =>
  /\r?\n/.exec(source)?.[0] === '\r\n' ? text.replace(/\r?\n/g, '\r\n') : text;
