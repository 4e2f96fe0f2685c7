import { convert, factorsOf } from '../../chemistry/units';

/** What a quantity that is called so is measured in. */
interface NamedQuantity {
  /** The name as it is in a sentence, without an article. */
  readonly words: string;
  /** Units (UCUM) of what is measured, one for each dimension. */
  readonly units: readonly string[];
  /** Shown to the reader. */
  readonly message: string;
}

/** Names of quantities that fix what is measured. The dimensions are those of the SI Brochure (9th edition, tables 4 and 5). */
const NAMED: readonly NamedQuantity[] = [
  {
    words: 'current densit(?:y|ies)|specific currents?',
    units: ['A', 'A/cm2', 'A/g', 'A/cm3'],
    message: 'A current density is in A per area or per mass.',
  },
  {
    words: '(?<!heat )capacit(?:y|ies)',
    units: ['A.h', 'A.h/g', 'A.h/cm2', 'A.h/cm3'],
    message: 'A capacity is in Ah, per mass, per area or per volume.',
  },
  {
    words: 'energy densit(?:y|ies)|specific energ(?:y|ies)',
    units: ['W.h', 'W.h/kg', 'W.h/l', 'W.h/cm2', 'J/cm2'],
    message: 'An energy density is in Wh, per mass or per volume.',
  },
  {
    words: 'power densit(?:y|ies)|specific powers?',
    units: ['W', 'W/kg', 'W/l', 'W/cm2', 'W/m'],
    message: 'A power density is in W, per mass, per volume or per area, without an hour.',
  },
  {
    words: '(?<!(?:thermal|heat|hydraulic|molar|equivalent) )conductivit(?:y|ies)',
    units: ['S/cm'],
    message: 'A conductivity is in S per length.',
  },
  {
    words: '(?:area[- ]specific|areal|interfacial|interface) (?:resistances?|impedances?)|ASRs?',
    units: ['Ohm', 'Ohm.cm2'],
    message: 'A resistance times an area is in Ω cm².',
  },
  {
    words: '(?:mass |areal |active material )?loadings?',
    units: ['mg', 'mg/cm2', 'mg/cm3'],
    message: 'A loading is in mass per area.',
  },
  {
    words: 'diffusion coefficients?|diffusivit(?:y|ies)',
    units: ['cm2/s'],
    message: 'A diffusion coefficient is in area per time.',
  },
  {
    words: '(?:activation|formation|binding|adsorption|reaction|migration) (?:energ(?:y|ies)|enthalp(?:y|ies))',
    units: ['J/mol', 'J'],
    message: 'A molar energy is in kJ per mol.',
  },
  {
    words: '(?:specific|BET) surface areas?',
    units: ['m2/g', 'm2', '/m'],
    message: 'A specific surface area is in area per mass.',
  },
  {
    words:
      '(?<!\\b(?:areal|surface|linear|energy|power|current|charge|number|flux|tap|optical|defect|vacancy|electron|dislocation) )\\bdensit(?:y|ies)',
    units: ['g/cm3', 'g/cm2'],
    message: 'A density is in mass per volume.',
  },
  { words: '(?<!kinematic )viscosit(?:y|ies)', units: ['Pa.s'], message: 'A viscosity is in Pa s.' },
  { words: '(?:scan|sweep) rates?', units: ['V/s', 'V/min'], message: 'A scan rate is in V per time.' },
  {
    words: 'specific capacitances?',
    units: ['F/g', 'F/cm2', 'F/cm3', 'F'],
    message: 'A specific capacitance is in F per mass, per area or per volume.',
  },
];

/** ` (SE) of about`, ` reaches` */
const LINK = String.raw`(?: \([^)]{1,12}\))? (?:of|is|was|=|reaches|reached|to|as (?:low|high) as|up to)(?: (?:about|around|only|approximately|ca\.|up to))* ?[~≈∼]?$`;

