import type { ClosingMarks } from '../closingMarks';
import { runLength } from './lines';

/** A command of TeX in Markdown: its name, its arguments in brackets and braces, and where they end. */
export interface TexCommand {
  readonly name: string;
  readonly end: number;
  /** Content of the last braces. */
  readonly argument?: { readonly from: number; readonly to: number };
}

const NAME = /\\([A-Za-z]+)\*?/y;

/** The command whose backslash is at `at`, with the arguments that follow without a space. `marks` are those of the source. */
export function texCommandAt(source: string, at: number, end: number, marks: ClosingMarks): TexCommand | undefined {
  NAME.lastIndex = at;
  const match = NAME.exec(source);
  if (!match || at + match[0].length > end) return undefined;
  let to = at + match[0].length;
  let argument: TexCommand['argument'];
  while (to < end && (source[to] === '{' || source[to] === '[')) {
    const close = groupEnd(source, to, end, marks);
    if (close === undefined) break;
    if (source[to] === '{') argument = { from: to + 1, to: close };
    to = close + 1;
  }
  return { name: match[1]!, end: to, ...(argument ? { argument } : {}) };
}

/** Offset of the bracket or brace that closes the one at `open`, in the same paragraph and not far. */
function groupEnd(source: string, open: number, end: number, marks: ClosingMarks): number | undefined {
  const left = source[open]!;
  const right = left === '{' ? '}' : ']';
  const limit = Math.min(end, open + LONGEST_ARGUMENT);
  if (!marks.find(right, open, limit)) return undefined;
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const c = source[at];
    if (c === '\\') at++;
    else if (c === left) depth++;
    else if (c === right && --depth === 0) return at;
    else if (c === '\n' && runLength(source, at, end) > 1) return undefined;
  }
  return undefined;
}

const LONGEST_ARGUMENT = 1000;

/** What commands of acronym packages show; Quarto reads `\\acr{FEC}`, Pandoc hands the others on to LaTeX. */
export function acronymShown(name: string): 'short' | 'long' | 'full' | 'first-full' | undefined {
  if (/^(?:acrs?|acp?|Acp?|glspl|gls|Gls|Glspl)$/.test(name)) return 'first-full';
  if (/^(?:acs|acsp|acrshort|acrshortpl|glsxtrshort)$/.test(name)) return 'short';
  if (/^(?:acl|aclp|acrlong|acrlongpl|glsxtrlong)$/.test(name)) return 'long';
  return /^(?:acf|acfp|acrfull|acrfullpl|glsxtrfull)$/.test(name) ? 'full' : undefined;
}
