import { type ProseSpan, type Span, span } from '../../base/span';
import type { Catalogue, CatalogueEntry } from '../../knowledge/catalogue';
import { isBoundary } from '../../knowledge/folding';
import { isGermanElement } from '../../knowledge/germanNames';
import type { LexiconMatch } from '../../knowledge/lexicon';
import type { Species } from '../../knowledge/species';
import { PART_READING } from '../../text/partReading';
import type { Block, Prose } from '../../text/prose';
import { languageAround, languageOfBlock } from '../language';
import { namesSites } from './elementEvidence';
import { type Guard, guardAgainst, type Rejected, type Rejection } from './guard';

/** A species called by its name. */
export interface NameCandidate {
  readonly prose: ProseSpan;
  /** Id in the catalogue. */
  readonly species: string;
}

/** A short form that the catalogue knows, whatever the manuscript makes of it. */
export interface KnownAbbreviation {
  readonly prose: ProseSpan;
  /** As written, without a plural s. */
  readonly short: string;
  readonly plural: boolean;
  /** Every record that the short form may stand for. */
  readonly entries: readonly CatalogueEntry[];
}

export interface KnownWords {
  readonly names: readonly NameCandidate[];
  readonly abbreviations: readonly KnownAbbreviation[];
}

interface Found {
  readonly names: NameCandidate[];
  readonly abbreviations: KnownAbbreviation[];
  readonly rejected: Rejected[];
}

/**
 * What the catalogue knows in running text, in order, the longest where several begin at one place.
 *
 * Names of species count in any case, plural, with hyphens and line breaks inside. A name that needs context (`near`) counts
 * only where its block gives it. Terms of the field are read over, so that `lithium-ion battery` is not lithium.
 * Short forms count in their exact case.
 */
export const findKnownWords = (prose: Prose, catalogue: Catalogue): KnownWords => readKnownWords(prose, catalogue);

/** Names of species that stand for something else, each with the reason. */
export const rejectedNames = (prose: Prose, catalogue: Catalogue): readonly Rejected[] =>
  readKnownWords(prose, catalogue).rejected;

function readKnownWords(prose: Prose, catalogue: Catalogue): Found {
  const found: Found = { names: [], abbreviations: [], rejected: [] };
  for (const block of prose.blocks) {
    // People's names and references name no species.
    if (PART_READING[block.part].isOwn && block.kind !== 'author') findInBlock(prose, block, catalogue, found);
  }
  return found;
}

function findInBlock(
  prose: Prose,
  block: Block,
  catalogue: Catalogue,
  { names, abbreviations, rejected }: Found,
): void {
  const { text } = prose;
  const { lexicon } = catalogue;
  const { end } = block;
  let nameEnd = block.start;
  let shortEnd = block.start;
  for (let at = block.start; at < end; at++) {
    if (isBoundary(text, at, end)) continue;
    const name = at >= nameEnd ? lexicon.nameAt(text, at, end) : undefined;
    if (name) {
      nameEnd = name.end;
      const species = speciesNamed(prose, block, at, name, catalogue);
      if (species && 'rejection' in species) rejected.push({ prose: span(at, name.end), id: species.rejection.id });
      else if (species) names.push({ prose: span(at, name.end), species: species.id });
    }
    const short = at >= shortEnd ? lexicon.shortAt(text, at, end) : undefined;
    if (short) {
      shortEnd = short.end;
      if (text.slice(at, short.end).includes(']')) names.push(...bracketedIons(text, at, short));
      else if (SITE_OF_STRUCTURE.is({ prose, block, start: at, end: short.end }))
        rejected.push({ prose: span(at, short.end), id: SITE_OF_STRUCTURE.id });
      else if (prose.scriptAt(at) === 'normal' && prose.settingAt(at) !== 'math')
        abbreviations.push(known(text, at, short));
    }
    while (!isBoundary(text, at, end)) at++;
  }
}

/** The species that a name stands for at its place, if for any, or why for none. */
function speciesNamed(
  prose: Prose,
  block: Block,
  start: number,
  { end, plural, entries }: LexiconMatch,
  catalogue: Catalogue,
): Species | { readonly rejection: Rejection } | undefined {
  const { text } = prose;
  const rejection = guardAgainst(NAME_GUARDS, { prose, block, start, end });
  if (rejection) return entries.some(({ kind }) => kind === 'species') ? { rejection } : undefined;
  const entry = onlyOne(entries) ?? catalogue.choose(entries, catalogue.cuesIn(text, block));
  if (entry?.kind !== 'species') return undefined;
  if (!isElementalGas(entry.species)) return entry.species;
  const bound = guardAgainst(GAS_GUARDS, { text, start, end, plural });
  return bound ? { rejection: bound } : entry.species;
}

/** A name at its place. */
interface Named extends Span {
  readonly prose: Prose;
  readonly block: Block;
}

