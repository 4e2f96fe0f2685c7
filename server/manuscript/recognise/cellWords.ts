import type { Span } from '../../base/span';
import type { CellType } from '../mention';

/** What the author calls a cell right beside its notation: `Li||NMC811 full cells`, `half-cells (Li||LFP)`. */
export function calledType(text: string, block: Span, cell: Span): CellType | undefined {
  const before = text.slice(Math.max(block.start, cell.start - REACH), cell.start);
  const after = text.slice(cell.end, Math.min(block.end, cell.end + REACH));
  const word = AFTER.exec(after)?.[1] ?? (CELL.test(after) ? ADJECTIVE_BEFORE : CELL_BEFORE).exec(before)?.[1];
  return word === undefined ? undefined : TYPE_OF[word.toLowerCase().replace(/al$/, '')];
}

const TYPE_OF: Readonly<Record<string, CellType>> = {
  full: 'full',
  half: 'half',
  symmetric: 'symmetric',
  'anode-free': 'anode-free',
};

const WORD = '(full|half|symmetric(?:al)?|anode-free)';
const SHAPE = '(?:(?:coin|coin-type|button|pouch|swagelok|2032|cr2032|lithium(?: |-)metal|li-metal|single-layer) )*';
const CELLS = '(?:cells?|batter(?:y|ies))\\b';

const AFTER = new RegExp(`^[ -]${SHAPE}${WORD}[ -]${SHAPE}${CELLS}`, 'i');
const CELL = new RegExp(`^[ -]${SHAPE}${CELLS}`, 'i');
/** `a full Gr||NMC cell` */
const ADJECTIVE_BEFORE = new RegExp(`\\b${WORD} ${SHAPE}$`, 'i');
/** `full cells (Gr||NMC)`, `half-cells of Li||LFP` */
const CELL_BEFORE = new RegExp(`\\b${WORD}[ -]${SHAPE}${CELLS}(?: \\(| of | with | made of |: ?)$`, 'i');

/** Most characters between the notation and the words. */
const REACH = 48;
