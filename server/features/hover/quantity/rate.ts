import { md } from '../../../base/markdown';
import { printNumber, printUnit } from '../../../chemistry/printUnits';
import { convert } from '../../../chemistry/units';
import { loadingOf } from '../../../manuscript/loading';
import type { Manuscript } from '../../../manuscript/manuscript';
import type { QuantityMention } from '../../../manuscript/mention';
import { type OneC, oneCOf } from '../../../manuscript/oneC';
import { lineLink } from '../line';

/** A C-rate in hours and as a current, or a current as a C-rate, with the place where the manuscript says what 1C is. */
export function rateLine(quantity: QuantityMention, manuscript: Manuscript): string | undefined {
  const { value, unit } = quantity;
  if (typeof value !== 'number' || value <= 0) return undefined;
  const given = oneCOf(manuscript);
  if (unit === '{C-rate}') {
    const hours = `nominally ${printNumber(Number((1 / value).toPrecision(3)))} h`;
    if (!given) return value === 1 ? undefined : md`${hours}`;
    if (isStatement(given, quantity)) return undefined;
    const current = `${printNumber(Number((value * given.value).toPrecision(4)))} ${printUnit(given.unit)}`;
    return md`${current}, ${hours} (${shown(given)}, ${placeOf(given)})`;
  }
  if (!given || isStatement(given, quantity)) return undefined;
  const current = convert(value, unit, given.unit);
  if (current !== undefined) return md`${rate(current / given.value)} (${shown(given)}, ${placeOf(given)})`;
  const loading = loadingOf(manuscript);
  const perArea = convert(value, unit, 'mA/cm2');
  const perGram = convert(given.value, given.unit, 'mA/g');
  if (!loading || perArea === undefined || perGram === undefined) return undefined;
  const of = `${printNumber(loading.value)} mg cm⁻²`;
  return md`${rate((1000 * perArea) / (loading.value * perGram))} at ${of} (${placeOf(loading)}; ${shown(given)}, ${placeOf(given)})`;
}

const rate = (value: number): string => `${printNumber(Number(value.toPrecision(3)))}C`;

const isStatement = ({ mention, rate }: OneC, quantity: QuantityMention): boolean =>
  quantity === mention || quantity === rate;

const shown = ({ value, unit }: OneC): string => `1C = ${printNumber(value)} ${printUnit(unit)}`;

const placeOf = ({ file, mention }: Pick<OneC, 'file' | 'mention'>) =>
  lineLink(file.uri, file.parsed.prose.lineOf(mention.source.start));
