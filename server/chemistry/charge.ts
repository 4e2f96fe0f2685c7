import type { Cursor } from './cursor';
import { oxidationRange } from './oxidationStates';

/**
 * Reads raised glyphs at the cursor as a charge: `2+`, `+2`, `++`, `-`, `•−`, `0.36-`, `2 +`. Oxidation states (`III`),
 * marks of excited or radical states (`*`, `·`) count 0; of a couple (`3-/4-`) the first counts. Undefined, with the cursor unmoved, for anything else.
 */
export function readRaised(cursor: Cursor): number | undefined {
  const run = cursor.run('super');
  const charge = chargeOf(run.replace(/ /g, ''));
  if (charge === undefined) return undefined;
  cursor.position += run.length;
  return charge;
}

function chargeOf(raised: string): number | undefined {
  const text = raised.replace(/^[·.*()]+(?=.*[+-])/, '').replace(/^(\d?[+-])\/\d?[+-]$/, '$1');
  const match = /^(?:(\d*\.?\d*)([·.]?)([+-]+)|([+-])(\d*\.?\d*))\)?$/.exec(text);
  if (match) {
    const sign = (match[3] ?? match[4])!;
    const size = Number(match[1] || match[5] || sign.length);
    return sign[0] === '+' ? size : -size;
  }
  if (/^\(\d?[·.]\)[+-]$/.test(raised)) return raised.endsWith('+') ? 1 : -1;
  if (/^(?:[IVX]{1,4}|0|[·.*†‡]+|[′'×]+)$/.test(raised)) return 0;
  return undefined;
}

/** A flat charge after a unit that has its index already, or none: `+`, `--`, `-2`. Only at the end of a formula or bracket. */
export function readFlatCharge(cursor: Cursor): number | undefined {
  const charge = cursor.match(/(?:[+]+|-+)(?:(?<![+-]{2})\d)?(?=$|[)\]}]|\((?:s|l|g|aq)\)| *$)/y);
  if (charge === undefined) return undefined;
  cursor.position += charge.length;
  const signs = charge.replace(/\d/g, '').length;
  const size = /\d$/.test(charge) ? Number(charge.at(-1)) : signs;
  return charge[0] === '+' ? size : -size;
}

/** A charge in brackets after its ion: `Fe[3+]`, `Cu(2+)`, `[-]`, `(--)`. Only at the end of a formula. */
export function readBracketedCharge(cursor: Cursor): number | undefined {
  const charge = cursor.match(/[([](?:\d[+-]|[+-]\d|\++|-+)[)\]](?=$|\((?:s|l|g|aq)\)| *$)/y);
  if (charge === undefined) return undefined;
  cursor.position += charge.length;
  const size = Number(/\d/.exec(charge)?.[0] ?? charge.length - 2);
  return charge.includes('+') ? size : -size;
}

/**
 * Flat digits with a sign at the end of a formula hold an index, a charge or both: `Fe2+`, `NH4+`, `SO42-`, `I3-`.
 * `only` where the formula is nothing but one atom or one complex in brackets: `[Fe(CN)6]3-`, `(PO4)3-`. Undefined, with the cursor unmoved, elsewhere.
 */
export function splitFlatCharge(
  cursor: Cursor,
  only: boolean,
  unit: { readonly atoms: ReadonlyMap<string, number> },
): { index: number | undefined; charge: number } | undefined {
  // Of a couple whose sign is written once (`Fe(CN)63/4-`) the first charge counts, as of one that is raised.
  const tail = cursor.match(/\d+(?:\.\d+)?(?:\/\d)?[+-](?=$|[)\]}]|\((?:s|l|g|aq)\)| *$)/y);
  if (tail === undefined) return undefined;
  const digits = tail.slice(0, -1).replace(/\/\d$/, '');
  const sign = tail.endsWith('+') ? 1 : -1;
  const { index, size } = only ? splitOfIon(digits, sign, [...unit.atoms.keys()]) : splitOfCompound(digits, unit);
  cursor.position += tail.length;
  return { index, charge: sign * size };
}

function splitOfIon(
  digits: string,
  sign: number,
  elements: readonly string[],
): { index: number | undefined; size: number } {
  if (digits.includes('.')) return { index: undefined, size: Number(digits) };
  if (digits === '2' && sign > 0 && elements.length === 1 && GASES.has(elements[0]!)) return { index: 2, size: 1 };
  if (digits.length === 1) {
    const [low, high] = elements.length === 1 ? oxidationRange(elements[0]!) : [-9, 9];
    const size = Number(digits);
    // I3-, H3+: more than the element can bear is a count of atoms.
    return sign * size >= low && sign * size <= high ? { index: undefined, size } : { index: size, size: 1 };
  }
  const size = Number(digits.at(-1));
  return size >= 1 && size <= 4 ? { index: Number(digits.slice(0, -1)), size } : { index: Number(digits), size: 1 };
}

/** Elements that are met as ions of their molecules, `N2+`, and as no cation of one atom. */
const GASES: ReadonlySet<string> = new Set(['H', 'D', 'N', 'O', 'F', 'Cl', 'Br']);

/** `SO42-` is SO4 with 2−, but `C6H12+` is not H1 with 2+. */
function splitOfCompound(
  digits: string,
  unit: { readonly atoms: ReadonlyMap<string, number> },
): { index: number; size: number } {
  const whole = { index: Number(digits), size: 1 };
  const last = Number(digits.at(-1));
  if (digits.includes('.') || digits.length < 2 || last < 1 || last > 4) return whole;
  const hydrocarbon = unit.atoms.size === 1 && (unit.atoms.has('H') || unit.atoms.has('C'));
  return hydrocarbon && digits.length === 2 ? whole : { index: Number(digits.slice(0, -1)), size: last };
}
