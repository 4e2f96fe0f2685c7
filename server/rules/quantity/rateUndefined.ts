import type { Span } from '../../base/span';
import type { Manuscript } from '../../manuscript/manuscript';
import type { QuantityCandidate } from '../../manuscript/recognise/quantities';
import { below, INTRODUCTION } from '../../manuscript/sections';
import type { Prose } from '../../text/prose';
import type { Rule } from '../rule';

/** C-rates in a paper with experiments that nowhere says what 1C is. */
export const rateUndefined = {
  code: 'quantity/rate-undefined',
  title: 'C-rates whose 1C is never given',
  defaultLevel: 'off',
  examples: {
    bad: [{ text: '# Experimental\n\nCells were formed at «0.1 C» and cycled at 0.5 C.' }],
    good: [
      '# Experimental\n\nCells were cycled at 0.5 C (1 C = 160 mA g^−1^) after 0.1 C.',
      '# Experimental\n\nThe cycling at 0.5 C and 0.1 C is described in the Supporting Information.',
      '# Experimental\n\nCells were formed with a current of 6 mA g^−1^ (C/20 assuming a theoretical capacity of 120 mAh g^−1^), then at C/5.',
      '# Methods\n\nIt was charged at a constant current of 2.8 A (1C-rate), then to C/20, and later at C/3.',
      '# Experimental\n\nCells were cycled at 0.5 C (corresponding current density of 80 mA g^−1^), then at 400 mA g^−1^ (∼2.5 C).',
      '# Cells\n\n## Experimental\n\nThe theoretical capacity of all samples was 170 mAh g^−1^. Cells were cycled at 0.1C and 1C.',
      '# Experimental\n\nCells were cycled at C/10, where C denotes the current that inserts one Na in an hour, then at C/5.',
      '# Paper\n\n## Introduction\n\nOthers gave 185 mAh g^−1^ at 0.1 C and 140 mAh g^−1^ at 1 C.\n\n## Experimental\n\nOurs were cycled at 20 mA g^−1^.',
      '# Synthetic methods of sulfides\n\nSuch cells work at 0.1 C, others at 1 C.',
      '# Outlook\n\nFast charging at 4 C or 5 C is far away.',
    ],
  },
  *check(file, manuscript) {
    const first = firstRate(manuscript);
    if (first?.uri !== file.uri || !describesExperiments(manuscript) || isRateGiven(manuscript)) return;
    yield {
      span: file.parsed.prose.toSource(first.prose),
      message: 'C-rates are used, but what 1C is (in mA g⁻¹ or mA) was not found in this manuscript.',
    };
  },
} as const satisfies Rule;

/** The first of two rates or more, in the body; those of an introduction are of others. */
function firstRate({ files }: Manuscript) {
  const rates = files.flatMap(({ uri, quantities, parsed: { prose } }) => {
    const isIntroduction = below(prose, INTRODUCTION);
    return quantities.flatMap(({ unit, prose: at }) =>
      unit === '{C-rate}' && prose.blockAt(at.start)?.part === 'body' && !isIntroduction(at) && !isTornDegree(prose, at)
        ? [{ uri, prose: at }]
        : [],
    );
  });
  return rates.length > 1 ? rates[0] : undefined;
}

/** A PDF may make `20 1C` of 20 °C. */
const isTornDegree = (prose: Prose, { start }: Span): boolean => /\d $/.test(prose.text.slice(start - 2, start));

/** Not a review of methods: “Synthetic methods of sulfides”. */
const EXPERIMENTS = /experiment|^[\d. ]*(?:(?:\p{L}+ and )?methods?|methodology)$|materials and|methods? and/iu;

const describesExperiments = ({ files }: Manuscript): boolean =>
  files.some(({ parsed: { prose } }) =>
    prose.blocks.some(
      (block) => (block.kind === 'heading' || block.kind === 'title') && EXPERIMENTS.test(prose.slice(block).trim()),
    ),
  );

/** 1C as a current, a rate beside its current, what the rates are based on, or a reference to another text. */
const isRateGiven = (manuscript: Manuscript): boolean =>
  manuscript.files.some(
    ({ parsed: { prose }, quantities }) =>
      GIVEN.test(prose.text) ||
      C_IS.test(prose.text) ||
      ELSEWHERE.test(prose.text) ||
      isCurrentBeside(quantities, prose),
  ) || isCapacityGiven(manuscript);

/** `0.2 C (32 mA g⁻¹)`, `2.8 A (1C rate)`, `0.5 C (equal to 80 mA g⁻¹)`, `400 mA g⁻¹ (∼2.2 C)`: the same in two units, in either order. */
const isCurrentBeside = (quantities: readonly QuantityCandidate[], prose: Prose): boolean =>
  quantities.slice(1).some((quantity, i) => {
    const before = quantities[i]!;
    const isPair = [before, quantity].some(isRate) && [before, quantity].some(isCurrent);
    return isPair && SAME.test(prose.text.slice(before.prose.end, quantity.prose.start));
  });

const isRate = ({ unit }: QuantityCandidate): boolean => unit === '{C-rate}';
const isCurrent = ({ unit }: QuantityCandidate): boolean => /^[mu]?A(?:\/(?:k?g|c?m2))?$/.test(unit);

/** A bracket, a sign or words that say that two quantities are the same. */
const SAME =
  /^(?:[- ](?:charge |discharge )?rates?)?(?: \(C-rate\))?[ ,]*(?:(?:\(|=|≈|≙|≡|~|∼|:|i\.e\.|that is|which is|equal(?:s|ling)?(?: to)?|equivalent to|correspond(?:s|ing)(?: to)?|(?:a )?current(?: density)?(?: of)?|or|about|approximately|ca\.)[ ,]*)+$/;

/** The capacity that a section on experiments names is what its rates are based on: `The theoretical capacity was 170 mAh g⁻¹`. */
const isCapacityGiven = ({ files }: Manuscript): boolean =>
  files.some(({ parsed: { prose } }) => {
    const isBelowExperiments = below(prose, EXPERIMENTS);
    return [...prose.text.matchAll(CAPACITY)].some(({ index }) => isBelowExperiments({ start: index, end: index }));
  });

const CAPACITY =
  /\b(?:theoretical|nominal|rated|practical|assumed) (?:specific )?capacit(?:y|ies)\b[^.;]{0,60}\d ?m?A ?h/gi;

const GIVEN =
  /\b1(?:\.0)? ?C\b[^.;]{0,40}?(?:=|≈|≙|~|corresponds?|equals?|is|was|refers|denotes|means|being|:|\()[^.;]{0,60}\d ?mA|C[- ]rates?[^.]{0,80}(?:based on|calculated|defined|determined|normali[sz]ed|relative to|with respect)|(?:theoretical|nominal|rated) capacity of[^.]{0,60}(?:C[- ]rate|1 ?C)/i;
/** `where C is the current that inserts one sodium in an hour` */
const C_IS = /\b(?:where|with|and) C (?:denotes|is|being|stands for|means|refers to|corresponds to)\b/;
const ELSEWHERE =
  /(?:electrochem|cycl|cell)[^\n]{0,160}(?:supporting information|supplementary|\bESI\b|described (?:previously|elsewhere)|reported (?:previously|elsewhere))/i;
