import type { ProseSpan, SourceSpan } from '../base/span';
import type { Formula } from '../chemistry/formula';

/** A fact about a stretch of prose. */
export type Mention =
  | FormulaMention
  | NameMention
  | AbbreviationMention
  | CellMention
  | CitationMention
  | QuantityMention
  | SpaceGroupMention;

interface MentionBase {
  /** In the prose. */
  readonly prose: ProseSpan;
  /** In the source. */
  readonly source: SourceSpan;
}

/** `LiNi$_{0.8}$Co$_{0.1}$Mn$_{0.1}$O$_2$` */
export interface FormulaMention extends MentionBase {
  readonly kind: 'formula';
  readonly formula: Formula;
  /** Id of the species in the catalogue. */
  readonly species?: string;
}

/** `fluoroethylene carbonate`, `lithium metal`, `sulfur` */
export interface NameMention extends MentionBase {
  readonly kind: 'name';
  readonly species: string;
}

/** `FEC`, `SEI`, `LMBs` */
export interface AbbreviationMention extends MentionBase {
  readonly kind: 'abbreviation';
  /** Singular: `LMB` for `LMBs`. */
  readonly short: string;
  readonly plural: boolean;
  readonly species?: string;
  readonly expansion?: string;
}

/** `LiFePO₄|Li`, `Li||Cu` */
export interface CellMention extends MentionBase {
  readonly kind: 'cell';
  readonly layers: readonly CellLayer[];
  /** One fewer than layers, as a reader sees them: `|`, `||`, `/`. */
  readonly separators: readonly string[];
  /** From the materials. */
  readonly type: CellType;
  /** What the author calls it right beside the notation. */
  readonly called?: CellType;
}

export type CellType = 'full' | 'half' | 'symmetric' | 'plating' | 'anode-free' | 'unknown';

export interface CellLayer extends MentionBase {
  readonly species?: string;
  /** `Li₂S` of `Li₂S@Li`. */
  readonly coating?: string;
  readonly role: 'positive' | 'negative' | 'electrolyte' | 'interlayer' | 'collector' | 'unknown';
}

export interface CitationMention extends MentionBase {
  readonly kind: 'citation';
  readonly key: string;
}

/** `160 mAh g⁻¹`, `0.5 C`, `25 °C` */
export interface QuantityMention extends MentionBase {
  readonly kind: 'quantity';
  readonly value: number | readonly [number, number];
  /** UCUM, with `{C-rate}` and `{cycle}`. */
  readonly unit: string;
  /** `below 10 Å` */
  readonly relation?: Relation;
  /** Electrode that a potential is given against: `Li/Li+`, `SHE`. */
  readonly reference?: string;
  /** Where the upper end begins in the prose, of a range whose ends have a unit each: `10 Hz–5 MHz`. */
  readonly second?: number;
}

/** `P2_1/c`, `Fm\bar{3}m`, in any setting */
export interface SpaceGroupMention extends MentionBase {
  readonly kind: 'space-group';
  /** In the International Tables: 1 to 230. */
  readonly number: number;
  /** Short symbol of the standard setting: `P2_1/c`, `Fm-3m`. */
  readonly symbol: string;
}

/** How the text bounds a quantity: `below`, `more than`, `up to`, `at least`, `about`. */
export type Relation = '<' | '>' | '≤' | '≥' | '≈';

/** Id of the species that a mention stands for, if it stands for one. */
export const speciesOf = (mention: Mention): string | undefined => ('species' in mention ? mention.species : undefined);
