import { printNumber, printUnit } from '../chemistry/printUnits';
import type { QuantityMention } from '../manuscript/mention';

/** A quantity as the trade prints it: `≈ 160 mAh g⁻¹`, `3–4.3 V vs Li/Li⁺`, `0.1C`. */
export function printQuantity({
  value,
  unit,
  relation,
  reference,
}: Omit<QuantityMention, 'kind' | 'prose' | 'source'>): string {
  const numbers = typeof value === 'number' ? printNumber(value) : value.map(printNumber).join('–');
  const symbol = printUnit(unit);
  const gap = unit === '{C-rate}' || symbol === '' || symbol === '°' ? '' : ' ';
  const against = reference === undefined ? '' : ` vs ${printReference(reference)}`;
  return `${relation ? `${relation} ` : ''}${numbers}${gap}${symbol}${against}`;
}

/** `Zn/Zn2+` → `Zn/Zn²⁺` */
export const printReference = (reference: string): string =>
  reference.replace(/2?3?\+$/, (charge) => charge.replace('2', '²').replace('3', '³').replace('+', '⁺'));
