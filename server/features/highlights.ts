import type { SourceSpan } from '../base/span';
import { speciesAmong } from '../manuscript/fileAnalysis';
import { speciesOf } from '../manuscript/mention';
import type { ManuscriptContext } from '../workspace/workspace';
import { shortFormAt } from './appearances';
import { referencesAt } from './references';

export interface Highlight {
  readonly span: SourceSpan;
  /** True where the short form is defined, not used. */
  readonly defines: boolean;
}

/** The places in this file of what is at a source offset: a short form, a citation key, a species in whatever words. */
export function highlightsAt(context: ManuscriptContext, offset: number): Highlight[] {
  const { file } = context;
  if (!shortFormAt(context, offset)) {
    const [species] = speciesAmong(file.mentionsAt(offset));
    if (species !== undefined) {
      const same = file.mentions.filter((m) => speciesOf(m) === species);
      return same.map(({ source }) => ({ span: source, defines: false }));
    }
  }
  const uses = new Set(referencesAt(context, offset, false).map(({ span }) => span.start));
  return referencesAt(context, offset, true)
    .filter(({ uri }) => uri === file.uri)
    .map(({ span }) => ({ span, defines: !uses.has(span.start) }));
}
