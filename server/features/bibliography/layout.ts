import type { Plan } from '../../base/edit';
import { bibtexEntry } from '../../bibliography/bibtex/fields';
import type { BibtexFile } from '../../bibliography/bibtex/parse';
import { relayout } from '../../bibliography/bibtex/relayout';
import type { BibliographyContext } from '../../workspace/workspace';
import { entryAt } from './context';

/** Lays out the entry at a source offset as most of its file is; undefined where there is nothing to change, or it is broken. */
export function planEntryLayout(context: BibliographyContext, offset: number): Plan | undefined {
  const { uri, text, file } = context.bibliography;
  const found = entryAt(context, offset);
  const entry = found && bibtexEntry(found);
  const newText = entry && relayout(text, file as BibtexFile, entry);
  if (!entry || newText === undefined || newText === text.slice(entry.span.start, entry.span.end)) return undefined;
  return { edits: [{ uri, span: entry.span, newText }], creates: [] };
}
