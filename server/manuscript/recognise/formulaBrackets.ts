import { isElementAt, SITES } from '../../chemistry/elements';
import { groupAt } from '../../chemistry/groups';
import type { Prose } from '../../text/prose';

/** Levels of brackets; `Li[Ni(CO3)2(H2O)4]` has two. */
export const DEEPEST = 5;

export const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** UTF-16 units from a bracket to its end: in a formula, and around the metals of an oxide. */
const LONGEST_BRACKET = 80;
const LONGEST_SITES = 60;

/** The bracket at `at` holds atoms; that of `WO3(HER)` and `SiO2 (Fig. 1)` does not belong to the formula. */
export function holdsFormula(prose: Prose, at: number, limit: number): boolean {
  const { text } = prose;
  let depth = 0;
  let atoms = 0;
  for (let i = at; i < Math.min(limit, at + LONGEST_BRACKET); i++) {
    const c = text[i]!;
    const group = groupAt(text, i);
    if (isOpening(c)) {
      if (++depth > DEEPEST) return false;
    } else if (isClosing(c)) {
      if (--depth === 0) return atoms > 0;
    } else if (group !== undefined) {
      atoms++;
      i += group.length - 1;
    } else if (c >= 'A' && c <= 'Z') {
      atoms++;
      const isPair = isElementAt(text, i, 2);
      if (!isPair && !isElementAt(text, i, 1) && !SITES.has(c)) return false;
      if (isPair) i++;
    } else if (c >= 'a' && c <= 'w' && c !== 'n' && prose.scriptAt(i) === 'normal') return false;
  }
  return false;
}

/** `[Ni0.8Co0.2]O2`: more of the formula follows the bracket at `at`. */
export function formulaGoesOn(text: string, at: number): boolean {
  const close = text.indexOf(']', at);
  return close > 0 && close < at + LONGEST_SITES && /^\]\s?[A-Z]/.test(text.slice(close, close + 3));
}

/** The stretch is one bracket with all that it holds: `(Pt)`, not `(NH4)2(SO4)`. */
export function isOneBracket(text: string, start: number, end: number): boolean {
  if (!'(['.includes(text[start]!) || !')]'.includes(text[end - 1]!)) return false;
  let depth = 0;
  for (let i = start; i < end; i++) {
    if (isOpening(text[i]!)) depth++;
    else if (isClosing(text[i]!) && --depth === 0) return i === end - 1;
  }
  return true;
}

const isOpening = (c: string): boolean => c in CLOSER;
const isClosing = (c: string): boolean => c === ')' || c === ']' || c === '}';
