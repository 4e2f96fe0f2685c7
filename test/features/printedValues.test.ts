import { equal } from 'node:assert/strict';
import { printCapacity, printCelsius, printCelsiusRange, printRange } from '../../server/chemistry/printUnits';
import { cardOf } from '../../server/features/card/card';
import { typesetText } from '../../server/features/card/typesetText';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import type { Property } from '../../server/knowledge/species';

suite('values as papers print them', () => {
  const celsius: [kelvin: number, printed: string][] = [
    [298, '25 °C'],
    [298.2, '25 °C'],
    [298.15, '25 °C'],
    [290.45, '17.3 °C'],
    [206, '−67 °C'],
  ];
  for (const [kelvin, printed] of celsius)
    test(`${kelvin} K is ${printed}`, () => equal(printCelsius(kelvin), printed));

  test('a range has its unit once, and no dash before a minus', () => {
    equal(printCelsiusRange(340, 348), '67 – 75 °C');
    equal(printCelsiusRange(263.15, 283.15), '−10 to 10 °C');
  });

  test('a range has one notation', () => {
    equal(printRange(0.0062, 0.8), '0.0062 – 0.8');
    equal(printRange(1e-14, 1e-13), '10⁻¹⁴ – 10⁻¹³');
    equal(printRange(1e-7, 2e-6), '(0.1 – 2) × 10⁻⁶');
  });

  test('capacities have three or four digits', () => {
    equal(printCapacity(3861.9), '3862 mAh g⁻¹');
    equal(printCapacity(275.5), '276 mAh g⁻¹');
    equal(printCapacity(169.9), '170 mAh g⁻¹');
  });

  test('values in different units are no range', () => {
    const value = (value: number, unit: string): Property => {
      return { property: 'solubility', value, unit, basis: 'measured', sources: [] };
    };
    const properties = [value(0.1, 'mol/kg'), value(3, 'g/L'), value(0.3, 'mol/kg')];
    const salt = { id: 'mine', class: 'salt', names: [], properties } as const;
    equal(cardOf(salt, bundledCatalogue()).rows[0]?.value, '0.1 – 0.3 mol kg⁻¹; 3 g L⁻¹');
  });

  test('formulas in sentences of records are set, what is in backticks is not', () => {
    equal(typesetText('Li2O in LixCoO2 at 1 mA/cm2'), 'Li₂O in LiₓCoO₂ at 1 mA/cm²');
    equal(typesetText('from 291.4 to 272.4 Å3'), 'from 291.4 to 272.4 Å³');
    equal(typesetText('C2/m, P42/nmc and P212121, not C2H4/air'), 'C2/m, P42/nmc and P212121, not C₂H₄/air');
    equal(
      typesetText('from O3 to P3, an O2-type oxide that loses O2'),
      'from O3 to P3, an O2-type oxide that loses O₂',
    );
    equal(typesetText('the `H2`–`H3` transition gives no H2'), 'the H2–H3 transition gives no H₂');
  });
});
