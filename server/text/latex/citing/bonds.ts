import { type Bond, TIE_BONDS } from '../../citing/bond';

/** Those of a LaTeX command that are closed. */
const ARGUMENTS = '(?:\\[[^\\]]*\\]|\\{[^{}]*\\}|<[^<>]*>)*';

/** What LaTeX holds together. */
export const bonds: readonly Bond[] = [
  {
    id: 'end of a row and its space',
    before: /\\\\\*?\s*(?:\[[^\]]*)?$/,
    after: /^(?:\s*[[*]|[^[\]]*\])/,
    holds: ['one\\\\‸[2pt] two', 'one\\\\ [2‸pt] two', 'one\\\\‸* two'],
    parts: ['one\\\\ two‸ [sic]'],
  },
  {
    id: 'space of a row and the row after it',
    before: /\\\\\*?\s*\[[^\]]*\]$/,
    after: /^/,
    holds: ['one\\\\[2pt]‸ two'],
    parts: ['one\\\\[2pt] two‸ more'],
  },
  {
    // TeX stops at a citation there.
    id: 'text that soul and ulem take apart letter by letter',
    before: /\\(?:hl|st|ul|so|caps|[sx]out|u?uline|uwave|d(?:ash|ot)uline)\{(?:[^{}]|\{[^{}]*\})*$/,
    after: /^/,
    holds: ['\\hl{marked‸ words} end', '\\uline{an \\emph{old}‸ claim} ends'],
    parts: ['\\hl{marked words}‸ end', '\\emph{marked‸ words} end'],
  },
  {
    id: 'command and what it is put before',
    before: /\\(?:protect|noexpand|expandafter|string)$/,
    after: /^/,
    holds: ['words\\protect‸\\footnotemark'],
    parts: ['words‸\\protect\\footnotemark'],
  },
  {
    id: 'environment and what it is told',
    before: new RegExp(`\\\\begin\\{[^{}]*\\}${ARGUMENTS}(?:[[{<][^\\]{}>]*)?$`),
    after: /^/,
    holds: ['\\begin{column}{0.5‸\\textwidth}', '\\begin{block}{A title}‸ Words'],
    parts: ['\\begin{block}{A title} Words‸ follow'],
  },
  {
    id: 'line of settings',
    before: /^\s*[A-Za-z][\w./-]*=\S[^=$]*$/,
    after: /^(?:[^\n=]*[,}\]])?\s*(?:%.*)?(?:\r?\n|$)/,
    holds: ['  toplength=3cm‸,', 'toplength=3cm,‸\nlength=2cm'],
    parts: ['n=3 holds‸ for all cells.'],
  },
  {
    id: 'reference in parentheses',
    before: /\(\\[A-Za-z]*ref\*?\{[^{}]*\}$/,
    after: /^\)/,
    holds: ['by Eq.~(\\ref{a}‸) here'],
    parts: ['by Eq.~(\\ref{a})‸ here', 'as before (see \\ref{a}‸) here'],
  },
  {
    id: 'slides on which something is shown',
    before: /\\[A-Za-z]+<[^<>]*$/,
    after: /^[^<>]*>/,
    holds: ['\\item<2-| ‸alert@3> Words'],
    parts: ['\\item<2-> Words‸ follow', '\\alpha<3‸ holds'],
  },
  {
    id: 'one word in braces, which may be a name or a length',
    before: new RegExp(`\\\\(?!\\w*(?:note|caption|item|thanks)\\b)[A-Za-z]+\\*?${ARGUMENTS}\\{[^\\s{}\\\\]*$`),
    after: /^[^\s{}\\]*\}/,
    holds: ['\\sidemargin{left‸}', '\\setlength[a]{len‸gth}'],
    parts: ['\\footnote{Words‸}', '\\emph{two words‸}', '\\sidemargin{left}‸ Words'],
  },
  ...TIE_BONDS,
];
