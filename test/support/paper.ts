import { bundledCatalogue } from '../../server/knowledge/bundled';
import type { Paper } from '../../server/paper/paper';
import { Project } from '../../server/paper/project';
import { readFile } from '../../server/paper/reading';
import { check, type Levels } from '../../server/rules';
import { applyEdits, safeEdits } from '../../server/rules/fixAll';
import type { Diagnostic, Fix } from '../../server/rules/rule';
import type { ManuscriptLanguage } from '../../server/text';

const URI = 'file:///paper';

/** Reads one text as a manuscript of one file. */
export function read(text: string, language: ManuscriptLanguage = 'markdown'): { paper: Paper; project: Project } {
  const catalogue = bundledCatalogue();
  const project = new Project([readFile(URI, language, text, catalogue)], catalogue);
  return { paper: project.paper(URI)!, project };
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
  }: { language?: ManuscriptLanguage; levels?: Levels; accepted?: string[] } = {},
): Checked {
  const { paper, project } = read(text, language);
  return {
    diagnostics: check(paper, project, levels, { accepted: new Set(accepted) }),
    after: (fix) => applyEdits(text, fix?.edits ?? []),
  };
}

/** Level of every rule off but one. */
export function only(code: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((d) => d.code === code);
}

/** The text with all safe fixes made, round by round. */
export function fixAll(text: string, language: ManuscriptLanguage = 'markdown'): string {
  const edits = safeEdits(diagnose(text, { language }).diagnostics.map(({ fixes = [] }) => fixes));
  return edits.length === 0 ? text : fixAll(applyEdits(text, edits), language);
}
