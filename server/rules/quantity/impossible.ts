import { span } from '../../base/span';
import { theoreticalCapacity } from '../../chemistry/capacity';
import { atomicWeight } from '../../chemistry/elements';
import { convert } from '../../chemistry/units';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import { sentenceAt } from '../../manuscript/sentence';
import type { Prose } from '../../text/prose';
import type { Finding, Rule } from '../rule';
import { lostPower, wrongUnit } from './namedUnits';
import { type WrittenQuantity, writtenQuantities } from './written';

/** A quantity that its kind cannot have: an efficiency above 100 %, a temperature below absolute zero, a capacity in mA g⁻¹. */
export const impossible = {
  code: 'quantity/impossible',
  title: 'Quantity that cannot be',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'The Coulombic efficiency is «101.3%» on average over 50 cycles.' },
      { text: 'The Coulombic efficiency rose to «108.4%» in the tenth cycle, and «170 Ah g^−1^» were reached.' },
      { text: 'The areal resistance falls to «12 Ω cm^−2^».' },
      { text: 'The ionic conductivity is «3 mS» cm at 25 °C.' },
      { text: 'A current density of «50 mAh g^−1^» was used, and a capacity of «150 mA g^−1^» reached.' },
      {
        text: 'The loading of «8 mg cm^2^» at 160 mAh g^−1^ gave an areal capacity of «1.3 mAh cm^−1^» at 20 mA g^−1^, less at «50 mA» g.',
      },
    ],
    good: [
      'The Coulombic efficiency is 99.9%, and values above 100.5% point to side reactions.',
      'The areal resistance falls to 12 Ω cm^2^, the conductivity to 3 mS cm^−1^.',
      'The capacity retention is 103% after activation; lithium holds 3.86 Ah g^−1^.',
      'The capacity at 50 mA g^−1^ is 150 mAh g^−1^, at a current density of 1 mA cm^−2^ less.',
      'The cell is cycled at a current density and capacity of 0.1 mA cm^−2^ and 0.1 mAh cm^−2^.',
      'The capacitor has an energy density/power density of 90 Wh kg^−1^/10 kW kg^−1^.',
      'A loading of 8 mg cm^−2^, a density of 4.5 g cm^−3^ and a viscosity of 3 mPa s are common; the flux was 5 mV s.',
      'Corrections of −1 K were made, and the temperature is wrong by −2 K.',
      'The Coulombic efficiency is 104% here, since the additive gives lithium.',
      'The Coulombic efficiency (CE) was 154.5%. This high CE is ascribed to the sodium that the anode gives.',
      'Charge and discharge capacities of 110/121 mAh g^−1^ are a Coulombic efficiency of 110%.',
      'The capacity at 9 A g^−1^ current density is only 54 mAh g^−1^.',
      'From a PDF: a capacity of 150 mAh g^1^ at a current density of 2 mA cm^2^ has lost its signs.',
      'From a PDF: a conductivity of 9.1 × 10 – 4 S·cm – 1 and a capacity of 249 mAh·g − 1, or 505 Wh kg total −1 of energy.',
      'From a PDF: the cell gave 120 mA h g after cycling −1, and the other capacities −1 at first.',
      'At most 300 mAh g,^−1[25]^ that is.',
      'From a PDF: a conductivity of 3 mS cm is torn off its exponent (cid:0) 1 here.',
    ],
  },
  *check(file) {
    const quantities = writtenQuantities(file);
    const ofUnits: Finding[] = [];
    for (const quantity of quantities) {
      const span = quantity.mention.source;
      const message = firstReason(REASONS, quantity, file);
      const ofUnit = message || goesOn(quantity, file) ? undefined : firstReason(UNIT_REASONS, quantity, file);
      if (message) yield { span, message };
      if (ofUnit) ofUnits.push({ span, message: ofUnit });
    }
    if (ofUnits.length > 0 && !isFlattened(ofUnits, quantities) && !isTorn(file)) yield* ofUnits;
  },
} as const satisfies Rule;

/** Its exponent stands apart from the unit, after a word below the line or after a comma: `S·cm – 1`, `Wh kg total −1`, `mAh g,⁻¹`. */
const goesOn = ({ mention: { prose: at } }: WrittenQuantity, { parsed: { prose } }: FileAnalysis): boolean =>
  /^(?: k?g| c?m| L| mol| s)?(?: \p{L}{1,12}|,)? ?[-−–] ?[1-4](?![\d.])/u.test(prose.text.slice(at.end, at.end + 24));

