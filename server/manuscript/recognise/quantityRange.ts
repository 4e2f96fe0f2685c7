import { span } from '../../base/span';
import { convert } from '../../chemistry/units';
import type { Prose } from '../../text/prose';
import type { QuantityCandidate } from './quantities';

/** `1 mV to 3 V`, `between 20 °C and 60 °C`: two quantities of one kind that are the ends of a range. In the unit of the upper end. */
export function joinRanges(prose: Prose, quantities: readonly QuantityCandidate[]): QuantityCandidate[] {
  const joined: QuantityCandidate[] = [];
  for (const quantity of quantities) {
    const range = rangeOf(prose, joined.at(-1), quantity);
    if (range) joined[joined.length - 1] = range;
    else joined.push(quantity);
  }
  return joined;
}

/**
 * Undefined where they are two: with one unit, `from 160 mAh to 120 mAh` is a change as often as a range, so that only `between` joins
 * them; two units (`mV` and `V`) are written because the ends lie far apart.
 */
function rangeOf(
  { text }: Prose,
  first: QuantityCandidate | undefined,
  second: QuantityCandidate,
): QuantityCandidate | undefined {
  if (typeof first?.value !== 'number' || typeof second.value !== 'number') return undefined;
  if (first.relation || first.reference || second.relation) return undefined;
  const low = convert(first.value, first.unit, second.unit);
  if (low === undefined) return undefined;
  const between = text.slice(first.prose.end, second.prose.start);
  const isBetween =
    between === ' and ' && /\bbetween $/i.test(text.slice(Math.max(0, first.prose.start - 8), first.prose.start));
  const isRange = isBetween || (first.unit !== second.unit && /^(?: to | ?[–—-] ?)$/.test(between));
  if (!isRange) return undefined;
  const whole = { prose: span(first.prose.start, second.prose.end), second: second.prose.start };
  return low <= second.value
    ? { ...second, ...whole, value: [low, second.value] }
    : { ...first, ...whole, value: [convert(second.value, second.unit, first.unit)!, first.value] };
}
