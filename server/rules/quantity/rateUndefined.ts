import type { Span } from '../../base/span';
import type { Manuscript } from '../../manuscript/manuscript';
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

/** The first of two rates or more, in the body. */
function firstRate({ files }: Manuscript) {
  const rates = files.flatMap(({ uri, quantities, parsed }) =>
    quantities.flatMap(({ unit, prose }) =>
      unit === '{C-rate}' && parsed.prose.blockAt(prose.start)?.part === 'body' && !isTornDegree(parsed.prose, prose)
        ? [{ uri, prose }]
        : [],
    ),
  );
  return rates.length > 1 ? rates[0] : undefined;
}

/** A PDF may make `20 1C` of 20 °C. */
const isTornDegree = (prose: Prose, { start }: Span): boolean => /\d $/.test(prose.text.slice(start - 2, start));

const describesExperiments = ({ files }: Manuscript): boolean =>
  files.some(({ parsed: { prose } }) =>
    prose.blocks.some(
      (block) =>
        (block.kind === 'heading' || block.kind === 'title') &&
        // Not a review of methods: “Synthetic methods of sulfides”.
        /experiment|^[\d. ]*(?:(?:\p{L}+ and )?methods?|methodology)$|materials and|methods? and/iu.test(
          prose.slice(block).trim(),
        ),
    ),
  );

/** 1C as a current, where it is described what the rates are based on, or where another text says so. */
const isRateGiven = ({ files }: Manuscript): boolean =>
  files.some(({ parsed: { prose } }) =>
    [GIVEN, RATE_WITH_CURRENT, CURRENT_WITH_RATE, ELSEWHERE].some((pattern) => pattern.test(prose.text)),
  );

const GIVEN =
  /\b1(?:\.0)? ?C\b[^.;]{0,40}?(?:=|≈|≙|~|corresponds?|equals?|is|was|refers|denotes|means|being|:|\()[^.;]{0,60}\d ?mA|C[- ]rates?[^.]{0,80}(?:based on|calculated|defined|determined|normali[sz]ed|relative to|with respect)|(?:theoretical|nominal|rated) capacity of[^.]{0,60}(?:C[- ]rate|1 ?C)/i;
/** `0.2 C (32 mA g⁻¹)` */
const RATE_WITH_CURRENT =
  /\d ?C(?:[- ](?:charge |discharge )?rates?)?(?: \(C-rate\))?,? ?\(?(?:=|≈|~|i\.e\.,? |corresponding to\s)?\s*\d[\d.]* ?[mµ]? ?A/;
/** `2.8 A (1C rate)`, `6 mA g⁻¹ (C/20 …)` */
const CURRENT_WITH_RATE =
  /\d ?[mµ]?A(?: ?(?:g|cm)[^()]{0,8})? ?\((?:\d[\d./]* ?C|C ?\/ ?\d+)(?![A-Za-z])[^()]{0,80}\)|C\/\d+ assuming a theoretical capacity/;
const ELSEWHERE =
  /(?:electrochem|cycl|cell)[^\n]{0,160}(?:supporting information|supplementary|\bESI\b|described (?:previously|elsewhere)|reported (?:previously|elsewhere))/i;
