import { Lines } from '../base/lines';
import { lowerBound, type Span, span } from '../base/span';
import type { ParsedFile } from '../text/parsedFile';

/** Says whether a rule is switched off at a source offset. */
export type Suppressed = (code: string, offset: number) => boolean;

const DIRECTIVE = /^\s*interphase-(disable-next-line|disable-line|disable-file|disable|enable)\b([\s\S]*)$/;

/**
 * Reads the comments of a manuscript: `interphase-disable-next-line abbreviation/undefined`, `interphase-disable-line`,
 * `interphase-disable` up to `interphase-enable`, `interphase-disable-file`; several codes, or none for all.
 * Text after ` -- ` is the author's reason.
 */
export function suppressions({ comments, source }: Pick<ParsedFile, 'comments' | 'source'>): Suppressed {
  const lines = new Lines(source);
  const off = new SwitchedOff();
  /** Where what is switched off until further notice begins, by its codes. */
  const open = new Map<string, { readonly codes: readonly string[]; readonly from: number }>();
  const close = (key: string, end: number): void => {
    const opened = open.get(key);
    if (opened) off.add(opened.codes, span(opened.from, end));
    open.delete(key);
  };
  for (const { text, span: at } of comments) {
    const [, kind, rest = ''] = DIRECTIVE.exec(text) ?? [];
    const codes = rest.split(' -- ', 1)[0]!.match(/[a-z-]+\/[a-z-]+/g) ?? [];
    const key = codes.join();
    if (kind === 'disable-file') off.add(codes, span(0, source.length));
    if (kind === 'disable-line') off.add(codes, lines.lineAt(at.start));
    if (kind === 'disable-next-line') off.add(codes, nextLine(source, at.end, lines));
    if (kind === 'disable' && !open.has(key)) open.set(key, { codes, from: at.end });
    if (kind === 'enable') for (const ended of codes.length > 0 ? [key] : [...open.keys()]) close(ended, at.start);
  }
  for (const key of [...open.keys()]) close(key, source.length);
  return (code, offset) => off.holds(code, offset);
}

/** The next line that is not blank; a line comment may or may not hold its own line end. */
function nextLine(source: string, offset: number, lines: Lines): Span {
  const lineEnd = source[offset - 1] === '\n' ? offset - 1 : source.indexOf('\n', offset);
  if (lineEnd < 0) return span(source.length, source.length);
  let start = lineEnd + 1;
  while (source[start] === '\n' || source[start] === '\r') start++;
  return lines.lineAt(start);
}

/** Stretches of the source in which rules are off, joined where they meet so that a place is found by search. */
class SwitchedOff {
  /** By code; those for all rules under `ALL`. */
  private readonly added = new Map<string, Span[]>();
  private readonly joined = new Map<string, readonly Span[]>();

  add(codes: readonly string[], stretch: Span): void {
    for (const code of codes.length > 0 ? codes : [ALL]) {
      const of = this.added.get(code);
      if (of) of.push(stretch);
      else this.added.set(code, [stretch]);
    }
  }

  /** To be asked when everything is added. The ends belong to a stretch. */
  holds(code: string, offset: number): boolean {
    return [code, ALL].some((of) => {
      const stretches = this.stretchesOf(of);
      const before = stretches[lowerBound(stretches, (s) => s.start > offset) - 1];
      return before !== undefined && offset <= before.end;
    });
  }

  private stretchesOf(code: string): readonly Span[] {
    const known = this.joined.get(code);
    if (known) return known;
    const joined: Span[] = [];
    for (const next of [...(this.added.get(code) ?? [])].sort((a, b) => a.start - b.start)) {
      const last = joined.at(-1);
      if (last && next.start <= last.end) joined[joined.length - 1] = span(last.start, Math.max(last.end, next.end));
      else joined.push(next);
    }
    this.joined.set(code, joined);
    return joined;
  }
}

const ALL = '';
