import type { Span } from '../../base/span';
import { NON_METALS } from '../../chemistry/elements';
import type { Formula } from '../../chemistry/formula';
import type { FormulaCandidate } from './formulas';
import { type Guard, guardAgainst, type Rejection } from './guard';

/** One of the materials that signs join. */
export interface Part extends Span {
  readonly text: string;
  /** A formula of the text, one symbol that alone is not a formula (`C`, `S`), a short form, the prefix of a polytype. */
  readonly kind: 'formula' | 'symbol' | 'abbreviation' | 'polytype';
  readonly formula?: FormulaCandidate;
  readonly read?: Formula;
  /** Its amount is given: `70Li2S`. */
  readonly amount: boolean;
}

export interface Joined {
  readonly parts: readonly Part[];
  readonly signs: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** What joined materials are where they are not a composite. */
export const COMPOSITE_GUARDS: readonly Guard<Joined>[] = [
  {
    id: 'no formula among them',
    rejects: ['the blend «PEO/PAN» is'],
    keeps: ['the blend «PEO/LiF» is'],
    is: ({ parts, signs }) => !parts.some((p) => p.kind === 'formula') && !signs.includes('@'),
  },
  {
    id: 'a value, or a label with its number',
    rejects: ['the «LiF-5V» cell is', 'the sample «TiO2-2C» is'],
    keeps: ['the alloy «Ti-6Al-4V» is'],
    is: ({ parts }) =>
      parts.at(-1)!.kind === 'polytype' ||
      (parts.some((p) => p.kind === 'symbol' && p.amount) &&
        (parts.length < 3 || parts.some((p) => elementsOf(p).length !== 1))),
  },
  {
    id: 'ions, or states of a couple',
    rejects: ['the couple «Na/Na+» is', 'the couple «FeIII/FeII» is', 'the couple «FeIII/II» is'],
    keeps: ['the blend «FeO/Fe2O3» is'],
    is: ({ parts }) => parts.some(({ read }) => (read?.charge ?? 0) !== 0) || parts.slice(1).every(isState),
  },
  {
    id: 'states that differ by their hydrogen',
    rejects: ['in alkali «Ni(OH)2/NiOOH» is'],
    keeps: ['in alkali «Ni(OH)2/CoOOH» is'],
    is: ({ parts, signs }) => signs.includes('/') && parts.length === 2 && differByHydrogen(parts),
  },
  {
    id: 'an electrode and its own salt',
    rejects: ['a reference of «Ag/AgCl» is'],
    keeps: ['a film of «Ag/LiCl» is'],
    is: ({ parts, signs }) => signs.includes('/') && parts.length === 2 && isPairOfOneMetal(parts),
  },
  {
    id: 'gases or liquids mixed, or a metal with a gas',
    rejects: ['in «N2/O2» we'],
    keeps: ['in «Li2O/LiF» we'],
    is: ({ parts }) => parts.some(isFluid),
  },
  {
    id: 'a bond, or two elements of a battery',
    rejects: [
      'a «Li–S» battery',
      'the «Si–O» bond',
      'the bonds «Mn–Mn» and',
      'the «C–Cu–C» bridge',
      '«Na-Na» symmetric cells',
    ],
    keeps: ['the alloy «Pt–Ni» is'],
    is: ({ parts, signs, after }) => !signs.includes('@') && !signs.includes('/') && areFewElements(parts, after),
  },
  {
    id: 'one element or another',
    rejects: ['sites of «Na/Mg» are'],
    keeps: ['catalysts of «Pt/C» are'],
    is: ({ parts, signs }) => signs.includes('/') && areAlternatives(parts),
  },
  {
    id: 'a cation and what it belongs to',
    rejects: ['doped «Ta-LLZO» is'],
    keeps: ['an anode of «Ni-YSZ» is'],
    is: ({ parts, signs }) => isCationBefore(parts, signs),
  },
  {
    id: 'groups of a surface, polyhedra',
    rejects: ['the groups «SiO2-OH» are'],
    keeps: ['the film «SiO2-C» is'],
    is: ({ parts }) => parts.some((p) => GROUPS.has(p.text) || p.formula?.standing === 'polyhedron'),
  },
  {
    id: 'letters that tell a sample',
    rejects: ['the samples «TiO2-B» and'],
    keeps: ['the samples «TiO2-C» and'],
    is: ({ parts }) =>
      parts.some((p, i) => isLetter(p) && !(CARBONS.has(p.text) && (i > 0 || p.text !== 'C')) && !isInRow(parts, i)),
  },
  {
    id: 'a prefix of structure',
    rejects: ['the oxide «CH-TiO2» is'],
    keeps: ['the oxide «Al2O3-TiO2» is'],
    is: ({ parts, signs }) => PREFIX.test(`${parts[0]!.text}${signs[0]}`),
  },
  {
    id: 'a bond or what vibrates',
    rejects: ['the «LiF–TiO2» bond is'],
    keeps: ['the «LiF–TiO2» film is'],
    is: ({ after, signs }) =>
      !signs.includes('@') &&
      /^ (?:bonds?|bonding|stretch|vibration|distances?|coordination|interactions?)\b/.test(after),
  },
  {
    id: 'where two materials meet',
    rejects: ['the «LiF/TiO2» interface is'],
    keeps: ['the «LiF/TiO2» electrode is'],
    is: ({ after }) => /^ (?:hetero)?(?:interfaces?|interphases?|boundar|contacts?)/.test(after),
  },
  {
    id: 'the ratio of two compounds',
    rejects: ['the «LiF/Li2O» ratio is', 'the feed («Al/TiO2» = 0.5) is'],
    keeps: ['the «LiF/Li2O» layer is', 'the film «Al/TiO2» is'],
    is: ({ parts, after }) =>
      /^ ?[=≈~] ?\d/.test(after) || (/^ ratios?\b/.test(after) && parts.every((p) => p.kind !== 'symbol')),
  },
  {
    id: 'a cell',
    rejects: ['the «LiFePO4/Li4Ti5O12» full cells are'],
    keeps: ['the «LiFePO4/Li4Ti5O12» blend is'],
    is: ({ after, before, signs }) =>
      (signs.includes('/') && CELL.test(after)) || /^(?:[|‖∥]|\/\/)/.test(after) || /(?:[|‖∥]|\/\/)$/.test(before),
  },
  {
    id: 'a dopant of what follows',
    rejects: ['layers of «TiO2/Al»-doped glass are'],
    keeps: ['layers of «TiO2/Al»-based glass are'],
    is: ({ parts, after }) => /^[-‐–](?:co-?)?doped\b/.test(after) && elementsOf(parts.at(-1)!).length === 1,
  },
  {
    id: 'a cut piece',
    rejects: ['the stack «SiO2/TiO2»-Abc is', 'the stack «SiO2/CoO» 3 W 4 is'],
    keeps: ['the stack «SiO2/TiO2» is'],
    is: ({ before, after }) =>
      /[\p{L}\d)\]@]$/u.test(before) || /^(?:\p{L}|[-–−@][A-Z\d]|[([]\w*\d| \d{1,2} [A-Z])/u.test(after),
  },
];

/** The kind of what is joined, where it makes no material of its own. */
export const compositeGuard = (joined: Joined): Rejection | undefined =>
  isPolytype(joined) ? undefined : guardAgainst(COMPOSITE_GUARDS, joined);

/** `4H-SiC`: one compound and how its layers are stacked. */
const isPolytype = ({ parts }: Joined): boolean =>
  parts.length === 2 && parts[0]!.kind === 'polytype' && parts[1]!.kind === 'formula';

/** `P2-`, `O3-`, `CH-`, `P-`: a layering, a structure, a conduction type. */
const PREFIX = /^(?:[PO]\d|[A-Z]{1,2})[-‐]$/;

/** `II`, `FeII` */
const isState = ({ text }: Part): boolean => /^(?:[A-Z][a-z])?[IV]{2,3}$/.test(text);

const elementsOf = ({ read }: Part): readonly string[] => Object.keys(read?.composition ?? {});

/** `Ag/AgCl`, `Hg/HgO` */
function isPairOfOneMetal(parts: readonly Part[]): boolean {
  const [a, b] = parts.map(elementsOf);
  return a!.length === 1 && b!.length > 1 && b!.includes(a![0]!);
}

/** `Ni(OH)2/NiOOH` */
function differByHydrogen(parts: readonly Part[]): boolean {
  const [first, second] = parts.map(({ read }) => read?.composition);
  if (!first?.H || !second?.H || first.H === second.H) return false;
  const elements = Object.keys({ ...first, ...second }).filter((element) => element !== 'H');
  return elements.length > 1 && elements.every((element) => first[element] === second[element]);
}

const FLUIDS: ReadonlySet<string> = new Set(
  'H2 N2 O2 Cl2 F2 Ar He Kr Ne CO CO2 CH4 NH3 H2O D2O NO NO2 SO2 H2S HF HCl HNO3 H2SO4 H2O2'.split(' '),
);
const isFluid = ({ text, kind }: Part): boolean => kind !== 'abbreviation' && FLUIDS.has(text.replace(/^\d+/, ''));

const GROUPS: ReadonlySet<string> = new Set(['OH', 'CN', 'NH2', 'CH3', 'COOH', 'CF3']);

/** The elements where nothing but elements is joined. */
function elementsAlone(parts: readonly Part[]): readonly string[] | undefined {
  const symbols = parts.map(({ text }) => text);
  return parts.every((part) => elementsOf(part).length === 1 && /^[A-Z][a-z]?$/.test(part.text)) ? symbols : undefined;
}

/** `Li/Na`, `Sn/V/Mo`: one or the other; not `S/C` and `Pt/C`. */
const areAlternatives = (parts: readonly Part[]): boolean => {
  const elements = elementsAlone(parts);
  return elements !== undefined && !elements.includes('C');
};

const METALS_OF_CERMETS = /^(?:Ni|Co|Fe|Ag|Pt|Pd|Ru|Rh|Ir|Si|Sn|S)$/;

/** A cation or dopant that tells the kind of what follows: `Li-SIC`, `Ta-LLZO`; the metal of a cermet is a part, a collector (Cu) is not. */
const isCationBefore = ([first, ...others]: readonly Part[], signs: readonly string[]): boolean =>
  !METALS_OF_CERMETS.test(first!.text) &&
  /^[A-Z][a-z]?$/.test(first!.text) &&
  '-‐'.includes(signs[0]!) &&
  others.every((p) => p.kind === 'abbreviation');

/** Elements by dashes name an alloy or a system only where they are several metals, or three with a metal; no bond path. */
function areFewElements(parts: readonly Part[], after: string): boolean {
  const elements = elementsAlone(parts.filter((p) => p.kind !== 'polytype'));
  if (!elements) return false;
  const metals = elements.filter((element) => !NO_METALS.has(element)).length;
  const isPath =
    elements.length === 3 && elements[0] === elements[2] && elements.slice(0, 2).some((e) => NO_METALS.has(e));
  return (
    new Set(elements).size === 1 ||
    metals === 0 ||
    (elements.length === 2 && metals < 2) ||
    isPath ||
    CELL.test(after) ||
    /^[- ]accumulator/.test(after)
  );
}

/** Beside one metal they make a compound, not an alloy. */
const NO_METALS: ReadonlySet<string> = new Set([...NON_METALS, 'As', 'Ge']);

const isLetter = ({ text, kind }: Part): boolean => kind === 'symbol' && text.length === 1;
/** Letters that stand for a material by themselves. */
const CARBONS: ReadonlySet<string> = new Set(['C', 'S', 'P']);

/** A letter in a row of elements: the N of `Fe–N–C`; or on either side of `@`, which joins materials only. */
const isInRow = (parts: readonly Part[], i: number): boolean =>
  parts.every((part) => elementsOf(part).length === 1) || (CARBONS.has(parts[i]!.text) && parts.length === 2);

const CELL =
  /^[- ](?:coin |pouch |full |half |symmetric |asymmetric |cylindrical |hybrid )*(?:cells?|batter|full|half)/;
