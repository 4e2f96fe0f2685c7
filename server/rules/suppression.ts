import type { Manuscript } from '../text/manuscript';

/** Says whether a rule is switched off at a source offset. */
export type Suppressed = (code: string, offset: number) => boolean;

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Empty for all rules. */
  readonly codes: readonly string[];
}

const DIRECTIVE = /^\s*interphase-(disable-next-line|disable-line|disable-file|disable|enable)\b([\s\S]*)$/;

/**
 * Reads the comments of a manuscript: `interphase-disable-next-line abbreviation/undefined`, `interphase-disable-line`,
 * `interphase-disable` up to `interphase-enable`, `interphase-disable-file`; several codes, or none for all.
 * Text behind ` -- ` is the author's reason.
 */
export function suppressions({ comments, source }: Manuscript): Suppressed {
  const stretches: Stretch[] = [];
  const open: { start: number; codes: readonly string[] }[] = [];
  for (const { text, span } of comments) {
    const [, kind, rest = ''] = DIRECTIVE.exec(text) ?? [];
    const codes = rest.split(' -- ', 1)[0]!.match(/[a-z-]+\/[a-z-]+/g) ?? [];
    if (kind === 'disable-file') stretches.push({ start: 0, end: source.length, codes });
    if (kind === 'disable-line') stretches.push({ ...lineAt(source, span.start), codes });
    if (kind === 'disable-next-line') stretches.push({ ...nextLine(source, span.end), codes });
    if (kind === 'disable') open.push({ start: span.end, codes });
    if (kind === 'enable') {
      for (let i = open.length - 1; i >= 0; i--) {
        const { start, codes: disabled } = open[i]!;
        if (codes.length > 0 && disabled.join() !== codes.join()) continue;
        stretches.push({ start, end: span.start, codes: disabled });
        open.splice(i, 1);
      }
    }
  }
  for (const { start, codes } of open) stretches.push({ start, end: source.length, codes });
  return (code, offset) =>
    stretches.some((s) => s.start <= offset && offset <= s.end && (s.codes.length === 0 || s.codes.includes(code)));
}

function lineAt(source: string, offset: number): { start: number; end: number } {
  const end = source.indexOf('\n', offset);
  return { start: source.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? source.length : end };
}

/** The next line that is not blank; a line comment may or may not hold its own line end. */
function nextLine(source: string, offset: number): { start: number; end: number } {
  const lineEnd = source[offset - 1] === '\n' ? offset - 1 : source.indexOf('\n', offset);
  if (lineEnd < 0) return { start: source.length, end: source.length };
  let start = lineEnd + 1;
  while (source[start] === '\n' || source[start] === '\r') start++;
  return lineAt(source, start);
}
