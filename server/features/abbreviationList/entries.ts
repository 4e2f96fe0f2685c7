import { overlaps } from '../../base/span';
import type { Project } from '../../paper/project';
import type { Abbreviation, PlacedDefinition } from '../../paper/register';
import { uncapitalised } from '../../rules/editing/spelling';
import { escapeFor } from '../../rules/wording';
import type { ManuscriptLanguage } from '../../text';

/** A row that the list should have. */
export interface ListEntry {
  readonly short: string;
  /** In the markup of the manuscript. */
  readonly long: string;
}

/** What the manuscript defines, in the order of the alphabet. */
export function entriesOf(project: Project): ListEntry[] {
  const { register, readings } = project;
  const entries = [...register.abbreviations].flatMap((abbreviation): ListEntry[] => {
    const { short } = abbreviation;
    const placed = register.expansion(short);
    if (!placed || !standsInText(abbreviation)) return [];
    const { language } = readings[placed.file]!.manuscript;
    return [{ short: escapeFor(language, short), long: longOf(placed, project, language) }];
  });
  return entries.sort((a, b) => byAlphabet(a.short, b.short));
}

/** Used or defined in the text, not in lists and declarations alone. */
export const standsInText = ({ definitions, uses }: Abbreviation): boolean =>
  uses.length > 0 || definitions.some(({ definition: { form } }) => form !== 'list' && form !== 'declaration');

export const byAlphabet = (a: string, b: string): number => a.localeCompare(b, 'en', { sensitivity: 'base' });

/** As typed, so that formulas keep their markup; but without the citations in it. */
function longOf({ file, definition }: PlacedDefinition, project: Project, language: ManuscriptLanguage): string {
  const { manuscript } = project.readings[file]!;
  const { long } = definition.source;
  const typed = manuscript.source.slice(long.start, long.end);
  const clean = typed.length < 200 && !manuscript.citations.some(({ span }) => overlaps(span, long));
  const words = (clean ? typed : escapeFor(language, definition.long)).replace(/\s+/g, ' ').trim();
  return uncapitalised(words, manuscript.prose, project).text;
}
