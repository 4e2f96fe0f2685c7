import type { Composition } from './composition';
import { isClosed, type Linear, sumOf, type WrittenAmounts } from './siteSums';

export interface SiteMismatch {
  /** Elements that share the site, in the order written. */
  readonly elements: readonly string[];
  /** What their indices add up to, and what the site holds. */
  readonly sum: Linear;
  readonly expected: number;
}

/** A structure whose metals fill a known number of sites. Alkali ions may leave theirs, or take some of the metals'. */
interface Family {
  readonly anions: Readonly<Record<string, number>>;
  readonly alkali: readonly string[];
  /** At least one of these makes it one of the family. */
  readonly typical: readonly string[];
  readonly sites: number;
  /** Alkali ions of a full lattice. */
  readonly alkaliSites: number;
  /** Vacancies on the metal sites are not met. */
  readonly full: boolean;
}

const FAMILIES: readonly Family[] = [
  {
    anions: { O: 2 },
    alkali: ['Li', 'Na', 'K'],
    typical: ['Ni', 'Co', 'Mn', 'Fe', 'Cr'],
    sites: 1,
    alkaliSites: 1,
    full: false,
  },
  { anions: { O: 4 }, alkali: ['Li'], typical: ['Mn', 'Ni'], sites: 2, alkaliSites: 1, full: false },
  {
    anions: { P: 1, O: 4 },
    alkali: ['Li', 'Na'],
    typical: ['Fe', 'Mn', 'Co', 'Ni'],
    sites: 1,
    alkaliSites: 1,
    full: true,
  },
  { anions: { O: 2, H: 2 }, alkali: [], typical: ['Ni', 'Co', 'Mn'], sites: 1, alkaliSites: 0, full: true },
  { anions: { C: 1, O: 3 }, alkali: [], typical: ['Ni', 'Co', 'Mn'], sites: 1, alkaliSites: 0, full: true },
];

/** Elements that share the metal site of a battery material; boron is met there, too. */
const SHARED: ReadonlySet<string> = new Set(
  'Ni Co Mn Al Fe Cr Ti Mg Zr Cu Zn V Nb W Mo Ta Sn Ru Sb Ga In B Ca Y La Ce'.split(' '),
);

/**
 * The site of a layered oxide, spinel, olivine, hydroxide or carbonate whose metals, two or more, do not add up: to more than
 * the site holds, or to less where nothing may be missing. Undefined for any other formula, and where the sum is right but for
 * rounding.
 */
export function siteMismatch({ totals }: WrittenAmounts): SiteMismatch | undefined {
  for (const family of FAMILIES) {
    const metals = metalsOf(totals, family);
    if (!metals) continue;
    const amounts = metals.map((metal) => totals.get(metal)!);
    const sum = sumOf(amounts);
    const ions = family.alkali.filter((element) => totals.has(element));
    const alkali = sumOf(ions.map((element) => totals.get(element)!));
    const mismatch = { elements: metals, sum, expected: family.sites };
    const all = sumOf([sum, alkali]);
    const isOpen = !isClosed(sum);
    const inSite = sumOf(metals.filter((metal) => !BETWEEN.includes(metal)).map((metal) => totals.get(metal)!));
    const leavesRoom = isClosed(alkali) && alkali.constant < family.alkaliSites;
    if (isOpen && isOnAlkaliSite(totals, metals, alkali, family)) return undefined;
    if (isOpen && leavesRoom && isClosed(inSite) && Math.abs(inSite.constant - family.sites) < 0.025) return undefined;
    if (isOpen) return isClosed(all) || !(hasSurplus(sum) || isCrowdedAtZero(sum, family)) ? undefined : mismatch;
    const tolerance = toleranceOf(amounts);
    const surplus = sum.constant - family.sites;
    const filled = family.alkaliSites + family.sites;
    if (Math.abs(surplus) <= tolerance || Math.abs(all.constant - filled) <= tolerance) return undefined;
    // These lie in the layer of the alkali ions, where these leave room.
    const hasRoom = all.constant < filled + tolerance;
    const between = BETWEEN.map((element) => totals.get(element)?.constant ?? 0);
    if (hasRoom && between.some((amount) => amount > 0 && Math.abs(surplus - amount) <= tolerance)) return undefined;
    if (isAdditive(amounts, surplus)) return undefined;
    if (surplus > 0) return surplus < family.sites * LARGEST_SURPLUS ? mismatch : undefined;
    // Lithium beyond its own sites takes those that the metals leave, and no more.
    const excess = all.constant - filled;
    const isRich = ions.length === 1 && ions[0] === 'Li' && isClosed(alkali) && alkali.constant > family.alkaliSites;
    if (isRich && excess > tolerance && excess < LARGEST_GAP)
      return { elements: [...ions, ...metals], sum: all, expected: filled };
    const isFull = family.full || (isClosed(alkali) && alkali.constant === 1 && metals.length > 2);
    return isFull && surplus > -LARGEST_GAP ? mismatch : undefined;
  }
  return undefined;
}

