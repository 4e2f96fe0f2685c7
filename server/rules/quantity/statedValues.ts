import { type ProseSpan, type Span, span } from '../../base/span';
import { convert } from '../../chemistry/units';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { QuantityMention } from '../../manuscript/mention';
import { sentenceAt } from '../../manuscript/sentence';
import { writtenQuantities } from './written';

/** Properties that are compared with the catalogue, by their keys in `data/schema/properties.yaml`; the capacity is computed. */
export type ComparedProperty = keyof typeof STATED;

interface HowStated {
  readonly label: string;
  /** What an author calls it. */
  readonly words: string;
  /** UCUM; `1` for a number without unit. */
  readonly unit: string;
  /** It depends on the temperature: values near 25 °C are compared. */
  readonly warms: boolean;
}

export const STATED = {
  ionic_conductivity: {
    label: 'ionic conductivity',
    words: '(?<!(?:electronic|electrical|electric|thermal|heat|molar|hole|electron|proton) )conductivit(?:y|ies)',
    unit: 'S/cm',
    warms: true,
  },
  melting_point: {
    label: 'melting point',
    words: 'melting (?:points?|temperatures?)|melts',
    unit: 'K',
    warms: false,
  },
  density: {
    label: 'density',
    // Powders and electrodes have one with their pores.
    words:
      '(?<!(?:energy|power|current|number|packing|tap|tapped|bulk|apparent|compact|compaction|compacted|press|pressed|pressing|green|electrode) )\\bdensity',
    unit: 'g/cm3',
    warms: false,
  },
  theoretical_capacity: {
    label: 'theoretical capacity',
    words: 'theoretical (?:specific |gravimetric )?capacity',
    unit: 'mA.h/g',
    warms: false,
  },
  average_voltage: {
    label: 'average potential',
    words: '(?:average|mean|operating|working|plateau|redox) (?:voltage|potential)|voltage plateau',
    unit: 'V',
    warms: false,
  },
  dynamic_viscosity: { label: 'viscosity', words: '(?<!kinematic )viscosity', unit: 'mPa.s', warms: true },
  relative_permittivity: {
    label: 'relative permittivity',
    words: 'dielectric constant|permittivity',
    unit: '1',
    warms: true,
  },
} as const satisfies Record<string, HowStated>;

/** A value that a sentence gives a property by name. */
export interface StatedValue {
  readonly property: ComparedProperty;
  /** In the unit of the property. */
  readonly low: number;
  readonly high: number;
  readonly reference?: string;
  readonly at: ProseSpan;
}

/** Values beside the name of their property, without bounds (`below 5 mPa s`), at a temperature near 25 °C or none. */
export function statedIn(file: FileAnalysis): StatedValue[] {
  const { prose } = file.parsed;
  const quantities = writtenQuantities(file);
  const withUnit = quantities.flatMap(({ mention }): StatedValue[] => {
    if (mention.relation !== undefined && mention.relation !== '≈') return [];
    const sentence = sentenceAt(prose, mention.prose);
    const property = propertyBefore(prose.text.slice(sentence.start, mention.prose.start), mention.unit);
    if (!property || (STATED[property].warms && isWarm(file, sentence))) return [];
    const [low, high] = endsOf(mention).map((end) => convert(end, mention.unit, STATED[property].unit)!);
    const { reference } = mention;
    return [{ property, low: low!, high: high!, ...(reference !== undefined && { reference }), at: mention.prose }];
  });
  return [...withUnit, ...withoutUnit(file)].sort((a, b) => a.at.start - b.at.start);
}

function propertyBefore(before: string, unit: string): ComparedProperty | undefined {
  return PROPERTIES.find(
    (property) => convert(1, unit, STATED[property].unit) !== undefined && BEFORE[property].test(before),
  );
}

const PROPERTIES = Object.keys(STATED) as ComparedProperty[];

/** ` of LiF (σ) at room temperature is only` */
const LINK = String.raw`(?: \([^)]{1,14}\))?(?: (?:of|for|in) (?:[^\d.;,:%]|(?<=[A-Za-z)\]\d.])\d|(?<=\d)\.(?=\d)){1,40}?)?(?: at (?:room|ambient) temperature)?,? ?(?:of|is|=|:|was|being|at|is as (?:low|high) as|as (?:low|high) as)(?: (?:only|about|around|approximately|ca\.|roughly|merely|just|nearly|~|≈))* ?[~≈∼]? ?$`;

const BEFORE = Object.fromEntries(
  PROPERTIES.map((property) => [property, new RegExp(`(?:${STATED[property].words})${LINK}`, 'i')]),
) as Readonly<Record<ComparedProperty, RegExp>>;

/** A temperature of the sentence that is not that of a room. */
const isWarm = (file: FileAnalysis, sentence: Span): boolean =>
  file.mentionsIn(sentence).some((mention) => {
    if (mention.kind !== 'quantity') return false;
    return endsOf(mention).some((end) => {
      const kelvin = convert(end, mention.unit, 'K');
      return kelvin !== undefined && (kelvin < 290 || kelvin > 306);
    });
  });

function endsOf({ value }: QuantityMention): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}

/** `a dielectric constant of 64.9`: a number without unit, and so no quantity. */
function withoutUnit(file: FileAnalysis): StatedValue[] {
  const { prose } = file.parsed;
  return [...prose.text.matchAll(PERMITTIVITY)].flatMap((match): StatedValue[] => {
    const start = match.index + match[0].length;
    const number = /^\d{1,3}(?:\.\d+)?(?![\d.,]*\d|[-–−×x%°]| ?[×±])/.exec(prose.text.slice(start, start + 12))?.[0];
    const block = prose.blockAt(start);
    if (number === undefined || !block || block.part === 'references') return [];
    const at = span(start, start + number.length);
    if (isWarm(file, sentenceAt(prose, at))) return [];
    return [{ property: 'relative_permittivity', low: Number(number), high: Number(number), at }];
  });
}

const PERMITTIVITY = new RegExp(`(?:${STATED.relative_permittivity.words})${LINK.replace(/\$$/, '')}(?=\\d)`, 'gi');
