import { once } from '../base/once';
import { flat } from '../base/script';
import type { Span } from '../base/span';
import { isComplete } from '../bibliography/complete';
import { Journals } from '../bibliography/journals';
import type { Reference } from '../bibliography/reference';
import { type Composition, compositionKey } from '../chemistry/composition';
import { parseFormula } from '../chemistry/formula';
import { Beginnings, type SpeciesName } from './beginnings';
import type { CompiledCatalogue, PropertyInfo } from './compiled';
import { Cues } from './cues';
import { Lexicon } from './lexicon';
import { nearestNames } from './nearestNames';
import type { Name, Species, SpeciesClass, Term } from './species';
import { foldName, nameSpellings, plainShort } from './spelling';

/** A record under one of its names. */
export type CatalogueEntry =
  | { readonly kind: 'species'; readonly species: Species; readonly name: Name }
  | { readonly kind: 'term'; readonly term: Term; readonly name: Name };

/** Everything known about species and terms. Immutable; its indexes are built when first used. */
export class Catalogue {
  private readonly species: ReadonlyMap<string, Species>;
  private readonly terms: ReadonlyMap<string, Term>;

  constructor(private readonly compiled: CompiledCatalogue) {
    this.species = new Map(compiled.species.map((species) => [species.id, species]));
    this.terms = new Map(compiled.terms.map((term) => [term.id, term]));
  }

  get allSpecies(): readonly Species[] {
    return this.compiled.species;
  }

  get allTerms(): readonly Term[] {
    return this.compiled.terms;
  }

  get journals(): Journals {
    return journalsOf(this.compiled.journals);
  }

  get references(): readonly Reference[] {
    return this.compiled.references;
  }

  /** The works that are offered to be cited: a list of references can print all of them. */
  get citableReferences(): readonly Reference[] {
    return citableOf(this.compiled.references);
  }

  byId(id: string): Species | undefined {
    return this.species.get(id);
  }

  term(id: string): Term | undefined {
    return this.terms.get(id);
  }

  /**
   * Records with this name, synonym, long form or short form. Short forms count in their exact case, names in any;
   * hyphens, spaces, Greek letters written out, British spelling and a plural s make no difference.
   */
  entriesNamed(text: string): readonly CatalogueEntry[] {
    const found = [...this.entriesForShort(text)];
    for (const spelling of nameSpellings(text)) {
      const key = foldName(spelling);
      found.push(
        ...(this.lexicon.named(key) ?? (key.endsWith('s') ? this.lexicon.named(key.slice(0, -1)) : undefined) ?? []),
      );
    }
    return withoutRepeats(found);
  }

  /** Species and terms that share a short form: `PC`, `CE`, `NMC-811`, `LIBs`. */
  entriesForShort(short: string): readonly CatalogueEntry[] {
    const plain = plainShort(short);
    return (
      this.lexicon.short(plain) ?? (plain.endsWith('s') ? this.lexicon.short(plain.slice(0, -1)) : undefined) ?? []
    );
  }

  /** Words in a stretch of text that some entry is chosen by, in small letters. */
  cuesIn(text: string, stretch: Span): ReadonlySet<string> {
    return this.cues.in(text, stretch);
  }

  /**
   * The one of several entries that the words around it choose: that with most `near` words among them, else the only one
   * that needs none. Undefined where that leaves a choice.
   */
  choose(entries: readonly CatalogueEntry[], around: ReadonlySet<string>): CatalogueEntry | undefined {
    const hits = entries.map(({ name }) => this.cues.count(name, around));
    const most = Math.max(0, ...hits);
    const best = entries.filter(({ name }, i) => (most > 0 ? hits[i] === most : name.near === undefined));
    return best.length === 1 ? best[0] : undefined;
  }

  /** Species of these atoms and charge, in whatever order they are written. Isomers all. */
  byComposition(composition: Composition, charge = 0): readonly Species[] {
    return this.compositions.get(`${compositionKey(composition)} ${charge}`) ?? [];
  }

  /** Species whose record writes the formula so; the way to those with variables: `SiOx`, `CFx`, `Li2Sn`. */
  byFormula(text: string): readonly Species[] {
    return this.formulas.get(text) ?? [];
  }

