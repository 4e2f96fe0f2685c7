import type { ScriptedText } from '../base/script';
import type { Composition } from './composition';
import { Cursor, Refusal } from './cursor';
import { FormulaReader } from './formulaReader';

/** What a chemical formula says. */
export interface Formula {
  /** Null where a coefficient is a variable. */
  readonly composition: Composition | null;
  /** In elementary charges; 0 where none is written. */
  readonly charge: number;
  /** Names of variable coefficients and site symbols in the order met: `x`, `δ`, `M`. */
  readonly variables: readonly string[];
}

export type FormulaResult =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly error: string };

/**
 * Reads one formula. Scripts tell indices from charges where the text has them; in flat text digits after a symbol
 * are indices. Never throws; the error says what is where.
 */
export function parseFormula(text: ScriptedText): FormulaResult {
  try {
    return { ok: true, formula: new FormulaReader(new Cursor(text)).read() };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { ok: false, error: refusal.reason };
    throw refusal;
  }
}
