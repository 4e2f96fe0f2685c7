import { type Span, span } from '../../base/span';
import type { Catalogue } from '../../knowledge/catalogue';
import type { AbbreviationIndex } from '../abbreviationIndex';
import { isCarrier } from '../carriers';
import type { FileAnalysis } from '../fileAnalysis';
import type { Manuscript } from '../manuscript';
import { type Mention, speciesOf } from '../mention';

/** What a value of a sentence may belong to. */
export interface Subject {
  /** In the prose; of `the former`, the pronoun. */
  readonly at: Span;
  /** The cell or material, as written; undefined for a pronoun whose meaning is not clear. */
  readonly name?: string;
  /** Only compared with: `than NaFePO4`. */
  readonly isCompared: boolean;
}

/** Cells of the sentence, else its materials and samples, and pronouns for them, in order; `before` gives the names of the sentence before. */
export function subjectsIn(
  file: FileAnalysis,
  sentence: Span,
  { catalogue, abbreviations }: Manuscript,
  before: () => readonly string[],
): Subject[] {
  const { text } = file.parsed.prose;
  const mentions = file.mentionsIn(sentence);
  const cells = mentions.filter(({ kind }) => kind === 'cell');
  const materials = mentions.filter((mention) => isMaterial(mention, text, catalogue)).map(({ prose }) => prose);
  const known = mentions.filter((mention) => mention.kind !== 'abbreviation' || mention.species !== undefined);
  const isTaken = (at: Span) => known.some(({ prose }) => isPartOf(at, prose));
  const isSample = (at: Span) => isSampleAt(text, at, catalogue) && !isDefinedOtherwise(text, at, abbreviations);
  const codes = codesIn(text, sentence).filter(
    (at) => materials.some((of) => isPartOf(of, at)) || (!isTaken(at) && isSample(at)),
  );
  const named =
    cells.length > 0
      ? cells.map(({ prose }) => prose)
      : [...codes, ...materials.filter((of) => !codes.some((at) => isPartOf(of, at)))].filter(
          // `FeSe2@C NBs`: the noun of the name before.
          (at, _, all) => isJoined(text.slice(at.start, at.end)) || !all.some(({ end }) => end + 1 === at.start),
        );
  const subjects = named.map((at): Subject => {
    const whole = withPhase(text, at);
    return { at: whole, name: text.slice(whole.start, whole.end), isCompared: isCompared(text, sentence, whole) };
  });
  const all: Subject[] = [];
  for (const subject of subjects.sort(byPlace))
    all.push(isListedAfterCompared(text, all.at(-1), subject) ? { ...subject, isCompared: true } : subject);
  return withPronouns(text, sentence, all, before).sort(byPlace);
}

/** The second of a list that is compared with: `than NiS and CoS`. After a comma the sentence may go on with its subject. */
function isListedAfterCompared(text: string, previous: Subject | undefined, { at }: Subject): boolean {
  if (!previous?.isCompared) return false;
  const between = text.slice(previous.at.end, at.start);
  return LIST.test(between) && !between.startsWith(', ');
}

/** Between two names of a list; a hyphen is that of a word that comes last: `LiFePO4-, LiCoO2- and graphite-based cells`. */
export const LIST =
  /^(?:[-‐–]| (?:electrodes?|cathodes?|anodes?|cells?))?(?:,? and |,? or |, | & )(?:(?:of|that of|those of|for|the) )*$/;

const byPlace = (a: Subject, b: Subject): number => a.at.start - b.at.start;
const isPartOf = (part: Span, whole: Span): boolean => whole.start <= part.start && part.end <= whole.end;

/** `The former gives more than the latter`, of the last two names before. */
function withPronouns(
  text: string,
  sentence: Span,
  subjects: readonly Subject[],
  before: () => readonly string[],
): Subject[] {
  const pronouns = [...text.slice(sentence.start, sentence.end).matchAll(/\bthe (former|latter)\b/gi)].map(
    ({ 0: words, 1: which, index }): Subject => {
      const at = span(sentence.start + index, sentence.start + index + words.length);
      const here = subjects.flatMap(({ at: { end }, name }) => (end <= at.start && name !== undefined ? [name] : []));
      const [former, latter] = (here.length > 1 ? here : before()).slice(-2);
      const name = latter === undefined ? undefined : /^f/i.test(which!) ? former : latter;
      return { at, ...(name !== undefined && { name }), isCompared: isCompared(text, sentence, at) };
    },
  );
  return [...subjects, ...pronouns];
}

