import type { Formula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import { siteMismatch } from '../../chemistry/siteFamilies';
import { isClosed, type Linear, readAmounts, sumOf, type WrittenAmounts } from '../../chemistry/siteSums';
import type { Rule } from '../rule';
import { misprintAt } from './misprint';
import { writtenFormulas } from './written';

/** Metals that share a site add up to more than it holds, or to less where nothing may be missing. */
export const stoichiometry = {
  code: 'chemistry/stoichiometry',
  title: 'Metals that share a site do not add up',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'The oxide «LiNi0.59Co0.2Mn0.2Al0.1O2» keeps its capacity.' },
      { text: 'Samples «LiFe1−xMnyPO4» and «LiFe1−xMn1−xPO4» were ground.' },
    ],
    good: [
      'LiNi0.33Co0.33Mn0.33O2, Li1.2Ni0.13Co0.13Mn0.54O2 and LiNi0.5Mn1.5O4−δ were compared.',
      'Ions of (Li0.45La0.78Ce0.05)ScO3 leave their site, and TiCl~x~ becomes TiCl~x−1~.',
    ],
  },
  *check(file, manuscript) {
    for (const written of writtenFormulas(file)) {
      const { mention, text } = written;
      const amounts = mention.formula.charge === 0 ? readAmounts(text) : undefined;
      const message =
        amounts && (negativeIndex(amounts) ?? crowdedSite(amounts) ?? crowdedBracket(amounts, mention.formula));
      if (message && !misprintAt(written, file, manuscript)) yield { span: mention.source, message };
    }
  },
} as const satisfies Rule;

/** `SxSex−1`, where x is a share: below zero. */
function negativeIndex({ indices }: WrittenAmounts): string | undefined {
  const negative = indices.find(
    ({ constant, factors }) => constant === -1 && factors.size === 1 && factors.get('x') === 1,
  );
  const isShare = indices.some(
    ({ constant, factors }) => constant === 0 && factors.size === 1 && factors.get('x') === 1,
  );
  return negative && isShare ? 'The index x−1 is negative for every share x; 1−x was meant, perhaps.' : undefined;
}

function crowdedSite(amounts: WrittenAmounts): string | undefined {
  const mismatch = siteMismatch(amounts);
  if (!mismatch) return undefined;
  const { elements, sum, expected } = mismatch;
  return `${list(elements)} add up to ${print(sum)}, but share ${expected === 1 ? 'one site' : `${expected} sites`}.`;
}

/** Shares in one pair of brackets: `(La0.8Sr0.3)`. Alkali ions that balance the charges lie on other sites, too. */
function crowdedBracket({ groups }: WrittenAmounts, { composition }: Formula): string | undefined {
  const isBalanced = composition !== null && chargeBalance(composition)?.balanced === true;
  for (const group of groups) {
    const shares = [...group.values()];
    const sum = sumOf(shares);
    const areShares =
      shares.length > 1 && shares.every((share) => isClosed(share) && share.constant > 0 && share.constant < 1);
    if (!areShares || sum.constant <= 1.025 || sum.constant > 1.35) continue;
    if (isBalanced && [...group.keys()].some((element) => /^(?:Li|Na|K)$/.test(element))) continue;
    return `${list([...group.keys()])} in the brackets add up to ${print(sum)}, but share one site.`;
  }
  return undefined;
}

const list = (elements: readonly string[]): string =>
  elements.length < 2 ? elements.join('') : `${elements.slice(0, -1).join(', ')} and ${elements.at(-1)}`;

function print({ constant, factors }: Linear): string {
  const number = (n: number) => String(Math.round(n * 1e4) / 1e4);
  return [...factors].reduce((text, [name, factor]) => {
    if (Math.abs(factor) < 1e-9) return text;
    const size = Math.abs(factor) === 1 ? '' : number(Math.abs(factor));
    return `${text} ${factor > 0 ? '+' : '−'} ${size}${name}`;
  }, number(constant));
}
