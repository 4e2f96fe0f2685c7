import { flat } from '../base/script';
import type { Span } from '../base/span';
import { eachWord } from '../base/words';
import { type Formula, parseFormula } from '../chemistry/formula';
import type { Catalogue, CatalogueEntry } from '../knowledge/catalogue';
import type { Block } from '../text/prose';
import type { Reading } from './reading';
import type { Register } from './register';

/** What a short form stands for at one place. */
export interface Meaning {
  readonly expansion?: string;
  /** Id in the catalogue. */
  readonly species?: string;
}

/**
 * Gives the meaning of a short form at each place where it stands: the manuscript's own definition first, then what the
 * catalogue knows, chosen by the words around; empty where neither can say.
 */
export function meaningsOf(
  short: string,
  reading: Reading,
  register: Register,
  catalogue: Catalogue,
): (prose: Span) => Meaning {
  const own = register.expansion(short)?.definition.long;
  if (own !== undefined) {
    const species = speciesCalled(own, catalogue);
    const meaning = { expansion: own, ...(species && { species }) };
    return () => meaning;
  }
  const entries = catalogue.entriesForShort(short);
  const meaning = (entry: CatalogueEntry | undefined): Meaning =>
    entry ? { expansion: longForm(entry), ...(entry.kind === 'species' && { species: entry.species.id }) } : {};
  if (entries.length === 0 || (entries.length === 1 && !entries[0]!.name.near)) {
    const always = meaning(entries[0]);
    return () => always;
  }
  return (prose) => meaning(catalogue.choose(entries, contextOf(prose, reading)));
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

/** Words of each block that was asked for, kept as long as the block. */
const CONTEXTS = new WeakMap<Block, ReadonlySet<string>>();

/** Words of the block around a mention, lower-case. */
export function contextOf(at: Span, { manuscript: { prose } }: Reading): ReadonlySet<string> {
  const block = prose.blockAt(at.start);
  if (!block) return new Set();
  const known = CONTEXTS.get(block);
  if (known) return known;
  const words = new Set<string>();
  const text = prose.slice(block).toLowerCase();
  eachWord(text, 0, text.length, (start, end) => words.add(text.slice(start, end)));
  CONTEXTS.set(block, words);
  return words;
}
