import { Bibliography } from '../../server/bibliography/bibliography';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import type { FileAnalysis } from '../../server/manuscript/fileAnalysis';
import { readFile } from '../../server/manuscript/fileCandidates';
import { Manuscript } from '../../server/manuscript/manuscript';
import type { Diagnostic } from '../../server/rules';
import { check, checkBibliography, type Levels } from '../../server/rules';
import type { JournalId } from '../../server/rules/abbreviation/journalProfiles';
import { applyEdits, safeEdits } from '../../server/rules/fixAll';
import type { Fix } from '../../server/rules/rule';
import type { FormatId } from '../../server/text';
import { listedIn, parseBibliography } from '../../server/workspace/bibliography';
import { NO_PROJECT_FILE, ruleOptions } from '../../server/workspace/projectFile';

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
    ...project
  }: { language?: FormatId; levels?: Levels; accepted?: string[]; journal?: JournalId } = {},
): Checked {
  const { file, manuscript } = read(text, language);
  const options = { ...ruleOptions({ ...NO_PROJECT_FILE, ...project }), bibliography: worksIn(manuscript) };
  return {
    diagnostics: check(file, manuscript, levels, options),
    after: (fix) => applyEdits(text, fix?.edits ?? []),
  };
}

/** The works that the manuscript lists itself. */
function worksIn({ files }: Manuscript): Bibliography {
  const lists = files.flatMap((file) => listedIn(file) ?? []);
  return new Bibliography(lists, [], [], new Map(lists.map(({ uri }) => [uri, 'listed'])));
}

/** Checks a .bib file, from which a manuscript cites. */
export function diagnoseBibliography(text: string, levels: Levels = {}, citing = 'Films grow [@cited].'): Checked {
  const uri = 'file:///refs.bib';
  const bibliography = parseBibliography(uri, { text, encoding: 'utf-8' });
  const { manuscript } = read(citing);
  const around = { manuscripts: [manuscript], catalogue: manuscript.catalogue };
  return {
    diagnostics: checkBibliography(bibliography, around, levels),
    after: (fix) =>
      applyEdits(
        text,
        (fix?.edits ?? []).filter((edit) => edit.uri === uri),
      ),
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
