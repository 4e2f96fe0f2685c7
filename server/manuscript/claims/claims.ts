import { type ProseSpan, type SourceSpan, type Span, span } from '../../base/span';
import type { Catalogue } from '../../knowledge/catalogue';
import type { Prose } from '../../text/prose';
import type { FileAnalysis } from '../fileAnalysis';
import type { Manuscript } from '../manuscript';
import { type CellMention, type Mention, type QuantityMention, speciesOf } from '../mention';
import { sentenceAt } from '../sentence';
import { type ClaimProperty, propertyOf } from './property';

/** One performance statement: a property with its value, and what it belongs to. */
export interface Claim {
  readonly property: ClaimProperty;
  readonly value: number | readonly [number, number];
  /** UCUM; `1` for a number without unit. */
  readonly unit: string;
  readonly relation?: QuantityMention['relation'];
  /** The cell or material, as written. */
  readonly subject?: string;
  /** `high`: the subject stands in the sentence and the property is named or fixed by its unit; `low`: no subject was found. */
  readonly confidence: 'high' | 'medium' | 'low';
  /** The cycles that the value refers to: the only number of cycles in the sentence, or the one that follows in its clause. */
  readonly cycles?: number;
  readonly uri: string;
  /** In the prose of that file. */
  readonly prose: ProseSpan;
  readonly source: SourceSpan;
  readonly line: number;
  readonly part: string;
  readonly sentence: string;
}

/** Performance statements of all files, in reading order; none from cited works, tables of contents and back matter. */
export const claimsOf = (manuscript: Manuscript): Claim[] =>
  manuscript.files.flatMap(({ uri }) => claimsIn(manuscript.analysis(uri)!, manuscript.catalogue));

function claimsIn(file: FileAnalysis, catalogue: Catalogue): Claim[] {
  const { prose } = file.parsed;
  const claims: Claim[] = [];
  let lastSubject: { name: string; block: number } | undefined;
  for (const sentence of sentencesWithQuantities(file)) {
    const mentions = file.mentionsIn(sentence);
    const quantities = mentions.filter((m) => m.kind === 'quantity');
    const cycles = quantities.filter(({ unit }) => unit === '{cycle}');
    const block = prose.blockAt(sentence.start)!;
    const properties = propertiesOf(quantities, prose, sentence);
    const sample = sampleIn(prose.text, sentence);
    for (const [i, quantity] of quantities.entries()) {
      const property = properties[i];
      if (!property) continue;
      const here = subjectOf(file, sentence, mentions, quantity.prose, catalogue) ?? sample;
      const previous = lastSubject?.block === block.start ? lastSubject.name : undefined;
      const name = here === undefined ? previous : prose.slice(here);
      if (here !== undefined) lastSubject = { name: name!, block: block.start };
      const count = cyclesOf(quantity, cycles, prose.text);
      for (const value of valuesOf(quantity, prose.text))
        claims.push({
          property,
          value,
          unit: quantity.unit,
          ...(quantity.relation && { relation: quantity.relation }),
          ...(name !== undefined && { subject: name }),
          confidence: here !== undefined ? 'high' : name !== undefined ? 'medium' : 'low',
          ...(count !== undefined && { cycles: count }),
          uri: file.uri,
          prose: quantity.prose,
          source: quantity.source,
          line: prose.lineOf(quantity.source.start),
          part: block.part,
          sentence: prose.slice(sentence),
        });
    }
  }
  return [...claims, ...transferenceNumbers(file)].sort((a, b) => a.prose.start - b.prose.start);
}

/** A change is two statements, before and after: `rises from 140 to 185 mAh g⁻¹`. */
function valuesOf({ value, unit, prose }: QuantityMention, text: string): readonly Claim['value'][] {
  if (typeof value === 'number' || unit === 'V') return [value];
  const written = text.slice(prose.start, prose.end);
  const isChange = / to /.test(written) && CHANGES_FROM.test(text.slice(Math.max(0, prose.start - 60), prose.start));
  if (!isChange) return [value];
  const [first = ''] = /^[\d.]+/.exec(written) ?? [];
  return Number(first) === value[1] ? [value[1], value[0]] : value;
}

