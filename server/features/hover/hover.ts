import type { SourceSpan } from '../../base/span';
import type { ManuscriptContext } from '../../workspace/workspace';
import { abbreviationHover } from './abbreviation';
import { cellHover } from './cell';
import { citationHover } from './citation';
import { formulaHover } from './formula';
import { numberHover } from './number';
import { quantityHover } from './quantity';
import { spaceGroupHover } from './spaceGroup';
import { speciesHover } from './species';

export interface Hover {
  readonly span: SourceSpan;
  readonly markdown: string;
}

/** What the user wants to see. */
export interface HoverSettings {
  readonly species: boolean;
  readonly formula: boolean;
  readonly abbreviation: boolean;
  readonly cell: boolean;
  readonly citation: boolean;
  readonly quantity: boolean;
  /** Structures of molecules and sketches of cells, as data URIs. */
  readonly drawing: boolean;
  /** The numbered references below a card. */
  readonly references: boolean;
}

/** What the user wants to see, and what the editor can do. */
export interface HoverOptions extends HoverSettings {
  /** Command link that cites a bundled reference at a place; undefined where the editor has no such command. */
  readonly citeLink?: (key: string, offset: number) => string;
  /** Command link that opens the whole card of a species; undefined where the editor has no such command. */
  readonly openLink?: (id: string) => string;
}

/** A kind of hover: its answer at a source offset, if it has one. */
export type HoverFinder = (at: HoverPlace) => Hover | undefined;

export interface HoverPlace {
  readonly context: ManuscriptContext;
  readonly offset: number;
  readonly options: HoverOptions;
}

/** In order of priority: a cell is more than its layers, a species more than its composition. */
const FINDERS: readonly [keyof HoverSettings, HoverFinder][] = [
  ['citation', citationHover],
  ['citation', numberHover],
  ['cell', cellHover],
  ['abbreviation', abbreviationHover],
  ['species', speciesHover],
  ['formula', formulaHover],
  ['quantity', quantityHover],
  ['formula', spaceGroupHover],
];

/** The hover at a source offset of the manuscript. */
export function hoverAt(place: HoverPlace): Hover | undefined {
  for (const [kind, find] of FINDERS) {
    const found = place.options[kind] ? find(place) : undefined;
    if (found) return found;
  }
  return undefined;
}
