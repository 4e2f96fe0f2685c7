import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { sentenceAt } from '../../manuscript/sentence';
import type { Rule } from '../rule';
import { type WrittenQuantity, writtenQuantities } from './written';

/** A quantity that its kind cannot have: an efficiency above 100 %, a temperature below absolute zero, an areal resistance per area. */
export const impossible = {
  code: 'quantity/impossible',
  title: 'Quantity that cannot be',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'The Coulombic efficiency is «101.3%» on average over 50 cycles.' },
      { text: 'The areal resistance falls to «12 Ω cm^−2^».' },
      { text: 'The ionic conductivity is «3 mS» cm at 25 °C.' },
    ],
    good: [
      'The Coulombic efficiency is 99.9%, and values above 100.5% point to side reactions.',
      'The areal resistance falls to 12 Ω cm^2^, the conductivity to 3 mS cm^−1^.',
      'The capacity retention is 103% after activation.',
      'From a PDF: a conductivity of 3 mS cm is torn off its exponent (cid:0) 1 here.',
    ],
  },
  *check(file) {
    const reasons = isTorn(file) ? REASONS.filter((reason) => reason !== conductivity) : REASONS;
    for (const quantity of writtenQuantities(file)) {
      const message = reasons.map((reason) => reason(quantity, file)).find((found) => found !== undefined);
      if (message) yield { span: quantity.mention.source, message };
    }
  },
} as const satisfies Rule;

/** A PDF whose minus signs have no letter leaves `(cid:0)` behind, and tears exponents off: `3 mS cm (cid:0) 1`. */
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

const REASONS: readonly Reason[] = [efficiency, temperature, arealResistance, conductivity];
