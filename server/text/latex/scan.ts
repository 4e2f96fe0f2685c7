/** Smallest questions about LaTeX source. All take offsets into `source` and never look beyond `end`. */

export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** End of the control sequence whose backslash is at `at`: letters (and `@`), or any one character. */
export function controlEnd(source: string, at: number, end: number): number {
  let i = at + 1;
  while (i < end && (isLetter(source.charCodeAt(i)) || source.charCodeAt(i) === 64)) i++;
  return i > at + 1 ? i : Math.min(at + 2, end);
}

/** Skips spaces, at most one line break, and comments: what TeX skips before an argument. Stops at a blank line. */
export function skipSpaces(source: string, at: number, end: number): number {
  let i = at;
  let lineBreaks = 0;
  while (i < end) {
    const code = source.charCodeAt(i);
    if (code === 10 && ++lineBreaks > 1) return at;
    if (isSpace(code)) i++;
    else if (code === 37) {
      i = lineEnd(source, i, end);
      lineBreaks = 0;
    } else break;
  }
  return i;
}

/** Offset of the line feed that ends the line, or `end`. */
export function lineEnd(source: string, at: number, end: number): number {
  const i = source.indexOf('\n', at);
  return i < 0 || i > end ? end : i;
}

/** Start of the next blank line, or `end`. */
export function paragraphEnd(source: string, at: number, end: number): number {
  for (let i = source.indexOf('\n', at); i >= 0 && i < end; i = source.indexOf('\n', i + 1)) {
    let j = i + 1;
    while (j < end && isSpace(source.charCodeAt(j)) && source.charCodeAt(j) !== 10) j++;
    if (j >= end || source.charCodeAt(j) === 10) return i;
  }
  return end;
}

export interface EnvironmentName {
  readonly name: string;
  /** Offset of the opening brace. */
  readonly open: number;
  /** After the closing brace. */
  readonly end: number;
}

/** Name in `\begin{name}` or `\end{name}`, from after the command; undefined where no name follows. */
export function environmentName(source: string, at: number, end: number): EnvironmentName | undefined {
  let open = at;
  while (open < end && isSpace(source.charCodeAt(open))) open++;
  if (source.charCodeAt(open) !== 123) return undefined;
  for (let i = open + 1; i < Math.min(end, open + LONGEST_NAME); i++) {
    const code = source.charCodeAt(i);
    if (code === 125) return { name: source.slice(open + 1, i).trim(), open, end: i + 1 };
    if (code === 123 || code === 92 || code === 10) return undefined;
  }
  return undefined;
}

const LONGEST_NAME = 60;

/** After the slides on which something is seen: `\item<2-| alert@3>`; `at` itself where none are named. */
export function overlayEnd(source: string, at: number): number {
  if (source[at] !== '<') return at;
  return at + (/^<(?=[^<>]*[\d+.])[\w+.()@:|, -]{1,60}>/.exec(source.slice(at, at + 62))?.[0].length ?? 0);
}
