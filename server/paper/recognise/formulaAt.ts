import type { Span } from '../../base/span';
import { type FormulaResult, parseFormula } from '../../chemistry/formula';
import type { Prose } from '../../text/prose';

/** What was read before of each prose, by characters and scripts: a paper writes the same formula many times. */
const READ = new WeakMap<Prose, Map<string, FormulaResult>>();

/** Reads a whole stretch of prose as a formula. */
export function formulaAt(prose: Prose, stretch: Span): FormulaResult {
  let read = READ.get(prose);
  if (!read) {
    read = new Map();
    READ.set(prose, read);
  }
  const key = prose.slice(stretch) + prose.scripts(stretch);
  let result = read.get(key);
  if (!result) {
    result = parseFormula(prose.scripted(stretch));
    read.set(key, result);
  }
  return result;
}
