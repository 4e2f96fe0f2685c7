import type { Span } from '../base/span';
import type { FileAnalysis } from './fileAnalysis';
import type { Manuscript } from './manuscript';
import { rejectedCells } from './recognise/cells';
import { rejectedComposites } from './recognise/composites';
import { rejectedFormulas } from './recognise/formulas';
import type { Rejection } from './recognise/guard';
import { classIn, layersAmong, namesMaterial, simpleMentions } from './resolveMentions';

/** A stretch that looks like a formula, a composite or a cell and is something else, or a piece of something longer. */
export interface LeftOut extends Rejection {
  readonly prose: Span;
}

/** By kind, each kind in reading order. */
export function leftOut({ candidates }: FileAnalysis, { abbreviations, catalogue }: Manuscript): readonly LeftOut[] {
  const { prose } = candidates.parsed;
  const layers = layersAmong(simpleMentions(candidates, abbreviations, catalogue));
  return [
    ...rejectedFormulas(prose),
    ...rejectedComposites(prose, candidates.formulas, namesMaterial(catalogue)),
    ...rejectedCells(prose, layers, classIn(catalogue)),
  ];
}
