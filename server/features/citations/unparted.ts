import { FORMATS, type FormatId } from '../../text';
import type { Bond } from '../../text/citing/bond';

/** What every format holds together. */
const BONDS: readonly Bond[] = [
  // A backslash and what it escapes: `\‸]`, `\‸%`, `\‸ `, `\` at the end of a line.
  { before: /(?<!\\)(?:\\\\)*\\$/, after: /^/ },
  // A number and its uncertainty: `9.0(2‸)`.
  { before: /\d\(\d+$/, after: /^\)/ },
  // A word that is parted at the end of a line: `elec-‸` before `trolyte`.
  { before: /\p{L}[-\u00AD]$/u, after: /^\r?\n[ \t]*\p{Ll}/u },
  { before: /\S\u00A0$/, after: /^\S/ },
  { before: /\S$/, after: /^\u00A0\S/ },
  // What opens a line, and the text after it: `- ‸item`, `2. ‸item`, `> ‸quote`, `| ‸cell`, the space of an indented line.
  {
    before: /^[ \t]*(?:(?:[-*+•–>|:~]|#\.|\[[ xX]\]|\(?(?:\d{1,3}|[a-z])[.)]|\(@\w*\))[ \t]*)*$/,
    after: /^[^\r\n]*\S/,
  },
  // A number with its bracket that opens a line: `1‸) item`.
  { before: /^[ \t]*\(?(?:\d{1,3}|[a-z])$/, after: /^[.)](?:[ \t]|$)/ },
];

/** True for signs that double: `**`, `--`, `''`, `...`; closing brackets stand side by side without belonging together. */
const DOUBLED = /[\p{P}\p{S}](?<![)\]}>）】」』》])/u;

/** True where what stands before a source offset and what stands after it belong together. */
export function isUnparted(source: string, at: number, format: FormatId): boolean {
  if (at === 0 || at === source.length) return false;
  const sign = source[at - 1]!;
  if (sign === source[at] && DOUBLED.test(sign)) return true;
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const before = lineStart < at - FARTHEST ? `…${source.slice(at - FARTHEST, at)}` : source.slice(lineStart, at);
  const after = source.slice(at, at + FARTHEST);
  return [...BONDS, ...FORMATS[format].citing.bonds].some((bond) => bond.before.test(before) && bond.after.test(after));
}

/** What decides stands near. */
const FARTHEST = 200;
