import type { FileAnalysis } from './fileAnalysis';
import type { Manuscript } from './manuscript';
import type { QuantityMention } from './mention';

/** What a manuscript says that 1C is: `1C = 160 mA g⁻¹`. */
export interface OneC {
  readonly value: number;
  /** UCUM: `mA/g`, `A/g`, `mA/cm2`, `mA`, … */
  readonly unit: string;
  readonly file: FileAnalysis;
  /** The current. */
  readonly mention: QuantityMention;
  /** The `1C` beside it. */
  readonly rate: QuantityMention;
}

/** The current that 1C stands for; undefined where the manuscript gives none, or several for several materials. */
export function oneCOf(manuscript: Manuscript): OneC | undefined {
  const given = manuscript.files.flatMap(({ uri }) => statementsIn(manuscript.analysis(uri)!));
  const [first] = given;
  return given.every(({ value, unit }) => value === first?.value && unit === first.unit) ? first : undefined;
}

function statementsIn(file: FileAnalysis): OneC[] {
  const quantities = file.mentions.filter((mention) => mention.kind === 'quantity');
  return quantities.flatMap((mention, i): OneC[] => {
    const next = quantities[i + 1];
    if (!next) return [];
    const between = file.parsed.prose.text.slice(mention.prose.end, next.prose.start);
    if (!IS.test(between)) return [];
    const current = isOneC(mention) ? next : isOneC(next) ? mention : undefined;
    const unit = current && CURRENTS[current.unit];
    if (!unit || typeof current.value !== 'number' || current.relation) return [];
    return [{ value: current.value, unit, file, mention: current, rate: current === next ? mention : next }];
  });
}

const isOneC = ({ unit, value }: QuantityMention): boolean => unit === '{C-rate}' && value === 1;

/** The capacity that is passed in an hour is often given for the current. */
const CURRENTS: Readonly<Record<string, string>> = {
  'mA/g': 'mA/g',
  'A/g': 'A/g',
  'mA.h/g': 'mA/g',
  'A.h/g': 'A/g',
  'mA/cm2': 'mA/cm2',
  'mA.h/cm2': 'mA/cm2',
  mA: 'mA',
  A: 'A',
};

const IS =
  /^(?: rate)? ?(?:=|≙|≈|≡|:|is|was|equals|(?:is )?(?:equal|equivalent) to|corresponds to|corresponding to|refers to|denotes|means|is (?:defined|taken) as|being) ?$|^ ?\($/;
