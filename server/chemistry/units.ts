/** Powers of metre, kilogram, second, ampere, kelvin, mole. */
type Dimension = readonly [number, number, number, number, number, number];

interface Unit {
  /** To the SI unit of its dimension. */
  readonly factor: number;
  readonly dimension: Dimension;
}

/**
 * A value in another unit, both in UCUM: `convert(1, 'mA/cm2', 'A/m2')` is 10. Temperatures are those of a thermometer, not
 * differences. Undefined where the units do not measure the same, or one is not known.
 */
export function convert(value: number, from: string, to: string): number | undefined {
  if (from === to) return value;
  const [scale, target] = [TEMPERATURES[from], TEMPERATURES[to]];
  if (scale && target) return rounded((value * scale.factor + scale.zero - target.zero) / target.factor);
  const [a, b] = [readUcum(from), readUcum(to)];
  if (!a || !b || a.dimension.some((power, i) => power !== b.dimension[i])) return undefined;
  return rounded((value * a.factor) / b.factor);
}

/** Without the dust of binary fractions. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** Kelvin = value × factor + zero. */
const TEMPERATURES: Readonly<Record<string, { readonly factor: number; readonly zero: number }>> = {
  K: { factor: 1, zero: 0 },
  Cel: { factor: 1, zero: 273.15 },
  '[degF]': { factor: 5 / 9, zero: 459.67 * (5 / 9) },
};

/** Base and derived units of the SI Brochure (9th edition, tables 2, 4 and 8), and those outside the SI with the factors of UCUM. */
const UNITS: Readonly<Record<string, Unit>> = {
  m: unit(1, [1, 0, 0, 0, 0, 0]),
  g: unit(1e-3, [0, 1, 0, 0, 0, 0]),
  s: unit(1, [0, 0, 1, 0, 0, 0]),
  A: unit(1, [0, 0, 0, 1, 0, 0]),
  K: unit(1, [0, 0, 0, 0, 1, 0]),
  mol: unit(1, [0, 0, 0, 0, 0, 1]),
  N: unit(1, [1, 1, -2, 0, 0, 0]),
  Pa: unit(1, [-1, 1, -2, 0, 0, 0]),
  J: unit(1, [2, 1, -2, 0, 0, 0]),
  W: unit(1, [2, 1, -3, 0, 0, 0]),
  C: unit(1, [0, 0, 1, 1, 0, 0]),
  V: unit(1, [2, 1, -3, -1, 0, 0]),
  F: unit(1, [-2, -1, 4, 2, 0, 0]),
  Ohm: unit(1, [2, 1, -3, -2, 0, 0]),
  S: unit(1, [-2, -1, 3, 2, 0, 0]),
  Hz: unit(1, [0, 0, -1, 0, 0, 0]),
  min: unit(60, [0, 0, 1, 0, 0, 0]),
  h: unit(3600, [0, 0, 1, 0, 0, 0]),
  d: unit(86400, [0, 0, 1, 0, 0, 0]),
  l: unit(1e-3, [3, 0, 0, 0, 0, 0]),
  L: unit(1e-3, [3, 0, 0, 0, 0, 0]),
  Ao: unit(1e-10, [1, 0, 0, 0, 0, 0]),
  bar: unit(1e5, [-1, 1, -2, 0, 0, 0]),
  atm: unit(101325, [-1, 1, -2, 0, 0, 0]),
  '[psi]': unit(6894.757293, [-1, 1, -2, 0, 0, 0]),
  'mm[Hg]': unit(133.322387, [-1, 1, -2, 0, 0, 0]),
  'um[Hg]': unit(0.133322387, [-1, 1, -2, 0, 0, 0]),
  cP: unit(1e-3, [-1, 1, -1, 0, 0, 0]),
  cal: unit(4.184, [2, 1, -2, 0, 0, 0]),
  eV: unit(1.602176634e-19, [2, 1, -2, 0, 0, 0]),
};

function unit(factor: number, dimension: Dimension): Unit {
  return { factor, dimension };
}

const PREFIXES: Readonly<Record<string, number>> = {
  f: 1e-15,
  p: 1e-12,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  c: 1e-2,
  d: 1e-1,
  h: 1e2,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

/** `mA.h/g`, `W/(m.K)`: factors that multiply, then those that divide. */
function readUcum(code: string): Unit | undefined {
  let product: Unit = unit(1, [0, 0, 0, 0, 0, 0]);
  for (const { symbol, power } of factorsOf(code)) {
    const known = UNITS[symbol] ?? prefixed(symbol);
    if (!known) return undefined;
    const dimension = product.dimension.map((sum, i) => sum + power * known.dimension[i]!) as unknown as Dimension;
    product = unit(product.factor * known.factor ** power, dimension);
  }
  return product;
}

function prefixed(symbol: string): Unit | undefined {
  const [prefix, base] = [PREFIXES[symbol[0]!], UNITS[symbol.slice(1)]];
  return prefix === undefined || !base ? undefined : unit(prefix * base.factor, base.dimension);
}

/** Symbols of a UCUM code with their powers, in the order written: `mA.h/cm2` → mA, h, cm to the −2. */
export const factorsOf = (code: string): readonly { readonly symbol: string; readonly power: number }[] =>
  code.split('/').flatMap((part, i) =>
    part
      .replace(/^\(|\)$/g, '')
      .split('.')
      .filter((factor) => factor !== '' && factor !== '1')
      .map((factor) => {
        const [, symbol = factor, power = '1'] = /^(.*?[^\d])(\d+)$/.exec(factor) ?? [];
        return { symbol, power: (i === 0 ? 1 : -1) * Number(power) };
      }),
  );
