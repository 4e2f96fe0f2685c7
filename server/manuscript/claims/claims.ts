import { type ProseSpan, type SourceSpan, type Span, span } from '../../base/span';
import type { Prose } from '../../text/prose';
import type { FileAnalysis } from '../fileAnalysis';
import type { Manuscript } from '../manuscript';
import type { QuantityMention } from '../mention';
import { sentenceAt } from '../sentence';
import { ownersOf } from './belongs';
import { type ClaimProperty, propertyOf } from './property';
import { subjectsIn } from './subjects';

/** One performance statement: a property with its value, and what it belongs to. */
export interface Claim {
  readonly property: ClaimProperty;
  readonly value: number | readonly [number, number];
  /** UCUM; `1` for a number without unit. */
  readonly unit: string;
  readonly relation?: QuantityMention['relation'];
  /** The cell or material, as written. */
  readonly subject?: string;
  /** `high`: the subject is in the sentence and the property is named or fixed by its unit; `low`: no subject was found. */
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
  manuscript.files.flatMap(({ uri }) => claimsIn(manuscript.analysis(uri)!, manuscript));

function claimsIn(file: FileAnalysis, manuscript: Manuscript): Claim[] {
  const { prose } = file.parsed;
  const claims: Claim[] = [];
  let lastSubject: { name: string; block: number } | undefined;
  for (const sentence of sentencesWithQuantities(file)) {
    const quantities = file.mentionsIn(sentence).filter((m) => m.kind === 'quantity');
    const block = prose.blockAt(sentence.start)!;
    const properties = propertiesOf(quantities, prose, sentence);
    const cycles = cyclesOf(quantities, properties, prose.text);
    const before = () => namesBefore(file, sentence, block, manuscript);
    const owners = ownersOf(quantities, subjectsIn(file, sentence, manuscript, before), prose.text, sentence);
    if (lastSubject?.block !== block.start) {
      const [name, another] = before();
      if (name !== undefined && another === undefined) lastSubject = { name, block: block.start };
    }
    for (const [i, quantity] of quantities.entries()) {
      const property = properties[i];
      if (!property) continue;
      const owner = owners[i];
      const previous = owner === undefined && lastSubject?.block === block.start ? lastSubject.name : undefined;
      const name = owner === 'anonymous' ? undefined : (owner?.name ?? previous);
      if (owner !== 'anonymous' && owner?.name !== undefined) lastSubject = { name: owner.name, block: block.start };
      const count = cycles[i];
      for (const value of valuesOf(quantity, prose.text))
        claims.push({
          property,
          value,
          unit: quantity.unit,
          ...(quantity.relation && { relation: quantity.relation }),
          ...(name !== undefined && { subject: name }),
          confidence: name === undefined ? 'low' : previous !== undefined ? 'medium' : 'high',
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

/** What the sentence right before names, in its block. */
function namesBefore(file: FileAnalysis, { start }: Span, block: Span, manuscript: Manuscript): readonly string[] {
  if (start - 2 < block.start) return [];
  const sentence = sentenceAt(file.parsed.prose, span(start - 2, start - 2));
  const names = subjectsIn(file, sentence, manuscript, () => []).flatMap(({ name, isCompared }) =>
    name === undefined || isCompared ? [] : name,
  );
  return [...new Set(names)];
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

/**
 * The cycles that each quantity refers to: `98% after 100 cycles and 70% after 1000 cycles`; nothing of `98% and 70% after 100 and 1000
 * cycles`. The only number of cycles of a sentence counts for all of it, except for a value beside others of its property.
 */
function cyclesOf(
  quantities: readonly QuantityMention[],
  properties: readonly (ClaimProperty | undefined)[],
  text: string,
): readonly (number | undefined)[] {
  const cycles = quantities.filter(({ unit }) => unit === '{cycle}');
  const counts: (number | undefined)[] = [];
  for (let i = quantities.length - 1; i >= 0; i--) {
    const quantity = quantities[i]!;
    const next = quantities[i + 1];
    const isListed = next?.unit === quantity.unit && IN_LIST.test(text.slice(quantity.prose.end, next.prose.start));
    const isAlone = !properties.some((property, j) => property === properties[i] && j !== i);
    if (cycles.includes(quantity)) counts[i] = undefined;
    else if (cycles.length === 1 && isListed) counts[i] = counts[i + 1];
    else if (cycles.length === 1 && isAlone) counts[i] = single(cycles[0]!);
    else counts[i] = countAfter(quantity, cycles, text);
  }
  return counts;
}

const single = ({ value }: QuantityMention): number | undefined => (typeof value === 'number' ? value : undefined);

/** The number of cycles that follows in the clause, unless it is the first of a list. */
function countAfter(quantity: QuantityMention, cycles: readonly QuantityMention[], text: string): number | undefined {
  const [next, second] = cycles.slice(cycles.findIndex(({ prose }) => prose.start >= quantity.prose.end));
  if (!next || next.prose.start < quantity.prose.end) return undefined;
  const isListed = second && IN_LIST.test(text.slice(next.prose.end, second.prose.start));
  const follows = IN_CLAUSE.test(text.slice(quantity.prose.end, next.prose.start));
  return follows && !isListed ? single(next) : undefined;
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
