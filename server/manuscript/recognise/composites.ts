import { type Span, span } from '../../base/span';
import type { Formula } from '../../chemistry/formula';
import type { Prose } from '../../text/prose';
import type { FormulaCandidate } from './formulas';

/** A material that is named by its parts, laid over the formulas that are these parts. */
export interface Composite {
  readonly prose: Span;
  /** Sum of the parts where the notation gives their amounts; else without a composition. */
  readonly formula: Formula;
  readonly parts: readonly FormulaCandidate[];
}

/**
 * Composites among the formulas of a text, in reading order: compounds joined by dashes (`Al2O3-CaO`, `Li3N–LiF`),
 * polytypes (`4H-SiC`) and noble metals on carbon (`Pt/C`).
 */
export function findComposites(prose: Prose, formulas: readonly FormulaCandidate[]): Composite[] {
  const found: Composite[] = [];
  for (let i = 0; i < formulas.length; i++) {
    const parts = [formulas[i]!];
    while (joined(prose, parts.at(-1)!, formulas[i + parts.length])) parts.push(formulas[i + parts.length]!);
    const start = polytypeBefore(prose.text, parts[0]!.prose.start);
    const end = carbonBehind(prose.text, parts[0]!);
    if (parts.length === 1 && start === undefined && end === undefined) continue;
    const last = parts.at(-1)!;
    found.push({
      prose: span(start ?? parts[0]!.prose.start, parts.length === 1 && end !== undefined ? end : last.prose.end),
      formula: parts.length === 1 && end === undefined ? last.formula : MIXED,
      parts,
    });
    i += parts.length - 1;
  }
  return found;
}

const MIXED: Formula = { composition: null, charge: 0, variables: [] };

/** A dash, with a blank where a line broke, between two compounds. */
function joined(prose: Prose, a: FormulaCandidate, b: FormulaCandidate | undefined): boolean {
  if (!b || !isSolid(a) || !isSolid(b) || b.prose.start - a.prose.end > 2) return false;
  return /^[-–−‐] ?$/.test(prose.text.slice(a.prose.end, b.prose.start));
}

const isSolid = ({ standing, formula }: FormulaCandidate): boolean =>
  standing === 'compound' &&
  formula.charge === 0 &&
  (formula.composition === null || Object.keys(formula.composition).length > 1);

/** Start of the `4H-` before `SiC`. */
function polytypeBefore(text: string, at: number): number | undefined {
  const prefix = /(?:^|[^\w.])(\d{1,2}[CHRT][-−–] ?)$/.exec(text.slice(Math.max(0, at - 7), at))?.[1];
  return prefix === undefined ? undefined : at - prefix.length;
}

/** End of the `/C` behind a catalyst of noble metal. */
function carbonBehind(text: string, { prose, formula }: FormulaCandidate): number | undefined {
  const elements = Object.keys(formula.composition ?? {});
  if (formula.charge !== 0 || !elements.some((element) => NOBLE.has(element))) return undefined;
  const support = /^ ?\/ ?CB?(?![\w(])/.exec(text.slice(prose.end, prose.end + 6))?.[0];
  return support === undefined ? undefined : prose.end + support.length;
}

const NOBLE: ReadonlySet<string> = new Set(['Pt', 'Pd', 'Ru', 'Rh', 'Ir']);
