import type { Composition } from '../../chemistry/composition';
import { expectedCharge, impossibleSalt, isImpossibleIon } from '../../chemistry/ionCharge';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Finding, Rule } from '../rule';
import { misprintAt } from './misprint';
import { isUnusualChemistry, type WrittenFormula, writtenFormulas } from './written';

/** An ion with a charge that it cannot bear, or a salt whose charges cannot cancel. */
export const charge = {
  code: 'chemistry/charge',
  title: 'Charge that an ion or a salt cannot have',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'Phosphate «PO4^2−^» was added.' },
      { text: 'The «PF6» anion coordinates weakly.' },
      { text: 'The compound «LiAlO4» was found.' },
    ],
    good: ['The radical CO3^•−^ is short-lived.', 'S2O8^2−^, MnO4^−^, LiO2 and LiAlH4 are oxidants or not.'],
  },
  *check(file, manuscript) {
    for (const written of writtenFormulas(file)) {
      const { mention } = written;
      const message = impossible(written, file);
      if (!message || isUnusualChemistry(file, mention.prose)) continue;
      if (misprintAt(written, file, manuscript)) continue;
      yield { span: mention.source, message } satisfies Finding;
    }
  },
} as const satisfies Rule;

function impossible({ mention, text }: WrittenFormula, file: FileAnalysis): string | undefined {
  const { composition, charge: written } = mention.formula;
  if (!composition || /[·•.*]/.test(text.replace(/\d\.\d/g, ''))) return undefined;
  const elements = Object.keys(composition);
  const said = saidBeside(file, mention.prose);
  if (written === 0) return said ? missing(text, composition, said) : unbalanced(text, composition);
  if ((said === 'anion' && written > 0) || (said === 'cation' && written < 0))
    return `${text} is called ${said === 'anion' ? 'an anion' : 'a cation'} and bears the charge ${signed(written)}.`;
  if (elements.length === 1) {
    const isAtom = composition[elements[0]!] === 1;
    return isAtom && isImpossibleIon(elements[0]!, written)
      ? `${elements[0]} bears no charge of ${signed(written)}.`
      : undefined;
  }
  if (/^O?H/.test(text) && elements.every((e) => e === 'O' || e === 'H') && composition.O === 1 && composition.H === 1)
    return written < -1 ? 'Hydroxide bears the charge −1.' : undefined;
  const expected = expectedCharge(composition, written);
  return expected === undefined || expected === 0
    ? undefined
    : `The charge ${signed(written)} is not possible here; with these atoms the ion bears ${signed(expected)}.`;
}

function missing(text: string, composition: Composition, said: string): string | undefined {
  const expected = expectedCharge(composition, 0);
  if (expected === undefined || (said === 'anion' ? expected >= 0 : said === 'cation' ? expected <= 0 : expected === 0))
    return undefined;
  return `${text} is called ${said === 'cation' ? 'a cation' : `an ${said}`}, but its charge ${signed(expected)} is missing.`;
}

function unbalanced(text: string, composition: Composition): string | undefined {
  const salt = impossibleSalt(composition);
  if (!salt) return undefined;
  const usual = salt.usual.map(signed).join(' or ');
  return `The charges of ${text} do not cancel: ${salt.centre} would need ${signed(salt.state)}, not ${usual}.`;
}

/** What the words next to the formula call it: `the anion PF6`, `PF6 anions`. */
function saidBeside(
  { parsed: { prose } }: FileAnalysis,
  { start, end }: { start: number; end: number },
): string | undefined {
  const before = /\b(an|cat)ions?,? $/i.exec(prose.text.slice(Math.max(0, start - 10), start))?.[1];
  const after = /^ (an|cat)ions?\b/i.exec(prose.text.slice(end, end + 10))?.[1];
  const said = (before ?? after)?.toLowerCase();
  return said && `${said}ion`;
}

const signed = (charge: number): string => (charge > 0 ? `+${charge}` : `−${-charge}`);