/** A name with its value before it has no other after it: `at 9 A g⁻¹ current density it is 54 mAh g⁻¹`. */
const NO_VALUE = String.raw`(?<![\d⁻¹²³] )`;

const BEFORE: readonly (readonly [RegExp, NamedQuantity])[] = NAMED.map((named) => [
  new RegExp(`${NO_VALUE}(?:${named.words})${LINK}`, 'iu'),
  named,
]);

/** Two names have two values in turn: `a current density and capacity of 0.1 mA cm⁻² and 0.1 mAh cm⁻²`, `energy density/power density of`. */
const SECOND_NAME = (() => {
  const name = String.raw`(?:capacit|densit|energ|power|current|conductivit|loading)\p{L}*`;
  return new RegExp(String.raw`${name}(?: (?:and|or|&) | ?/ ?)(?:[\p{L}-]+ ){0,2}${name}${LINK}`, 'iu');
})();

/**
 * What is wrong with a unit (UCUM) after the name of a quantity: its symbols are those of the quantity, but a power is lost, of the
 * other sign or another number (`mAh cm⁻¹`, `mg cm²`), or an hour is too many or missing. A unit of other symbols is left alone, since
 * the name may belong to something else, and so is a single symbol (`a capacity of 5 A`).
 */
export function wrongUnit(before: string, unit: string): string | undefined {
  const named = factorsOf(unit).length > 1 ? namedBefore(before) : undefined;
  if (!named || named.units.some((right) => convert(1, unit, right) !== undefined)) return undefined;
  return named.units.some((right) => isSlip(unit, right)) ? named.message : undefined;
}

const namedBefore = (before: string): NamedQuantity | undefined =>
  SECOND_NAME.test(before) ? undefined : BEFORE.find(([words]) => words.test(before))?.[1];

/** The same symbols except for prefixes, an hour and `s` for siemens, with other powers. */
function isSlip(unit: string, right: string): boolean {
  const [written, meant] = [unit, right].map((code) => new Set(factorsOf(code).map(({ symbol }) => bare(symbol))));
  written!.delete('h');
  meant!.delete('h');
  return written!.size === meant!.size && [...written!].every((symbol) => meant!.has(symbol));
}

/** Without its prefix, in small letters: `cm` and `m`, `mg` and `kg`. */
const bare = (symbol: string): string =>
  symbol.replace(/^[munpfckM](?=(?:A|W|S|V|F|J|g|m|l|Pa|Ohm|mol|s)$)/, '').toLowerCase();

/**
 * The unit that lost its power, where a lone symbol follows a unit that is divided by it and never multiplied: `100 mA g`, `30 kJ mol`.
 * Volt seconds and gram centimetres exist, so that their quantity must be named before them.
 */
export function lostPower(before: string, unit: string, after: string): string | undefined {
  const [, symbol] = LONE_SYMBOL.exec(after) ?? [];
  if (symbol === undefined) return undefined;
  if (QUOTIENTS[unit.replace(/^[munpkMG](?=[A-Z])/, '')]?.includes(symbol)) return symbol;
  const named = namedBefore(before);
  const isNamed = named?.units.some((right) => right.includes('/') && isSlip(`${unit}.${symbol}`, right));
  return isNamed ? symbol : undefined;
}

/** A symbol by itself, and then a word or the end of the clause. */
const LONE_SYMBOL = /^ (k?g|c?m|mol|L|s)(?= ?[,;:)]| ?\.(?:\s|$)| [a-z(]|$)/;

/** Symbols that a unit is divided by, where the product of both measures nothing. */
const QUOTIENTS: Readonly<Record<string, readonly string[]>> = {
  A: ['g', 'kg', 'cm'],
  'A.h': ['g', 'kg', 'cm', 'L'],
  W: ['kg', 'L'],
  'W.h': ['kg', 'L'],
  S: ['cm', 'm'],
  F: ['g', 'cm'],
  J: ['mol'],
  mol: ['L', 'kg'],
};
