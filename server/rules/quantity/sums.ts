import { type ProseSpan, type Span, span } from '../../base/span';
import type { QuantityMention } from '../../manuscript/mention';
import type { Prose } from '../../text/prose';

/** A stated result beside what the other numbers of its sentence give. */
export interface Sum {
  readonly at: ProseSpan;
  readonly stated: number;
  readonly computed: number;
  /** The calculation as it is shown: `10 mg cm⁻² × 160 mAh g⁻¹ is 1.60 mAh cm⁻²`. */
  readonly shown: string;
}

/** The numbers of one sentence, looked up by what they are called. */
export class Sentence {
  readonly text: string;

  constructor(
    private readonly prose: Prose,
    private readonly at: ProseSpan,
    readonly quantities: readonly QuantityMention[],
  ) {
    this.text = prose.slice(at);
  }

  /** The quantity of the unit, where there is one only, and it is a number without bounds. */
  only(unit: RegExp): Numbered | undefined {
    const found = this.quantities.filter((quantity) => unit.test(quantity.unit));
    return found.length === 1 ? numbered(found[0]!) : undefined;
  }

  /** The quantities of the unit, where there are two and both are numbers without bounds. */
  two(unit: RegExp): readonly [Numbered, Numbered] | undefined {
    const found = this.quantities.filter((quantity) => unit.test(quantity.unit));
    const [first, second] = found.flatMap((quantity) => numbered(quantity) ?? []);
    return found.length === 2 && first && second ? [first, second] : undefined;
  }

  before({ prose: { start } }: QuantityMention): string {
    return this.prose.text.slice(this.at.start, start);
  }

  between(a: QuantityMention, b: QuantityMention): string {
    return this.prose.text.slice(a.prose.end, b.prose.start);
  }

  after({ prose: { end } }: QuantityMention): string {
    return this.prose.text.slice(end, this.at.end);
  }

  /** A number without unit that the pattern's first group holds, where the pattern fits once. */
  number(pattern: RegExp): { at: Span; value: number } | undefined {
    const [match, ...more] = [...this.text.matchAll(pattern)];
    if (!match?.[1] || more.length > 0) return undefined;
    const start = this.at.start + match.index + match[0].length - match[1].length;
    return { at: span(start, start + match[1].length), value: Number(match[1]) };
  }
}

type Numbered = QuantityMention & { readonly value: number };

const numbered = (quantity: QuantityMention): Numbered | undefined =>
  typeof quantity.value === 'number' && !quantity.relation ? (quantity as Numbered) : undefined;

/** Calculations of the trade. Each needs every number by its name or its unit; what could be another number is left alone. */
export const SUMS: readonly ((sentence: Sentence) => Sum | undefined)[] = [
  retentionOfValues,
  lossOfValues,
  fadePerCycle,
  initialEfficiency,
  specificCurrent,
  arealCapacity,
  currentDensity,
  negativeToPositive,
  electrolyteToCapacity,
  specificEnergy,
];

/** `from 165 mAh g⁻¹ in the first cycle to 132 mAh g⁻¹ after 200 cycles, a retention of 80 %` */
function retentionOfValues(sentence: Sentence): Sum | undefined {
  const share = sentence.only(/^%$/);
  const fall = fallOf(sentence);
  if (!share || !fall || !/retention|retain|retained/i.test(sentence.text)) return undefined;
  const [first, last] = fall;
  if (!(first > last) || /(?:per|each) cycle/i.test(sentence.text)) return undefined;
  const computed = (100 * last) / first;
  const stated = asRounded(share.value, computed);
  return { at: share.prose, stated, computed, shown: `${last} / ${first} is ${computed.toFixed(1)} %` };
}

/** The percentage that was computed where the one that is written is near: half a percent is lost where both values are whole numbers. */
const asRounded = (written: number, computed: number): number =>
  Math.abs(computed - written) <= 0.5 ? computed : written;

/** `from 180 to 135 mAh g⁻¹, a loss of 25 %` */
function lossOfValues(sentence: Sentence): Sum | undefined {
  const share = sentence.only(/^%$/);
  const fall = fallOf(sentence);
  if (!share || !fall || !(fall[0] > fall[1]) || PER_CYCLE.test(sentence.text)) return undefined;
  if (
    !/\b(?:loss|fade|fading|decay|drop|decrease|decline|reduction) (?:of|by) (?:about |only |ca\. |~)?$/.test(
      sentence.before(share),
    )
  )
    return undefined;
  const [first, last] = fall;
  const computed = 100 - (100 * last) / first;
  const stated = asRounded(share.value, computed);
  return { at: share.prose, stated, computed, shown: `From ${first} to ${last} is a loss of ${computed.toFixed(1)} %` };
}