/**
 * A PDF whose minus signs have no letter leaves `(cid:0)`, a control character or nothing in their place, and tears exponents off: `3 mS cm (cid:0) 1`,
 * `mAh g<sup>1</sup>`. Nobody raises a unit to one. Others move exponents to another line, where they stand after any word.
 */
const isTorn = ({ parsed: { prose, source } }: FileAnalysis): boolean =>
  /\(cid:\d|\uFFFD|[^\P{Cc}\s]/u.test(source) ||
  [...prose.text.matchAll(LOOSE_EXPONENT)].length > 1 ||
  [...prose.text.matchAll(RAISED_TO_ONE)].some(
    ({ index, 0: { length } }) => prose.scriptAt(index + length - 1) === 'super',
  );

/** `by cycling −1 of`: after a word that is not a unit. */
const LOOSE_EXPONENT = /(?<=\p{Ll}{4}) [−–-][123](?=[,.)]? ?\p{Ll})/gu;
const RAISED_TO_ONE = /(?<=[a-z\d ·])(?:k?g|cm|mol|L) ?1(?!\d)/g;

/** More units lack or miswrite their powers than divide by anything as they should, as some exports leave it. */
const isFlattened = (wrong: readonly Finding[], quantities: readonly WrittenQuantity[]): boolean => {
  const places = new Set(wrong.map(({ span }) => span.start));
  const isRight = ({ mention }: WrittenQuantity) => mention.unit.includes('/') && !places.has(mention.source.start);
  return wrong.length > MOST_SLIPS && wrong.length > quantities.filter(isRight).length;
};

/** So many are slips. */
const MOST_SLIPS = 3;

type Reason = (quantity: WrittenQuantity, file: FileAnalysis) => string | undefined;

const firstReason = (reasons: readonly Reason[], quantity: WrittenQuantity, file: FileAnalysis): string | undefined =>
  reasons.map((reason) => reason(quantity, file)).find((message) => message !== undefined);

const efficiency: Reason = ({ mention }, file) => {
  if (mention.unit !== '%' || typeof mention.value !== 'number' || mention.value <= 100.5 || mention.relation)
    return undefined;
  const { prose } = file.parsed;
  const sentence = sentenceAt(file.parsed.prose, mention.prose);
  const before = prose.text.slice(sentence.start, mention.prose.start);
  const isClaim =
    /(?:coulombic|faradaic) efficienc(?:y|ies)(?: \([A-Z]{1,4}\))? (?:is|was|of|reaches|reached|(?:rises|rose|increases|increased|grows|grew|climbs|climbed) to|=|:)[\w ]{0,20}$/i.test(
      before,
    );
  const isTold =
    IS_DISCUSSED.test(prose.slice(sentence)) ||
    isExplainedAfter(prose, sentence.end) ||
    isQuotient(mention.value, before);
  return isClaim && !isTold ? 'An efficiency cannot be above 100 %.' : undefined;
};

/** It follows from two capacities before it: a cathode that lacks sodium takes up more than it gave. */
function isQuotient(percent: number, before: string): boolean {
  const numbers = [...before.matchAll(/\d+(?:\.\d+)?/g)].map(Number).slice(-MOST_NUMBERS);
  return numbers.some((a) => numbers.some((b) => a > 1 && Math.abs((100 * b) / a - percent) < 0.5));
}

/** So many numbers before a value are tried. */
const MOST_NUMBERS = 8;

/** ` This high efficiency is ascribed to …` */
const isExplainedAfter = ({ text }: Prose, end: number): boolean =>
  /^[^\p{L}\n]{0,24}(?:This|Such|The (?:high|large|excess))\b[^.\n]{0,80}\b(?:ascribed|attributed|due|explained|because|from)\b/u.test(
    text.slice(end, end + 160),
  );

