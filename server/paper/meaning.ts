import { flat } from '../base/script';
import type { Span } from '../base/span';
import { type Formula, parseFormula } from '../chemistry/formula';
import type { Catalogue, CatalogueEntry } from '../knowledge/catalogue';
import type { Reading } from './reading';
import type { Register } from './register';

/** What a short form stands for at one place. */
export interface Meaning {
  readonly expansion?: string;
  /** Id in the catalogue. */
  readonly species?: string;
}

/** The manuscript's own definition first, then what the catalogue knows, chosen by the words around; empty where neither can say. */
export function abbreviationMeaning(
  short: string,
  prose: Span,
  reading: Reading,
  register: Register,
  catalogue: Catalogue,
): Meaning {
  const own = register.expansion(short)?.definition.long;
  if (own !== undefined) {
    const species = speciesCalled(own, catalogue);
    return { expansion: own, ...(species && { species }) };
  }
  const entry = catalogue.choose(catalogue.entriesForShort(short), contextOf(prose, reading));
  return entry ? { expansion: longForm(entry), ...(entry.kind === 'species' && { species: entry.species.id }) } : {};
}

/** Id of the species that a long form names or writes as a formula. */
export function speciesCalled(long: string, catalogue: Catalogue): string | undefined {
  for (const entry of catalogue.entriesNamed(long)) {
    if (entry.kind === 'species') return entry.species.id;
  }
  const read = parseFormula(flat(long));
  return read.ok ? speciesOfFormula(read.formula, catalogue) : undefined;
}

/** Id of the species with the composition and charge; undefined where isomers share them. */
export function speciesOfFormula({ composition, charge }: Formula, catalogue: Catalogue): string | undefined {
  const found = composition ? catalogue.byComposition(composition, charge) : [];
  return found.length === 1 ? found[0]!.id : undefined;
}

/** The long form as the catalogue writes it: the first common name of a species, the term itself. */
export function longForm(entry: CatalogueEntry): string {
  if (entry.kind === 'term') return entry.term.long;
  const { names } = entry.species;
  return (names.find((n) => n.kind === 'common') ?? names.find((n) => n.kind === 'iupac') ?? names[0]!).text;
}

/** Words of the block around a mention, lower-case. */
export function contextOf(prose: Span, reading: Reading): ReadonlySet<string> {
  const block = reading.manuscript.prose.blockAt(prose.start);
  if (!block) return new Set();
  return new Set(
    reading.manuscript.prose
      .slice(block)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
}
