import { deepEqual, equal } from 'node:assert/strict';
import type { FormatId } from '../../../server/text';
import { diagnose, only } from '../../support/paper';

/** Texts with four formulas set and one, LiPF6, flat: what the fix makes of it. */
const set = (text: string, language: FormatId) => {
  const { diagnostics, after } = diagnose(text, { language });
  const [finding] = only('chemistry/typeset', diagnostics);
  return after(finding?.fixes?.[0]);
};

suite('chemistry/typeset sets a flat formula as the others are set', () => {
  const cases: readonly (readonly [FormatId, (formula: string, index: string) => string])[] = [
    ['latex', (formula, index) => `\\ce{${formula}${index}}`],
    ['latex', (formula, index) => `${formula}$_${index}$`],
    ['latex', (formula, index) => `${formula}\\textsubscript{${index}}`],
    ['latex', (formula, index) => `$\\mathrm{${formula}_${index}}$`],
    ['markdown', (formula, index) => `${formula}~${index}~`],
    ['markdown', (formula, index) => `${formula}<sub>${index}</sub>`],
    ['typst', (formula, index) => `${formula}#sub[${index}]`],
    ['markdown', (formula, index) => `${formula}${'₀₁₂₃₄₅₆'[Number(index)]}`],
  ];
  for (const [language, write] of cases) {
    test(`${language}: ${write('LiPF', '6')}`, () => {
      const others = [
        write('LiBF', '4'),
        write('AlF', '3'),
        write('MgCl', '2'),
        write('TiO', '2'),
        write('SiO', '2'),
      ].join(', ');
      const text = (formula: string) => `We met ${others}; then ${formula} was added to the cell.`;
      equal(set(text('LiPF6'), language), text(write('LiPF', '6')));
    });
  }

  test('leaves a manuscript alone that sets formulas flat', () => {
    deepEqual(only('chemistry/typeset', diagnose('LiPF6, LiBF4, AlF3, MgCl2 and TiO~2~ are here.').diagnostics), []);
  });
});
