import { span } from '../../base/span';
import type { Catalogue } from '../../knowledge/catalogue';
import type { SpeciesClass } from '../../knowledge/species';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { sentenceAt } from '../../manuscript/sentence';
import type { Prose } from '../../text/prose';
import type { Finding, Rule } from '../rule';
import { Sentence, SUMS, type Sum } from './sums';
import { writtenQuantities } from './written';

/** Numbers of one sentence whose product, quotient or sum is stated beside them and differs. */
export const arithmetic = {
  code: 'quantity/arithmetic',
  title: 'Numbers of one sentence that do not agree',
  defaultLevel: 'off',
  examples: {
    bad: [
      { text: 'The capacity falls from 160 to 120 mAh g^−1^, a retention of «85%».' },
      { text: 'At 160 mAh g^−1^, the loading of 10 mg cm^−2^ gives «2.6 mAh cm^−2^».' },
      {
        text: 'The capacity falls from 160 mAh g^−1^ in the first cycle to 120 mAh g^−1^ after 90 cycles, a retention of «85%».',
      },
      { text: 'The capacity falls from 180 mAh g^−1^ to 135 mAh g^−1^, a loss of «35%».' },
      { text: 'It fades from 150 mAh g^−1^ to 120 mAh g^−1^ over 200 cycles, by «0.2% per cycle».' },
      {
        text: 'Charge and discharge capacities of 180 mAh g^−1^ and 153 mAh g^−1^ are an initial Coulombic efficiency of «92%».',
      },
      { text: 'At 2C (1C = 170 mA g^−1^), which is «300 mA g^−1^», it gave 120 mAh g^−1^.' },
      {
        text: 'At 0.5C (1C = 150 mA g^−1^) and a loading of 20 mg cm^−2^, the current density is «3.0 mA cm^−2^».',
      },
      {
        text: 'Anode and cathode hold 2.2 mAh cm^−2^ and 2.0 mAh cm^−2^, an N/P ratio of «1.3».',
      },
      { text: 'For a capacity of 5 mAh, 30 µL of electrolyte were used, or «3 µL mAh^−1^».' },
      {
        text: 'The mean voltage of 3.4 V and the capacity of 150 mAh g^−1^ give «610 Wh kg^−1^».',
      },
      { text: 'It holds «90 wt% active material, 8 wt% carbon black and 5 wt% PVDF».' },
      { text: 'Active material, carbon and binder were mixed in a weight ratio of «80 : 10 : 15».' },
      { text: 'The salt was dissolved in «EC/DMC/EMC (1:1 v/v)».' },
    ],
    good: [
      'It falls from 180 mAh g^−1^ to 135 mAh g^−1^, a loss of 25%, or from 150 mAh g^−1^ to 120 mAh g^−1^ over 200 cycles, 0.1% per cycle.',
      'Charge and discharge capacities of 180 mAh g^−1^ and 153 mAh g^−1^ are an initial Coulombic efficiency of 85%.',
      'At 2C (1C = 170 mA g^−1^), which is 340 mA g^−1^, it gave more than at 5C.',
      'The capacity falls from 160 to 120 mAh g^−1^, a retention of 75%.',
      'At 160 mAh g^−1^, the loading of 10 mg cm^−2^ gives 1.6 mAh cm^−2^.',
      'At 0.5C (1C = 150 mA g^−1^) and a loading of 20 mg cm^−2^, the current density is 1.5 mA cm^−2^.',
      'Anode and cathode hold 2.2 mAh cm^−2^ and 2.0 mAh cm^−2^, an N/P ratio of 1.1, and 30 µL for 5 mAh are 6 µL mAh^−1^.',
      'The mean voltage of 3.4 V and the capacity of 150 mAh g^−1^ give 250 Wh kg^−1^ on the cell level.',
      'The other one gave 135 mAh g^−1^.^12,13^ With a mean voltage of 3.2 V, the specific energy is 460 Wh kg^−1^.',
      'It holds 182 mAh g^−1^ after 100 cycles, with the highest mean voltage of 2.98 V and a specific energy of 697 Wh kg^−1^.',
      'It holds 90 wt% active material, 5 wt% carbon black and 5 wt% PVDF.',
      'Mixed in a weight ratio of 8:1:1 or 94:3:3, 60:40:5 with carbon on top, in EC/DMC (3:7 v/v) or EC: EMC:DEC (2:4:4).',
    ],
  },
  *check(file, { catalogue }) {
    const { prose } = file.parsed;
    yield* weightParts(file);
    yield* weightShares(file);
    yield* solventParts(file, catalogue);
    const quantities = writtenQuantities(file).map(({ mention }) => mention);
    for (let from = 0; from < quantities.length; ) {
      const sentence = sentenceAt(prose, quantities[from]!.prose);
      let to = from + 1;
      while (to < quantities.length && quantities[to]!.prose.start < sentence.end) to++;
      const together = quantities.slice(from, to);
      const numbers = new Sentence(prose, sentence, together);
      for (const sumOf of SUMS) {
        const sum = sumOf(numbers);
        if (sum && isOff(sum, prose)) yield { span: prose.toSource(sum.at), message: `${sum.shown}.` };
      }
      from = to;
    }
  },
} as const satisfies Rule;