const isCompared = (text: string, { start }: Span, at: Span): boolean =>
  IS_COMPARED.test(text.slice(Math.max(start, at.start - LONGEST_COMPARISON), at.start));

/** What follows is not what the sentence is about: `more than NaFePO4`, `unlike LiFePO4`, `compared with bare LiCoO2`. */
const IS_COMPARED =
  /\b(?:than|unlike|rather than|instead of|in contrast (?:to|with)|contrary to|compared (?:to|with)|in comparison (?:to|with)|relative to|as opposed to|as (?:much|high|low|long|many) as|(?:higher|lower) (?:to|than)|superior to|inferior to|similar to|close to|surpass(?:es|ed|ing)|exceed(?:s|ed|ing)?|outperform(?:s|ed|ing)?)(?: (?:that|those|the|a|an|its|of|for|in|with|cells?|bare|pristine|pure|commercial|uncoated|undoped|unmodified|conventional|\p{L}+-free))* $/iu;

/** Characters from the word that compares to what is compared with. */
const LONGEST_COMPARISON = 80;

/** `β-Li3PS4` */
const withPhase = (text: string, { start, end }: Span): Span =>
  span(/(?:^|[^\p{L}])[α-ω][-‐–]$/u.test(text.slice(Math.max(0, start - 3), start)) ? start - 2 : start, end);

function isMaterial(mention: Mention, text: string, catalogue: Catalogue): boolean {
  if (mention.kind === 'quantity' || mention.kind === 'citation' || mention.kind === 'cell') return false;
  if (IS_REFERENCE.test(text.slice(Math.max(0, mention.prose.start - 9), mention.prose.start))) return false;
  // Of a kind of battery: `Li-ion`, `Si–H2`.
  if (KIND_OF_BATTERY.test(text.slice(mention.prose.end, mention.prose.end + 24))) return false;
  const species = catalogue.byId(speciesOf(mention) ?? '');
  if (species) return MATERIALS.has(species.class) && !isCarrier(species.id, text, mention.prose);
  if (mention.kind !== 'formula') return false;
  const { composition } = mention.formula;
  return composition
    ? isOfTheWork(Object.keys(composition))
    : isSampleCode(text.slice(mention.prose.start, mention.prose.end), catalogue);
}

/** An unknown formula, of several metals or of a metal and another element: `MoSe2`. */
const isOfTheWork = (elements: readonly string[]): boolean =>
  !elements.every((e) => IN_MOLECULES.has(e)) &&
  (elements.length > 2 || (elements.length === 2 && !elements.some((e) => ALKALI.has(e))));

const ALKALI: ReadonlySet<string> = new Set(['Li', 'Na', 'K', 'Rb', 'Cs']);
const IN_MOLECULES: ReadonlySet<string> = new Set('H B C N O F P S Cl Se Br I'.split(' '));

const IS_REFERENCE = /\b(?:vs\.?|versus|against) $/;
const KIND_OF_BATTERY = /^[-–‐](?:(?:ion|air)\b|\p{Lu}\w* (?:gas )?(?:batter|cell))/u;

const MATERIALS: ReadonlySet<string> = new Set([
  'positive-electrode',
  'negative-electrode',
  'solid-electrolyte',
  'polymer',
]);

/** Words of short parts in capitals and digits, which may be codes of samples: `HC-700`, `S@Fe2O3-Y`, `NFM`. */
function codesIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(CODE)].flatMap(({ 0: code, index }) => {
    const at = span(start + index, start + index + code.length);
    const isLabel = IS_LABEL.test(text.slice(Math.max(0, at.start - 12), at.start));
    return isLabel || IS_REFERENCE.test(text.slice(Math.max(0, at.start - 9), at.start)) ? [] : at;
  });
}

