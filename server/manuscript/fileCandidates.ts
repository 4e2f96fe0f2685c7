import { lowerBound } from '../base/span';
import type { Catalogue } from '../knowledge/catalogue';
import { type FormatId, parseFile } from '../text';
import type { ParsedFile } from '../text/parsedFile';
import type { Definition } from './definition';
import { findDefinitions } from './definitions';
import { type FormulaCandidate, findFormulas } from './recognise/formulas';
import { findKnownWords, type KnownAbbreviation, type NameCandidate } from './recognise/names';
import { findQuantities, type QuantityCandidate } from './recognise/quantities';
import { findShortForms, type ShortForm } from './recognise/shortForms';
import { findSpaceGroups, type SpaceGroupCandidate } from './recognise/spaceGroups';

/** What one version of one file says, as far as it can be said before the other files of its manuscript are read. */
export interface FileCandidates {
  readonly uri: string;
  readonly parsed: ParsedFile;
  readonly formulas: readonly FormulaCandidate[];
  readonly names: readonly NameCandidate[];
  readonly known: readonly KnownAbbreviation[];
  readonly shortForms: readonly ShortForm[];
  readonly definitions: readonly Definition[];
  readonly quantities: readonly QuantityCandidate[];
  readonly spaceGroups: readonly SpaceGroupCandidate[];
}

/** `context`: what the files define that it is read with. */
export const readFile = (
  uri: string,
  format: FormatId,
  source: string,
  catalogue: Catalogue,
  context = '',
): FileCandidates => recognise(uri, parseFile(format, source, context), catalogue);

/** Finds in a manuscript what its files are asked for. */
export function recognise(uri: string, parsed: ParsedFile, catalogue: Catalogue): FileCandidates {
  const spaceGroups = findSpaceGroups(parsed.prose);
  const formulas = outside(spaceGroups, findFormulas(parsed.prose));
  const { names, abbreviations } = findKnownWords(parsed.prose, catalogue);
  return {
    uri,
    parsed,
    formulas,
    names: [...names, ...properNames(abbreviations)],
    known: abbreviations.filter(isAbbreviation),
    shortForms: findShortForms(parsed.prose),
    definitions: findDefinitions(
      parsed,
      formulas.map((f) => f.prose),
    ),
    quantities: findQuantities(parsed.prose),
    spaceGroups,
  };
}

/** Formulas that share no character with a space group: P4 of `P4/nmm` is not phosphorus. */
const outside = (
  groups: readonly SpaceGroupCandidate[],
  formulas: readonly FormulaCandidate[],
): readonly FormulaCandidate[] =>
  groups.length === 0
    ? formulas
    : formulas.filter(({ prose: { start, end } }) => {
        const next = groups[lowerBound(groups, (group) => group.prose.end > start)];
        return next === undefined || next.prose.start >= end;
      });

/** Names in capitals that abbreviate nothing, or nothing that is still read: NASICON. */
function properNames(found: readonly KnownAbbreviation[]): NameCandidate[] {
  return found.flatMap((known) => {
    const [entry] = known.entries;
    if (isAbbreviation(known) || entry?.kind !== 'species' || entry.name.near) return [];
    return [{ prose: known.prose, species: entry.species.id }];
  });
}

const isAbbreviation = ({ entries }: KnownAbbreviation): boolean =>
  entries.some((entry) => entry.kind === 'term' || entry.name.kind === 'abbreviation');
