import type { Edit } from '../base/edit';
import { overlaps } from '../base/span';
import type { Fix } from './rule';

/** Edits of the first safe fix of each finding, without those that overlap an earlier one: they wait for the next round. */
export const safeEdits = (fixesOfFindings: Iterable<readonly Fix[]>): Edit[] =>
  editsOf(fixesOfFindings, ({ safe }) => safe);

/** The same for the fixes that are wanted, safe or not. */
export function editsOf(fixesOfFindings: Iterable<readonly Fix[]>, isWanted: (fix: Fix) => boolean): Edit[] {
  const edits: Edit[] = [];
  for (const fixes of fixesOfFindings) {
    const fix = fixes.find(isWanted);
    const clashes = fix?.edits.some((a) => edits.some((b) => a.uri === b.uri && overlaps(a.span, b.span)));
    if (fix && !clashes) edits.push(...fix.edits);
  }
  return edits;
}

/** The text with edits of one file made in it; edits must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let readTo = 0;
  for (const { span, newText } of ordered) {
    result += text.slice(readTo, span.start) + newText;
    readTo = span.end;
  }
  return result + text.slice(readTo);
}
