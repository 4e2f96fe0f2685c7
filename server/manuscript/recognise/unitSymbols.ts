/** What a symbol or word of a unit stands for. */
export interface UnitSymbol {
  /** UCUM factors with their powers: `mAh` is `mA` and `h`, `dm³` is written with `dm`. */
  readonly factors: readonly UnitFactor[];
  /**
   * `anywhere`; `judged`: alone it may be something else, so its neighbours decide (`C`, `V`, `m`);
   * `joined`: a unit only beside another one (`S cm⁻¹`, `F g⁻¹`); `below`: only what another unit is divided by (`atom`).
   */
  readonly standing: 'anywhere' | 'judged' | 'joined' | 'below';
}

export interface UnitFactor {
  readonly code: string;
  readonly power: number;
}

/** Symbol, prefixes in use, UCUM code. Prefixes that would make another symbol or an element (`Mg`, `Pm`) are left out. */
const PREFIXED: readonly (readonly [string, string, string])[] = [
  ['m', 'f p n µ m c d k', 'm'],
  ['g', 'p n µ m k', 'g'],
  ['s', 'f p n µ m', 's'],
  ['A', 'p n µ m k', 'A'],
  ['V', 'n µ m k M', 'V'],
  ['W', 'n µ m k M G T', 'W'],
  ['J', 'n µ m k M G', 'J'],
  ['eV', 'µ m k M G', 'eV'],
  ['Hz', 'm k M G T', 'Hz'],
  ['Pa', 'µ m h k M G', 'Pa'],
  ['S', 'n µ m', 'S'],
  ['Ω', 'µ m k M G', 'Ohm'],
  ['\u2126', 'µ m k M G', 'Ohm'],
  ['F', 'p n µ m', 'F'],
  ['C', 'p n µ m', 'C'],
  ['N', 'n µ m k', 'N'],
  ['T', 'µ m', 'T'],
  ['K', 'µ m', 'K'],
  ['L', 'n µ m d', 'l'],
  ['l', 'n µ m d', 'l'],
  ['mol', 'p n µ m k', 'mol'],
  ['cal', 'k', 'cal'],
  ['bar', 'm k', 'bar'],
  ['Da', 'k M', 'u'],
  ['rad', 'm', 'rad'],
  ['dB', '', 'dB'],
  ['h', 'k', 'h'],
  ['d', '', 'd'],
];

/** Symbols of two or more factors, the last of them without prefix. */
const COMPOUND: readonly (readonly [string, string, readonly UnitFactor[]])[] = [
  ['Ah', 'µ m k', [factor('A'), factor('h')]],
  ['Wh', 'm k M G T', [factor('W'), factor('h')]],
  ['M', 'n µ m', [factor('mol'), factor('l', -1)]],
];

const PLAIN: readonly (readonly [string, string])[] = [
  ['min mins minute minutes', 'min'],
  ['hr hrs hour hours', 'h'],
  ['sec secs second seconds', 's'],
  ['day days', 'd'],
  ['week weeks', 'wk'],
  ['month months', 'mo'],
  ['year years yr yrs', 'a'],
  ['cycle cycles', '{cycle}'],
  ['percent', '%'],
  ['volt volts', 'V'],
  ['millivolt millivolts', 'mV'],
  ['ampere amperes amp amps', 'A'],
  ['kelvin kelvins Kelvin', 'K'],
  ['metre metres meter meters', 'm'],
  ['centimetre centimetres centimeter centimeters', 'cm'],
  ['millimetre millimetres millimeter millimeters', 'mm'],
  ['micrometre micrometres micrometer micrometers micron microns', 'um'],
  ['nanometre nanometres nanometer nanometers', 'nm'],
  ['Å \u212b A\u030a angstrom angstroms Angstrom ångström Ångström', 'Ao'],
  ['ohm ohms Ohm Ohms', 'Ohm'],
  ['gram grams', 'g'],
  ['kilogram kilograms', 'kg'],
  ['milligram milligrams', 'mg'],
  ['litre litres liter liters', 'l'],
  ['millilitre milliliter millilitres milliliters', 'ml'],
  ['mole moles', 'mol'],
  ['hertz', 'Hz'],
  ['atm', 'atm'],
  ['psi', '[psi]'],
  ['mmHg Torr torr', 'mm[Hg]'],
  ['mTorr mtorr', 'um[Hg]'],
  ['ppm', '[ppm]'],
  ['ppb', '[ppb]'],
  ['cP', 'cP'],
  ['rpm RPM', '{rpm}'],
  ['sccm SCCM', '{sccm}'],
  ['slm SLM', '{slm}'],
  ['CFU CFUs', '{CFU}'],
];

const BELOW: readonly (readonly [string, string])[] = [
  ['atom atoms', '{atom}'],
  ['dec decade', '{decade}'],
];

/** Symbols and words of units by how they are written. Codes: The Unified Code for Units of Measure (ucum.org), case sensitive. */
export const UNIT_SYMBOLS: ReadonlyMap<string, UnitSymbol> = new Map(symbols());

/** Letters of the longest symbol or word. */
export const LONGEST_SYMBOL = Math.max(...[...UNIT_SYMBOLS.keys()].map((symbol) => symbol.length));

function* symbols(): Generator<[string, UnitSymbol]> {
  for (const [symbol, prefixes, code] of PREFIXED) yield* prefixed(symbol, prefixes, [factor(code)]);
  for (const [symbol, prefixes, factors] of COMPOUND) yield* prefixed(symbol, prefixes, factors);
  for (const [words, code] of PLAIN)
    for (const word of words.split(' ')) yield [word, unit('anywhere', [factor(code)])];
  for (const [words, code] of BELOW) for (const word of words.split(' ')) yield [word, unit('below', [factor(code)])];
}

function* prefixed(
  symbol: string,
  prefixes: string,
  [first, ...others]: readonly UnitFactor[],
): Generator<[string, UnitSymbol]> {
  yield [symbol, unit(standingAlone(symbol), [first!, ...others])];
  for (const prefix of prefixes.split(' ').filter(Boolean)) {
    const code = (prefix === 'µ' ? 'u' : prefix) + first!.code;
    // Micro sign, Greek letter, and the letter u where both are missing.
    const spellings = prefix === 'µ' ? ['\u00b5', '\u03bc', 'u'] : [prefix];
    for (const spelling of spellings) yield [spelling + symbol, unit('anywhere', [factor(code), ...others])];
  }
}

/** Some letters without prefix are also a word, an element or a variable. */
function standingAlone(symbol: string): UnitSymbol['standing'] {
  if ('SFl'.includes(symbol)) return 'joined';
  return /^[A-Za-z]$/.test(symbol) ? 'judged' : 'anywhere';
}

function unit(standing: UnitSymbol['standing'], factors: readonly UnitFactor[]): UnitSymbol {
  return { factors, standing };
}

function factor(code: string, power = 1): UnitFactor {
  return { code, power };
}