/** `Li1−xZrx/4Fe0.99Co0.01PO4`: alkali ions leave with the variable by which one metal comes, and the other metals fill their site. */
function isOnAlkaliSite(
  totals: WrittenAmounts['totals'],
  metals: readonly string[],
  alkali: Linear,
  { sites }: Family,
) {
  const leaving = [...alkali.factors].filter(([, factor]) => factor < 0).map(([name]) => name);
  return metals.some((metal) => {
    const { constant, factors } = totals.get(metal)!;
    const others = sumOf(metals.filter((other) => other !== metal).map((other) => totals.get(other)!));
    const comes = constant === 0 && leaving.some((name) => (factors.get(name) ?? 0) > 0);
    return comes && isClosed(others) && Math.abs(others.constant - sites) < 0.025;
  });
}

/** `Na0.64B0.04MnO2`: one metal fills the site as it is named, and a little of another lies elsewhere. */
const isAdditive = (amounts: readonly Linear[], surplus: number): boolean =>
  surplus > 0 && surplus <= LARGEST_ADDITIVE && amounts.some(({ constant }) => constant === 1);

const LARGEST_ADDITIVE = 0.1;

/** More missing than this is another structure. */
const LARGEST_GAP = 0.25;

/** Half a site more is another structure, or an index of the anions was lost: `NaFeNb(PO4)`. */
const LARGEST_SURPLUS = 0.5;

/** Ions without redox chemistry that are met on the sites of the alkali ions, too; yttrium in Na0.65Y0.025[Ni0.33Mn0.67]O2 (doi:10.1002/smll.202310756). */
const BETWEEN = ['Ca', 'Mg', 'Zn', 'Y'];

/** The metals of the formula, where it is of the family. */
function metalsOf(totals: ReadonlyMap<string, Linear>, family: Family): string[] | undefined {
  const metals: string[] = [];
  for (const [element, amount] of totals) {
    if (element in family.anions) {
      if (Math.abs(amount.constant - family.anions[element]!) > 0.15) return undefined;
    } else if (SHARED.has(element)) metals.push(element);
    else if (!family.alkali.includes(element)) return undefined;
  }
  const complete = Object.keys(family.anions).every((element) => totals.has(element));
  const hasAlkali = family.alkali.length === 0 || family.alkali.some((element) => totals.has(element));
  const isTypical = metals.some((metal) => family.typical.includes(metal));
  return complete && hasAlkali && isTypical && metals.length > 1 ? metals : undefined;
}

/** The site fills beyond its number with a variable that grows: `1 − x + 2x`, `1 − x + y`. A free sum (`x + y`) may be given in words. */
const hasSurplus = ({ constant, factors }: Linear): boolean =>
  constant >= 1 - 1e-9 && [...factors.values()].some((factor) => factor > 1e-9);

/** `1 − x + 1 − x` on one site: too many where x is small. */
const isCrowdedAtZero = ({ constant, factors }: Linear, { sites, full }: Family): boolean =>
  full && constant > sites + 0.1 && [...factors.values()].every((factor) => factor < 1e-9);

/** Half a unit of the last digit for each metal, at least 0.025; thirds may be written 0.3. */
function toleranceOf(amounts: readonly Linear[]): number {
  const values = amounts.map(({ constant }) => constant);
  if (values.every((value) => value === values[0])) return 0.11;
  const decimals = Math.max(
    ...values.map((value) => (String(Math.round(value * 1e6) / 1e6).split('.')[1] ?? '').length),
  );
  return Math.max(0.025, decimals > 1 ? values.length * 0.5 * 10 ** -decimals : 0);
}

/**
 * Atoms of lithium, sodium and potassium per formula unit of a layered oxide, spinel or olivine of several metals: the electrons
 * that it passes when all of them leave. Undefined for any other formula.
 */
export function alkaliOf(composition: Composition): number | undefined {
  const totals = new Map(
    Object.entries(composition).map(([element, constant]) => [element, { constant, factors: new Map() }]),
  );
  const family = FAMILIES.find(({ alkali, ...other }) => alkali.length > 0 && metalsOf(totals, { alkali, ...other }));
  return family?.alkali.reduce((sum, element) => sum + (composition[element] ?? 0), 0);
}
