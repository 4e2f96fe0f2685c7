import { overlaps } from '../../base/span';
import type { Abbreviation, PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { isFormulaOfName } from '../../manuscript/definitions/elementNames';
import type { Manuscript } from '../../manuscript/manuscript';
import { FORMATS, type FormatId } from '../../text';
import type { ListEntry } from '../../text/format';
import { uncapitalised } from './spelling';

/** What the manuscript defines, in the order of the alphabet, without symbols of elements and formulas that it only explains. */
export function entriesOf(manuscript: Manuscript): ListEntry[] {
  const { abbreviations } = manuscript;
  const entries = [...abbreviations.all].flatMap((abbreviation): ListEntry[] => {
    const placed = abbreviations.expansion(abbreviation.short);
    if (!placed || !standsInText(abbreviation) || isFormulaOfName(placed.definition.short, placed.definition.long))
      return [];
    return [entryOf(placed, manuscript)];
  });
  return entries.sort((a, b) => byAlphabet(a.short, b.short));
}

/** The row that says what a definition says. */
export function entryOf(placed: PlacedDefinition, manuscript: Manuscript): ListEntry {
  const { format } = placed.file.parsed;
  return { short: FORMATS[format].escape(placed.definition.short), long: longOf(placed, manuscript, format) };
}

/** Used or defined in the text, not in lists and declarations alone. */
export const standsInText = ({ definitions, uses }: Abbreviation): boolean =>
  uses.length > 0 || definitions.some(({ definition: { form } }) => form !== 'list' && form !== 'declaration');

export const byAlphabet = (a: string, b: string): number => a.localeCompare(b, 'en', { sensitivity: 'base' });

/** As typed, so that formulas keep their markup; but without citations, comments and markup that goes on after it. */
function longOf({ file, definition }: PlacedDefinition, manuscript: Manuscript, format: FormatId): string {
  const { parsed } = file;
  const at = definition.prose ? parsed.prose.toMovableSource(definition.prose.long) : definition.source.long;
  const others = [...parsed.citations, ...parsed.comments];
  const isWhole = definition.prose === undefined || parsed.prose.isWhole(definition.prose.long);
  const isClean =
    isWhole && at !== undefined && at.end - at.start < 200 && !others.some(({ span }) => overlaps(span, at));
  const typed = isClean ? parsed.source.slice(at.start, at.end) : FORMATS[format].escape(definition.long);
  const words = typed.replace(/\s+/g, ' ').trim();
  return uncapitalised(words, parsed.prose, manuscript).text;
}