const CHANGES_FROM =
  /\b(?:ris\w+|rose|rais\w+|increas\w+|grow\w*|grew|improv\w+|enhanc\w+|fall\w*|fell|drop\w*|decreas\w+|declin\w+|decay\w*|fad\w+|reduc\w+|lower\w*|goes|went|chang\w+)\b[^.;]{0,40}\bfrom $/i;

/** `98% after 100 cycles and 70% after 1000 cycles`; nothing of `98% and 70% after 100 and 1000 cycles`. */
function cyclesOf(quantity: QuantityMention, cycles: readonly QuantityMention[], text: string): number | undefined {
  if (cycles.includes(quantity)) return undefined;
  const at = cycles.length === 1 ? 0 : cycles.findIndex(({ prose }) => prose.start >= quantity.prose.end);
  const [next, second] = cycles.slice(at);
  if (at < 0 || typeof next?.value !== 'number') return undefined;
  if (cycles.length === 1) return next.value;
  const isListed = second && IN_LIST.test(text.slice(next.prose.end, second.prose.start));
  const follows = IN_CLAUSE.test(text.slice(quantity.prose.end, next.prose.start));
  return follows && !isListed ? next.value : undefined;
}

const IN_CLAUSE =
  /^(?:(?!\b(?:and|or|but|while|whereas|than|to)\b)[^,;:()])*\b(?:after|over|for|within|through)(?: the first)? ?[~≈∼]?$/;

/** The property of each quantity of a sentence; undefined for what claims nothing. */
function propertiesOf(
  quantities: readonly QuantityMention[],
  prose: Prose,
  sentence: Span,
): readonly (ClaimProperty | undefined)[] {
  const properties: (ClaimProperty | undefined)[] = quantities.map((quantity) => {
    const before = prose.text.slice(sentence.start, quantity.prose.start);
    return propertyOf(quantity, before, prose.text.slice(quantity.prose.end, sentence.end));
  });
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [quantity, next] = [quantities[i]!, quantities[i + 1]!];
    const between = prose.text.slice(quantity.prose.end, next.prose.start);
    if (quantity.unit === next.unit && IN_LIST.test(between)) properties[i] ??= properties[i + 1];
    // `1C = 170 mA g⁻¹` says what a rate means.
    if (quantity.unit === '{C-rate}' && quantity.value === 1 && IS.test(between)) {
      properties[i] = undefined;
      properties[i + 1] = undefined;
    }
  }
  return properties;
}

const IN_LIST = /^(?:,|,? and|,? or) $/;
const IS = /^ ?(?:=|≙|≈|≡|equals|corresponds to) ?$/;

function sentencesWithQuantities(file: FileAnalysis): Span[] {
  const { prose } = file.parsed;
  const sentences: Span[] = [];
  for (const mention of file.mentions) {
    const isNumber = mention.kind === 'quantity';
    if (!isNumber || mention.prose.start < (sentences.at(-1)?.end ?? 0)) continue;
    const block = prose.blockAt(mention.prose.start);
    if (block && PARTS.has(block.part) && KINDS.has(block.kind)) sentences.push(sentenceAt(prose, mention.prose));
  }
  return sentences;
}

const PARTS: ReadonlySet<string> = new Set(['abstract', 'body', 'supporting-information']);
const KINDS: ReadonlySet<string> = new Set(['paragraph', 'list-item', 'caption', 'title']);

/**
 * The cell or electrode that a quantity is said to be of (`the 260 mV of V2O5`); else the one of the sentence that stands before the
 * quantity, nearest to it, else the first after it, none of them one that is only compared with.
 */
function subjectOf(
  file: FileAnalysis,
  sentence: Span,
  mentions: readonly Mention[],
  at: Span,
  catalogue: Catalogue,
): Span | undefined {
  const { text } = file.parsed.prose;
  const cells = mentions.filter((m): m is CellMention => m.kind === 'cell');
  const found = cells.length > 0 ? cells : mentions.filter((mention) => isMaterial(mention, text, catalogue));
  const owner = found.find(({ prose }) => prose.start >= at.end && IS_OF.test(text.slice(at.end, prose.start)));
  if (owner) return withPhase(text, owner.prose);
  const own = found.filter(
    ({ prose }) =>
      !IS_COMPARED.test(text.slice(Math.max(sentence.start, prose.start - LONGEST_COMPARISON), prose.start)),
  );
  const subject =
    own.filter(({ prose }) => prose.end <= at.start).at(-1) ?? own.find(({ prose }) => prose.start >= at.end);
  return subject && withPhase(text, subject.prose);
}

