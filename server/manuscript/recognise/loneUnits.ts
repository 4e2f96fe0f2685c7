import type { Span } from '../../base/span';
import type { Prose } from '../../text/prose';
import { isBlank } from './characters';

/**
 * What a unit of one letter means where it stands alone after a number, as a UCUM code; undefined where the letter is
 * something else: an element, the number of a figure, an initial, an orbital.
 */
export function meaningOfLetter(
  prose: Prose,
  block: Span,
  { symbol, code, number, end, size }: LoneUnit,
): string | undefined {
  const { text } = prose;
  const glued = !isBlank(text.charCodeAt(end - 2)) && text[end - 2] !== '-';
  const hyphenated = text[end - 2] === '-';
  const before = text.slice(Math.max(block.start, number - 60), number);
  const after = text.slice(end, Math.min(block.end, end + 48));
  if (hyphenated && !(symbol === 'V' || symbol === 'h' || symbol === 'd')) return undefined;
  if (/^\(/.test(after) && /[a-z]/.test(symbol)) return undefined;
  if (/^[+⁺]|^[–=≡-][A-Z]|^['’′*]/.test(after) || isInFigureNumber(before)) return undefined;
  if (/[A-Z]/.test(symbol)) {
    if (/[\w)][-‐]$/.test(before) && !/\d ?[A-Za-z]-$/.test(before)) return undefined;
    if (
      isSymbolOfElement(symbol) &&
      (/^ ?(?:[1-7][spdf]\b|K-?edge|L-?edge|(?:atom|ion|site|vacanc|dop|cation)s?)/.test(after) ||
        PART_OF_FORMULA.test(before))
    ) {
      return undefined;
    }
    // An initial: `in 2018 K. Author`.
    if (size >= 1900 && size <= 2100 && Number.isInteger(size) && /^\. ?[A-Z]/.test(after)) return undefined;
  }
  switch (symbol) {
    case 'C':
      return glued && isIsotope(before, after, size) ? undefined : rateOrCharge(before, after, size);
    case 'm':
      return metreOrMolal(after, glued, size);
    case 'M':
      return size <= 40 ? code : undefined;
    case 's':
    case 'd':
      return glued && Number.isInteger(size) && (isOrbital(size) || isDecade(before, size) || isInSeries(before, after))
        ? undefined
        : code;
    case 'A':
    case 'J':
    case 'T':
    case 'L':
      return glued && !/^[- ](?:current|discharge|charge|load|power)/.test(after) ? undefined : code;
    case 'g':
      return /^[- ]?(?:orbital|state|factor)/.test(after) ? undefined : code;
    default:
      return code;
  }
}

export interface LoneUnit {
  readonly symbol: string;
  readonly code: string;
  /** Offset of the number. */
  readonly number: number;
  /** Offset after the letter. */
  readonly end: number;
  /** Absolute value, of a range its upper end. */
  readonly size: number;
}

/** `1s`, `3d` */
const isOrbital = (size: number): boolean => size <= 7;

/** `106s 1p`: cells in series and in parallel. */
const isInSeries = (before: string, after: string): boolean =>
  /^[- ]?\d{1,3} ?p\b/.test(after) || /\d ?p[- ]?$/.test(before);

/** `1990s`, `the 90s` */
const isDecade = (before: string, size: number): boolean =>
  size % 10 === 0 && ((size >= 1500 && size <= 2100) || /\b(?:the|early|late|mid)[- ]$/.test(before));

/** `13C NMR`, `a 13C-labelled solvent`: carbon by its mass number. */
const isIsotope = (before: string, after: string, size: number): boolean =>
  size >= 11 &&
  size <= 14 &&
  Number.isInteger(size) &&
  (/^(?:[- ,/]{1,2}(?:\{?1H\}?[- ])?(?:and |or )?(?:\d+[A-Z] )?(?:solid-state |MAS |CP[-/ ]?MAS |HSQC|NMR|spectr|label|enrich|isotop|nuclei|DNP|chemical|resonance|signal|peak|substitut|ethylene|tracer)|\{1H\})/i.test(
    after,
  ) ||
    /\b(?:NMR|nuclei|isotopes?|labelled with|enriched (?:in|with))\b[^.]{0,24}$/i.test(before));

/** C is the rate of charge unless its neighbours speak of charge, of heat or of carbon. */
function rateOrCharge(before: string, after: string, size: number): string | undefined {
  if (/^[- ]?(?:rate|charg|discharg)/i.test(after)) return '{C-rate}';
  if (/^ ?(?:1s|atoms?|K-edge)\b|^[0-9]/.test(after)) return undefined;
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
function metreOrMolal(after: string, glued: boolean, size: number): string | undefined {
  const [clause] = /^[^,.;]*/.exec(after)!;
  if (!SOLUTE.test(clause)) return glued && /^ ?[A-Z]/.test(after) ? undefined : 'm';
  if (size >= MORE_THAN_MOLAR || /molal|water-in/.test(clause)) return 'mol/kg';
  return NOT_BY_WEIGHT.test(clause) ? 'mol/l' : 'mol/kg';
}

/** No salt of a battery dissolves to so many moles a litre. */
const MORE_THAN_MOLAR = 10;
const SOLUTE =
  /^ (?:aqueous |of )?(?:(?:Li|Na|K|Mg|Ca|Zn|Al|Cs|NH4|H)(?=[A-Z0-9(])|(?:lithium|sodium|potassium|magnesium|calcium|zinc|alumini?um) (?:bis\(|\w*(?:ate|ide)\b))/;
const NOT_BY_WEIGHT =
  /^ (?:aqueous |of )?(?:(?:Li|Na|K)OH|H(?:Cl|F|NO3|2SO4|3PO4))\b|\b(?:LiPF6|EC|PC|DMC|DEC|EMC|DOL|DME|FEC|carbonate|ether|dioxolane|glyme|organic)\b/;

/** `Figure 2`, `Figs. 3A and 4`, `Table 2`, `Section 5`, `Ref. 3` directly before. */
export const isInFigureNumber = (before: string): boolean => NUMBERED.test(before);

const NUMBERED =
  /\b(?:Figs?|Figures?|figures?|Tables?|tables?|Schemes?|Panels?|panels?|Sections?|Sects?|Secs?|Refs?|refs?|Eqs?|Chapters?|Movies?|Notes?|Groups?|groups?|Nos?)\.?[ \u00a0]?[\dA-Za-z]{0,3}(?:(?:[-–,]| and|,? &)?[ \u00a0]?S?\d{0,2}[A-Za-z]?){0,3}$/;

const isSymbolOfElement = (symbol: string): boolean => 'VCSKNFWHB'.includes(symbol);

/** A PDF splits formulas: `Na 3 V 2 (PO4) 3`. */
const PART_OF_FORMULA = /(?:^|[\s\d(])(?:Li|Na|K|Mg|Ca|Al|Zn|Fe|Mn|Ni|Co|Ti|Zr|La|Si|Sn|Ge|P|O|S|F|Cl|Br|I|N|H|B) $/;
