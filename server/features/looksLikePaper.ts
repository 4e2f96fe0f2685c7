import { FORMATS } from '../text';
import type { ManuscriptContext } from '../workspace/workspace';

export type PlainFiles = 'auto' | 'always' | 'never';

/** So many species make a note a text about batteries. */
const ENOUGH_SPECIES = 3;

/**
 * Markdown and plain text are everybody's languages: there Interphase stays silent unless the file names a bibliography,
 * cites from one, has a project file that accepts short forms, or speaks of several species.
 */
export function looksLikePaper({ file, bibliography, settings }: ManuscriptContext, plainFiles: PlainFiles): boolean {
  const { format, citations, bibliographies } = file.parsed;
  if (FORMATS[format].isTypesetting || plainFiles === 'always') return true;
  if (plainFiles === 'never') return false;
  if (bibliographies.length > 0) return true;
  if (bibliography.files.length > 0 && citations.some((c) => c.keys.length > 0)) return true;
  if (settings.accepted.length > 0) return true;
  return file.species.size >= ENOUGH_SPECIES;
}