/** ` of `, ` for the ` right after a quantity. */
const IS_OF = /^ (?:of|for) (?:the |a |an |bare |pristine |pure |commercial )*$/;

/** What follows is not what the sentence is about: `more than NaFePO4`, `unlike LiFePO4`, `compared with bare LiCoO2`. */
const IS_COMPARED =
  /\b(?:than|unlike|rather than|instead of|in contrast (?:to|with)|contrary to|compared (?:to|with)|in comparison (?:to|with)|relative to|as opposed to|as (?:much|high|low|long|many) as|(?:higher|lower) (?:to|than)|superior to|inferior to|similar to|close to)(?: (?:that|those|the|a|an|its|of|for|in|with|bare|pristine|pure|commercial|uncoated|undoped|unmodified|conventional|\p{L}+-free))* $/iu;

/** Characters from the word that compares to what is compared with. */
const LONGEST_COMPARISON = 80;

/** A sample by its code, where it is called an electrode or a cell: `the B-SFO@C electrode`. */
function sampleIn(text: string, { start, end }: Span): Span | undefined {
  const match = SAMPLE.exec(text.slice(start, end));
  return match ? span(start + match.index, start + match.index + match[1]!.length) : undefined;
}

const SAMPLE =
  /(?<![\p{L}\d@/.-])(?!(?:CR ?)?\d{4}|(?:ASS)?[A-Z]{0,3}Bs? |\w{1,12}[-–](?:ion|metal|air|sulfur|state|type)\b)(\p{Lu}[\p{L}\d@–-]{0,24}[\p{Lu}\d][\p{L}\d@–-]{0,24}) (?:electrode|cathode|anode|cell|full cell|half cell|batter(?:y|ies))/u;

/** `β-Li3PS4` */
const withPhase = (text: string, { start, end }: Span): Span =>
  span(/(?:^|[^\p{L}])[α-ω][-‐–]$/u.test(text.slice(Math.max(0, start - 3), start)) ? start - 2 : start, end);

function isMaterial(mention: Mention, text: string, catalogue: Catalogue): boolean {
  if (mention.kind === 'quantity' || mention.kind === 'citation' || mention.kind === 'cell') return false;
  if (/\b(?:vs\.?|versus|against) $/.test(text.slice(Math.max(0, mention.prose.start - 9), mention.prose.start)))
    return false;
  // Of a kind of battery: `Li-ion`, `Si–H2`.
  if (KIND_OF_BATTERY.test(text.slice(mention.prose.end, mention.prose.end + 24))) return false;
  const species = catalogue.byId(speciesOf(mention) ?? '');
  if (species) return MATERIALS.has(species.class);
  // A formula of several metals that nobody knows is the material of the work.
  return mention.kind === 'formula' && Object.keys(mention.formula.composition ?? {}).length > 2;
}

const KIND_OF_BATTERY = /^[-–‐](?:(?:ion|air)\b|\p{Lu}\w* (?:gas )?(?:batter|cell))/u;

const MATERIALS: ReadonlySet<string> = new Set([
  'positive-electrode',
  'negative-electrode',
  'solid-electrolyte',
  'polymer',
]);

/** `a Li⁺ transference number of 0.72`: a number without unit, and so no quantity. */
function transferenceNumbers({ uri, parsed: { prose } }: FileAnalysis): Claim[] {
  return [...prose.text.matchAll(TRANSFERENCE)].flatMap((match): Claim[] => {
    const start = match.index + match[0].length - match[1]!.length;
    const at = span(start, start + match[1]!.length);
    const block = prose.blockAt(start);
    if (!block || !PARTS.has(block.part)) return [];
    const source = prose.toSource(at);
    return [
      {
        property: 'transference number',
        value: Number(match[1]),
        unit: '1',
        confidence: 'low',
        uri,
        prose: at,
        source,
        line: prose.lineOf(source.start),
        part: block.part,
        sentence: prose.slice(sentenceAt(prose, at)),
      },
    ];
  });
}

const TRANSFERENCE =
  /transference numbers? (?:\([^)]{1,12}\) )?(?:of|is|was|=|reaches|up to)(?: about| ca\.)? ?(0\.\d+)/gi;
