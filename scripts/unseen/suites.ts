import { flat } from '../../server/base/script';
import { compositionKey } from '../../server/chemistry/composition';
import { parseFormula } from '../../server/chemistry/formula';

/** A formula of another reader's tests with the atoms that it expects. */
export interface SuiteCase {
  readonly input: string;
  readonly expected: Readonly<Record<string, number>>;
}

/**
 * Cases among the source of a test file; `pattern` finds the formula and what it sums up to, as `H2O` or `H: 2, O: 1`, or else
 * lines in which `atom` finds an element and its amount.
 */
export function casesIn(source: string, pattern: string, atom?: string): readonly SuiteCase[] {
  return [...source.matchAll(new RegExp(pattern, 'g'))].flatMap(([, input, sum]) => {
    const expected = atomsOf(
      atom ? [...sum!.matchAll(new RegExp(atom, 'g'))].map(([, ...a]) => a.join('')).join('') : sum!,
    );
    return expected ? [{ input: input!, expected }] : [];
  });
}

/** Undefined where variables, isotopes or charges are part of the sum. */
function atomsOf(sum: string): Record<string, number> | undefined {
  const plain = sum.replace(/[:,' "]/g, '').replace(/[+-]\d*$/, '');
  if (!/^(?:[A-Z][a-z]?[\d.]*)+$/.test(plain)) return undefined;
  const atoms: Record<string, number> = {};
  for (const [, element, amount] of plain.matchAll(/([A-Z][a-z]?)([\d.]*)/g))
    atoms[element!] = (atoms[element!] ?? 0) + Number(amount || 1);
  return atoms;
}

export function isRead({ input, expected }: SuiteCase): boolean {
  const result = parseFormula(flat(input));
  const composition = result.ok ? result.formula.composition : null;
  return composition !== null && compositionKey(composition) === compositionKey(expected);
}
