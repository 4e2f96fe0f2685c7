import { isElement } from '../../chemistry/elements';
import type { Formula } from '../../chemistry/formula';
import type { SpeciesClass } from '../../knowledge/species';
import type { CellLayer, CellType } from '../mention';

/** What a layer is. */
export interface Material {
  /** As written; of a coated layer the part that works. */
  readonly text: string;
  readonly formula: Formula | undefined;
  readonly species: string | undefined;
  readonly class: SpeciesClass | undefined;
}

/** What is known of one layer. */
export interface LayerFacts extends Material {
  readonly kind: ElectrodeKind | undefined;
  readonly coating?: string | undefined;
}

export type ElectrodeKind = 'positive' | 'negative' | 'alkali-metal' | 'collector' | 'electrolyte';

/** What a layer does in a cell: from what it is called, else from its elements, else from the class of its species. */
export function electrodeKind({ text, formula, class: of }: Material): ElectrodeKind | undefined {
  const name = text
    .toLowerCase()
    .replace(/\(.*\)$/, '')
    .trim();
  return (
    ELECTRODE_WORDS.get(name) ??
    kindOfElements(text, formula) ??
    kindOfClass(of) ??
    kindOfGrade(text) ??
    kindOfAlloy(text)
  );
}

/** Roles of the layers, in the same order. Polarity follows from the materials, not from which is first. */
export function assignRoles(layers: readonly LayerFacts[], separators: readonly string[]): CellLayer['role'][] {
  const kinds = layers.map(({ kind }) => kind);
  const last = layers.length - 1;
  const besideElectrolyte = kinds.slice(1, last).includes('electrolyte');
  const doubleBars = separators.every((s) => s !== '|' && s !== '∣');
  return layers.map((_, i) => {
    if (i === 0 || i === last) return endRole(kinds[i], kinds[last - i]);
    if (kinds[i] === 'electrolyte') return 'electrolyte';
    return besideElectrolyte || doubleBars ? 'interlayer' : 'electrolyte';
  });
}

/** Against lithium metal every other electrode is the positive one, graphite too. */
function endRole(kind: ElectrodeKind | undefined, other: ElectrodeKind | undefined): CellLayer['role'] {
  switch (kind) {
    case 'positive':
      return 'positive';
    case 'alkali-metal':
      return 'negative';
    case 'negative':
      return other === 'alkali-metal' ? 'positive' : 'negative';
    case 'collector':
      return 'collector';
    case 'electrolyte':
      return 'electrolyte';
    case undefined:
      return other === 'alkali-metal' || other === 'negative' ? 'positive' : 'unknown';
  }
}

/** Kind of cell that the two ends make. */
export function cellType(layers: readonly LayerFacts[]): CellType {
  const first = layers[0]!;
  const last = layers.at(-1)!;
  if (first.text === last.text || (first.species !== undefined && first.species === last.species)) return 'symmetric';
  const kinds = [first.kind, last.kind];
  const has = (kind: ElectrodeKind) => kinds.includes(kind);
  if (has('electrolyte')) return 'unknown';
  if (has('alkali-metal')) return has('collector') ? 'plating' : kinds[0] === kinds[1] ? 'unknown' : 'half';
  if (has('positive') && has('negative')) return 'full';
  if (has('positive') && has('collector')) return 'anode-free';
  return has('negative') && kinds.includes(undefined) ? 'full' : 'unknown';
}

/** Words of the language, and the two or three letters that stand for them everywhere. */
export const ELECTRODE_WORDS: ReadonlyMap<string, ElectrodeKind> = new Map<string, ElectrodeKind>([
  ...words('alkali-metal', 'lithium', 'lithium metal', 'li metal', 'sodium', 'sodium metal', 'na metal', 'potassium'),
  ...words('negative', 'graphite', 'gr', 'silicon', 'carbon', 'hard carbon', 'hc', 'anode', 'tin', 'zinc', 'magnesium'),
  ...words('positive', 'sulfur', 'sulphur', 'air', 'oxygen', 'cathode'),
  ...words('collector', 'copper', 'aluminium', 'aluminum', 'stainless steel', 'ss', 'cc', 'current collector', 'sus'),
  ...words('electrolyte', 'electrolyte', 'solid electrolyte', 'se', 'separator'),
]);