/** Parts of this share may be lost in rounding. */
const TOLERANCE = 0.05;

/** The result differs by more than may be lost in rounding: five percent and half a unit of its last digit. */
function isOff({ at, stated, computed }: Sum, prose: Prose): boolean {
  const half = 0.5 * 10 ** -decimals(prose.slice(at));
  return Math.abs(computed - stated) > TOLERANCE * Math.abs(computed) + half;
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

/** `92 wt% LFP, 5 wt% carbon black and 5 wt% PVDF`: the parts of an electrode in one list. */
function* weightShares({ parsed: { prose } }: FileAnalysis): Iterable<Finding> {
  for (const match of prose.text.matchAll(SHARES)) {
    const [list] = match;
    const sum = Math.round([...list.matchAll(SHARE)].reduce((a, [, share]) => a + Number(share), 0) * 100) / 100;
    if (!/binder|PVDF|CMC|PTFE|SBR/.test(list) || Math.abs(sum - 100) < 0.2 || Math.abs(sum - 100) > 12) continue;
    if (prose.blockAt(match.index)?.part === 'references') continue;
    yield {
      span: prose.toSource(span(match.index, match.index + list.length)),
      message: `The shares add up to ${sum} %, not 100 %.`,
    };
  }
}

const PERCENT = String.raw`(?:wt\.? ?%|weight ?%|mass ?%|% by (?:weight|mass))`;
const NAMED = String.raw`\d{1,2}(?:\.\d)? ?${PERCENT} (?:of )?[\p{L}\d()][^.,;%\uFFFC]{1,60}`;
/** Three shares or four, each with its substance; a fourth in another clause may be the rest. */
const SHARES = new RegExp(
  String.raw`(?<!%[^.]{0,60})${NAMED}(?:, (?:and )?|,? and )${NAMED}(?:,? and |, (?:and )?)\d{1,2}(?:\.\d)? ?${PERCENT} (?:of )?[\p{L}\d()]+(?![^.]{0,80}%)`,
  'gu',
);
const SHARE = new RegExp(String.raw`(\d{1,2}(?:\.\d)?) ?${PERCENT}`, 'g');

/** `EC/DMC/EMC (1:1 v/v)`: another number of parts than of solvents. */
function* solventParts({ parsed: { prose } }: FileAnalysis, catalogue: Catalogue): Iterable<Finding> {
  for (const match of prose.text.matchAll(MIXTURE)) {
    const names = match[1]!.split(/[:/]/);
    const parts = match[2]!.split(/[:∶]/).length;
    if (
      names.length === parts ||
      !names.every((name) => isLiquid(name, catalogue)) ||
      prose.blockAt(match.index)?.part === 'references'
    )
      continue;
    yield {
      span: prose.toSource(span(match.index, match.index + match[0].length)),
      message: `${names.length} solvents, but ${parts} parts.`,
    };
  }
}

const isLiquid = (short: string, catalogue: Catalogue): boolean =>
  catalogue.entriesForShort(short).some((entry) => entry.kind === 'species' && LIQUIDS.has(entry.species.class));

const LIQUIDS: ReadonlySet<SpeciesClass> = new Set(['solvent', 'additive']);

const MIXTURE =
  /(?<![\p{L}\d:/-]|[:/] )(\p{Lu}[\p{L}\d]*(?:[:/]\p{Lu}[\p{L}\d]*)+) ?\((?:in )?(\d+(?:[:∶]\d+)+)(?:,? ?(?:v\/v(?:\/v)*|vol\.?%?|w\/w|wt\.?%?|by (?:volume|weight|vol\.?)))?\)/gu;
