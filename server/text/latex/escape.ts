/** Text that reads as itself in LaTeX. */
export const latexEscape = (text: string): string =>
  text.replace(/[&%#_${}]/g, '\\$&').replace(/[~^]/g, (mark) => ACCENTS[mark]!);

/** Signs that put an accent on what comes. */
const ACCENTS: Readonly<Record<string, string>> = { '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
