import type { Span } from '../base/span';
import { speciesOf } from '../paper/mention';
import { speciesAmong } from '../paper/paper';
import type { Loaded } from '../workspace/workspace';
import { shortFormAt } from './appearances';
import { referencesAt } from './references';

export interface Highlight {
  readonly span: Span;
  /** True where the short form is defined, not used. */
  readonly defines: boolean;
}

/** The places in this file of what stands at a source offset: a short form, a citation key, a species in whatever words. */
export function highlightsAt(loaded: Loaded, offset: number): Highlight[] {
  const { paper } = loaded;
  if (!shortFormAt(loaded, offset)) {
    const [species] = speciesAmong(paper.mentionsAt(offset));
    if (species !== undefined) {
      const same = paper.mentions.filter((m) => speciesOf(m) === species);
      return same.map(({ source }) => ({ span: source, defines: false }));
    }
  }
  const uses = new Set(referencesAt(loaded, offset, false).map(({ span }) => span.start));
  return referencesAt(loaded, offset, true)
    .filter(({ uri }) => uri === paper.uri)
    .map(({ span }) => ({ span, defines: !uses.has(span.start) }));
}
