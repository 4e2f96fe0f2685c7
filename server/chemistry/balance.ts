import type { Composition } from './composition';

/** One substance of a reaction with the coefficient that is written. */
export interface Term {
  readonly coefficient: number;
  readonly composition: Composition;
  readonly charge: number;
}

export interface Difference {
  /** Symbol of an element, or `charge`. */
  readonly of: string;
  readonly left: number;
  readonly right: number;
}

/** Amounts that differ between the two sides, elements in the order written, charge last; empty where the reaction balances. */
export function differences(left: readonly Term[], right: readonly Term[]): Difference[] {
  return [...elementsOf([...left, ...right]), CHARGE].flatMap((of) => {
    const [a, b] = [total(left, of), total(right, of)];
    return Math.abs(a - b) > TOLERANCE ? [{ of, left: a, right: b }] : [];
  });
}

const CHARGE = 'charge';
/** Rounded coefficients may leave this much. */
const TOLERANCE = 0.02;

const total = (side: readonly Term[], of: string): number =>
  round(side.reduce((sum, term) => sum + term.coefficient * amountOf(term, of), 0));

const amountOf = ({ composition, charge }: Term, of: string): number =>
  of === CHARGE ? charge : (composition[of] ?? 0);
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Every element of the reaction, once. */
export const elementsOf = (terms: readonly Term[]): readonly string[] => [
  ...new Set(terms.flatMap(({ composition }) => Object.keys(composition))),
];

/**
 * The smallest whole coefficients with which the reaction balances, in the order written, left side first. Undefined where
 * there are none, several sets, or any above 24.
 */
export function coefficientsOf(left: readonly Term[], right: readonly Term[]): readonly number[] | undefined {
  const terms = [...left, ...right];
  const rows = [...elementsOf(terms), CHARGE].map((of) =>
    terms.map((term, i) => (i < left.length ? amountOf(term, of) : -amountOf(term, of))),
  );
  const pivots = reduce(rows, terms.length);
  if (pivots.length !== terms.length - 1) return undefined;
  const free = terms.findIndex((_, column) => !pivots.includes(column));
  const solution = terms.map((_, column) => {
    const row = pivots.indexOf(column);
    return row < 0 ? 1 : -rows[row]![free]!;
  });
  return solution.every((value) => value > 1e-9) ? smallestWhole(solution) : undefined;
}

/** Brings the rows into reduced form, in place; the columns of the pivots. */
function reduce(rows: number[][], columns: number): number[] {
  const pivots: number[] = [];
  for (let column = 0; column < columns && pivots.length < rows.length; column++) {
    const at = pivots.length;
    const from = rows.findIndex((row, i) => i >= at && Math.abs(row[column]!) > 1e-9);
    if (from < 0) continue;
    [rows[at], rows[from]] = [rows[from]!, rows[at]!];
    const pivot = rows[at]!;
    const size = pivot[column]!;
    for (let c = 0; c < columns; c++) pivot[c]! /= size;
    for (const row of rows) {
      const times = row[column]!;
      if (row === pivot || times === 0) continue;
      for (let c = 0; c < columns; c++) row[c]! -= times * pivot[c]!;
    }
    pivots.push(column);
  }
  return pivots;
}

function smallestWhole(values: readonly number[]): readonly number[] | undefined {
  const least = Math.min(...values);
  for (let size = 1; size <= LARGEST; size++) {
    const scaled = values.map((value) => (value / least) * size);
    if (scaled.some((value) => value > LARGEST + 0.5)) return undefined;
    if (scaled.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return scaled.map(Math.round);
  }
  return undefined;
}

const LARGEST = 24;