const CODE = (() => {
  // No ordinary word: at most three small letters in a row.
  const part = String.raw`(?=[\p{Ll}]*[\p{Lu}\d])(?:[\p{Lu}\d]|\p{Ll}{1,3}(?!\p{Ll})|\([\p{L}\d]{1,8}\)|\.(?=\d)){1,24}`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}@/.–-])(?:\p{Ll}-)?(?=\p{Lu})${part}(?:[@/–-]${part})*(?![\p{L}\p{N}@+/]|[–-]\p{L})`,
    'gu',
  );
})();

/** `Figure S12`, `Table S1` */
const IS_LABEL =
  /\b(?:Figs?\.?|Figures?|Tables?|Eqs?\.?|Schemes?|Notes?|Movies?|Sections?|Refs?\.?|phases?|type) \(?$/i;

const isSampleAt = (text: string, at: Span, catalogue: Catalogue): boolean => {
  const code = text.slice(at.start, at.end);
  const isCell = /^ cells?\b/.test(text.slice(at.end, at.end + 7));
  if (!isSampleCode(code, catalogue, isCell)) return false;
  if (IS_INSTRUMENT.test(text.slice(Math.max(0, at.start - 48), at.start)) || isTorn(text, at)) return false;
  return isJoined(code) || (!/\p{Lu}s$/u.test(code) && isBearer(text, at));
};

/** `NH 4 I`, `LMZ 0.015 FP`: a piece of a name whose indices stand apart. */
const isTorn = (text: string, { start, end }: Span): boolean =>
  /^ \d{1,2}(?:\.\d+)? ?(?:(?!(?:[AW]h?|[CKMSV]|Hz)\b)\p{Lu}|[-‐–−]\p{L})/u.test(text.slice(end, end + 12)) ||
  /\p{Lu}\p{Ll}? \d{1,2}(?:\.\d+)? $/u.test(text.slice(Math.max(0, start - 12), start));

/** `battery testing system (LAND CT2001A`, `electrochemical workstation, CHI 660` */
const IS_INSTRUMENT =
  /(?:systems?|stations?|stats?|cyclers?|testers?|instruments?|analy[sz]ers?|scopes?|meters?|equipment|machine|model|series) ?[([,]?[\w ,–-]{0,20}$/i;

/** Not a term, a liquid or a salt (but of cells that are called after it), nor a bond, a rate, a stacking of layers or the format of a cell. */
function isSampleCode(code: string, catalogue: Catalogue, isCell = false): boolean {
  if (NO_CODE.test(code) || (code.match(/[\p{Lu}\d]/gu)?.length ?? 0) < 2) return false;
  const entries = [code, ...code.split(/[@/–-]/)].flatMap((part) => catalogue.entriesForShort(part));
  return !entries.some((entry) => entry.kind === 'term' || (!isCell && LIQUIDS.has(entry.species.class)));
}

/** Elements that are bound or mixed (`C–O–Na`, `H2/Ar`), ratios of bands (`ID/IG`). */
const NO_CODE = /^(?:[A-Z][a-z]?\d?(?:[/–-][A-Z][a-z]?\d?)*|.*[/]\d.*|I[A-Z]\/I[A-Z]|C\/\d+|[OPT]\d|(?:CR|R)?-?\d{4})$/;
const LIQUIDS: ReadonlySet<string> = new Set(['solvent', 'additive', 'salt']);

const isDefinedOtherwise = (text: string, at: Span, abbreviations: AbbreviationIndex): boolean => {
  const long = abbreviations.expansion(text.slice(at.start, at.end))?.definition.long;
  return long !== undefined && NO_SAMPLE.test(long);
};

/** What a short form is that no sample has as its name. */
const NO_SAMPLE =
  /efficienc|capacit|voltage|potential|\brates?\b|ratio|resistance|impedance|scop|diffract|metr|titration|analys|theor|interphase|interface|state of|depth|batter|temperature|electrolyte|densit|energ|process|method|calculation|dynamics|hysteresis|\barea|window|region|layer|reaction/i;

/** `HC-700`, `Ag@Cu`: nothing but a name has such parts. */
const isJoined = (code: string): boolean => /[@/–-]/.test(code);

/** A plain code is a name where something is said of it: `NFM gives`, `that of NFM`, `NFM (68 mAh g⁻¹)`, `the NFM electrode`. */
const isBearer = (text: string, { start, end }: Span): boolean =>
  DOES.test(text.slice(end, end + 40)) || IS_SAID_OF.test(text.slice(Math.max(0, start - 24), start));

const DOES =
  /^(?: (?:electrodes?|cathodes?|anodes?|cells?|full cells?|half cells?|batter(?:y|ies)|samples?|electrolytes?|separators?|membranes?)\b| (?:with )?\(?[~≈∼]?\d| (?:(?:can|could|still|only|also|even) )*(?:deliver|give|gave|keep|kept|retain|maintain|reach|provid|yield|hold|held|start|attain|fades?\b|fell\b|falls?\b|has\b|had\b|have\b|shows?\b|exhibits?\b))/;
const IS_SAID_OF = /\b(?:that|those|capacit(?:y|ies)|retentions?|efficienc(?:y|ies)|ICEs?|CEs?) of (?:the )?$|\bthan $/;
