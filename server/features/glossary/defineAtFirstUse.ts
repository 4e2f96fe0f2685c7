import type { Plan } from '../../base/edit';
import type { Manuscript } from '../../manuscript/manuscript';
import { findings } from '../../rules';
import { editsOf } from '../../rules/fixAll';
import type { RuleOptions } from '../../rules/rule';

/** The rules whose fixes bring a definition to the first use, and the short form everywhere after it. */
const RULES: ReadonlySet<string> = new Set([
  'abbreviation/used-before-definition',
  'abbreviation/defined-again',
  'abbreviation/long-form-after-definition',
]);

/**
 * Defines each abbreviation of the manuscript at its first use and writes the short form from there on, in all files. What two changes
 * touch waits for the next time. Undefined where nothing is to be changed.
 */
export function planDefinitions(manuscript: Manuscript, options: RuleOptions): Plan | undefined {
  const found = manuscript.files.flatMap(({ uri }) => [
    ...findings(manuscript.analysis(uri)!, manuscript, LEVELS, options),
  ]);
  const fixes = found.filter(({ code }) => RULES.has(code)).map((finding) => finding.fixes ?? []);
  const edits = editsOf(fixes, () => true);
  return edits.length > 0 ? { edits, creates: [] } : undefined;
}

/** Whatever the manuscript has switched off, the writer asks for it here. */
const LEVELS = Object.fromEntries([...RULES].map((code) => [code, 'hint' as const]));
