import { readAmount } from './amount';
import type { Cursor } from './cursor';
import { isElement } from './elements';

/**
 * Reads dopants after a colon: `:Eu`, `: Eu0.012+, Dy0.013+`, `:0.10Eu3+`, `: x% Eu3+`. A dopant counts as part of the
 * composition only where its amount fills the site that the host leaves open: Ca0.90Sr2Al2O6:0.10Eu3+.
 */
export function readDopants(cursor: Cursor, host: Map<string, number>, variables: Set<string>): void {
  if (cursor.peek() !== ':') return;
  cursor.position++;
  for (;;) {
    while (cursor.peek() === ' ' || cursor.peek() === ',' || cursor.peek() === '/') cursor.position++;
    if (cursor.atEnd) return;
    const before = readAmount(cursor, variables);
    const percent = cursor.match(/ ?(?:mol|wt|at)?\.? ?%/y);
    if (percent !== undefined) cursor.position += percent.length;
    cursor.skipSpaces();
    const symbol = cursor.match(/[A-Z][a-z]?/y) ?? '';
    const element = isElement(symbol) ? symbol : symbol.slice(0, 1);
    if (!isElement(element)) cursor.refuse('names no dopant');
    cursor.position += element.length;
    const flatCharge = cursor.match(/\d?[+-]/y);
    const amount = before ?? (flatCharge ? undefined : readAmount(cursor, variables));
    const charge = cursor.match(/(?:\d?[+-])+/y);
    if (charge !== undefined) cursor.position += charge.length;
    if (amount !== undefined && percent === undefined && fillsSite(host, amount)) {
      host.set(element, (host.get(element) ?? 0) + amount);
    }
  }
}

const fillsSite = (host: ReadonlyMap<string, number>, amount: number): boolean =>
  [...host.values()].some((h) => !isWhole(h) && isWhole(h + amount));

const isWhole = (n: number): boolean => Math.abs(n - Math.round(n)) < 1e-9;

/** `+ 1.5 mol% CuF2`, `+xwt.% CeO2` or `(99.9%)` after a formula names an additive or a purity, no part of it. */
export function skipAdditive(cursor: Cursor): void {
  const additive = cursor.match(ADDITIVE) ?? cursor.match(PURITY);
  if (additive !== undefined) cursor.position += additive.length;
}

export const isPurity = (cursor: Cursor): boolean => cursor.match(PURITY) !== undefined;

const PURITY = / ?\(9\d(?:\.\d{1,6}| ?%)[^()]{0,60}\)?$/y;

const ADDITIVE = / ?\+ ?[\d.]{0,8}[xyz]? ?(?:wt|mol|at|vol)\.? ?% ?[A-Za-z0-9.()[\]]{1,60}$/y;
