/** UCUM units as papers print them. */
const PRINTED: Readonly<Record<string, string>> = {
  '1': '',
  'mA.h/g': 'mAh g⁻¹',
  'mA.h/cm3': 'mAh cm⁻³',
  'mA/cm2': 'mA cm⁻²',
  'W.h/kg': 'Wh kg⁻¹',
  'S/cm': 'S cm⁻¹',
  'mS/cm': 'mS cm⁻¹',
  'S.cm2/mol': 'S cm² mol⁻¹',
  'Ohm.cm': 'Ω cm',
  'Ohm.m': 'Ω m',
  'cm2/s': 'cm² s⁻¹',
  'm2/s': 'm² s⁻¹',
  'g/cm3': 'g cm⁻³',
  'kg/m3': 'kg m⁻³',
  'g/mol': 'g mol⁻¹',
  'g/L': 'g L⁻¹',
  'mol/L': 'mol L⁻¹',
  'mol/kg': 'mol kg⁻¹',
  'm2/g': 'm² g⁻¹',
  'mPa.s': 'mPa s',
  'Pa.s': 'Pa s',
  'kcal/mol': 'kcal mol⁻¹',
  'kJ/mol': 'kJ mol⁻¹',
  'J/mol': 'J mol⁻¹',
  'J/m2': 'J m⁻²',
  'mJ/m2': 'mJ m⁻²',
  'mN/m': 'mN m⁻¹',
  'meV/Ao2': 'meV Å⁻²',
  'W/(m.K)': 'W m⁻¹ K⁻¹',
  'W/m/K': 'W m⁻¹ K⁻¹',
  Ao: 'Å',
  um: 'µm',
  Cel: '°C',
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
