import fc from 'fast-check';
import type { FormatId } from '../../server/text';

/** A formula before anyone has written it down. */
export interface WrittenFormula {
  readonly units: readonly Unit[];
  /** In elementary charges. */
  readonly charge: number;
}

type Unit =
  | { readonly symbol: string; readonly amount: number }
  | { readonly group: readonly { readonly symbol: string; readonly amount: number }[]; readonly amount: number };

const METALS = ['Li', 'Na', 'Mg', 'Al', 'Ti', 'Mn', 'Fe', 'Co', 'Ni', 'Cu', 'Zn', 'Zr', 'La'];

const amounts = fc.oneof(
  fc.constant(1),
  fc.integer({ min: 2, max: 12 }),
  fc.integer({ min: 1, max: 299 }).map((hundredths) => hundredths / 100),
);

const group = (...atoms: [string, number][]) => atoms.map(([symbol, amount]) => ({ symbol, amount }));

const anions: fc.Arbitrary<Unit> = fc.oneof(
  fc.record({ symbol: fc.constantFrom('O', 'S', 'F', 'Cl'), amount: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    group: fc.constantFrom(group(['P', 1], ['O', 4]), group(['S', 1], ['O', 4]), group(['O', 1], ['H', 1])),
    amount: fc.integer({ min: 2, max: 3 }),
  }),
);

/** Metals in any amounts, an anion or a group of atoms, sometimes a charge. */
export const formulas: fc.Arbitrary<WrittenFormula> = fc
  .record({
    metals: fc.uniqueArray(fc.constantFrom(...METALS), { minLength: 1, maxLength: 4 }),
    amounts: fc.array(amounts, { minLength: 4, maxLength: 4 }),
    anion: anions,
    charge: fc.constantFrom(0, 0, 0, 1, 2, -1, -2, -3),
  })
  .map(({ metals, amounts, anion, charge }) => ({
    units: [...metals.map((symbol, i) => ({ symbol, amount: amounts[i]! })), anion],
    charge,
  }));

/** Atoms that the formula stands for. */
export function atomsOf({ units }: WrittenFormula): Record<string, number> {
  const atoms: Record<string, number> = {};
  const add = (symbol: string, amount: number) => {
    atoms[symbol] = (atoms[symbol] ?? 0) + amount;
  };
  for (const unit of units) {
    if ('symbol' in unit) add(unit.symbol, unit.amount);
    else for (const { symbol, amount } of unit.group) add(symbol, amount * unit.amount);
  }
  return atoms;
}

/** One way to write a formula down. */
export interface Markup {
  readonly name: string;
  readonly language: FormatId;
  readonly around?: readonly [string, string];
  /** What opens a group, where a bare bracket would be read as the arguments of the function before it. */
  readonly open?: string;
  lower(index: string): string;
  /** Missing where the markup cannot raise. */
  readonly raise?: (charge: string) => string;
}

export const MARKUPS: readonly Markup[] = [
  {
    name: '\\ce{}',
    language: 'latex',
    around: ['\\ce{', '}'],
    lower: (index) => index,
    raise: (charge) => `^{${charge}}`,
  },
  { name: 'X$_n$', language: 'latex', lower: (index) => `$_{${index}}$`, raise: (charge) => `$^{${charge}}$` },
  {
    name: '\\textsubscript',
    language: 'latex',
    lower: (index) => `\\textsubscript{${index}}`,
    raise: (charge) => `\\textsuperscript{${charge}}`,
  },
  { name: '~n~', language: 'markdown', lower: (index) => `~${index}~`, raise: (charge) => `^${charge}^` },
  {
    name: '<sub>',
    language: 'markdown',
    lower: (index) => `<sub>${index}</sub>`,
    raise: (charge) => `<sup>${charge}</sup>`,
  },
  {
    name: 'Typst',
    language: 'typst',
    open: ';(',
    lower: (index) => `#sub[${index}]`,
    raise: (charge) => `#super[${charge}]`,
  },
  {
    name: 'Unicode',
    language: 'plaintext',
    lower: (index) => index.replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!),
    raise: (charge) => charge.replace(/[\d+-]/g, (c) => (c === '+' ? '⁺' : c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!)),
  },
  { name: 'flat', language: 'plaintext', lower: (index) => index },
];

const isLowered = (unit: Unit): boolean => unit.amount !== 1;

/** The formula in a markup; undefined where it has a charge that the markup cannot set. */
export function write({ units, charge }: WrittenFormula, markup: Markup): string | undefined {
  const { lower, raise, open = '(', around = ['', ''] } = markup;
  if (charge !== 0 && !raise) return undefined;
  const atom = ({ symbol, amount }: { symbol: string; amount: number }) =>
    symbol + (amount === 1 ? '' : lower(String(amount)));
  const body = units.map((unit, i) =>
    'symbol' in unit
      ? atom(unit)
      : `${i > 0 && isLowered(units[i - 1]!) ? open : '('}${unit.group.map(atom).join('')})${lower(String(unit.amount))}`,
  );
  const size = Math.abs(charge) === 1 ? '' : String(Math.abs(charge));
  const raised = charge === 0 ? '' : raise!(`${size}${charge > 0 ? '+' : '-'}`);
  return around[0] + body.join('') + raised + around[1];
}
