/** UCUM units as papers print them. */
const PRINTED: Readonly<Record<string, string>> = {
  '1': '',
  'mA.h/g': 'mAh g⁻¹',
  'mA.h/cm3': 'mAh cm⁻³',
  'S/cm': 'S cm⁻¹',
  'mS/cm': 'mS cm⁻¹',
  'g/cm3': 'g cm⁻³',
  'g/mol': 'g mol⁻¹',
  'mPa.s': 'mPa s',
  'kcal/mol': 'kcal mol⁻¹',
  'kJ/mol': 'kJ mol⁻¹',
  'cm2/s': 'cm² s⁻¹',
  'mol/l': 'mol L⁻¹',
  'mol/kg': 'mol kg⁻¹',
  'mN/m': 'mN m⁻¹',
  'J/m2': 'J m⁻²',
  'g/L': 'g L⁻¹',
  Cel: '°C',
  '%': '%',
};

/** `mA.h/g` → `mAh g⁻¹`; a unit that is not in the list stays as it is. */
export const printUnit = (ucum: string): string => PRINTED[ucum] ?? ucum;

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