/** The sentence says that the value is high, or why it is. */
const IS_DISCUSSED =
  /exceed|(?:above|over|more than) 100|artefact|artifact|apparent|abnormal|anomal|unphysical|because|\b(?:since|as (?:the|it|some))\b|due to|owing to|(?:comes?|came|stems?|stemmed|results?|resulted|originat\w+|arises?|arose) from|caused by|attribut|ascrib|explain|prelithiat|presodiat|activation|first[- ](?:cycle|charge)/i;

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
  if (unit !== 'K' || least >= 0 || !IS_TEMPERATURE.test(prose.text.slice(Math.max(0, at.start - 40), at.start)))
    return undefined;
  return IS_DIFFERENCE.test(prose.slice(sentenceAt(prose, at))) ? undefined : 'This is below absolute zero.';
};

/** Kelvins below zero are a difference as a rule (`a correction of −1 K`); a temperature is named, or something is done at it. */
const IS_TEMPERATURE =
  /\b(?:temperatures? (?:of|is|was|at)|(?:cooled|heated|annealed|dried|stored|cycled|tested|measured|kept|held|rested|operated)(?: down)? (?:at|to|below)) (?:about |around |ca\. |~)?$/i;
const IS_DIFFERENCE =
  /difference|chang|shift|correct|gradient|offset|bias|anomal|deviat|error|range|lower(?:ed)? by|drop|Δ|∆/i;

const arealResistance: Reason = ({ mention }, file) =>
  /^[mk]?Ohm\/cm2$/.test(mention.unit) &&
  /resist|impedance|\bASR\b/i.test(file.parsed.prose.slice(sentenceAt(file.parsed.prose, mention.prose)))
    ? 'A resistance times an area is in Ω cm², not per cm².'
    : undefined;

/** A unit that measures something else than what is named right before it: `a current density of 50 mAh g⁻¹`. */
const otherUnit: Reason = ({ mention: { unit, prose: at } }, { parsed: { prose } }) => {
  // A loose digit is as likely a citation: `4 mS/cm 2`.
  if (/\p{L} \d$/u.test(prose.slice(at))) return undefined;
  return wrongUnit(prose.text.slice(Math.max(0, at.start - NAME_BEFORE), at.start), unit);
};

const NAME_BEFORE = 60;

/** `3 mS cm`, `100 mA g`: the power is lost, unless it is in markup that was not read. */
const unraised: Reason = (quantity, file) => {
  const symbol = symbolAfter(quantity, file);
  return symbol && `The power of ${symbol} is missing: as it stands, the unit is multiplied by ${symbol}.`;
};

function symbolAfter({ mention: { prose: at, unit } }: WrittenQuantity, { parsed }: FileAnalysis): string | undefined {
  const { prose, source } = parsed;
  const before = prose.text.slice(Math.max(0, at.start - NAME_BEFORE), at.start);
  const symbol = lostPower(before, unit, prose.text.slice(at.end, at.end + 8));
  if (symbol === undefined) return undefined;
  const { end } = prose.toSource(span(at.end + 1, at.end + 1 + symbol.length));
  return /^\s?[\\^$_{<~`]/.test(source.slice(end, end + 2)) ? undefined : symbol;
}

/** A current density upside down (`mA⁻¹ cm²`), or per mass squared (`mA g⁻²`). */
const inverted: Reason = ({ mention: { unit } }) =>
  /^cm2\/[mu]?A$|^[mu]?A-1\.cm2$|^[mu]?A\/g2$/.test(unit)
    ? 'A current density is in A per area or per mass.'
    : undefined;

/** `170 Ah g⁻¹` for mAh g⁻¹: more than hydrogen, the lightest of all, can hold. */
const capacity: Reason = ({ mention: { unit, value } }) => {
  const most = typeof value === 'number' ? value : value[1];
  const inMilli = unit.endsWith('A.h/g') || unit.endsWith('A.h/kg') ? convert(most, unit, 'mA.h/g') : undefined;
  return inMilli !== undefined && inMilli > OF_HYDROGEN
    ? 'No substance holds so much charge: hydrogen has 26.6 Ah g⁻¹, lithium 3.86 Ah g⁻¹.'
    : undefined;
};

/** mAh/g, of one electron for each atom. */
const OF_HYDROGEN = theoreticalCapacity(1, atomicWeight('H')!);

const REASONS: readonly Reason[] = [efficiency, temperature, arealResistance, capacity];

/** What a unit without its exponents would be mistaken for. */
const UNIT_REASONS: readonly Reason[] = [otherUnit, inverted, unraised];
