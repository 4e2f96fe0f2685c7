import { wordPairs } from './symbols';

/** A piece of a quantity as a reader sees it. */
export interface Piece {
  readonly text: string;
  readonly raised: boolean;
}

export const plain = (text: string): Piece => ({ text, raised: false });
export const raised = (text: string): Piece => ({ text, raised: true });

/** `1.5e-3` → 1.5 × 10⁻³; `2.5 +- 0.1` → 2.5 ± 0.1. What is not a number stays as it is. */
export function numberText(source: string): Piece[] {
  const text = source
    .replace(/\\(?:pm|mp)(?![a-zA-Z])|\+-/g, '±')
    .replace(/\\(?:times|cdot)(?![a-zA-Z])|(?<=\d) ?x ?(?=\d)/g, '×')
    .replace(/\\[a-zA-Z]+|[{}$]/g, '')
    .replace(/~|\s+/g, ' ')
    .trim();
  const power = /^(.*?)[eEdD]([-+]?)(\d+)$/.exec(text);
  if (!power) return [plain(text.replace(/-(?=[\d.])/g, '−').replace(/ ?([±×]) ?/g, ' $1 '))];
  const mantissa = power[1]!.trim().replace(/^-/, '−');
  return [plain(mantissa ? `${mantissa} × 10` : '10'), raised((power[2] === '-' ? '−' : '') + power[3]!)];
}

/** Writes a unit from left to right: `mAh g⁻¹`. */
export class UnitWriter {
  readonly pieces: Piece[] = [];
  private negative = false;
  private waitingPrefix = '';
  private waitingExponent = '';
  /** A unit macro has been written, so the next one stands apart. */
  private apart = false;
  private last = '';

  per(): void {
    this.negative = true;
  }

  prefix(prefix: string): void {
    this.waitingPrefix += prefix;
  }

  nextExponent(power: string): void {
    this.waitingExponent = power;
  }

  unit(text: string): void {
    const symbol = this.waitingPrefix + text;
    // Ampere hours and watt hours are written as one word.
    const joined = text === 'h' && (this.last === 'A' || this.last === 'W') && !this.negative;
    if (this.apart && !joined) this.pieces.push(plain(' '));
    this.pieces.push(plain(symbol));
    this.waitingPrefix = '';
    this.apart = true;
    this.last = text;
    const power = this.waitingExponent;
    this.waitingExponent = '';
    if (power) this.exponent(power);
    else if (this.negative) this.pieces.push(raised('−1'));
    if (!power) this.afterPower();
  }

  exponent(power: string): void {
    const previous = this.pieces.at(-1);
    // `\per\second\squared` has been given its −1 already.
    if (previous?.raised) this.pieces.pop();
    const negative = this.negative || previous?.text === '−1';
    const digits = power.replace('-', '−');
    this.pieces.push(raised(negative && !digits.startsWith('−') ? `−${digits}` : digits));
    this.afterPower();
  }

  literal(text: string): void {
    if (this.apart && text !== '/' && this.last !== '/') this.pieces.push(plain(' '));
    this.pieces.push(plain(text));
    this.apart = false;
    this.last = text;
  }

  gap(): void {
    this.pieces.push(plain(' '));
    this.apart = false;
  }

  private afterPower(): void {
    this.negative = false;
  }
}

export const PREFIXES: ReadonlyMap<string, string> = new Map(
  wordPairs(
    'quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro µ milli m centi c deci d deca da deka da hecto h kilo k mega M giga G tera T peta P exa E zetta Z yotta Y',
  ),
);

export const UNITS: ReadonlyMap<string, string> = new Map(
  wordPairs(
    'ampere A candela cd kelvin K kilogram kg metre m meter m mole mol second s gram g ' +
      'becquerel Bq coulomb C degreeCelsius °C celsius °C farad F gray Gy hertz Hz henry H joule J katal kat lumen lm lux lx newton N ohm Ω ' +
      'pascal Pa radian rad siemens S sievert Sv steradian sr tesla T volt V watt W weber Wb ' +
      'day d hour h minute min litre L liter L hectare ha tonne t degree ° arcminute ′ arcsecond ″ astronomicalunit au atomicmassunit u ' +
      'dalton Da electronvolt eV angstrom Å bar bar barn b bel B decibel dB knot kn mmHg mmHg nauticalmile M neper Np percent % molar M ' +
      'amphour Ah amperehour Ah watthour Wh wtpercent wt% ' +
      'fg fg pg pg ng ng ug µg mg mg g g kg kg amu u pm pm nm nm um µm mm mm cm cm dm dm m m km km as as fs fs ps ps ns ns us µs ms ms s s ' +
      'fmol fmol pmol pmol nmol nmol umol µmol mmol mmol mol mol kmol kmol pA pA nA nA uA µA mA mA A A kA kA ul µL ml mL l L hl hL uL µL mL mL L L ' +
      'mHz mHz Hz Hz kHz kHz MHz MHz GHz GHz THz THz mN mN N N kN kN MN MN Pa Pa kPa kPa MPa MPa GPa GPa mohm mΩ kohm kΩ Mohm MΩ ' +
      'pV pV nV nV uV µV mV mV V V kV kV uW µW mW mW W W kW kW MW MW GW GW uJ µJ mJ mJ J J kJ kJ eV eV meV meV keV keV MeV MeV GeV GeV TeV TeV ' +
      'kWh kWh fF fF pF pF nF nF uF µF F F K K dB dB',
  ),
);
