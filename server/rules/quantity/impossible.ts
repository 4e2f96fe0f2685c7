import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { sentenceAt } from '../../manuscript/sentence';
import type { Rule } from '../rule';
import { type WrittenQuantity, writtenQuantities } from './written';

/** A quantity that its kind cannot have: an efficiency above 100 %, a temperature below absolute zero, a capacity in mA g⁻¹. */
export const impossible = {
  code: 'quantity/impossible',
  title: 'Quantity that cannot be',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'The Coulombic efficiency is «101.3%» on average over 50 cycles.' },
      { text: 'The areal resistance falls to «12 Ω cm^−2^».' },
      { text: 'The ionic conductivity is «3 mS» cm at 25 °C.' },
      { text: 'A current density of «50 mAh g^−1^» was used, and a capacity of «150 mA g^−1^» reached.' },
    ],
    good: [
      'The Coulombic efficiency is 99.9%, and values above 100.5% point to side reactions.',
      'The areal resistance falls to 12 Ω cm^2^, the conductivity to 3 mS cm^−1^.',
      'The capacity retention is 103% after activation.',
      'The capacity at 50 mA g^−1^ is 150 mAh g^−1^, at a current density of 1 mA cm^−2^ less.',
      'The cell is cycled at a current density and capacity of 0.1 mA cm^−2^ and 0.1 mAh cm^−2^.',
      'From a PDF: a conductivity of 3 mS cm is torn off its exponent (cid:0) 1 here.',
    ],
  },
  *check(file) {
    const reasons = isTorn(file) ? REASONS.filter((reason) => !NEEDS_WHOLE_UNITS.has(reason)) : REASONS;
    for (const quantity of writtenQuantities(file)) {
      const message = reasons.map((reason) => reason(quantity, file)).find((found) => found !== undefined);
      if (message) yield { span: quantity.mention.source, message };
    }
  },
} as const satisfies Rule;

/** A PDF whose minus signs have no letter leaves `(cid:0)` in its place, and tears exponents off: `3 mS cm (cid:0) 1`. */
const isTorn = ({ parsed: { prose } }: FileAnalysis): boolean => /\(cid:\d|\uFFFD/.test(prose.text);

type Reason = (quantity: WrittenQuantity, file: FileAnalysis) => string | undefined;

const efficiency: Reason = ({ mention }, file) => {
  if (mention.unit !== '%' || typeof mention.value !== 'number' || mention.value <= 100.5 || mention.relation)
    return undefined;
  const { prose } = file.parsed;
  const sentence = sentenceAt(file.parsed.prose, mention.prose);
  const before = prose.text.slice(sentence.start, mention.prose.start);
  const isClaim =
    /(?:coulombic|faradaic) efficienc(?:y|ies)(?: \([A-Z]{1,4}\))? (?:is|was|of|reaches|reached|=|:)[\w ]{0,20}$/i.test(
      before,
    );
  const isDiscussed = /exceed|(?:above|over|more than) 100|artefact|artifact|apparent|abnormal/i.test(
    prose.slice(sentence),
  );
  return isClaim && !isDiscussed ? 'An efficiency cannot be above 100 %.' : undefined;
};

const temperature: Reason = ({ mention: { unit, value, prose: at } }, { parsed: { prose } }) => {
  // The unit goes on: `10−6 K−1`.
  if (/^ ?[-−–⁻]\d/.test(prose.text.slice(at.end, at.end + 3))) return undefined;
  // The exponent of a unit that was torn off: `S cm -1 Hz -1 K`.
  if (
    /[\p{L}\d] $/u.test(prose.text.slice(Math.max(0, at.start - 2), at.start)) &&
    /Hz|cm|mol|\d $/.test(prose.text.slice(Math.max(0, at.start - 4), at.start))
  )
    return undefined;
  const least = typeof value === 'number' ? value : value[0];
  if (unit === 'Cel' && least < -273.15) return 'This is below absolute zero.';
  return unit === 'K' && least < 0 ? 'This is below absolute zero.' : undefined;
};

const arealResistance: Reason = ({ mention }, file) =>
  /^[mk]?Ohm\/cm2$/.test(mention.unit) &&
  /resist|impedance|\bASR\b/i.test(file.parsed.prose.slice(sentenceAt(file.parsed.prose, mention.prose)))
    ? 'A resistance times an area is in Ω cm², not per cm².'
    : undefined;

/** `3 mS cm`: the length is multiplied, or its exponent is lost. */
const conductivity: Reason = ({ mention }, file) => {
  const { prose } = file.parsed;
  const { end } = mention.prose;
  if (!/^[mnu]?S$/.test(mention.unit) || !/^ c?m(?![\p{L}\d])/u.test(prose.text.slice(end, end + 4))) return undefined;
  if (/^ c?m(?: ?[-−–⁻^\d/]|[^\s.,;:)\]])/.test(prose.text.slice(end, end + 6))) return undefined;
  return /conductivit/i.test(prose.slice(sentenceAt(file.parsed.prose, mention.prose)))
    ? 'A conductivity is in S per length.'
    : undefined;
};

