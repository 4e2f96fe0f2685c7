import type { Catalogue } from '../knowledge/catalogue';
import { type ManuscriptLanguage, readManuscript } from '../text';
import type { Manuscript } from '../text/manuscript';
import type { Definition } from './definition';
import { findDefinitions } from './definitions';
import { type FormulaCandidate, findFormulas } from './recognise/formulas';
import { findKnownWords, type KnownAbbreviation, type NameCandidate } from './recognise/names';
import { findQuantities, type QuantityCandidate } from './recognise/quantities';
import { findShortForms, type ShortForm } from './recognise/shortForms';

/** What one version of one file says, as far as it can be said before the other files of its project are read. */
export interface Reading {
  readonly uri: string;
  readonly manuscript: Manuscript;
  readonly formulas: readonly FormulaCandidate[];
  readonly names: readonly NameCandidate[];
  readonly known: readonly KnownAbbreviation[];
  readonly shortForms: readonly ShortForm[];
  readonly definitions: readonly Definition[];
  readonly quantities: readonly QuantityCandidate[];
}

/** `context`: what the files define that it is read with. */
export const readFile = (
  uri: string,
  language: ManuscriptLanguage,
  source: string,
  catalogue: Catalogue,
  context = '',
): Reading => recognise(uri, readManuscript(language, source, context), catalogue);

/** Finds in a manuscript what its files are asked for. */
export function recognise(uri: string, manuscript: Manuscript, catalogue: Catalogue): Reading {
  const formulas = findFormulas(manuscript.prose);
  const { names, abbreviations } = findKnownWords(manuscript.prose, catalogue);
  return {
    uri,
    manuscript,
    formulas,
    names: [...names, ...properNames(abbreviations)],
    known: abbreviations.filter(isAbbreviation),
    shortForms: findShortForms(manuscript.prose),
    definitions: findDefinitions(
      manuscript,
      formulas.map((f) => f.prose),
    ),
    quantities: findQuantities(manuscript.prose),
  };
}

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
