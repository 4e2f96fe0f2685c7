import { bundledCatalogue } from '../../server/knowledge/bundled';
import type { FileAnalysis } from '../../server/manuscript/fileAnalysis';
import { readFile } from '../../server/manuscript/fileCandidates';
import { Manuscript } from '../../server/manuscript/manuscript';
import type { Diagnostic } from '../../server/rules';
import { check, type Levels } from '../../server/rules';
import { applyEdits, safeEdits } from '../../server/rules/fixAll';
import type { Fix } from '../../server/rules/rule';
import type { FormatId } from '../../server/text';

const URI = 'file:///paper';

/** Reads one text as a manuscript of one file. */
export function read(text: string, language: FormatId = 'markdown'): { file: FileAnalysis; manuscript: Manuscript } {
  const catalogue = bundledCatalogue();
  const manuscript = new Manuscript([readFile(URI, language, text, catalogue)], catalogue);
  return { file: manuscript.analysis(URI)!, manuscript };
}

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** The text as a fix leaves it. */
  after(fix: Fix | undefined): string;
}

export function diagnose(
  text: string,
  {
    language = 'markdown',
    levels = {},
    accepted = [],
  }: { language?: FormatId; levels?: Levels; accepted?: string[] } = {},
): Checked {
  const { file, manuscript } = read(text, language);
  return {
    diagnostics: check(file, manuscript, levels, { accepted: new Set(accepted) }),
    after: (fix) => applyEdits(text, fix?.edits ?? []),
  };
}

/** Level of every rule off but one. */
export function only(code: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((d) => d.code === code);
}

/** The text with all safe fixes made, round by round. */
export function fixAll(text: string, language: FormatId = 'markdown'): string {
  const edits = safeEdits(diagnose(text, { language }).diagnostics.map(({ fixes = [] }) => fixes));
  return edits.length === 0 ? text : fixAll(applyEdits(text, edits), language);
}
