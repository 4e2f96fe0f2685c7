/** Something in `data/` that must be put right before the catalogue is built. */
export interface Problem {
  /** Path as given to the reader, relative to the data folder's parent. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** `file:line: message`, which terminals and editors make a link of. */
export const format = (problem: Problem): string => `${problem.file}:${problem.line}: ${problem.message}`;

export const inReadingOrder = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
