import { md } from '../../../base/markdown';
import { printNumber, printUnit } from '../../../chemistry/printUnits';
import { convert } from '../../../chemistry/units';
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
  const current = given && !isStatement(given, quantity) ? convert(value, unit, given.unit) : undefined;
  if (!given || current === undefined) return undefined;
  return md`${printNumber(Number((current / given.value).toPrecision(3)))}C (${shown(given)}, ${placeOf(given)})`;
}

const isStatement = ({ mention, rate }: OneC, quantity: QuantityMention): boolean =>
  quantity === mention || quantity === rate;

const shown = ({ value, unit }: OneC): string => `1C = ${printNumber(value)} ${printUnit(unit)}`;

const placeOf = ({ file, mention }: OneC) => lineLink(file.uri, file.parsed.prose.lineOf(mention.source.start));
