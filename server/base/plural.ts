/** `battery` → `batteries`, `glass` → `glasses`, `analysis` → `analyses`; undefined where a plain s does. */
export function irregularPlural(name: string): string | undefined {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  if (name.endsWith('sis')) return `${name.slice(0, -2)}es`;
  return /(?:ss|x|ch|sh)$/.test(name) ? `${name}es` : undefined;
}

/** `battery` → `batteries`, `framework` → `frameworks`. */
export const pluralOf = (name: string): string => irregularPlural(name) ?? `${name}s`;

/** `once`, `twice`, `3 times`. */
export const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** `interphase` of `interphases`; undefined where more than a plain s may have been added, or nothing. */
export const withoutPluralS = (name: string): string | undefined =>
  name.endsWith('s') && !MORE_THAN_S.test(name) ? name.slice(0, -1) : undefined;

/** `batteries`, `glasses`, `analyses`, `glass`, `analysis`. */
const MORE_THAN_S = /(?:ies|sses|xes|[cs]hes|[eiy]ses|[siu]s)$/;