/** `from 150 to 120 mAh g⁻¹ over 200 cycles, 0.1 % per cycle`: of the first value, or each time of the one before. */
function fadePerCycle(sentence: Sentence): Sum | undefined {
  const share = sentence.only(/^%(?:\/\{cycle\})?$/);
  // `over 200 cycles` bounds nothing here.
  const [cycles, ...more] = sentence.quantities.filter(({ unit }) => unit === '{cycle}');
  const [first, last] = fallOf(sentence) ?? [];
  if (
    !share ||
    typeof cycles?.value !== 'number' ||
    more.length > 0 ||
    !first ||
    !last ||
    !(first > last) ||
    !PER_CYCLE.test(sentence.text)
  )
    return undefined;
  const linear = (100 * (1 - last / first)) / cycles.value;
  const steady = 100 * (1 - (last / first) ** (1 / cycles.value));
  const shown = `From ${first} to ${last} in ${cycles.value} cycles is ${linear.toPrecision(2)} % per cycle`;
  const isNear = [linear, steady].some((rate) => Math.abs(rate - share.value) < MOST_OFF * rate);
  return { at: share.prose, stated: isNear ? linear : share.value, computed: linear, shown };
}

const PER_CYCLE = /(?:per|each|every|a) cycle\b|\/ ?cycle\b|cycle\^?[-−⁻]/i;
/** Cycles are counted from the first or the one after it, and capacities are rounded. */
const MOST_OFF = 0.15;

/** `charge and discharge capacities of 180 and 153 mAh g⁻¹, an initial Coulombic efficiency of 85 %`: the smaller over the larger. */
function initialEfficiency(sentence: Sentence): Sum | undefined {
  const share = sentence.only(/^%$/);
  const [first, second] = sentence.two(/^m?A\.h(?:\/(?:g|cm2))?$/) ?? [];
  if (!share || !first || !second || first.unit !== second.unit || /respectively[^.]*respectively/.test(sentence.text))
    return undefined;
  const isBoth = /\bcharge\b/i.test(sentence.text) && /\bdischarge\b/i.test(sentence.text);
  const isNamed = /(?:initial|first)[- ](?:cycle )?(?:coulombic efficiency|CE)\b|\bICE\b/i.test(sentence.text);
  if (!isBoth || !isNamed) return undefined;
  const [less, more] = [Math.min(first.value, second.value), Math.max(first.value, second.value)];
  const computed = (100 * less) / more;
  const stated = asRounded(share.value, computed);
  return { at: share.prose, stated, computed, shown: `${less} / ${more} is ${computed.toFixed(1)} %` };
}

/** `At 2C (1C = 170 mA g⁻¹), which is 340 mA g⁻¹` */
function specificCurrent(sentence: Sentence): Sum | undefined {
  const rates = sentence.quantities.filter(({ unit }) => unit === '{C-rate}').flatMap((rate) => numbered(rate) ?? []);
  const [full, current] = sentence.two(/^mA\/g$/) ?? [];
  if (rates.length !== 2 || !full || !current) return undefined;
  const one = rates.find(
    (rate) => rate.value === 1 && rate.prose.end < full.prose.start && IS.test(sentence.between(rate, full)),
  );
  const rate = rates.find((other) => other !== one);
  if (!one || !rate || !IS_THEN.test(sentence.before(current))) return undefined;
  const computed = rate.value * full.value;
  const shown = `${rate.value} × ${full.value} mA g⁻¹ is ${Number(computed.toPrecision(3))} mA g⁻¹`;
  return { at: current.prose, stated: current.value, computed, shown };
}

const IS_THEN =
  /\b(?:which is|that is|i\.e\.,?|which (?:equals|corresponds to)|corresponding to) (?:a (?:specific )?current(?: density)? of )?$/i;

function fallOf(sentence: Sentence): readonly [number, number] | undefined {
  const [first, last] = sentence.two(/^m?A\.h(?:\/(?:g|cm2))?$/) ?? [];
  if (first && last && first.unit === last.unit) {
    const between = sentence.between(first, last);
    const isFall = /\bfrom $/.test(sentence.before(first)) && /^[^.;]{0,60}\bto $/.test(between);
    // `160 mAh g⁻¹ at first and 120 mAh g⁻¹ after 100 cycles`
    const isLater =
      /^[^.;]{0,20}\b(?:at first|initially|in the (?:first|1st) cycle)[^.;]{0,12}\b(?:and|but)(?: \w+){0,3} $/.test(
        between,
      ) && /^ (?:after|in the) /.test(sentence.after(last));
    // `Starting from 150 mAh g⁻¹, 120 mAh g⁻¹ are left`
    const isLeft =
      /\bfrom $/.test(sentence.before(first)) && /^ (?:are|is|were|was) left\b|^ remain/.test(sentence.after(last));
    return isFall || isLater || isLeft ? [first.value, last.value] : undefined;
  }
  const written = FALL.exec(sentence.text.replace(/mA h/g, 'mAh'));
  return written ? [Number(written[1]), Number(written[2])] : undefined;
}

const FALL =
  /\bfrom (?:an? initial (?:value|capacity) of )?([\d.]+)(?: mAh? ?(?:g|cm)[^ ]{0,4}| mAh)? to ([\d.]+) mAh?\b/i;

