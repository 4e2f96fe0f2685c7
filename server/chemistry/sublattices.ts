import type { SiteMismatch } from './siteFamilies';
import { isClosed, type Linear, sumOf, type WrittenAmounts } from './siteSums';

/** A structure whose cations lie on several sites, each with elements of its own. */
interface Structure {
  /** Anions per formula unit; one may be missing in part, which δ or a number a little lower says. */
  readonly anions: Readonly<Record<string, number>>;
  readonly sites: readonly Site[];
  /** Elements on other sites, which need not be counted. */
  readonly mobile: readonly string[];
  /** An element that must be there, so that the formula is of this structure. */
  readonly typical: readonly string[];
}

interface Site {
  readonly elements: readonly string[];
  readonly count: number;
  /** Fewer are not met. */
  readonly full: boolean;
}

/**
 * Garnets A3B2O12 with lithium, NASICONs M2(XO4)3 and perovskites ABO3. The sites are those of the structure types; which element takes
 * which follows from its size and charge, and elements that take several are in none.
 */
const STRUCTURES: readonly Structure[] = [
  {
    anions: { O: 12 },
    sites: [
      { elements: ['La', 'Nd', 'Pr', 'Sm', 'Ca', 'Sr', 'Ba'], count: 3, full: false },
      { elements: ['Zr', 'Hf', 'Ta', 'Nb', 'W', 'Te', 'Sb', 'Sn', 'Ti', 'Mo'], count: 2, full: false },
    ],
    mobile: ['Li', 'Al', 'Ga'],
    typical: ['La', 'Nd', 'Pr', 'Sm'],
  },
  {
    anions: { O: 12 },
    sites: [
      {
        elements: ['Ti', 'Ge', 'Zr', 'Hf', 'Sn', 'Al', 'Sc', 'Y', 'Ga', 'In', 'Cr', 'V', 'La', 'Nb', 'Ta'],
        count: 2,
        full: true,
      },
      { elements: ['P', 'Si'], count: 3, full: true },
    ],
    mobile: ['Li', 'Na', 'K'],
    typical: ['P'],
  },
  {
    anions: { O: 3 },
    sites: [
      { elements: ['La', 'Sr', 'Ba', 'Ca', 'Pr', 'Nd', 'Sm', 'Gd'], count: 1, full: false },
      {
        elements: ['Co', 'Fe', 'Mn', 'Ni', 'Cr', 'Cu', 'Zr', 'Y', 'Yb', 'Ti', 'Nb', 'Sc', 'Ga', 'Mg', 'Al'],
        count: 1,
        full: false,
      },
    ],
    mobile: [],
    typical: ['La', 'Sr', 'Ba', 'Pr'],
  },
];

/**
 * The site of a garnet, a NASICON or a perovskite whose elements, two or more, do not add up, where every other site does. Undefined for
 * any other formula, and for one with variables on the site.
 */
export function sublatticeMismatch({ totals }: WrittenAmounts): SiteMismatch | undefined {
  for (const structure of STRUCTURES) {
    const sums = sumsOf(totals, structure);
    if (!sums) continue;
    const off = sums.filter(({ isRight }) => !isRight);
    const [only] = off;
    if (off.length !== 1 || !only || only.elements.length < 2) return undefined;
    const gap = only.sum.constant - only.site.count;
    if (Math.abs(gap) > LARGEST_GAP || (gap < 0 && !only.site.full)) return undefined;
    return { elements: only.elements, sum: only.sum, expected: only.site.count };
  }
  return undefined;
}

/** More is another structure. */
const LARGEST_GAP = 0.35;

interface SiteSum {
  readonly site: Site;
  readonly elements: readonly string[];
  readonly sum: Linear;
  readonly isRight: boolean;
}

/** What lies on each site; undefined where the formula is not of the structure. */
function sumsOf(
  totals: ReadonlyMap<string, Linear>,
  { anions, sites, mobile, typical }: Structure,
): SiteSum[] | undefined {
  if (!typical.some((element) => totals.has(element))) return undefined;
  const isPlaced = (element: string) =>
    element in anions || mobile.includes(element) || sites.some(({ elements }) => elements.includes(element));
  for (const element of totals.keys()) if (!isPlaced(element)) return undefined;
  const hasAnions = Object.entries(anions).every(([element, count]) => {
    const { constant = 0 } = totals.get(element) ?? {};
    return constant <= count && constant > count - 0.15;
  });
  if (!hasAnions) return undefined;
  if (mobile.length > 0 && !mobile.some((element) => totals.has(element))) return undefined;
  const sums = sites.map((site) => {
    const elements = site.elements.filter((element) => totals.has(element));
    const sum = sumOf(elements.map((element) => totals.get(element)!));
    const isRight = !isClosed(sum) || Math.abs(sum.constant - site.count) <= toleranceOf(elements.length);
    return { site, elements, sum, isRight };
  });
  return sums.every(({ elements }) => elements.length > 0) ? sums : undefined;
}

/** Half a unit of the second decimal for each element. */
const toleranceOf = (elements: number): number => Math.max(0.025, 0.006 * elements);
