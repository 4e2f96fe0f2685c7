import { type Claim, claimsOf } from '../../manuscript/claims/claims';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Rule } from '../rule';

/** A retention or efficiency that abstract and body give differently for the same cell and number of cycles. */
export const disagree = {
  code: 'claims/disagree',
  title: 'Abstract and body give different values',
  defaultLevel: 'off',
  examples: {
    bad: [
      {
        text: '# Abstract\n\nLi||NMC811 cells keep a retention of «92%» after 300 cycles.\n\n# Results\n\nLi||NMC811 cells have a retention of 88% after 300 cycles.',
      },
    ],
    good: [
      '# Abstract\n\nLi||NMC811 cells keep a retention of 91% after 300 cycles.\n\n# Results\n\nLi||NMC811 cells have a retention of 91.2% after 300 cycles.',
      '# Abstract\n\nLi||NMC811 cells keep a retention of 92% after 300 cycles.\n\n# Results\n\nWithout additive, Li||NMC811 cells have a retention of 92.4% after 300 cycles and of 60% after 900 cycles.',
    ],
  },
  *check(file, manuscript) {
    const comparable = claimsOf(manuscript).filter(isComparable);
    for (const claim of comparable) {
      if (claim.uri !== file.uri || claim.part !== 'abstract') continue;
      const others = comparable.filter((other) => other.part === 'body' && isSameCase(claim, other));
      const [first] = others;
      if (!first || others.some((other) => agree(claim, other))) continue;
      const { prose } = fileOf(first, manuscript).parsed;
      yield {
        span: claim.source,
        message: `The body gives ${prose.slice(first.prose)} for this ${claim.property} (line ${first.line}).`,
        related: [{ uri: first.uri, span: first.source, message: `${claim.property} in the body` }],
      };
    }
  },
} as const satisfies Rule;

const fileOf = ({ uri }: Claim, manuscript: Manuscript) => manuscript.analysis(uri)!;

const isComparable = ({ property, value, cycles, subject, relation }: Claim): boolean =>
  (property === 'capacity retention' || property === 'coulombic efficiency') &&
  typeof value === 'number' &&
  cycles !== undefined &&
  subject !== undefined &&
  relation === undefined;

const isSameCase = (a: Claim, b: Claim): boolean =>
  a.property === b.property && a.cycles === b.cycles && a.subject === b.subject;

/** Equal, or one rounded from the other. */
function agree(a: Claim, b: Claim): boolean {
  const [x, y] = [a.value as number, b.value as number];
  return [0, 1, 2].some((digits) => x === rounded(y, digits) || y === rounded(x, digits));
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