function words(kind: ElectrodeKind, ...list: string[]): [string, ElectrodeKind][] {
  return list.map((word) => [word, kind]);
}

const ALKALI: ReadonlySet<string> = new Set(['Li', 'Na', 'K']);
const COLLECTORS: ReadonlySet<string> = new Set(['Cu', 'Al', 'Au', 'Pt', 'Ag']);
const HOSTS: ReadonlySet<string> = new Set(['C', 'Si', 'Sn', 'Sb', 'Ge', 'Zn', 'Mg', 'In', 'Bi']);
const ANIONS = ['O', 'S', 'F', 'P', 'Se', 'Cl', 'C'];
/** Metals that change their charge when a positive electrode works; titanium and niobium work at the negative one. */
const REDOX = ['V', 'Cr', 'Mn', 'Fe', 'Co', 'Ni', 'Cu', 'Mo', 'Ru'];

/** A halide, an oxide or a sulfide of no metal, as it works in primary cells and with gases: `CFx`, `SOCl2`, `SO2`. */
const OXIDANT = /^(?:(?:C|N|O|S|Se|F|Cl|Br|I)[\dx.₀-₉ₓ]*)+$/;

function kindOfElements(text: string, formula: Formula | undefined): ElectrodeKind | undefined {
  if (formula?.charge === 0 && OXIDANT.test(text) && /[OFSI]|Cl|Br/.test(text)) return 'positive';
  const composition = formula?.composition;
  if (!composition) return undefined;
  const elements = Object.keys(composition);
  const has = (...some: string[]) => some.some((e) => elements.includes(e));
  if (elements.length === 1) return kindOfElement(elements[0]!);
  if (elements.every((e) => COLLECTORS.has(e))) return 'collector';
  if (elements.every((e) => ALKALI.has(e) || HOSTS.has(e) || COLLECTORS.has(e))) return 'negative';
  if (has(...REDOX) && has(...ANIONS)) return 'positive';
  if (has('Ti', 'Nb') && has('O') && !has('P', 'La')) return 'negative';
  const salt = has('Li', 'Na', 'K');
  if (salt && elements.length === 2 && has('S')) return 'positive';
  if (elements.length === 2 && has('Si') && has('O')) return 'negative';
  return salt || has('La', 'Zr') ? 'electrolyte' : undefined;
}

function kindOfElement(element: string): ElectrodeKind | undefined {
  if (ALKALI.has(element)) return 'alkali-metal';
  if (COLLECTORS.has(element)) return 'collector';
  if (HOSTS.has(element)) return 'negative';
  return element === 'S' || element === 'O' || element === 'Se' ? 'positive' : undefined;
}

function kindOfClass(speciesClass: SpeciesClass | undefined): ElectrodeKind | undefined {
  switch (speciesClass) {
    case 'positive-electrode':
      return 'positive';
    case 'negative-electrode':
      return 'negative';
    case 'current-collector':
      return 'collector';
    case 'solid-electrolyte':
    case 'polymer':
    case 'solvent':
    case 'salt':
      return 'electrolyte';
    default:
      return undefined;
  }
}

/** Grade names that say the material by themselves, with or without numbers: `NMC811`, `SC-NCM622`, `LFP`. */
export function kindOfGrade(text: string): ElectrodeKind | undefined {
  if (/^(?:[A-Z]{2}-)?(?:NMC|NCM|NCA|LFP|LCO|LMO|LNMO|LRMO|LMFP|NVP)[-\d]*$/.test(text)) return 'positive';
  if (/^(?:LTO|TNO)$/.test(text)) return 'negative';
  if (/^(?:LLZT?O|LPSC(?:l)?|LGPS|LATP|LAGP|LPS|PEO)$/.test(text)) return 'electrolyte';
  return undefined;
}

/** `Li–B–Mg`, `Li-In`, `Li-Mg10`: an alkali metal with others, by dashes. */
function kindOfAlloy(text: string): ElectrodeKind | undefined {
  const parts = text.split(/[-–‐]/).map((part) => part.replace(/[\d.₀-₉]+$/, ''));
  const alloyed = parts.length > 1 && parts.every((part) => isElement(part) && !/^(?:S|O|N|F|P|H)$/.test(part));
  return alloyed && parts.some((part) => ALKALI.has(part)) ? 'negative' : undefined;
}
