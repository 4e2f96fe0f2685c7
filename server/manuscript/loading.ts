import type { FileAnalysis } from './fileAnalysis';
import type { Manuscript } from './manuscript';
import type { QuantityMention } from './mention';
import { sentenceAt } from './sentence';

/** The loading of the electrodes, and where the manuscript says it. */
export interface Loading {
  /** mg/cm² */
  readonly value: number;
  readonly file: FileAnalysis;
  readonly mention: QuantityMention;
}

/** The one loading that a manuscript gives its electrodes; undefined where it gives none, a range or several. */
export function loadingOf(manuscript: Manuscript): Loading | undefined {
  const given = manuscript.files.flatMap(({ uri }) => {
    const file = manuscript.analysis(uri)!;
    return file.mentions.flatMap((mention) =>
      mention.kind === 'quantity' && mention.unit === 'mg/cm2' && saysLoading(file, mention) ? [{ file, mention }] : [],
    );
  });
  const [first] = given;
  const value = first?.mention.value;
  return first && typeof value === 'number' && given.every(({ mention }) => mention.value === value)
    ? { value, ...first }
    : undefined;
}

const saysLoading = ({ parsed: { prose } }: FileAnalysis, { prose: at }: QuantityMention): boolean =>
  /loading/i.test(prose.slice(sentenceAt(prose, at)));
