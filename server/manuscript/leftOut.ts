import type { Span } from '../base/span';
import type { Catalogue } from '../knowledge/catalogue';
import type { FileAnalysis } from './fileAnalysis';
import { rejectedComposites } from './recognise/composites';
import { rejectedFormulas } from './recognise/formulas';
import type { Rejection } from './recognise/guard';
import { namesMaterial } from './resolveMentions';

/** A stretch that reads as a formula, or as a composite, and is something else or a piece of something longer. */
export interface LeftOut extends Rejection {
  readonly prose: Span;
}

/** Formulas first, then composites, each in reading order. */
export function leftOut({ candidates: { parsed, formulas } }: FileAnalysis, catalogue: Catalogue): LeftOut[] {
  const composites = rejectedComposites(parsed.prose, formulas, namesMaterial(catalogue));
  return [...rejectedFormulas(parsed.prose), ...composites];
}
