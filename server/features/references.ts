import { touches } from '../base/span';
import type { CitationKey } from '../text/manuscript';
import type { Loaded } from '../workspace/workspace';
import { appearancesOf, shortFormAt } from './appearances';
import type { SourcePlace } from './sourcePlace';

/**
 * All places in the project of what stands at a source offset: a citation key or a short form. `declarations` takes in
 * the definitions of the short form, the rows of the list among them, and the entry of the bibliography.
 */
export function referencesAt(loaded: Loaded, offset: number, declarations: boolean): SourcePlace[] {
  const cited = citationKeyAt(loaded, offset);
  if (cited) {
    const entry = loaded.bibliography.entry(cited.key);
    const uses = loaded.project.readings.flatMap(({ uri, manuscript }) =>
      manuscript.citations
        .flatMap((use) => use.keys)
        .filter(({ key }) => key === cited.key)
        .map(({ span }) => ({ uri, span })),
    );
    return declarations && entry ? [...uses, { uri: entry.uri, span: entry.entry.keySpan }] : uses;
  }
  const found = shortFormAt(loaded, offset);
  if (!found) return [];
  return appearancesOf(found.short, loaded.project).filter(({ role }) => declarations || role === 'use');
}

/** The citation key that a source offset lies in or directly behind. */
export function citationKeyAt({ paper }: Loaded, offset: number): CitationKey | undefined {
  for (const use of paper.manuscript.citations) {
    const key = use.keys.find(({ span }) => touches(span, offset));
    if (key) return key;
  }
  return undefined;
}
