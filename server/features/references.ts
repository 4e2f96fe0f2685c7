import { touches } from '../base/span';
import { keysOf } from '../bibliography/keys/entryKeys';
import { citedKeys } from '../manuscript/citedKeys';
import { citedAt, numberedWorks } from '../manuscript/numberedWorks';
import type { CitationKey } from '../text/parsedFile';
import type { ManuscriptContext } from '../workspace/workspace';
import { appearancesOf, shortFormAt } from './appearances';
import type { SourcePlace } from './sourcePlace';

/**
 * All places in the manuscript of what is at a source offset: a citation key or a short form. `declarations` takes in
 * the definitions of the short form, the rows of the list among them, and the entry of the bibliography.
 */
export function referencesAt(context: ManuscriptContext, offset: number, declarations: boolean): SourcePlace[] {
  const cited = citationKeyAt(context, offset);
  if (cited) {
    const entry = context.bibliography.entry(cited.key);
    const uses = citedKeys(entry ? keysOf(entry.entry) : [cited.key], [context.manuscript]);
    return declarations && entry ? [...uses, { uri: entry.uri, span: entry.entry.keySpan }] : uses;
  }
  const numbered = placesOfNumber(context, offset, declarations);
  if (numbered) return numbered;
  const found = shortFormAt(context, offset);
  if (!found) return [];
  return appearancesOf(found.short, context.manuscript).filter(({ role }) => declarations || role === 'use');
}

/** Where the text cites the work whose number is at an offset, in a mark or in the list. */
function placesOfNumber({ file }: ManuscriptContext, offset: number, declarations: boolean): SourcePlace[] | undefined {
  const works = numberedWorks(file.candidates);
  const item =
    works &&
    (works.list.items.find(({ numberSpan }) => touches(numberSpan, offset)) ?? citedAt(works, offset)?.items[0]);
  if (!item) return undefined;
  const cited = works.cited.filter(({ number }) => number === Number(item.number)).map(({ span }) => span);
  return [...cited, ...(declarations ? [item.numberSpan] : [])].map((span) => ({ uri: file.uri, span }));
}

/** The citation key that a source offset lies in or directly after. */
export function citationKeyAt({ file }: ManuscriptContext, offset: number): CitationKey | undefined {
  for (const use of file.parsed.citations) {
    const key = use.keys.find(({ span }) => touches(span, offset));
    if (key) return key;
  }
  return undefined;
}
