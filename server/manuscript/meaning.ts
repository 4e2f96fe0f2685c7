import { flat } from '../base/script';
import type { ProseSpan, Span } from '../base/span';
import type { Composition } from '../chemistry/composition';
import { type Formula, parseFormula } from '../chemistry/formula';
import { namesGroup } from '../chemistry/groups';
import { ROMAN } from '../chemistry/oxidationStates';
import type { Catalogue, CatalogueEntry } from '../knowledge/catalogue';
import { shownName } from '../knowledge/species';
import type { AbbreviationIndex } from './abbreviationIndex';
import type { FileCandidates } from './fileCandidates';

/** What a short form stands for at one place. */
export interface Meaning {
  readonly expansion?: string;
  /** Id in the catalogue. */
  readonly species?: string;
}

/**
 * Gives the meaning of a short form at each place where it is: the manuscript's own definition first, then what the
 * catalogue knows, chosen by the words around; empty where neither can say.
 */
export function meaningsOf(
  short: string,
  file: FileCandidates,
  abbreviations: AbbreviationIndex,
  catalogue: Catalogue,
): (prose: ProseSpan) => Meaning {
  const own = abbreviations.expansion(short)?.definition.long;
  if (own !== undefined) {
    const meaningAs = (long: string): Meaning => {
      const species =
        speciesOfGrade(short, catalogue) ??
        speciesCalled(long, catalogue) ??
        speciesAbbreviated(short, long, catalogue);
      return { expansion: long, ...(species && { species }) };
    };
    const first = meaningAs(own);
    const others = abbreviations.expansions(short);
    if (others.length < 2) return () => first;
    const here = (abbreviations.of(short)?.definitions ?? []).flatMap((placed) =>
      placed.file === file &&
      placed.definition.prose &&
      placed.definition.form !== 'list' &&
      !isFormula(placed.definition.long)
        ? [{ from: placed.definition.prose.whole.start, meaning: meaningAs(placed.definition.long) }]
        : [],
    );
    // The last word before a place counts there.
    return (prose) => here.filter(({ from }) => from <= prose.start).at(-1)?.meaning ?? first;
  }
  const entries = catalogue.entriesForShort(short);
  if (/^\p{Lu}+$/u.test(short) && entries.some(isFormOfFirm)) {
    const firm = { expansion: longForm(entries.find(isFormOfFirm)!) };
    return ({ start }) => (NAME_BEFORE.test(file.parsed.prose.text.slice(Math.max(0, start - 24), start)) ? firm : {});
  }
  const meaning = (entry: CatalogueEntry | undefined): Meaning =>
    entry ? { expansion: longForm(entry), ...(entry.kind === 'species' && { species: entry.species.id }) } : {};
  if (entries.length === 0 || (entries.length === 1 && !entries[0]!.name.near)) {
    const always = meaning(entries[0]);
    return () => always;
  }
  // All that is in one block has the same words around it.
  let around: ReadonlySet<string> | undefined;
  let chosen: Meaning = {};
  return (prose) => {
    const cues = cuesAround(prose, file, catalogue);
    if (cues !== around) chosen = meaning(catalogue.choose(entries, cues));
    around = cues;
    return chosen;
  };
}

/** `LLC`, `Inc.`: nothing but what a name ends with. */
const isFormOfFirm = (entry: CatalogueEntry): boolean =>
  entry.kind === 'term' && /^(?:limited|inc|gesell)/i.test(entry.term.long);
const NAME_BEFORE = /[^.!?:] \p{Lu}[\p{L}\d&.]*,? $/u;

/** A formula beside a name says no other thing. */
const isFormula = (long: string): boolean => parseFormula(flat(long)).ok;

/** `NMC811` is sharper than a long form that leaves out the amounts. */
function speciesOfGrade(short: string, catalogue: Catalogue): string | undefined {
  if (!/^\p{Lu}{2,}[- ]?\d{2,}$/u.test(short)) return undefined;
  const [entry, another] = catalogue.entriesForShort(short);
  return entry?.kind === 'species' && !another ? entry.species.id : undefined;
}

/** Id of the species that a long form names or writes as a formula. */
function speciesCalled(long: string, catalogue: Catalogue): string | undefined {
  for (const entry of catalogue.entriesNamed(long)) {
    if (entry.kind === 'species') return entry.species.id;
  }
  const read = parseFormula(flat(long));
  return read.ok ? speciesOfFormula(read.formula, catalogue) : undefined;
}

/**
 * Id of the species that bears the short form under a name with all words of the long form: `NMC` for
 * lithium-nickel-manganese-cobalt, where the name goes on with “oxide”.
 */
function speciesAbbreviated(short: string, long: string, catalogue: Catalogue): string | undefined {
  const words = contentWords(long);
  if (words.length < 2) return undefined;
  const found = catalogue
    .entriesForShort(short)
    .flatMap((entry) => (entry.kind === 'species' ? [entry.species] : []))
    .filter(({ names }) => names.some(({ text }) => isSubset(words, contentWords(text))));
  return found.length === 1 ? found[0]!.id : undefined;
}

const contentWords = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).map((word) => (word === 'aluminum' ? 'aluminium' : word));

const isSubset = (words: readonly string[], of: readonly string[]): boolean => words.every((word) => of.includes(word));

/**
 * Id of the species with the composition and charge; undefined where isomers share them. `text` tells an element in an
 * oxidation state (`Cu(II)`), which is the ion, and the symbol of carbon, which says nothing of its form.
 */
export function speciesOfFormula(
  { composition, charge }: Formula,
  catalogue: Catalogue,
  text = '',
): string | undefined {
  if (text === 'C') return undefined;
  if (composition && isOrganic(composition) && namesGroup(text)) return speciesWritten(text, catalogue);
  const state = OXIDATION_STATE.exec(text)?.[1];
  const found = composition ? catalogue.byComposition(composition, state ? ROMAN.indexOf(state) : charge) : [];
  if (found.length === 0 && text !== '') return speciesWritten(text, catalogue);
  return found.length === 1 ? found[0]!.id : undefined;
}

/** Groups say which isomer is meant: `BuOH` has the atoms of diethyl ether. */
const isOrganic = (composition: Composition): boolean =>
  'C' in composition && Object.keys(composition).every((element) => 'CHNO'.includes(element));

/** Id of the species that a record names by this very formula: with variables (`SiOx`), or in a spelling that is wrong but known. */
function speciesWritten(text: string, catalogue: Catalogue): string | undefined {
  const [byFormula, another] = catalogue.byFormula(text);
  if (byFormula && !another) return byFormula.id;
  const named = catalogue.entriesNamed(text).find((entry) => entry.kind === 'species');
  return named?.kind === 'species' ? named.species.id : undefined;
}

const OXIDATION_STATE = /^[A-Z][a-z]?\((I{1,3}|IV|V|VI{0,2})\)$/;

/** The long form as the catalogue writes it: the first common name of a species, the term itself. */
export function longForm(entry: CatalogueEntry): string {
  return entry.kind === 'term' ? entry.term.long : shownName(entry.species)!;
}

/** Words of the block around a mention that the catalogue chooses by. */
export function cuesAround(
  at: Span,
  { parsed: { prose } }: Pick<FileCandidates, 'parsed'>,
  catalogue: Catalogue,
): ReadonlySet<string> {
  const block = prose.blockAt(at.start);
  return block ? catalogue.cuesIn(prose.text, block) : new Set();
}