  /** The same where capitals were not typed: `li6ps5cl`. */
  byFormulaInAnyCase(text: string): readonly Species[] {
    const lowercase = text.toLowerCase();
    return this.compiled.species.filter((species) =>
      formulasOf(species).some((formula) => formula.toLowerCase() === lowercase),
    );
  }

  /** Species by the beginning of a name, a short form or their formula. */
  speciesBeginning(typed: string): readonly SpeciesName[] {
    this.#beginnings ??= new Beginnings(this.compiled.species);
    return this.#beginnings.of(typed);
  }
  #beginnings: Beginnings | undefined;

  /** Entries whose names are nearest to the query, best first, each record once. */
  search(query: string, limit: number): readonly CatalogueEntry[] {
    return nearestNames(query, this.lexicon.entries, limit);
  }

  reference(key: string): Reference | undefined {
    return byKey(this.compiled.references).get(key);
  }

  /** SVG of the molecule. */
  drawing(id: string): string | undefined {
    return this.compiled.drawings[id];
  }

  property(key: string): PropertyInfo | undefined {
    return this.compiled.properties[key];
  }

  /** Property keys in the order in which the card of a class shows them. */
  cardRows(speciesClass: SpeciesClass): readonly string[] {
    return this.compiled.cards[speciesClass] ?? [];
  }

  /** This catalogue with a user's own records before the others; one of the same id replaces the bundled one. */
  withUserRecords(species: readonly Species[], terms: readonly Term[]): Catalogue {
    const own = new Set([...species, ...terms].map(({ id }) => id));
    return new Catalogue({
      ...this.compiled,
      species: [...species, ...this.compiled.species.filter(({ id }) => !own.has(id))],
      terms: [...terms, ...this.compiled.terms.filter(({ id }) => !own.has(id))],
    });
  }

  /** What names are looked up in, and found in running text by. */
  get lexicon(): Lexicon {
    this.#lexicon ??= new Lexicon(this.compiled.species, this.compiled.terms);
    return this.#lexicon;
  }
  #lexicon: Lexicon | undefined;

  private get cues(): Cues {
    this.#cues ??= new Cues(this.lexicon.entries);
    return this.#cues;
  }
  #cues: Cues | undefined;

  private get compositions(): ReadonlyMap<string, readonly Species[]> {
    this.#compositions ??= indexBy(this.compiled.species, compositionsOf);
    return this.#compositions;
  }
  #compositions: ReadonlyMap<string, readonly Species[]> | undefined;

  private get formulas(): ReadonlyMap<string, readonly Species[]> {
    this.#formulas ??= indexBy(this.compiled.species, formulasOf);
    return this.#formulas;
  }
  #formulas: ReadonlyMap<string, readonly Species[]> | undefined;
}

// A catalogue with a user's own records has the works and journals of the bundled one.
const journalsOf = once((journals: CompiledCatalogue['journals']) => new Journals(journals));
const citableOf = once((references: readonly Reference[]) => references.filter(isComplete));
const byKey = once(
  (references: readonly Reference[]): ReadonlyMap<string, Reference> =>
    new Map(references.map((reference) => [reference.key, reference])),
);

const recordOf = (entry: CatalogueEntry): string => (entry.kind === 'species' ? entry.species : entry.term).id;

function withoutRepeats(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const id = recordOf(entry);
    return !seen.has(id) && seen.add(id);
  });
}

const formulasOf = ({ formula, formulas = [] }: Species): readonly string[] =>
  formula ? [formula, ...formulas] : formulas;

function compositionsOf(species: Species): readonly string[] {
  const keys = formulasOf(species).flatMap((text) => {
    const read = parseFormula(flat(text));
    return read.ok && read.formula.composition
      ? [`${compositionKey(read.formula.composition)} ${read.formula.charge}`]
      : [];
  });
  return [...new Set(keys)];
}

function indexBy(
  species: readonly Species[],
  keysOf: (species: Species) => readonly string[],
): ReadonlyMap<string, readonly Species[]> {
  const index = new Map<string, Species[]>();
  for (const one of species) {
    for (const key of keysOf(one)) {
      const of = index.get(key);
      if (of) of.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}
