import type { Relation } from '../mention';

/** What is before a number and bounds it: `below`, `more than`, `up to`, `≈`. Takes the text up to the number. */
export function relationBefore(before: string): Relation | undefined {
  const last = before.trimEnd().at(-1);
  if (last === undefined) return undefined;
  const sign = SIGNS.get(last);
  if (sign) return sign;
  if (!/[a-z.]/i.test(last)) return undefined;
  const word = WORDS.exec(before)?.[1]?.toLowerCase();
  return word === undefined || DURING.test(before)
    ? undefined
    : RELATIONS.find(([, words]) => words.includes(word))?.[0];
}

const SIGNS: ReadonlyMap<string, Relation> = new Map([
  ['<', '<'],
  ['>', '>'],
  ['≤', '≤'],
  ['⩽', '≤'],
  ['≦', '≤'],
  ['≲', '≤'],
  ['≥', '≥'],
  ['⩾', '≥'],
  ['≧', '≥'],
  ['≳', '≥'],
  ['~', '≈'],
  ['∼', '≈'],
  ['≈', '≈'],
  ['≃', '≈'],
  ['≅', '≈'],
]);

const RELATIONS: readonly (readonly [Relation, readonly string[]])[] = [
  [
    '≤',
    [
      'no more than',
      'not more than',
      'not exceeding',
      'not exceed',
      'up to',
      'at most',
      'at maximum',
      'no longer than',
    ],
  ],
  ['≥', ['no less than', 'not less than', 'at least', 'at minimum']],
  ['<', ['below', 'less than', 'lower than', 'smaller than', 'fewer than', 'shorter than', 'thinner than']],
  [
    '>',
    ['above', 'over', 'more than', 'greater than', 'higher than', 'larger than', 'longer than', 'beyond'].concat([
      'exceed',
      'exceeds',
      'exceeding',
      'exceeded',
    ]),
  ],
  ['≈', ['approximately', 'approx.', 'about', 'around', 'roughly', 'circa', 'ca.', 'c.', 'nearly', 'almost']],
];

const WORDS = new RegExp(
  `(?:^|[^a-z])(${RELATIONS.flatMap(([, words]) => words)
    .map((word) => word.replace('.', '\\.'))
    .join('|')}) ?$`,
  'i',
);

/** `retention over 500 cycles`: in the course of. */
const DURING = /(?:retention|cycling|cycled|averaged|fade|fading|loss) over $/i;

/** Characters before a number that `relationBefore` has to see. */
export const RELATION_REACH = 24;

/**
 * The electrode that a potential is given against, from the text after its unit: `vs. Li/Li+` → `Li/Li+`,
 * ` versus standard hydrogen electrode` → `SHE`.
 */
export function referenceAfter(after: string): string | undefined {
  const versus = VERSUS.exec(after);
  if (!versus) return undefined;
  const named = after.slice(versus[0].length);
  for (const [name, pattern] of ELECTRODES) if (pattern.test(named)) return name;
  const metal = METAL.exec(named)?.[1];
  return metal && COUPLES.get(metal);
}

/** Characters after a unit that `referenceAfter` must see. */
export const REFERENCE_REACH = 64;

const VERSUS = /^[ ,(\u00a0]{0,3}(?:vs\.?|v\.s\.|versus|against|relative to|with respect to)[ \u00a0]?(?:the |a )?/i;

const ELECTRODES: readonly (readonly [string, RegExp])[] = [
  ['SHE', /^(?:SHE\b|standard hydrogen)/i],
  ['NHE', /^(?:NHE\b|normal hydrogen)/i],
  ['RHE', /^(?:RHE\b|reversible hydrogen)/i],
  ['SCE', /^(?:SCE\b|saturated calomel)/i],
  ['Ag/AgCl', /^Ag ?[/|] ?AgCl/],
  ['Ag/Ag+', /^Ag ?\/ ?Ag ?\+|^Ag ?\+ ?\/ ?Ag/],
  ['Hg/HgO', /^Hg ?[/|] ?HgO/],
  ['Hg/Hg2SO4', /^Hg ?[/|] ?Hg2SO4/],
  ['Fc/Fc+', /^Fc\b/],
  ['Li-In', /^(?:Li[-–]?In|In[-–]?Li|In\/(?:InLi|LiIn|Li))\b/],
  ['Li/Li+', /^lithium\b/i],
  ['Na/Na+', /^sodium\b/i],
];

/** `Li/Li+`, `Li+/Li`, `Li+/Li0`, `Li0`, `Li`. */
const METAL = /^(Li|Na|K|Mg|Ca|Zn|Al) ?(?:[0-3]? ?\+|0)?(?![A-Za-z0-9])/;

const COUPLES: ReadonlyMap<string, string> = new Map([
  ['Li', 'Li/Li+'],
  ['Na', 'Na/Na+'],
  ['K', 'K/K+'],
  ['Mg', 'Mg/Mg2+'],
  ['Ca', 'Ca/Ca2+'],
  ['Zn', 'Zn/Zn2+'],
  ['Al', 'Al/Al3+'],
]);
