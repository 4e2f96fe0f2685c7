import { coefficientsOf, type Difference, differences, elementsOf } from '../../chemistry/balance';
import { compositionKey } from '../../chemistry/composition';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Rule } from '../rule';
import { type Equation, equationsIn, type PlacedTerm } from './equations';
import { signed } from './written';

/** A reaction whose sides hold different atoms or charges. */
export const reaction = {
  code: 'chemistry/reaction',
  title: 'Reaction that does not balance',
  defaultLevel: 'information',
  examples: {
    bad: [
      { text: 'The salt hydrolyses: «LiPF6 + H2O → LiF + POF3 + HF».' },
      { text: 'Plating: «Zn^2+^ + e^−^ → Zn».' },
    ],
    good: [
      'LiPF6 + H2O → LiF + POF3 + 2HF is fast.',
      'On heating, MnO2 → Mn2O3 → Mn3O4.',
      'Complete the following equation: Cr2O7^2−^ + Fe^2+^ + H^+^ → Cr^3+^ + Fe^3+^ + H2O.',
      'It goes on in the next line: $$\\ce{ZrF4 + 2SOCl2 -> ZrCl4}$$\n\n$$\\ce{+ 2SOF2}$$',
      'LiCoO2 → Li1−xCoO2 + xLi^+^ + xe^−^ on charge.',
      'The page shrank (184 KB → 44 KB).',
    ],
  },
  *check(file, { catalogue }) {
    const { prose } = file.parsed;
    for (const equation of equationsIn(file, catalogue)) {
      if (!claimsBalance(equation) || isCalledOpen(file, equation)) continue;
      const { left, right } = equation;
      const differing = differences(left, right);
      if (differing.length === 0) continue;
      const suggested = suggestion(file, equation);
      yield {
        span: prose.toSource(equation.prose),
        message: `The reaction does not balance: ${differing.map(describe).join(', ')}.${suggested ? ` It would as ${suggested}.` : ''}`,
      };
    }
  },
} as const satisfies Rule;

/**
 * A scheme (`MnO2 → Mn3O4`) leaves things out on purpose. What counts atoms or charges, or lets several substances react,
 * claims to be whole; and an element that comes on one side only was left out on purpose again.
 */
function claimsBalance({ left, right }: Equation): boolean {
  const terms = [...left, ...right];
  if (terms.every(({ composition, charge }) => Object.keys(composition).length < 2 && charge === 0)) return false;
  // An amount that changed: `184 KB → 44 KB`.
  if (isSame(left, right)) return false;
  const [a, b] = [elementsOf(left), elementsOf(right)];
  if (a.length !== b.length || a.some((element) => !b.includes(element))) return false;
  const isSingle = left.length === 1 && right.length === 1;
  if (isSingle) return terms.some(({ counted }) => counted) && terms.every(({ charge }) => charge === 0);
  return true;
}

const isSame = ([left, ...more]: readonly PlacedTerm[], [right, ...others]: readonly PlacedTerm[]): boolean =>
  more.length + others.length === 0 &&
  left!.charge === right!.charge &&
  compositionKey(left!.composition) === compositionKey(right!.composition);

const isCalledOpen = ({ parsed: { prose } }: FileAnalysis, { prose: at }: Equation): boolean =>
  /not balanced|unbalanced|schematic|simplified|half[- ]written|\b(?:complete|balance) (?:(?:and balance|each of|the|this|following|chemical|redox) )*(?:equation|reaction)|\bvervollst\w+|\bausgleich\w+|équilibre[rz]\b|ajust(?:e|ar) la/i.test(
    prose.text.slice(Math.max(0, at.start - 160), at.end + 80),
  );

const describe = ({ of, left, right }: Difference): string =>
  of === 'charge'
    ? `charge ${signed(left)} on the left, ${signed(right)} on the right`
    : `${left} ${of} on the left, ${right} on the right`;

function suggestion({ parsed: { prose } }: FileAnalysis, { left, right }: Equation): string | undefined {
  const numbers = coefficientsOf(left, right);
  if (!numbers) return undefined;
  const write = (terms: readonly PlacedTerm[], from: number) =>
    terms
      .map((term, i) => `${numbers[from + i] === 1 ? '' : `${numbers[from + i]} `}${prose.slice(term.substance)}`)
      .join(' + ');
  return `${write(left, 0)} → ${write(right, left.length)}`;
}
