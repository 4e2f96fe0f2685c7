import { times } from '../base/plural';
import type { SourceSpan } from '../base/span';
import type { ManuscriptContext } from '../workspace/workspace';

/** How often a short form is used, to be shown at its definition. */
export interface UseCount {
  readonly span: SourceSpan;
  readonly text: string;
}

/** One count for each definition in the running text of the file. */
export function useCountsOf({ file, manuscript }: ManuscriptContext): UseCount[] {
  return file.definitions.flatMap(({ form, short, source }) => {
    if (form === 'list') return [];
    const uses = manuscript.abbreviations.of(short)?.uses.length ?? 0;
    const count = uses === 0 ? 'not used' : `used ${times(uses)}`;
    return [{ span: source.whole, text: `${short}: ${count}` }];
  });
}
