import { isElement } from './elements';

/** `1 − x − y` */
export interface Linear {
  readonly constant: number;
  readonly factors: ReadonlyMap<string, number>;
}

/** Amounts as written, which `Composition` does not keep of formulas with variables. */
export interface WrittenAmounts {
  /** Of the whole formula, brackets multiplied out. */
  readonly totals: ReadonlyMap<string, Linear>;
  /** What is in each pair of brackets, as written there. */
  readonly groups: readonly ReadonlyMap<string, Linear>[];
  /** Every index of its own, such as `x−1`. */
  readonly indices: readonly Linear[];
}

/** Reads a formula without charge, hydrate or composite, in flat text; undefined where it holds anything else. */
export function readAmounts(formula: string): WrittenAmounts | undefined {
  const reader = new Reader(formula.replace(/[−–‐]/g, '-').replace(/ /g, ''));
  const totals = reader.sequence();
  return totals && reader.atEnd ? { totals, groups: reader.groups, indices: reader.indices } : undefined;
}

const ONE: Linear = { constant: 1, factors: new Map() };

class Reader {
  private at = 0;
  readonly groups: ReadonlyMap<string, Linear>[] = [];
  readonly indices: Linear[] = [];

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  sequence(): Map<string, Linear> | undefined {
    const sums = new Map<string, Linear>();
    for (let units = 0; ; units++) {
      const unit = this.unit();
      if (!unit) return units > 0 ? sums : undefined;
      const index = this.amount() ?? ONE;
      for (const [element, amount] of unit) {
        const product = multiply(amount, index);
        if (!product) return undefined;
        sums.set(element, add(sums.get(element) ?? ZERO, product, 1));
      }
    }
  }

  private unit(): ReadonlyMap<string, Linear> | undefined {
    if (/[([]/.test(this.text[this.at] ?? '')) {
      this.at++;
      const inner = this.sequence();
      if (!inner || !/[)\]]/.test(this.text[this.at] ?? '')) return undefined;
      this.at++;
      this.groups.push(inner);
      return inner;
    }
    // Metals that share a site: (Ni,Co)O2
    const pair = this.text.slice(this.at, this.at + 2);
    const symbol = /^[A-Z][a-z]/.test(pair) && isElement(pair) ? pair : pair.slice(0, 1);
    if (!isElement(symbol)) return undefined;
    this.at += symbol.length;
    return new Map([[symbol, ONE]]);
  }

  private amount(): Linear | undefined {
    const match = this.match(AMOUNT);
    if (match === undefined) return undefined;
    const amount = linearOf(match);
    this.indices.push(amount);
    return amount;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (!found) return undefined;
    this.at += found.length;
    return found;
  }
}

const TERM = String.raw`(?:\d+(?:[.]\d+)?(?:\/\d+(?:[.]\d+)?)?[xyzδ]?|[xyzδ](?:\/\d+)?)`;
const AMOUNT = new RegExp(`${TERM}(?:[+-]${TERM})*`, 'y');

function linearOf(text: string): Linear {
  let constant = 0;
  const factors = new Map<string, number>();
  for (const [, sign, size, divisor, name, below] of text.matchAll(
    /([+-]?)(\d+(?:[.]\d+)?)?(?:\/(\d+(?:[.]\d+)?))?([xyzδ])?(?:\/(\d+))?/g,
  )) {
    if (size === undefined && name === undefined) continue;
    const value = ((sign === '-' ? -1 : 1) * Number(size ?? 1)) / Number(divisor ?? 1) / Number(below ?? 1);
    if (name === undefined) constant += value;
    else factors.set(name, (factors.get(name) ?? 0) + value);
  }
  return { constant, factors };
}

const ZERO: Linear = { constant: 0, factors: new Map() };

export function add(a: Linear, b: Linear, times: number): Linear {
  const factors = new Map(a.factors);
  for (const [name, factor] of b.factors) factors.set(name, (factors.get(name) ?? 0) + factor * times);
  return { constant: a.constant + b.constant * times, factors };
}

/** Undefined where both hold variables. */
function multiply(a: Linear, b: Linear): Linear | undefined {
  if (a.factors.size > 0 && b.factors.size > 0) return undefined;
  const [open, closed] = a.factors.size > 0 ? [a, b] : [b, a];
  return add(ZERO, open, closed.constant);
}

export const sumOf = (amounts: Iterable<Linear>): Linear =>
  [...amounts].reduce((sum, amount) => add(sum, amount, 1), ZERO);

/** True where no variable is left. */
export const isClosed = ({ factors }: Linear): boolean => [...factors.values()].every((f) => Math.abs(f) < 1e-9);
