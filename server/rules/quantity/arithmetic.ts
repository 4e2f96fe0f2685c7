import { type Span, span } from '../../base/span';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { QuantityMention } from '../../manuscript/mention';
import { sentenceAt } from '../../manuscript/sentence';
import type { Finding, Rule } from '../rule';
import { writtenQuantities } from './written';

/** Numbers of one sentence whose product, quotient or sum is stated beside them and differs. */
export const arithmetic = {
  code: 'quantity/arithmetic',
  title: 'Numbers of one sentence that do not agree',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'The capacity falls from 160 to 120 mAh g^−1^, a retention of «85%».' },
      { text: 'At 160 mAh g^−1^, the loading of 10 mg cm^−2^ gives «2.6 mAh cm^−2^».' },
      { text: 'Active material, carbon and binder were mixed in a weight ratio of «80 : 10 : 15».' },
      { text: 'The salt was dissolved in «EC/DMC/EMC (1:1 v/v)».' },
    ],
    good: [
      'The capacity falls from 160 to 120 mAh g^−1^, a retention of 75%.',
      'At 160 mAh g^−1^, the loading of 10 mg cm^−2^ gives 1.6 mAh cm^−2^.',
      'Mixed in a weight ratio of 8:1:1 or 94:3:3, 60:40:5 with carbon on top, in EC/DMC (3:7 v/v).',
    ],
  },
  *check(file) {
    yield* weightParts(file);
    yield* solventParts(file);
    const quantities = writtenQuantities(file).map(({ mention }) => mention);
    for (let from = 0; from < quantities.length; ) {
      const sentence = sentenceAt(file.parsed.prose, quantities[from]!.prose);
      let to = from + 1;
      while (to < quantities.length && quantities[to]!.prose.start < sentence.end) to++;
      const together = quantities.slice(from, to);
      yield* [retention(together, sentence, file), arealCapacity(together, sentence, file)].flatMap(
        (finding) => finding ?? [],
      );
      from = to;
    }
  },
} as const satisfies Rule;

/** Parts of this share may be lost in rounding. */
const TOLERANCE = 0.05;

/** `from 160 to 120 mAh g⁻¹ … a retention of 75 %`, with two capacities and one share in the sentence. */
function retention(quantities: readonly QuantityMention[], sentence: Span, file: FileAnalysis): Finding | undefined {
  const { prose } = file.parsed;
  const shares = quantities.filter(({ unit }) => unit === '%');
  const [share] = shares;
  const text = prose.slice(sentence);
  if (shares.length !== 1 || typeof share!.value !== 'number' || !/retention|retain|retained/i.test(text))
    return undefined;
  const fall =
    /\bfrom (?:an? initial (?:value|capacity) of )?([\d.]+)(?: mAh? ?(?:g|cm)[^ ]{0,4}| mAh)? to ([\d.]+) mAh?\b/i.exec(
      text.replace(/mA h/g, 'mAh'),
    );
  if (!fall) return undefined;
  const [first, last] = [Number(fall[1]), Number(fall[2])];
  if (!(first > last) || /per cycle|each cycle/i.test(text)) return undefined;
  const real = (100 * last) / first;
  if (Math.abs(real - share!.value) <= TOLERANCE * real + 0.5) return undefined;
  return { span: share!.source, message: `${last} / ${first} is ${real.toFixed(1)} %.` };
}

/** One loading, one specific and one areal capacity in the sentence. */
function arealCapacity(
  quantities: readonly QuantityMention[],
  sentence: Span,
  file: FileAnalysis,
): Finding | undefined {
  const text = file.parsed.prose.slice(sentence);
  const only = (unit: RegExp) => {
    const found = quantities.filter((quantity) => unit.test(quantity.unit));
    return found.length === 1 && typeof found[0]!.value === 'number' && !found[0]!.relation ? found[0] : undefined;
  };
  const [loading, specific, areal] = [only(/^mg\/cm2$/), only(/^mA\.h\/g$/), only(/^mA\.h\/cm2$/)];
  if (!loading || !specific || !areal || !/loading/i.test(text) || /respectively|sulfur utili/i.test(text))
    return undefined;
  const product = ((loading.value as number) * (specific.value as number)) / 1000;
  const stated = areal.value as number;
  const half = 0.5 * 10 ** -decimals(file.parsed.prose.slice(areal.prose));
  if (Math.abs(product - stated) <= TOLERANCE * product + half) return undefined;
  return {
    span: areal.source,
    message: `${loading.value} mg cm⁻² × ${specific.value} mAh g⁻¹ is ${product.toPrecision(3)} mAh cm⁻².`,
  };
}

const decimals = (text: string): number => (/\.(\d+)/.exec(text)?.[1] ?? '').length;

/** `weight ratio of 80:10:10`: percent that miss 100 by a few. */
function* weightParts({ parsed: { prose } }: FileAnalysis): Iterable<Finding> {
  for (const match of prose.text.matchAll(PARTS)) {
    const parts = match[1]!.split(/ ?[:∶] ?/).map(Number);
    const sum = Math.round(parts.reduce((a, b) => a + b, 0) * 100) / 100;
    if (Math.abs(sum - 100) < 0.2 || Math.abs(sum - 100) > 12 || Math.max(...parts) < 40) continue;
    // Something on top of a hundred parts of the others: 60:40:5.
    if (parts.some((part) => Math.abs(sum - part - 100) < 0.2)) continue;
    if (prose.blockAt(match.index)?.part === 'references') continue;
    const start = match.index + match[0].lastIndexOf(match[1]!);
    yield {
      span: prose.toSource(span(start, start + match[1]!.length)),
      message: `The parts add up to ${sum}, not 100.`,
    };
  }
}

const PARTS =
  /(?:weight|mass|wt\.?%?) (?:ratios?|proportions?|percent(?:age)?)(?: of| was| is|:| =)? ?(\d{1,2}(?:\.\d)?(?: ?[:∶] ?\d{1,2}(?:\.\d)?){2,3})(?![\d:∶]|\.\d)/gi;

/** `EC/DMC/EMC (1:1 v/v)`: another number of parts than of solvents. */
function* solventParts({ parsed: { prose } }: FileAnalysis): Iterable<Finding> {
  for (const match of prose.text.matchAll(SOLVENTS)) {
    const solvents = match[1]!.split(/[:/]/).length;
    const parts = match[2]!.split(/[:∶]/).length;
    if (solvents === parts || prose.blockAt(match.index)?.part === 'references') continue;
    yield {
      span: prose.toSource(span(match.index, match.index + match[0].length)),
      message: `${solvents} solvents, but ${parts} parts.`,
    };
  }
}

const SOLVENTS =
  /\b((?:EC|PC|DMC|DEC|EMC|FEC|VC|DOL|DME|GBL|TEGDME|DEGDME|EA|MA|SL|TTE)(?:[:/](?:EC|PC|DMC|DEC|EMC|FEC|VC|DOL|DME|GBL|TEGDME|DEGDME|EA|MA|SL|TTE))+) ?\((?:in )?(\d+(?:[:∶]\d+)+)(?:,? ?(?:v\/v(?:\/v)*|vol\.?%?|w\/w|wt\.?%?|by (?:volume|weight|vol\.?)))?\)/g;
