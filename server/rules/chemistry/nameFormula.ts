import { flat } from '../../base/script';
import { type Composition, compositionKey } from '../../chemistry/composition';
import { type Formula, parseFormula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import type { Catalogue } from '../../knowledge/catalogue';
import { type Name, type Species, shownName } from '../../knowledge/species';
import type { Manuscript } from '../../manuscript/manuscript';
import type { FormulaMention, Mention } from '../../manuscript/mention';
import type { Rule } from '../rule';
import { knownFormulas } from './knownFormulas';
import { statedStates } from './statedState';

/** A name or short form with a formula in brackets that belongs to another substance. */
export const nameFormula = {
  code: 'chemistry/name-formula',
  title: 'Name beside the formula of another substance',
  defaultLevel: 'off',
  examples: {
    bad: [
      { text: 'Lithium carbonate («LiCO3») is white.' },
      { text: 'The pH was set with potassium hydroxide («NaOH»).' },
      {
        text: 'Iron(III) chloride («FeCl2»), vanadium(V) oxide («V2O3») and potassium hexacyanoferrate(II), «K3[Fe(CN)6]», were dissolved.',
      },
      {
        text: 'Ferric chloride («FeCl2»), stannous fluoride («SnF4») and potassium ferricyanide («K4Fe(CN)6») were dissolved.',
      },
      { text: 'Cells with NMC622 («LiNi0.8Mn0.1Co0.1O2») were cycled.' },
    ],
    good: [
      'Lithium hydroxide (LiOH·H2O) and lithium carbonate (Li2CO3, 99 %) were mixed with water (NaOH, pH 8).',
      'Iron(II) sulfate heptahydrate (FeSO4·7H2O), manganese(IV) oxide (MnO2), lithium iron(II) phosphate (LiFePO4), nickel(II) hydroxide (Ni(OH)2), iron(III) hexacyanoferrate(II) (Fe4[Fe(CN)6]3), copper(II) acetate (Cu(CH3COO)2) and vanadium(IV) oxide sulfate (VOSO4) were used.',
      'Ferrous sulfate heptahydrate (FeSO4·7H2O), ferric chloride (FeCl3), ferric phosphate (FePO4), cuprous oxide (Cu2O), stannic oxide (SnO2) and potassium ferrocyanide, K4[Fe(CN)6], were dissolved.',
      'Films of silicon nitride (SiN) were etched: SiN in CF4, SiN on SiO2, and SiN again.',
      'Waveguides of silicon nitride (SiN) and calcium fluoride (CaF2) are used.',
      'Sodium iron hexacyanoferrate (Na1.92FeFe(CN)6) was dried.',
      'Layered oxides have sodium oxide (NaO2) slabs.',
      'Glasses of lithium thiosilicate (LiSiS) and lithium thiophosphate (LiPS) were quenched.',
    ],
  },
  *check(file, manuscript) {
    const stated = [...statedStates(file)];
    yield* stated;
    const told = new Set(stated.map(({ span }) => span.start));
    const { catalogue } = manuscript;
    const { prose } = file.parsed;
    const { mentions } = file;
    for (let i = 0; i + 1 < mentions.length; i++) {
      const [named, formula] = inBrackets(mentions[i]!, mentions[i + 1]!, prose.text) ?? [];
      const species = named && substanceOf(named, catalogue);
      if (!species?.formula || !formula || prose.blockAt(formula.prose.start)?.part === 'references') continue;
      if (told.has(formula.source.start)) continue;
      const other = formula.species === undefined ? undefined : catalogue.byId(formula.species);
      if (!disagrees(species, formula.formula, other) || isOwnShortForm(formula.formula, other, manuscript)) continue;
      const belongs = other ? `that of ${shownName(other)}` : 'another one';
      yield {
        span: formula.source,
        message: `${prose.slice(named!.prose)} is ${species.formula}; the formula beside it is ${belongs}.`,
      };
    }
  },
} as const satisfies Rule;

/** `silicon nitride (SiN)`, and SiN throughout: not a composition but a short form of the writer. */
const isOwnShortForm = ({ composition }: Formula, other: Species | undefined, manuscript: Manuscript): boolean =>
  other === undefined && composition !== null && knownFormulas(manuscript).uses(composition) > MOST_SLIPS;

/** So many are slips. */
const MOST_SLIPS = 3;

/** What everybody calls so: a manuscript that defines `NMC622 (LiNi0.8…)` must not have the last word. */
function substanceOf(named: Named, catalogue: Catalogue): Species | undefined {
  if (named.kind === 'name') return catalogue.byId(named.species);
  const entries = catalogue.entriesForShort(named.short);
  const [entry] = entries;
  return entries.length === 1 && entry?.kind === 'species' ? entry.species : undefined;
}

type Named = Extract<Mention, { kind: 'name' | 'abbreviation' }>;

/** `lithium carbonate (LiCO3`, `NMC622 (LiNi0.8…` */
function inBrackets(first: Mention, second: Mention, text: string): [Named, FormulaMention] | undefined {
  if ((first.kind !== 'name' && first.kind !== 'abbreviation') || second.kind !== 'formula') return undefined;
  if (!/^ ?\($/.test(text.slice(first.prose.end, second.prose.start))) return undefined;
  if (LAYER_OF_STRUCTURE.test(text.slice(second.prose.end, second.prose.end + 16))) return undefined;
  return /^[),;]/.test(text[second.prose.end] ?? '') ? [first, second] : undefined;
}

/** `sodium oxide (NaO2) slabs`: what they hold, not the compound. */
const LAYER_OF_STRUCTURE = /^\) (?:slabs?|layers?|sheets?|units?|octahedra|polyhedra)\b/;

