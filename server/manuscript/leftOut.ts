import type { FileAnalysis } from './fileAnalysis';
import type { Manuscript } from './manuscript';
import { rejectedCells } from './recognise/cells';
import { rejectedComposites } from './recognise/composites';
import { rejectedFormulas } from './recognise/formulas';
import type { Rejected } from './recognise/guard';
import { rejectedNames } from './recognise/names';
import { rejectedQuantities } from './recognise/quantities';
import { rejectedShortForms } from './recognise/shortForms';
import { classIn, layersAmong, namesMaterial } from './resolveMentions';

/**
 * Stretches that look like a formula, a composite, a cell, a name, a short form or a quantity and are something else, or a piece of
 * something longer: by kind, each kind in reading order.
 */
export function leftOut({ candidates, mentions }: FileAnalysis, { catalogue }: Manuscript): readonly Rejected[] {
  const { prose } = candidates.parsed;
  return [
    ...rejectedFormulas(prose),
    ...rejectedComposites(prose, candidates.formulas, namesMaterial(catalogue)),
    ...rejectedCells(prose, layersAmong(mentions), classIn(catalogue)),
    ...rejectedNames(prose, catalogue),
    ...rejectedShortForms(prose),
    ...rejectedQuantities(prose),
  ];
}