/** A unit that measures something else than what is named right before it: `a current density of 50 mAh g⁻¹`. */
const otherUnit: Reason = ({ mention: { unit, prose: at } }, { parsed: { prose } }) => {
  // A loose digit is as likely a citation: `4 mS/cm 2`.
  if (/\p{L} \d$/u.test(prose.slice(at))) return undefined;
  const before = prose.text.slice(Math.max(0, at.start - NAME_BEFORE), at.start);
  // Two names have two values in turn: `a current density and capacity of 0.1 mA cm−2 and 0.1 mAh cm−2`.
  if (SECOND_NAME.test(before)) return undefined;
  return OTHER_UNITS.find(([name, wrong]) => wrong.test(unit) && name.test(before))?.[2];
};

const NAME_BEFORE = 60;
/** ` (SE) of about`, ` reaches` */
const LINK = String.raw`(?: \([^)]{1,12}\))? (?:of|is|was|=|reaches|reached|as (?:low|high) as|up to)(?: (?:about|around|only|approximately|ca\.|up to))* ?[~≈∼]?$`;
const named = (words: string): RegExp => new RegExp(`(?:${words})${LINK}`, 'iu');

const NAME = String.raw`(?:capacit|densit|energ|power|current|conductivit)\p{L}*`;
const SECOND_NAME = named(String.raw`${NAME} (?:and|or|/|&) (?:[\p{L}-]+ ){0,2}${NAME}`);

const OTHER_UNITS: readonly (readonly [name: RegExp, wrong: RegExp, message: string])[] = [
  [
    named('current densit(?:y|ies)'),
    /^[mu]?A\.h\/(?:k?g|cm2)$|^[mu]?A\/c?m$/,
    'A current density is in A per area or per mass.',
  ],
  [
    named('(?:capacity|capacities)'),
    /^[mu]?A\/(?:k?g|cm2)$/,
    'A capacity is in Ah, per mass or per area: the hour is missing.',
  ],
  [
    named('(?:energy densit(?:y|ies)|specific energ(?:y|ies))'),
    /^k?W\/(?:kg|l)$/,
    'An energy is in Wh: the hour is missing.',
  ],
  [named('(?:power densit(?:y|ies)|specific power)'), /^k?W\.h\/(?:kg|l)$/, 'A power is in W, without an hour.'],
  [
    named('(?<!(?:thermal|heat|hydraulic) )conductivit(?:y|ies)'),
    /^s\/c?m$|^[mnu]?S\.c?m$|^[mnu]?S\/c?m2$/,
    'A conductivity is in S per length.',
  ],
];

/** A current density upside down (`mA⁻¹ cm²`), or per mass squared (`mA g⁻²`). */
const inverted: Reason = ({ mention: { unit } }) =>
  /^cm2\/[mu]?A$|^[mu]?A-1\.cm2$|^[mu]?A\/g2$/.test(unit)
    ? 'A current density is in A per area or per mass.'
    : undefined;

const REASONS: readonly Reason[] = [efficiency, temperature, arealResistance, conductivity, otherUnit, inverted];

/** What a unit without its exponents would be mistaken for. */
const NEEDS_WHOLE_UNITS: ReadonlySet<Reason> = new Set([conductivity, otherUnit, inverted]);
