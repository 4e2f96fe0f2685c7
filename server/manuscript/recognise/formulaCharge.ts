import { flat } from '../../base/script';
import { parseFormula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';

/** What is raised after a formula: its charge, a radical's dot, an oxidation state or the charges of a couple. */
export const isRaisedCharge = (raised: string): boolean => CHARGE.test(raised) || COUPLE.test(raised);

const CHARGE = /^(?:\d{0,2}(?:\.\d+)?[·•]? ?[+\-−–⁺⁻]{1,3}|[+\-−–]\d|[·•*]|[IVX]{1,4}|0)$/;

/** The charges of both states of a couple: `Fe(CN)$_6^{3-/4-}$`. */
const COUPLE = /^\d?[+−–-]\/\d?[+−–-]$/;

/** `[3+]`, `(2-)`, `[+]` */
export const BRACKETED_CHARGE = /^(?:\[\d?[+−-]\]|\(\d[+−-]\))/;

/** UTF-16 units that an arrow may be from a plus of its reaction. */
const REACH = 60;

/**
 * The plus at `at` is that of a reaction, glued to what is before it: `Ga2O3+ 2BCl3 → …`; a neutral compound carries no
 * charge. The formula begins at `start`.
 */
export function isSum(text: string, start: number, at: number): boolean {
  const body = text.slice(start, at);
  if (!NEXT_TERM.test(text.slice(at, at + 14)) || CATION.test(body)) return false;
  if (/^[A-Z][a-z]?\d*$/.test(body) && !MOLECULE.test(body)) return false;
  if (/→|⟶|⇌|->/.test(text.slice(Math.max(0, start - REACH), at + REACH))) return true;
  const read = parseFormula(flat(body));
  return read.ok && read.formula.composition !== null && chargeBalance(read.formula.composition)?.balanced === true;
}

const NEXT_TERM = /^\+ ?(?:[\dA-Z]|\((?!(?:s|l|g|aq|[IV]+)\)))/;
/** Of one element. */
const MOLECULE = /^(?:[HDNOF]2|Cl2|Br2|I2|O3|P4|S8)$/;
const CATION = /^(?:NH4|PH4|H3O|NO2?|VO2?|UO2|TiO)$/;

/** The hyphen at `at` is a charge: what is before it is known as an anion, or one atom that waits for no word: `F- and Cl-based`. */
export function isAnion(text: string, start: number, at: number): boolean {
  const sign = text.slice(at, at + 14);
  if (!/^[-−](?!\w|\((?!(?:s|l|g|aq)\)))/.test(sign)) return false;
  const body = text.slice(start, at);
  if (/^\[.*\]\d?$/.test(body) || ANION.test(body)) return true;
  return /^(?:F|Cl|Br|I|O2|S2)$/.test(body) && !/^- (?:and|or|to)\b/.test(sign);
}

/** The sign at `at` is the charge of an ion whose name comes in brackets: `BF4−(tetrafluoroborate)`. */
export function isExplained(text: string, start: number, at: number): boolean {
  const known = text[at] === '+' ? CATION : ANION;
  return /^[+−-]\(\p{Ll}{4}/u.test(text.slice(at, at + 6)) && known.test(text.slice(start, at));
}

const ANION =
  /^(?:OH|HO|CN|SCN|PF6|BF4|BH4|AsF6|SbF6|ClO[34]|BrO3|IO[34]|NO[23]|HCO3|HSO[34]|H2PO4|MnO4|I3|Br3|HF2|(?:CH3|H)COO|(?:Al|Au|Fe|Ga)Cl4|SO4|CO3|H?PO4|H?(?:[SCPVWBN]|As|Cr|Mo|Se|Si|Te)[27]?O[2-8][2-4]|[A-Z][a-z]?(?:\((?:CN|OH|SCN)\)|Cl|Br|F)[46][2-4])$/;
