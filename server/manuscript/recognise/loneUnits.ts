/** A unit of one letter, alone after a number. */
export interface LoneUnit {
  readonly symbol: string;
  /** UCUM of what it means if nothing speaks against it. */
  readonly code: string;
  /** Absolute value, of a range its upper end. */
  readonly size: number;
  /** Text around number and letter. */
  readonly before: string;
  readonly after: string;
}

/** What the letter means, as a UCUM code: a rate, a charge or degrees, metres or a molality. */
export function meaningOfLetter({ symbol, code, size, before, after }: LoneUnit): string {
  if (symbol === 'C') return rateOrCharge(before, after, size);
  return symbol === 'm' ? metreOrMolal(after, size) : code;
}

/** C is the rate of charge unless its neighbours speak of charge or of heat. */
function rateOrCharge(before: string, after: string, size: number): string {
  if (/^[- ]?(?:rate|charg|discharg)/i.test(after)) return '{C-rate}';
  if (
    /charges? (?:of|passed|amount|is|was|=)[^.]{0,20}$|[Cc]oulomb/.test(before) ||
    /^ (?:of charge|\(coulomb)/.test(after)
  )
    return 'C';
  if (size < 0.001) return 'C';
  if (size >= 200) return 'Cel';
  const heat = /(?:temperature|heated|heating|anneal|dried|oven|sinter|calcin|stored|cooled)/i.exec(before);
  if (heat && !/rate/i.test(before.slice(heat.index)) && size >= 15) return 'Cel';
  return '{C-rate}';
}

/**
 * Before a salt, an acid or a base `m` is a molality, or the small capital in which journals set molar: that one in
 * solvents for which molality is not in use, for acids and bases, and else for what could not be a solution in water.
 */
function metreOrMolal(after: string, size: number): string {
  if (!isSolution(after)) return 'm';
  const clause = clauseOf(after);
  if (size >= MORE_THAN_MOLAR || /molal|water-in/.test(clause)) return 'mol/kg';
  return NOT_BY_WEIGHT.test(clause) ? 'mol/l' : 'mol/kg';
}

/** The text after an amount begins with what is dissolved. */
export const isSolution = (after: string): boolean => SOLUTE.test(clauseOf(after));

const clauseOf = (after: string): string => /^[^,.;]*/.exec(after)![0];

/** No salt of a battery dissolves to so many moles a litre. */
const MORE_THAN_MOLAR = 10;
const SOLUTE =
  /^ (?:aqueous |of )?(?:(?:Li|Na|K|Mg|Ca|Zn|Al|Cs|NH4|H)(?=[A-Z0-9(])|(?:lithium|sodium|potassium|magnesium|calcium|zinc|alumini?um) (?:bis\(|\w*(?:ate|ide)\b))/;
const NOT_BY_WEIGHT =
  /^ (?:aqueous |of )?(?:(?:Li|Na|K)OH|H(?:Cl|F|NO3|2SO4|3PO4))\b|\b(?:LiPF6|EC|PC|DMC|DEC|EMC|DOL|DME|FEC|carbonate|ether|dioxolane|glyme|organic)\b/;
