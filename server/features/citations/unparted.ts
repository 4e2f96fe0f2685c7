import type { FormatId } from '../../text';

/** Two characters of the source that belong together, so that nothing goes between them. */
interface Bond {
  /** What the text up to the place ends with; looked at in the line of the place only. */
  readonly before: RegExp;
  /** What follows the place. */
  readonly after: RegExp;
  /** All formats where it is absent. */
  readonly formats?: readonly FormatId[];
}

const TIE_FORMATS: readonly FormatId[] = ['latex', 'typst'];

/** Those of a LaTeX command that are closed. */
const ARGUMENTS = '(?:\\[[^\\]]*\\]|\\{[^{}]*\\}|<[^<>]*>)*';

const BONDS: readonly Bond[] = [
  // A backslash and what it escapes: `\‸]`, `\‸%`, `\‸ `, `\` at the end of a line.
  { before: /(?<!\\)(?:\\\\)*\\$/, after: /^/ },
  // The end of a row and its space: `\\‸ [2‸pt]‸`, `\\‸*`.
  { before: /\\\\\*?\s*(?:\[[^\]]*)?$/, after: /^(?:\s*[[*]|[^[\]]*\])/, formats: ['latex'] },
  { before: /\\\\\*?\s*\[[^\]]*\]$/, after: /^/, formats: ['latex'] },
  // What soul and ulem take apart letter by letter, so that TeX stops at a citation: `\hl{marked‸ words}`.
  {
    before: /\\(?:hl|st|ul|so|caps|[sx]out|u?uline|uwave|d(?:ash|ot)uline)\{(?:[^{}]|\{[^{}]*\})*$/,
    after: /^/,
    formats: ['latex'],
  },
  // A number and its uncertainty: `9.0(2‸)`.
  { before: /\d\(\d+$/, after: /^\)/ },
  // `\protect‸\footnotemark`
  { before: /\\(?:protect|noexpand|expandafter|string)$/, after: /^/, formats: ['latex'] },
  // What an environment is told: `\begin{column}{0.5‸\textwidth}`, `\begin{block}{Title}‸`.
  { before: new RegExp(`\\\\begin\\{[^{}]*\\}${ARGUMENTS}(?:[[{<][^\\]{}>]*)?$`), after: /^/, formats: ['latex'] },
  // A line of settings: `toplength=3cm‸,‸`.
  {
    before: /^\s*[A-Za-z][\w./-]*=\S[^=$]*$/,
    after: /^(?:[^\n=]*[,}\]])?\s*(?:%.*)?(?:\r?\n|$)/,
    formats: ['latex'],
  },
  // Slides: `\item<2-| ‸alert@3>`.
  { before: /\\[A-Za-z]+<[^<>]*$/, after: /^[^<>]*>/, formats: ['latex'] },
  // One word in braces may be a name or a length: `\sidemargin{left‸}`. After them stands the same.
  {
    before: new RegExp(`\\\\(?!\\w*(?:note|caption|item|thanks)\\b)[A-Za-z]+\\*?${ARGUMENTS}\\{[^\\s{}\\\\]*$`),
    after: /^[^\s{}\\]*\}/,
    formats: ['latex'],
  },
  // A word that is parted at the end of a line: `elec-‸` before `trolyte`.
  { before: /\p{L}[-\u00AD]$/u, after: /^\r?\n[ \t]*\p{Ll}/u },
  // What a tie holds together: `Fig.‸~‸3`; a citation may be tied to the word before it.
  { before: /\S~$/, after: /^\S/, formats: TIE_FORMATS },
  { before: /\S$/, after: /^~(?!\\[A-Za-z]*cite|@|#cite)\S/, formats: TIE_FORMATS },
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
  return BONDS.some(
    (bond) => (bond.formats?.includes(format) ?? true) && bond.before.test(before) && bond.after.test(after),
  );
}

/** What decides stands near. */
const FARTHEST = 200;