function disagrees(
  { formula, formulas = [], class: of, names }: Species,
  written: Formula,
  other: Species | undefined,
): boolean {
  if (of === 'generic' || of === 'polymer' || !written.composition || written.charge !== 0) return false;
  const known = [formula!, ...formulas].flatMap((text) => {
    const read = parseFormula(flat(text));
    return read.ok && read.formula.composition && read.formula.charge === 0 ? [read.formula.composition] : [];
  });
  const { composition } = written;
  if (known.length === 0 || known.some((one) => isSame(one, composition))) return false;
  const elements = Object.keys(composition);
  // A system of glasses by its letters: LiSiS; not KOH.
  if (other === undefined && elements.length > 2 && Object.values(composition).every((amount) => amount === 1))
    return false;
  if (isNitrideByLetters(composition) || known.some((one) => isPartlyFilled(composition, one))) return false;
  // Beside water is what is dissolved in it: the basic water (NaOH, pH 8).
  if (known.some((one) => compositionKey(one) === WATER)) return false;
  if (elements.length < 2 || !known.some((one) => sharesElements(Object.keys(one), elements))) return false;
  // An oxide or silicate in general may be any of several; a salt that cannot be one is not.
  if (other !== undefined) return isOneSubstance(elements) || of === other.class;
  return chargeBalance(composition)?.balanced === false || isSpecific(names);
}

/** The same atoms, but some of the alkali ions: Na1.92FeFe(CN)6 of Na2Fe[Fe(CN)6]. */
const isPartlyFilled = (one: Composition, other: Composition): boolean =>
  !Object.values(one).every(Number.isInteger) &&
  Object.keys(one).length === Object.keys(other).length &&
  Object.keys(one).every((element) => ALKALI.has(element) || one[element] === other[element]);

const ALKALI: ReadonlySet<string> = new Set(['Li', 'Na', 'K']);

/** A film of a nitride by its letters, whose composition varies: SiN, WN; not LiN. */
const isNitrideByLetters = ({ N = 0, ...others }: Composition): boolean => {
  const [[element, amount] = ['', 0], ...more] = Object.entries(others);
  return N === 1 && amount === 1 && more.length === 0 && !OF_ONE_CHARGE.has(element);
};

/** Their nitrides have one composition. */
const OF_ONE_CHARGE: ReadonlySet<string> = new Set('H Li Na K Be Mg Ca Sr Ba Zn'.split(' '));

const WATER = compositionKey({ H: 2, O: 1 });

/** A name that fixes the anion: perchlorate, hexafluorophosphate, chloride, sulfate; not oxide, silicate, titanate. */
const isSpecific = (names: readonly Name[]): boolean =>
  names.some(({ text }) =>
    /(?:per|hexa|tetra|bis|di)\w+ates?$|(?:fluor|chlor|brom|iod)ides?$|(?:carbon|nitr|sulf|sulph)ates?$/i.test(text),
  );

/** Equal, except for water of crystallisation and multiples of the unit. */
function isSame(one: Composition, other: Composition): boolean {
  const [a, b] = [withoutWater(one), withoutWater(other)];
  return [a, scaled(a)].some((x) => [b, scaled(b)].some((y) => compositionKey(x) === compositionKey(y)));
}

function withoutWater(composition: Composition): Composition {
  const { H = 0, O = 0, ...rest } = composition;
  const water = Math.min(H / 2, O);
  return Object.keys(rest).length > 0 && water >= 1 ? { ...rest, H: H - 2 * water, O: O - water } : composition;
}

function scaled(composition: Composition): Composition {
  const amounts = Object.values(composition).filter((n) => n > 0);
  const least = Math.min(...amounts);
  return Object.fromEntries(Object.entries(composition).map(([element, n]) => [element, n / least]));
}

const sharesElements = (one: readonly string[], other: readonly string[]): boolean => {
  const shared = one.filter((element) => other.includes(element)).length;
  return shared >= 2 && Math.max(one.length, other.length) - shared <= 1;
};

const isOneSubstance = (elements: readonly string[]): boolean => elements.every((element) => MAIN_GROUP.has(element));
const MAIN_GROUP: ReadonlySet<string> = new Set('H Li Na K Mg Ca Zn Al B C N O F P S Cl'.split(' '));