function arealCapacity(sentence: Sentence): Sum | undefined {
  const loading = sentence.only(/^mg\/cm2$/);
  const specific = sentence.only(/^mA\.h\/g$/);
  const areal = sentence.only(/^mA\.h\/cm2$/);
  if (!loading || !specific || !areal || !/loading/i.test(sentence.text)) return undefined;
  if (/respectively|sulfur utili/i.test(sentence.text)) return undefined;
  const computed = (loading.value * specific.value) / 1000;
  const shown = `${loading.value} mg cm⁻² × ${specific.value} mAh g⁻¹ is ${computed.toPrecision(3)} mAh cm⁻²`;
  return { at: areal.prose, stated: areal.value, computed, shown };
}

/** `0.5C (1C = 170 mA g⁻¹) and a loading of 10 mg cm⁻², a current density of 0.85 mA cm⁻²` */
function currentDensity(sentence: Sentence): Sum | undefined {
  if (/respectively/i.test(sentence.text)) return undefined;
  const loading = sentence.only(/^mg\/cm2$/);
  const current = sentence.only(/^mA\/cm2$/);
  const full = sentence.only(/^mA(?:\.h)?\/g$/);
  const [first, second, ...more] = sentence.quantities.filter(({ unit }) => unit === '{C-rate}');
  if (!loading || !current || !full || !first || !second || more.length > 0) return undefined;
  const one = [first, second].find(
    (rate) => rate.prose.end < full.prose.start && IS.test(sentence.between(rate, full)),
  );
  const rate = one && numbered(one === first ? second : first);
  if (one?.value !== 1 || !rate || !/loading/i.test(sentence.text)) return undefined;
  const computed = (rate.value * full.value * loading.value) / 1000;
  const shown = `${rate.value} × ${full.value} mA g⁻¹ × ${loading.value} mg cm⁻² is ${computed.toPrecision(3)} mA cm⁻²`;
  return { at: current.prose, stated: current.value, computed, shown };
}

const IS = /^ ?(?:=|≙|≈|≡|is|equals|corresponds to|corresponding to) ?$/;

/** Two areal capacities, the negative electrode's and the positive electrode's, and their ratio. */
function negativeToPositive(sentence: Sentence): Sum | undefined {
  const capacities = sentence.two(/^mA\.h\/cm2$/);
  const ratio = sentence.number(
    /\bN ?\/ ?P(?: capacity)?(?: ratio)?(?: \([^)]{0,20}\))? (?:of|is|was|becomes|=)(?: about| ca\.)? ?(\d+\.\d+)(?![\d:])/g,
  );
  if (!capacities || !ratio) return undefined;
  const roles = [...sentence.text.matchAll(/\b(?:(negative|anodes?)|(positive|cathodes?))\b(?![- ]to)/gi)];
  const [a, b] = roles;
  if (roles.length !== 2 || !a || !b || (a[1] === undefined) === (b[1] === undefined)) return undefined;
  const [first, second] = capacities;
  const [negative, positive] = a[1] === undefined ? [second, first] : [first, second];
  const computed = negative.value / positive.value;
  const shown = `${negative.value} / ${positive.value} mAh cm⁻² is ${computed.toFixed(2)}`;
  return { at: ratio.at, stated: ratio.value, computed, shown };
}

/** `40 µL of electrolyte … capacity of 4 mAh … E/C ratio of 10 µL mAh⁻¹` */
function electrolyteToCapacity(sentence: Sentence): Sum | undefined {
  const volume = sentence.only(/^ul$/);
  const capacity = sentence.only(/^mA\.h$/);
  const ratio = sentence.only(/^ul\/mA\/h$/);
  if (!volume || !capacity || !ratio || !/electrolyte/i.test(sentence.text)) return undefined;
  const computed = volume.value / capacity.value;
  const shown = `${volume.value} µL / ${capacity.value} mAh is ${computed.toPrecision(3)} µL mAh⁻¹`;
  return { at: ratio.prose, stated: ratio.value, computed, shown };
}

/** A mean voltage, a specific capacity and their product, all of the same mass. */
function specificEnergy(sentence: Sentence): Sum | undefined {
  const voltage = sentence.only(/^V$/);
  const capacity = sentence.only(/^mA\.h\/g$/);
  const energy = sentence.only(/^W\.h\/kg$/);
  if (!voltage || !capacity || !energy || OTHER_MASS.test(sentence.text)) return undefined;
  // The energy is that of the first cycles as a rule.
  if (/^ after \d/.test(sentence.after(capacity))) return undefined;
  if (!/\b(?:average|mean|nominal)\b[^,;]{0,40}$/i.test(sentence.before(voltage))) return undefined;
  const computed = voltage.value * capacity.value;
  const shown = `${voltage.value} V × ${capacity.value} mAh g⁻¹ is ${computed.toPrecision(3)} Wh kg⁻¹`;
  return { at: energy.prose, stated: energy.value, computed, shown };
}

const OTHER_MASS =
  /cell[- ]level|pouch|total (?:mass|weight)|stack|both electrodes|full[- ]cell|packag|respectively|considering|including/i;
