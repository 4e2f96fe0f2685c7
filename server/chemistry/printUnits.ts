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
  '{C-rate}': 'C',
  '{cycle}': 'cycles',
  '{atom}': 'atom',
  '{decade}': 'decade',
  '{rpm}': 'rpm',
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
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent > -3 && exponent < 5) return withMinus(String(Number(value.toPrecision(5))));
  const mantissa = Number((value / 10 ** exponent).toPrecision(4));
  const power = `10${raised(exponent)}`;
  return withMinus(mantissa === 1 ? power : `${mantissa} × ${power}`);
}

/** Kelvin as degrees Celsius: 298.15 → `25 °C`. */
export const printCelsius = (kelvin: number): string =>
  `${withMinus(String(Math.round((kelvin - 273.15) * 10) / 10))} °C`;

const withMinus = (text: string): string => text.replace(/^-/, '−');

const raised = (n: number): string => [...String(n)].map((c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!)).join('');
