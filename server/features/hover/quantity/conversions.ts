import { shortLabel } from '../../../bibliography/format';
import { printNumber, printUnit } from '../../../chemistry/printUnits';
import { convert } from '../../../chemistry/units';
import type { Catalogue } from '../../../knowledge/catalogue';
import { preferredOf } from '../../../knowledge/figures';
import type { Property } from '../../../knowledge/species';
import type { QuantityMention } from '../../../manuscript/mention';
import { printQuantity, printReference } from '../../printQuantity';

/** The quantity in the other units that the trade gives it in; none where it has one unit only. */
export function conversionsOf(quantity: QuantityMention, catalogue: Catalogue): string[] {
  const { unit, reference } = quantity;
  if (unit === 'V' && reference !== undefined) return againstHydrogen(quantity, catalogue);
  const targets = TARGETS.find((units) => units.includes(unit)) ?? FROM[unit] ?? [];
  return targets.flatMap((target) => (target === unit ? [] : (converted(quantity, target) ?? [])));
}

/** Each unit of a row is shown in the others. */
const TARGETS: readonly (readonly string[])[] = [
  ['mA/cm2', 'A/m2'],
  ['S/cm', 'mS/cm', 'S/m'],
  ['mol/l', 'mol/m3'],
  ['Cel', 'K'],
  ['cm2/s', 'm2/s'],
  ['g/cm3', 'kg/m3'],
];

/** Units that are shown in others, but which the others are not shown in. */
const FROM: Readonly<Record<string, readonly string[]>> = {
  'uA/cm2': ['mA/cm2', 'A/m2'],
  'A/cm2': ['mA/cm2', 'A/m2'],
  'uS/cm': ['S/cm', 'mS/cm'],
  'mmol/l': ['mol/l', 'mol/m3'],
  '[degF]': ['Cel', 'K'],
  Ao: ['nm'],
  cP: ['mPa.s'],
  '[psi]': ['MPa', 'bar'],
  atm: ['MPa', 'bar'],
  bar: ['MPa'],
  'mm[Hg]': ['kPa'],
  'um[Hg]': ['Pa'],
};

function converted({ value, unit, relation }: QuantityMention, target: string): string | undefined {
  const ends = (typeof value === 'number' ? [value] : value).map((end) => convert(end, unit, target));
  if (ends.some((end) => end === undefined)) return undefined;
  const isTemperature = /^(?:K|Cel)$/.test(target);
  const numbers = ends.map((end) => printNumber(isTemperature ? Math.round(end!) : end!)).join('–');
  return `${relation ? `${relation} ` : ''}${numbers} ${printUnit(target)}`;
}

/** Against the standard hydrogen electrode, where the standard potential of the metal is known; and back, for lithium. */
function againstHydrogen({ value, reference }: QuantityMention, catalogue: Catalogue): string[] {
  const couple = reference === 'SHE' ? 'Li/Li+' : reference!;
  const standard = standardPotential(couple, catalogue);
  if (standard?.value === undefined) return [];
  const shift = reference === 'SHE' ? -standard.value : standard.value;
  const shifted = (end: number) => Number((end + shift).toFixed(2));
  const other = reference === 'SHE' ? couple : 'SHE';
  const to = typeof value === 'number' ? shifted(value) : ([shifted(value[0]), shifted(value[1])] as const);
  const works = standard.sources.map(({ ref }) => labelOf(ref, catalogue));
  const shown = printQuantity({ value: to, unit: 'V', relation: '≈', reference: other });
  return [`${shown} (${printReference(couple)} at ${printNumber(standard.value)} V in water, ${works.join(', ')})`];
}

/** Of a metal against its ion, in V against the standard hydrogen electrode; undefined for other electrodes. */
function standardPotential(couple: string, catalogue: Catalogue): Property | undefined {
  const [, metal, charge] = /^([A-Z][a-z]?)\/\1(\d?)\+$/.exec(couple) ?? [];
  if (metal === undefined) return undefined;
  const [ion] = catalogue.byComposition({ [metal]: 1 }, Number(charge || 1));
  return ion && preferredOf(ion, 'redox_potential_vs_she');
}

function labelOf(key: string, catalogue: Catalogue): string {
  const reference = catalogue.reference(key);
  return reference ? shortLabel(reference) : key;
}
