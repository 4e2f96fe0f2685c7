import type { Formula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import type { Shape } from './formulaShape';

/** What a formula says where it is. A polyhedron (`ZrO6`) or an element alone is not a compound of its own. */
export type Standing = 'compound' | 'element' | 'polyhedron';

export interface Judgement {
  readonly standing: Standing;
  /** False where the same letters also say something else (`HF`, `CO`, `In2`): other knowledge may overrule. */
  readonly certain: boolean;
}

/** One metal with four, six or more ligands and no charge is a polyhedron: ZrO6, LaO8, AX6. */
export function standingOf(shape: Shape, { composition, charge, variables }: Formula): Standing {
  if (charge !== 0 || shape.symbols.length !== 2 || variables.some((v) => /^[a-zα-ω]/.test(v))) return 'compound';
  const ligands = composition ? (composition[shape.symbols[1]!] ?? 0) : Number(/\d+$/.exec(shape.text)?.[0] ?? 0);
  const centre = composition ? (composition[shape.symbols[0]!] ?? 0) : 1;
  if (centre > 1 || ligands < 4 || !/^(?:O|S|X|F|N|Cl)$/.test(shape.symbols[1]!)) return 'compound';
  return composition && chargeBalance(composition)?.balanced !== false ? 'compound' : 'polyhedron';
}