const SITE_OF_STRUCTURE: Guard<Named> = {
  id: 'a site of a structure',
  rejects: ['in ABO3 the «B–O bond» is', 'the B-site and its «B–O bond» are'],
  keeps: ['in LiBO2 the «B–O bond» is'],
  is: ({ prose: { text }, block, start, end }) =>
    /^[AB][-–]/.test(text.slice(start, end)) &&
    namesSites(text.slice(Math.max(block.start, start - 200), Math.min(block.end, end + 200))),
};

export const NAME_GUARDS: readonly Guard<Named>[] = [
  {
    id: 'symbol of mathematics or script beside it',
    rejects: ['the value $«tin»$ there'],
    keeps: ['the metal «tin» there'],
    // `t₊ in` is not tin.
    is: ({ prose, start, end }) =>
      /[sS]/.test(prose.scripts(span(start, end))) ||
      prose.settingAt(start) === 'math' ||
      prose.settingAt(end - 1) === 'math',
  },
  {
    id: 'part of a longer name',
    rejects: [
      'some «lithium» molybdate there',
      'some «sodium» hexafluorozirconate there',
      'a «lithium» iron germanate there',
      'some «titanium»(IV) tungstate there',
      'aus «Lithium»-Wolfram-Phosphat und der Folie',
    ],
    keeps: ['some «lithium» there', 'the «titanium»(IV) there'],
    is: ({ prose: { text }, block, start, end }) => isPartOfLongerName(text, block, start, end),
  },
  {
    id: 'part of a firm',
    rejects: ['bought from Rockwood «Lithium» there'],
    keeps: ['bought as «lithium» there', 'von der Probe «Lithium» ist'],
    is: ({ prose, block, start, end }) =>
      isPartOfFirm(prose.text, block, start, end) && languageOfBlock(prose, block) !== 'de',
  },
  {
    id: 'a word that names an element in German only',
    rejects: ['seen with the «Titan» microscope of', 'the work of «Eisen» and others'],
    keeps: ['die Folie ist aus «Titan» und Stahl', 'das Blech aus «Kupfer» und'],
    is: ({ prose, block, start, end }) =>
      isGermanElement(prose.text.slice(start, end)) && languageAround(prose, block) !== 'de',
  },
  SITE_OF_STRUCTURE,
];

/** The name of a gas of two atoms, and whether it is in the plural. */
interface GasNamed extends Span {
  readonly text: string;
  readonly plural: boolean;
}

export const GAS_GUARDS: readonly Guard<GasNamed>[] = [
  {
    id: 'atoms of a molecule',
    rejects: ['the two «hydrogens» there'],
    keeps: ['some «hydrogen» there'],
    is: ({ plural }) => plural,
  },
  {
    id: 'element in a solid or a bond',
    rejects: ['a «hydrogen» bond there', 'a lattice «hydrogen» there'],
    keeps: ['a «hydrogen» flow there'],
    is: ({ text, start, end }) => isBoundElement(text, start, end),
  },
];

const known = (text: string, start: number, { end, plural, entries }: LexiconMatch): KnownAbbreviation => ({
  prose: span(start, end),
  short: text.slice(start, plural ? end - 1 : end),
  plural,
  entries,
});

/** `[EMIM][BF4]`: a name like a formula, which needs no definition. The match is what is inside the outer brackets. */
function bracketedIons(text: string, start: number, { end, entries }: LexiconMatch): NameCandidate[] {
  const entry = onlyOne(entries);
  const isPair = text.slice(start, end).includes('[');
  if (entry?.kind !== 'species' || text[start - 1] !== '[' || (isPair && text[end] !== ']')) return [];
  return [{ prose: span(start - 1, isPair ? end + 1 : end), species: entry.species.id }];
}

/** The entry that needs no context to be chosen. */
const onlyOne = (entries: readonly CatalogueEntry[]): CatalogueEntry | undefined =>
  entries.length === 1 && entries[0]!.name.near === undefined ? entries[0] : undefined;

const IDES = 'ox|fluor|chlor|brom|iod|sulf|sulph|nitr|hydr|phosph|carb|selen|tellur|silic|bor|az|cyan|stib|arsen';
const ATES =
  'phosph|bor|sulf|sulph|sulfon|nitr|carbon|chlor|silic|titan|niob|zircon|acet|oxal|cyan|alumin|mangan|cobalt|ferr|vanad|tungst|' +
  'molybd|stear|citr|benzo|acryl|tantal|stann|german';
/**
 * Ends of words that go on with the name before them: `lithium` of `lithium molybdate` is not lithium, nor that of
 * `Lithium-Titan-Phosphat`.
 */
