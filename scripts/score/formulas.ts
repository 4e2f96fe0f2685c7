import { flat, type ScriptedText } from '../../server/base/script';
import { compositionKey } from '../../server/chemistry/composition';
import { type FormulaResult, parseFormula } from '../../server/chemistry/formula';
import { readSnippet } from '../../server/text/snippet';
import { type Score, Tally } from './table';

const SUITES = ['pymatgen', 'chempy', 'chemparse-py', 'chemical-formula-npm', 'materialparser-2019', 'mhchem'];

interface Case {
  readonly id: string;
  readonly input: string;
  readonly syntax: string;
  readonly scope: string;
  readonly expect: Expectation;
}

interface Expectation {
  readonly elements?: Readonly<Record<string, number | string>>;
  readonly charge?: number;
  readonly error?: boolean;
  readonly materials?: readonly { composition: readonly Component[]; deficiency: string }[];
}

interface Component {
  readonly amount: string;
  readonly elements: Readonly<Record<string, string>>;
}

/** The parser against the suites of other parsers: `in` cases should be read as they read them, `edge` cases refused. */
export function scoreFormulas(read: (file: string) => unknown): Score {
  const tally = new Tally();
  for (const suite of SUITES) {
    const { cases } = read(`formula/${suite}.json`) as { cases: readonly Case[] };
    for (const c of cases) {
      if (c.scope !== 'in' && c.scope !== 'edge') continue;
      const result = parseFormula(snippet(c));
      const right = c.scope === 'edge' ? !result.ok || matches(result, c.expect) : matches(result, c.expect);
      tally.add(
        suite,
        c.scope,
        c.syntax,
        right,
        () =>
          `${c.id} ${JSON.stringify(c.input)} → ${print(result)} instead of ${JSON.stringify(c.expect.elements ?? c.expect.materials)} ${c.expect.charge ?? ''}`,
      );
    }
  }
  return tally.score('Formulas');
}

function snippet(c: Case): ScriptedText {
  if (c.syntax === 'plain') return flat(c.input);
  const prose = readSnippet(c.input);
  return prose.scripted({ start: 0, end: prose.text.trimEnd().length });
}

function matches(result: FormulaResult, expect: Expectation): boolean {
  if (!result.ok) return expect.error === true;
  if (expect.error) return false;
  const { composition, charge, variables } = result.formula;
  if (expect.charge !== undefined && expect.charge !== charge) return false;
  const [material] = expect.materials ?? [];
  const sum = expect.elements ?? (material && total(material.composition));
  if (!sum) return true;
  const amounts = Object.entries(sum).filter(([element]) => element !== '□');
  const open = amounts.some(([, amount]) => Number.isNaN(Number(amount))) || (material?.deficiency ?? '') !== '';
  if (open) return composition === null && variables.length > 0;
  if (composition === null) return false;
  return compositionKey(composition) === compositionKey(Object.fromEntries(amounts.map(([e, a]) => [e, Number(a)])));
}

function total(components: readonly Component[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { amount, elements } of components) {
    for (const [element, n] of Object.entries(elements))
      sum[element] = (sum[element] ?? 0) + Number(n) * Number(amount);
  }
  return sum;
}

const print = (result: FormulaResult): string =>
  result.ok
    ? `${JSON.stringify(result.formula.composition)} ${result.formula.charge} ${result.formula.variables.join(',')}`
    : `refused: ${result.error}`;
