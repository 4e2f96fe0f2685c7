import type { Composition } from './composition';

/** The same with potassium for ammonium, which has its charge: K2SO4 for `(NH4)2SO4`. `text` is the formula in flat characters. */
export function withoutAmmonium(text: string, composition: Composition): Composition {
  const times = [...text.matchAll(/\(NH4\)(\d*)|NH4(?!\d)/g)].reduce((sum, [, index]) => sum + Number(index || 1), 0);
  if (times === 0) return composition;
  const { N = 0, H = 0, K = 0, ...rest } = composition;
  return Object.fromEntries(
    Object.entries({ ...rest, N: N - times, H: H - 4 * times, K: K + times }).filter(([, amount]) => amount > 0),
  );
}
