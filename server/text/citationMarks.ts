/** A numeric citation mark as journals set it: `[25]`, `[1–6]`, `^[23,24]`, `[3, p. 5]`. */
export interface CitationMark {
  /** `^[` for a raised mark, `[` for one on the line. */
  readonly command: '^[' | '[';
  /** After the closing bracket. */
  readonly end: number;
}

/** Reads the citation mark that starts at `start` with `[` or `^[`; undefined where the brackets hold anything else. */
export function citationMarkAt(source: string, start: number, end: number): CitationMark | undefined {
  const raised = source[start] === '^';
  const open = raised ? start + 1 : start;
  if (source[open] !== '[') return undefined;
  const limit = Math.min(end, open + LONGEST_MARK);
  let digits = 0;
  let separated = true;
  let lettered = false;
  for (let i = open + 1; i < limit; i++) {
    const c = source[i]!;
    if (c >= '0' && c <= '9') {
      // `[001]` is a direction in a crystal, `[2024]` a year.
      if (digits === 0 ? !separated || c === '0' : digits === 3) return undefined;
      digits++;
      separated = false;
    } else if (c === ']') {
      return separated || !standsAlone(source, i + 1) ? undefined : { command: raised ? '^[' : '[', end: i + 1 };
    } else if (SEPARATORS.includes(c)) {
      if (c === ' ' ? digits > 0 && source[i + 1] !== ']' && !SEPARATORS.includes(source[i + 1]!) : separated) {
        return undefined;
      }
      if (c !== ' ') separated = true;
      digits = 0;
    } else if (c >= 'a' && c <= 'h' && (digits > 0 || (separated && lettered))) {
      // Parts of a numbered reference: `[24e]`, `[15a,b]`.
      lettered = true;
      separated = false;
      digits = 3;
    } else {
      const close = source[i - 1] === ' ' && /\d[,;] $/.test(source.slice(open, i)) ? source.indexOf(']', i) : -1;
      const isWhole =
        close >= 0 && close < limit && isLocator(source.slice(i, close)) && standsAlone(source, close + 1);
      return isWhole ? { command: raised ? '^[' : '[', end: close + 1 } : undefined;
    }
  }
  return undefined;
}

/** True for a place in a work that may be after its number: `p. 5`, `pp. 5–7`, `Fig. 2a`, `Table 3`. */
export const isLocator = (text: string): boolean => LOCATOR.test(text);

const LOCATOR =
  /^(?:pp?\.|figs?\.|figures?|tables?|eqs?\.|equations?|ch\.|chap\.|chapters?|secs?\.|sect\.|sections?|§§?|vols?\.|nos?\.)[ \u00A0]?S?\d[\d.]*[a-z]?(?:(?:[-–]|, ?)S?\d[\d.]*[a-z]?)*$/i;

/** True for `[3, p. 5]`. */
export const hasLocator = (mark: string): boolean => withoutLocator(mark) !== mark;

/** `[3]` for `[3, p. 5]`: the numbers that are left are those of works. */
export const withoutLocator = (mark: string): string =>
  mark.replace(/[,;] ([^\d\s[\]][^[\]]*)\]$/, (rest, locator: string) => (isLocator(locator) ? ']' : rest));

/** `[2](…)` is a Markdown link, `[4]helicene` and `[2.2]paracyclophane` are names. */
const standsAlone = (source: string, at: number) => !/[A-Za-z0-9({]/.test(source[at] ?? '');

const LONGEST_MARK = 80;
const SEPARATORS = ' ,;-–−—';
