import type { Span } from '../../base/span';
import type { Composition } from '../../chemistry/composition';
import { chargeBalance, isNeutralInMainStates } from '../../chemistry/oxidation';
import { type SiteMismatch, siteMismatch } from '../../chemistry/siteFamilies';
import { isClosed, type Linear, readAmounts, sumOf, type WrittenAmounts } from '../../chemistry/siteSums';
import { sublatticeMismatch } from '../../chemistry/sublattices';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Rule } from '../rule';
import { misprintAt } from './misprint';
import { isSystem, writtenFormulas } from './written';

/** Metals that share a site add up to more than it holds, or to less where nothing may be missing. */
export const stoichiometry = {
  code: 'chemistry/stoichiometry',
  title: 'Metals that share a site do not add up',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'The oxide «LiNi0.59Co0.2Mn0.2Al0.1O2» keeps its capacity.' },
      {
        text: 'Sintered «Li6.4La3Zr1.6Ta0.6O12», «Li1.4Al0.4Ti1.7(PO4)3» and «La0.6Sr0.4Co0.2Fe0.9O3−δ» were compared.',
      },
      {
        text: 'Li~1.2~Mn~0.54~Ni~0.13~Co~0.13~O~2~ is rich in lithium, as «Li~1.2~Mn~0.64~Ni~0.13~Co~0.13~O~2~» is not.',
      },
      { text: 'Samples «LiFe1−xMnyPO4» and «LiFe1−xMn1−xPO4» were ground.' },
    ],
    good: [
      'Li6.4La3Zr1.4Ta0.6O12, Li6.25Al0.25La3Zr2O12, Na3.3Zr1.7La0.3Si2PO12, Li0.34La0.56TiO3, La0.58Sr0.4Co0.2Fe0.8O3−δ and (CoFeMnNiZn)3O4 were compared.',
      'LiNi0.33Co0.33Mn0.33O2, Li1.2Ni0.13Co0.13Mn0.54O2 and LiNi0.5Mn1.5O4−δ were compared.',
      'The oxides NaLiTiMnO2 and Na~0.65~Co^2+^~0.15~Co^3+^~0.35~Ti~0.5~O~2~ were compared.',
      'Calcium lies between the layers of Ca0.05Na0.9Ni0.33Fe0.34Mn0.33O2.',
      'As analysed, Li1.07Al0.69Ti1.46(PO4)3 and Na3Zr1.7Nb0.24Si2PO12 are neutral, and in Mg0.15Na0.02MnO2 magnesium lies between the layers.',
      'A table of NaFeNb(PO4) and Li3Fe2−xTix(PO4) has lost the last index.',
      'Selenides Fe~x−1~Se~x~ with x of 2 or 3 and yttrium among the sodium of Na0.65Y0.025[Ni0.33Mn0.67]O2 and Na0.67Ni0.33Mn0.67YxO2 were studied.',
      'Zirconium takes places of lithium in Li1−xZrx/4Fe0.99Co0.01PO4.',
      'Boron lies between the octahedra of Na0.637B0.038MnO2.',
      'Ions of (Li0.45La0.78Ce0.05)ScO3 leave their site, and TiCl~x~ becomes TiCl~x−1~.',
    ],
  },
  *check(file, manuscript) {
    for (const written of writtenFormulas(file)) {
      const { mention, text } = written;
      const { composition, charge } = mention.formula;
      if (charge !== 0 || hasStates(file, mention.prose) || (composition && isSystem(composition))) continue;
      const amounts = readAmounts(text);
      const message =
        amounts &&
        (negativeIndex(amounts) ?? crowdedSite(amounts, composition) ?? crowdedBracket(amounts, composition));
      if (message && !misprintAt(written, file, manuscript)) yield { span: mention.source, message };
    }
  },
} as const satisfies Rule;

/** `(SxSex−1)`, where x is a share of one site: below zero. Elsewhere it may count: `Fex−1Sex`. */
function negativeIndex({ groups }: WrittenAmounts): string | undefined {
  const isX = ({ factors }: Linear) => factors.size === 1 && factors.get('x') === 1;
  const isNegative = groups.some((group) => {
    const open = [...group.values()].filter(isX);
    return open.some(({ constant }) => constant === -1) && open.some(({ constant }) => constant === 0);
  });
  return isNegative ? 'The index x−1 is negative for every share x; 1−x was meant, perhaps.' : undefined;
}

/** `Co^2+^~0.15~Co^3+^~0.35~TiO2`: states among the amounts. */
const hasStates = ({ parsed: { prose } }: FileAnalysis, { start, end }: Span): boolean =>
  [...prose.text.slice(start, end - 1)].some((_, i) => prose.scriptAt(start + i) === 'super');

/** `(CoFeMnNiZn)3O4`: the metals of a site by their names alone. */
const namesInARow = ({ groups }: WrittenAmounts): boolean =>
  groups.some(
    (group) => group.size > 2 && [...group.values()].every((amount) => isClosed(amount) && amount.constant === 1),
  );

function crowdedSite(amounts: WrittenAmounts, composition: Composition | null): string | undefined {
  // A wrong index would have left the charges open.
  if (composition && isNeutralInMainStates(composition)) return undefined;
  const mismatch = namesInARow(amounts) ? undefined : siteMismatch(amounts);
  const found = mismatch ?? sublatticeMismatch(amounts);
  return found && crowding(found);
}

function crowding({ elements, sum, expected }: SiteMismatch): string {
  return `${list(elements)} add up to ${print(sum)}, but share ${expected === 1 ? 'one site' : `${expected} sites`}.`;
}

/** Shares in one pair of brackets: `(La0.8Sr0.3)`. Alkali ions that balance the charges lie on other sites, too. */
function crowdedBracket({ groups }: WrittenAmounts, composition: Composition | null): string | undefined {
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
