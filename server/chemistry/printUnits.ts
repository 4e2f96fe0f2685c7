import { factorsOf } from './units';

/** A unit in UCUM as papers print it: `mA.h/g` → `mAh g⁻¹`. */
export function printUnit(ucum: string): string {
  const factors = factorsOf(ucum);
  return factors
    .map(({ symbol, power }, i) => {
      const next = factors[i + 1];
      // Ampere hours and watt hours are written without a space.
      const isGlued = /[AW]$/.test(symbol) && power === 1 && next?.symbol === 'h' && next.power === 1;
      return `${SYMBOLS[symbol] ?? withMicro(symbol)}${power === 1 ? '' : raised(power)}${next && !isGlued ? ' ' : ''}`;
    })
    .join('');
}

const SYMBOLS: Readonly<Record<string, string>> = {
  Ao: 'Å',
  Cel: '°C',
  l: 'L',
  ml: 'mL',
  ul: 'µL',
  deg: '°',
  '[degF]': '°F',
  '[psi]': 'psi',
  '[ppm]': 'ppm',
  '[ppb]': 'ppb',
  'mm[Hg]': 'mmHg',
  'um[Hg]': 'mTorr',
  '{C-rate}': 'C',
  '{cycle}': 'cycles',
  '{atom}': 'atom',
  '{decade}': 'decade',
  '{rpm}': 'rpm',
  '{sccm}': 'sccm',
  '{slm}': 'slm',
  '{CFU}': 'CFU',
  '%{wt}': 'wt %',
  '%{mass}': 'wt %',
  '%{vol}': 'vol %',
  '%{mol}': 'mol %',
  '%{at}': 'at %',
};

const withMicro = (symbol: string): string => symbol.replace('Ohm', 'Ω').replace(/^u(?=.)/, 'µ');

/** A number with at most four significant digits; powers of ten as papers print them: `5.1 × 10⁻⁴`. */
export function printNumber(value: number): string {
  if (value === 0) return '0';
  if (!isPower(value)) return withMinus(String(Number(value.toPrecision(5))));
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  const mantissa = Number((value / 10 ** exponent).toPrecision(4));
  const power = `10${raised(exponent)}`;
  return withMinus(mantissa === 1 ? power : `${mantissa} × ${power}`);
}

/** Kelvin as degrees Celsius, as exact as it is given: 298 and 298.15 → `25 °C`. */
export const printCelsius = (kelvin: number): string => `${celsius(kelvin)} °C`;

/** A range of kelvin: `67 – 75 °C`. */
export const printCelsiusRange = (low: number, high: number): string => `${joined(celsius(low), celsius(high))} °C`;

/** 298 K is 25 °C, and so is 298.2 K: the zero is rounded as the value is. */
function celsius(kelvin: number): string {
  const decimals = Math.min(2, /\.(\d*)/.exec(String(kelvin))?.[1]?.length ?? 0);
  const value = kelvin - [273, 273.2, 273.15][decimals]!;
  return withMinus(String(Number(value.toFixed(Math.min(1, decimals)))));
}

/** A capacity in mAh/g as papers give it: `3862 mAh g⁻¹`, `276 mAh g⁻¹`. */
export const printCapacity = (value: number): string => `${Number(value.toPrecision(value < 1000 ? 3 : 4))} mAh g⁻¹`;

/** Ends of a range in one notation: `0.0062 – 0.8`, `(0.1 – 2) × 10⁻⁶`, `10⁻¹⁴ – 10⁻¹³`. */
export function printRange(low: number, high: number): string {
  const own = [low, high].map(printNumber);
  if (![low, high].some(isPower) || own.every((end) => end.startsWith('10'))) return joined(own[0]!, own[1]!);
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  const [a, b] = [low, high].map((end) => withMinus(String(Number((end / 10 ** exponent).toPrecision(3)))));
  return `(${joined(a!, b!)}) × 10${raised(exponent)}`;
}

/** A dash before a minus cannot be read. */
const joined = (low: string, high: string): string => (low.startsWith('−') ? `${low} to ${high}` : `${low} – ${high}`);

/** Conductivities of electrolytes are read in mS/cm. */
export const inUsualUnit = (unit: string, largest: number): { readonly unit: string; readonly factor: number } =>
  unit === 'S/cm' && largest >= 1e-6 && largest < 1 ? { unit: 'mS/cm', factor: 1000 } : { unit, factor: 1 };

/** Too small or too large to be written out. */
const isPower = (value: number): boolean => value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5);

const withMinus = (text: string): string => text.replace(/^-/, '−');

const raised = (n: number): string => [...String(n)].map((c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!)).join('');
