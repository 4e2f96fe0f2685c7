import { type Claim, claimsOf } from '../../manuscript/claims/claims';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Rule } from '../rule';

/** A retention or efficiency of the abstract that is nowhere else, while the body gives others after as many cycles. */
export const disagree = {
  code: 'claims/disagree',
  title: 'Abstract and body give different values',
  defaultLevel: 'off',
  examples: {
    bad: [
      {
        text: '# Abstract\n\nLi||NMC811 cells keep a retention of «92%» after 300 cycles.\n\n# Results\n\nLi||NMC811 cells have a retention of 88% after 300 cycles.',
      },
      {
        text: '# Abstract\n\nThe cells show a capacity retention of «87%» after 350 cycles.\n\n# Results\n\nAfter 350 cycles, the Li||NMC811 cell has a capacity retention of 78%.',
      },
    ],
    good: [
      '# Abstract\n\nLi||NMC811 cells keep a retention of 91% after 300 cycles.\n\n# Results\n\nLi||NMC811 cells have a retention of 91.2% after 300 cycles.',
      '# Abstract\n\nLi||NMC811 cells keep a retention of 92% after 300 cycles.\n\n# Results\n\nWithout additive, Li||NMC811 cells have a retention of 92.4% after 300 cycles and of 60% after 900 cycles.',
      '# Abstract\n\nThe cells keep a retention of 92% after 300 cycles.\n\n# Results\n\nThe bare electrode has a retention of 71% after 300 cycles.',
      '# Abstract\n\nLi||NMC811 cells keep a retention of 92% after 300 cycles.\n\n# Results\n\nLi||NMC622 cells have a retention of 88% after 300 cycles.',
    ],
  },
  *check(file, manuscript) {
    const comparable = claimsOf(manuscript).filter(isComparable);
    for (const claim of comparable) {
      if (claim.uri !== file.uri || claim.part !== 'abstract') continue;
      const other = comparable.find((other) => other.part === 'body' && isSameCase(claim, other));
      if (!other || isTold(claim.value, manuscript)) continue;
      const { prose } = manuscript.analysis(other.uri)!.parsed;
      yield {
        span: claim.source,
        message: `The body gives ${prose.slice(other.prose)} for this ${claim.property} (line ${other.line}).`,
        related: [{ uri: other.uri, span: other.source, message: `${claim.property} in the body` }],
      };
    }
  },
} as const satisfies Rule;

type Comparable = Claim & { readonly value: number; readonly cycles: number };

const isComparable = (claim: Claim): claim is Comparable =>
  (claim.property === 'capacity retention' || claim.property === 'coulombic efficiency') &&
  typeof claim.value === 'number' &&
  claim.cycles !== undefined &&
  claim.relation === undefined &&
  !COMPARES.test(claim.sentence);

/** The value may be that of what the work is compared with. */
const COMPARES =
  /\b(?:without|bare|pristine|pure|uncoated|unmodified|untreated|baseline|blank|controls?|reference|conventional|only|whereas|while|contrast|compar\w+|than)\b/i;

const isSameCase = (a: Comparable, b: Comparable): boolean =>
  a.property === b.property &&
  a.cycles === b.cycles &&
  (a.subject === b.subject || a.subject === undefined || b.subject === undefined);

/** Whether a percentage outside the abstract agrees. */
const isTold = (value: number, manuscript: Manuscript): boolean =>
  manuscript.files.some(({ uri }) => {
    const { mentions, parsed } = manuscript.analysis(uri)!;
    return mentions.some(
      (mention) =>
        mention.kind === 'quantity' &&
        mention.unit === '%' &&
        parsed.prose.blockAt(mention.prose.start)?.part !== 'abstract' &&
        [mention.value].flat().some((other) => agree(value, other)),
    );
  });

/** Equal, or one rounded from the other. */
const agree = (x: number, y: number): boolean =>
  [0, 1, 2].some((digits) => x === rounded(y, digits) || y === rounded(x, digits));

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
