/** The record of one species as written in `data/species/<class>/<id>.yaml`; `data/schema/species.schema.json` checks it. */
export interface Species {
  readonly id: string;
  readonly class: SpeciesClass;
  /** The first common name and the first abbreviation are the ones shown. */
  readonly names: readonly Name[];
  /** As set in print, flat: `LiNi0.8Co0.1Mn0.1O2`, `C3H3FO3`, `(C2H4O)n`. Absent for mixtures and classes of species. */
  readonly formula?: string;
  /** Other spellings of the formula that name this species: `LiN(SO2F)2`, `CH3COOLi`. */
  readonly formulas?: readonly string[];
  readonly smiles?: string;
  readonly identifiers?: Identifiers;
  /** What it is, in one or two sentences of our own. */
  readonly summary?: string;
  /** What it does in the interphases and the electrolyte. */
  readonly roles?: readonly Role[];
  readonly properties?: readonly Property[];
  /** For electrode materials: the reaction that the theoretical capacity is computed from. */
  readonly reaction?: ElectrodeReaction;
}

/** The name that is shown: the first common one, else the IUPAC name, else the first of all. */
export const shownName = ({ names }: Species): string | undefined =>
  (names.find(({ kind }) => kind === 'common') ?? names.find(({ kind }) => kind === 'iupac') ?? names[0])?.text;

export const SPECIES_CLASSES = [
  'salt',
  'solvent',
  'additive',
  'interphase',
  'positive-electrode',
  'negative-electrode',
  'solid-electrolyte',
  'polymer',
  'coating',
  'gas',
  'ion',
  'current-collector',
  'reagent',
  'generic',
] as const;
export type SpeciesClass = (typeof SPECIES_CLASSES)[number];

export interface Name {
  readonly text: string;
  readonly kind: 'common' | 'iupac' | 'abbreviation' | 'synonym' | 'deprecated';
  /** Language of a synonym that is not English. */
  readonly lang?: 'de' | 'es' | 'fr' | 'zh';
  /** For a short form that also means something else: words near it that choose this species. */
  readonly near?: readonly string[];
}

export interface Identifiers {
  readonly cas?: string;
  readonly pubchem?: number;
  readonly inchikey?: string;
  readonly wikidata?: string;
  readonly emmo?: string;
  readonly materialsProject?: string;
}

export interface Role {
  readonly in: 'sei' | 'cei' | 'electrolyte' | 'electrode' | 'cell';
  /** One or two sentences of our own. */
  readonly claim: string;
  readonly agreement: 'established' | 'debated' | 'reported';
  /** Ids of species that it forms. */
  readonly forms?: readonly string[];
  readonly sources: readonly Source[];
}

/** One value as one source gives it. Values of different sources are separate entries. */
export interface Property {
  /** A key of `data/schema/properties.yaml`, which fixes unit, bounds and required conditions. */
  readonly property: string;
  readonly value?: number;
  readonly range?: readonly [number, number];
  /** For a property without a number: `olivine, Pnma` for a crystal structure. */
  readonly words?: string;
  readonly uncertainty?: number;
  /** `<`, `>`, `≈` where the source gives a bound or an order of magnitude. */
  readonly relation?: '<' | '>' | '≈';
  /** UCUM; absent for words. */
  readonly unit?: string;
  readonly basis: 'measured' | 'computed' | 'handbook' | 'review';
  /** K. */
  readonly temperature?: number;
  readonly phase?: string;
  /** Method, composition, reference electrode: what else the number depends on, in a few words. */
  readonly conditions?: string;
  readonly preferred?: boolean;
  /** Set on values of one property that disagree by more than their uncertainty. */
  readonly conflict?: boolean;
  readonly sources: readonly Source[];
}

export interface Source {
  /** Key in `data/references`. */
  readonly ref: string;
  /** Where in the work: `Table 2`, `section 2.2.1`. */
  readonly locator?: string;
  /** Keys of the works that the source itself gives the value or claim from. */
  readonly citing?: readonly string[];
}

export interface ElectrodeReaction {
  /** Electrons per formula unit. */
  readonly electrons: number;
  /** `LiFePO4 ⇌ FePO4 + Li+ + e−` */
  readonly equation: string;
  /** Formula whose mass the capacity refers to; the record's formula where absent. */
  readonly per?: string;
}

export type TermKind =
  | 'concept'
  | 'method'
  | 'quantity'
  | 'cell'
  | 'material'
  | 'software'
  | 'company'
  | 'institution'
  | 'unit';

/** A term of the field that is not a species: SEI, EIS, coulombic efficiency. `data/terms/*.yaml` hold lists of them. */
export interface Term {
  readonly id: string;
  /** The long form, singular, lower case except for names. */
  readonly long: string;
  readonly short: readonly string[];
  readonly variants?: readonly string[];
  readonly kind: TermKind;
  /** One line of our own. */
  readonly meaning?: string;
  /** Journals of the field take it without a definition (DNA-like: pH, DC, USB). */
  readonly accepted?: boolean;
  /** Words near it that choose this term where the short form has several. */
  readonly near?: readonly string[];
  /** Works that explain or dispute the meaning. */
  readonly sources?: readonly Source[];
  /** Of a film: what it grows on. */
  readonly filmOn?: 'negative-electrode' | 'positive-electrode';
}
