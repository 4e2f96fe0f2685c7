import { type Bond, TIE_BONDS } from '../../citing/bond';

/** Those of a LaTeX command that are closed. */
const ARGUMENTS = '(?:\\[[^\\]]*\\]|\\{[^{}]*\\}|<[^<>]*>)*';

/** What LaTeX holds together. */
export const bonds: readonly Bond[] = [
  // The end of a row and its space: `\\‸ [2‸pt]‸`, `\\‸*`.
  { before: /\\\\\*?\s*(?:\[[^\]]*)?$/, after: /^(?:\s*[[*]|[^[\]]*\])/ },
  { before: /\\\\\*?\s*\[[^\]]*\]$/, after: /^/ },
  // What soul and ulem take apart letter by letter, so that TeX stops at a citation: `\hl{marked‸ words}`.
  {
    before: /\\(?:hl|st|ul|so|caps|[sx]out|u?uline|uwave|d(?:ash|ot)uline)\{(?:[^{}]|\{[^{}]*\})*$/,
    after: /^/,
  },
  // `\protect‸\footnotemark`
  { before: /\\(?:protect|noexpand|expandafter|string)$/, after: /^/ },
  // What an environment is told: `\begin{column}{0.5‸\textwidth}`, `\begin{block}{Title}‸`.
  { before: new RegExp(`\\\\begin\\{[^{}]*\\}${ARGUMENTS}(?:[[{<][^\\]{}>]*)?$`), after: /^/ },
  // A line of settings: `toplength=3cm‸,‸`.
  {
    before: /^\s*[A-Za-z][\w./-]*=\S[^=$]*$/,
    after: /^(?:[^\n=]*[,}\]])?\s*(?:%.*)?(?:\r?\n|$)/,
  },
  // Slides: `\item<2-| ‸alert@3>`.
  { before: /\\[A-Za-z]+<[^<>]*$/, after: /^[^<>]*>/ },
  // One word in braces may be a name or a length: `\sidemargin{left‸}`. After them stands the same.
  {
    before: new RegExp(`\\\\(?!\\w*(?:note|caption|item|thanks)\\b)[A-Za-z]+\\*?${ARGUMENTS}\\{[^\\s{}\\\\]*$`),
    after: /^[^\s{}\\]*\}/,
  },
  ...TIE_BONDS,
];
