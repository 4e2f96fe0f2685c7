import { groupBy } from '../../base/groupBy';
import { flat } from '../../base/script';
import { isWordCode } from '../../base/words';
import { molarMass } from '../../chemistry/composition';
import { parseFormula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import { typesetFormula } from '../../chemistry/typeset';
import type { SpeciesName } from '../../knowledge/beginnings';
import { compositionOf } from '../../knowledge/figures';
import { type Species, shownName } from '../../knowledge/species';
import type { Manuscript } from '../../manuscript/manuscript';
import { speciesOf } from '../../manuscript/mention';
import { formulaAsSet, formulaMarkup } from '../../rules/editing/formulaMarkup';
import { startsSentence } from '../../rules/editing/neighbours';
import { capitalised } from '../../rules/editing/spelling';
import { FORMATS } from '../../text';
import { PART_READING } from '../../text/partReading';
import type { ManuscriptContext } from '../../workspace/workspace';
import type { Suggestion } from './completion';
import type { TypedWords } from './typedWords';

/** So much of a formula or short form, and of a name, must be typed. */
const ENOUGH = { formula: 3, short: 3, name: 5 } as const;

const MOST_SPECIES = 8;

/**
 * Species of which a name, a formula or a short form begins with the words before the caret: their formulas, set as the
 * manuscript sets its others, and their names. Nothing where what is typed may be meant as it is.
 */
export function suggestSpecies({ file, manuscript }: ManuscriptContext, words: TypedWords): Suggestion[] {
  const { prose } = file.parsed;
  const { caret, starts, replacing } = words;
  const block = prose.blockAt(caret - 1);
  if (!block || block.kind === 'author' || !PART_READING[block.part].isRunning) return [];
  if (isWordCode(prose.text.charCodeAt(caret))) return [];
  // The most words that begin a name: what ends with `carbonate` is less meant than what begins with `ethylene carb`.
  for (const start of [...starts].reverse()) {
    const typed = prose.text.slice(start, caret);
    if (!BEFORE_NAME.test(prose.text.slice(Math.max(block.start, start - 2), start))) continue;
    const found = namesBeginning(typed, manuscript);
    const replace = found.length > 0 ? replacing(start) : undefined;
    if (!replace || isComplete(typed, found, manuscript)) continue;
    const markup = formulaMarkup(manuscript);
    return ranked(found, typed, manuscript)
      .slice(0, MOST_SPECIES)
      .flatMap(({ species, written }) =>
        written.map(({ text, kind }): Suggestion => {
          const isFormula = kind === 'formula';
          const plain = !isFormula && startsSentence(prose, start) ? capitalised(text).text : text;
          const other = isFormula ? (shownName(species) ?? species.id) : typesetFormula(species.formula ?? '');
          return {
            kind: 'species',
            label: isFormula ? typesetFormula(text) : text,
            detail: other === text ? '' : other,
            replace,
            newText: isFormula ? formulaAsSet(text, file.parsed, markup) : FORMATS[file.parsed.format].escape(plain),
            filterText: typed + text.slice(typed.length),
            species: species.id,
          };
        }),
      );
  }
  return [];
}

/** A name is free of hyphens, bars and slashes: they make it a part of a compound or a cell. */
const BEFORE_NAME = /(?:^|[\s“„«"‘]|(?:^|\s)[([])$/;

/** Without kinds of substances, whose names are ordinary words: “solvent”. */
const namesBeginning = (typed: string, { catalogue }: Manuscript): readonly SpeciesName[] =>
  typed.length < ENOUGH.formula
    ? []
    : catalogue
        .speciesBeginning(typed)
        .filter(({ species, kind }) => species.class !== 'generic' && typed.length >= ENOUGH[kind]);

/** True for a whole name, short form or formula, and for words that can be meant by themselves. */
const isComplete = (typed: string, found: readonly SpeciesName[], manuscript: Manuscript): boolean =>
  manuscript.catalogue.entriesNamed(typed).length > 0 ||
  manuscript.catalogue.byFormula(typed).length > 0 ||
  isCompound(typed) ||
  found.some(({ text, kind }) => kind === 'name' && isWholeWord(typed, text)) ||
  isWordOf(typed, manuscript);

/** `solid` of “solid electrolyte”. */
const isWholeWord = (typed: string, name: string): boolean =>
  beginsWith(name, typed) && !isWordCode(name.charCodeAt(typed.length));

/** `MnO`: a formula whose charges balance, so that it need not go on. */
function isCompound(typed: string): boolean {
  const read = parseFormula(flat(typed));
  return read.ok && read.formula.composition !== null && chargeBalance(read.formula.composition)?.balanced === true;
}

/** True for a word that the manuscript writes elsewhere, too. */
function isWordOf(typed: string, { files }: Manuscript): boolean {
  if (/[\s\d-]/.test(typed)) return false;
  let found = 0;
  for (const { parsed } of files) {
    const { text } = parsed.prose;
    for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + typed.length)) {
      const isWord = !isWordCode(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(at + typed.length));
      // The first is what is being typed.
      if (isWord && ++found > 1) return true;
    }
  }
  return false;
}

interface Candidate {
  readonly species: Species;
  /** How it can be written here, the likeliest first. */
  readonly written: readonly Pick<SpeciesName, 'text' | 'kind'>[];
}

/** Those that the manuscript speaks of first, then those of which most is known. */
function ranked(found: readonly SpeciesName[], typed: string, manuscript: Manuscript): Candidate[] {
  const mentioned = new Map<string, number>();
  for (const mention of manuscript.mentions) {
    const id = speciesOf(mention);
    if (id !== undefined) mentioned.set(id, (mentioned.get(id) ?? 0) + 1);
  }
  const bySpecies = groupBy(found, ({ species }) => species);
  const weight = ({ id, properties = [], roles = [] }: Species) =>
    1000 * (mentioned.get(id) ?? 0) + properties.length + roles.length;
  return [...bySpecies]
    .sort(([a], [b]) => weight(b) - weight(a))
    .map(([species, names]) => ({ species, written: waysToWrite(likeliest(names, typed)) }));
}

/** One that begins just as it was typed; of several, the first of the record. */
function likeliest(names: readonly SpeciesName[], typed: string): SpeciesName {
  const rank = ({ species, text }: SpeciesName) =>
    species.names.findIndex((name) => name.text === text) + (beginsWith(text, typed) ? 0 : species.names.length);
  return names.reduce((best, name) => (rank(name) < rank(best) ? name : best));
}

/** Without regard to capitals. */
const beginsWith = (text: string, typed: string): boolean => text.toLowerCase().startsWith(typed.toLowerCase());

/** Who types a name may want the formula; who types a short form wants that first. */
function waysToWrite({ species, text, kind }: SpeciesName): Candidate['written'] {
  const formula = { text: species.formula ?? '', kind: 'formula' as const };
  if (kind === 'formula') return [formula];
  if (!isWrittenAsFormula(species)) return [{ text, kind }];
  return kind === 'short' ? [{ text, kind }, formula] : [formula, { text, kind }];
}

/** Inorganic compounds are; ethylene carbonate is not written C3H4O3, nor graphite C. */
function isWrittenAsFormula(species: Species): boolean {
  const composition = compositionOf(species);
  const elements = Object.keys(composition ?? {});
  if (elements.length < 2 || !composition || molarMass(composition) === undefined) return false;
  return !elements.includes('C') || !(elements.includes('H') || elements.includes('F'));
}
