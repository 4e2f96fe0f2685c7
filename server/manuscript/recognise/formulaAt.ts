import { Memory } from '../../base/memory';
import type { Span } from '../../base/span';
import { type FormulaResult, parseFormula } from '../../chemistry/formula';
import type { Prose } from '../../text/prose';

/** By characters and scripts: a paper writes the same formula many times, and is read again at each keystroke. */
const READ = new Memory<FormulaResult>(4_000);

/** Reads a whole stretch of prose as a formula. The same characters in the same scripts give the same object. */
export const formulaAt = (prose: Prose, stretch: Span): FormulaResult =>
  READ.get(prose.slice(stretch) + prose.scripts(stretch), () => parseFormula(prose.scripted(stretch)));