const ANION = new RegExp(
  `(?:${IDES})id(?:es?|s)?$|(?:im|am)ides?$|(?:${ATES})at(?:es?|s)?$|(?:fl|form)ates?$|(?:sulf|sulph|nitr|phosph)it(?:es?|s)?$|^acids?$|^(?:tri)?imides?$`,
);
/** Beginnings of the anion's name: `lithium bis(…)`, `sodium hexafluoro…`. */
const MULTIPLE = /^(?:bis|tris|tetrakis)$|^(?:di|tri|tetra|penta|hexa|per)(?:fluoro|chloro|cyano|iodo|bromo)/;
/** Metals that are between the cation and the anion: `lithium iron phosphate`. */
const METAL =
  /^(?:iron|cobalt|nickel|manganese|titanium|vanadium|aluminum|aluminium|zinc|copper|lanthanum|zirconium|germanium|tin|tantalum|niobium|indium|yttrium|phosphorus|metal|hydrogen|vanadyl)$/;
const isMetal = (word: string): boolean => METAL.test(word.toLowerCase()) || isGermanElement(word);
/** Words before an anion that make a salt of it: `sodium superoxide`, `Mg hydroxide`. */
const CATION = /ium$|^(?:Li|Na|K|Mg|Ca|Al|Zn|Cu|Fe|Co|Ni|Mn|Ti|V|Zr|La|Sn|Pb|Cs|Ag|Cr|Nb|Ta|Mo|M|TM)$/;
/** Parts of names before a hyphen or bracket that belong to the name after it, as in `poly(…`; `nano-` and `FEC (` do not. */
const PREFIX = /(?:yl|oxy|fluoro|chloro|bromo|cyano|nitro|oxo|amino|di|tri|tetra|bis|poly|iso|^[a-z]|^[0-9]+)$/i;

function isPartOfLongerName(text: string, block: Span, start: number, end: number): boolean {
  const before = start > block.start ? text[start - 1] : undefined;
  if (before === '-' || before === '(' || before === ' ') {
    const word = wordBefore(text, block.start, start - 1);
    if (before !== ' ' && PREFIX.test(word)) return true;
    if (before !== '(' && (CATION.test(word) || isMetal(word)) && ANION.test(wordBefore(text, start, end))) return true;
  }
  const state = OXIDATION_STATE.exec(text.slice(end, end + 6))?.[0].length ?? 0;
  const next = wordsAfter(text, end + state, block.end, 3);
  if (next.length === 0) return false;
  if (ANION.test(next[0]!) || MULTIPLE.test(next[0]!)) return true;
  return isMetal(next[0]!) && next.slice(1).some((word) => ANION.test(word));
}

/** `titanium(IV) oxide` */
const OXIDATION_STATE = /^ ?\((?:I{1,3}|IV|VI{0,3})\)/;

/** `Rockwood Lithium` in running text; headings and titles capitalise their words anyway, and German its nouns. */
const isPartOfFirm = (text: string, { kind, start: from }: Block, start: number, end: number): boolean =>
  kind === 'paragraph' &&
  /^\p{Lu}\p{Ll}+$/u.test(text.slice(start, end)) &&
  /[\p{Ll},] \p{Lu}\p{Ll}{2,} $/u.test(text.slice(Math.max(from, start - 30), start));

/** O2, N2, H2, F2 */
const isElementalGas = ({ class: of, formula }: Species): boolean =>
  of === 'gas' && /^[A-Z][a-z]?2$/.test(formula ?? '');

/** The element in a solid or a bond, not the gas: `oxygen framework`, `nitrogen-doped`, `hydrogen bond`, `lattice oxygen`. */
function isBoundElement(text: string, start: number, end: number): boolean {
  return (
    BOUND.test(text.slice(end, end + 24)) ||
    /(?:at\.? ?%|lattice|bridging|surface|terminal|each|neighbou?ring|non-equivalent) $/i.test(
      text.slice(Math.max(0, start - 20), start),
    )
  );
}

const BOUND =
  /^[-‐– ](?:atom|ion|anion|cation|sub-?lattice|lattice|frame|redox|vacanc|defect|site|layer|environment|coordinat|octahedr|tetrahedr|oxidation|stability|pair|dimer|hole|bond|stacking|termina|dop|rich|content|species|functional|neighbou?r|orbital|p[- ]|2p)/;

function wordBefore(text: string, from: number, end: number): string {
  let start = end;
  while (start > from && end - start < 24 && !isBoundary(text, start - 1, end)) start--;
  return text.slice(start, end);
}

/** Lower-case words that follow, each after one space or hyphen. */
function wordsAfter(text: string, from: number, limit: number, count: number): string[] {
  const words: string[] = [];
  let at = from;
  while (words.length < count && (text[at] === ' ' || text[at] === '-')) {
    const start = at + 1;
    at = start;
    while (at < limit && !isBoundary(text, at, limit)) at++;
    if (at === start) break;
    words.push(text.slice(start, at).toLowerCase());
  }
  return words;
}
