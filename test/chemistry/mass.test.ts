import assert from 'node:assert/strict';
import { theoreticalCapacity } from '../../server/chemistry/capacity';
import { compositionKey, massFractions, molarMass } from '../../server/chemistry/composition';
import { atomicWeight, isElement } from '../../server/chemistry/elements';
import { chargeBalance } from '../../server/chemistry/oxidation';
import { typesetFormula } from '../../server/chemistry/typeset';

suite('elements', () => {
  test('their weights, where IUPAC gives one', () => {
    assert.deepEqual(['Li', 'S', 'Ni', 'Zr'].map(atomicWeight), [6.94, 32.06, 58.6934, 91.224]);
    assert.equal(atomicWeight('Tc'), undefined);
    assert.deepEqual(['Og', 'D', 'Xy', 'li'].map(isElement), [true, true, false, false]);
  });
});

suite('molar mass and capacity', () => {
  test('LiFePO4 weighs 157.755 g/mol and stores 169.9 mAh/g', () => {
    const mass = molarMass({ Li: 1, Fe: 1, P: 1, O: 4 })!;
    assert.equal(mass.toFixed(3), '157.755');
    assert.equal(theoreticalCapacity(1, mass).toFixed(1), '169.9');
  });

  test('lithium metal stores 3862 mAh/g', () => {
    assert.equal(theoreticalCapacity(1, atomicWeight('Li')!).toFixed(0), '3862');
  });

  test('mass fractions add up to one', () => {
    const fractions = massFractions({ Li: 2, C: 1, O: 3 })!;
    assert.equal(
      Object.values(fractions)
        .reduce((a, b) => a + b)
        .toFixed(12),
      '1.000000000000',
    );
  });

  test('an element without a standard weight leaves the mass open', () => {
    assert.equal(molarMass({ Tc: 1, O: 2 }), undefined);
  });

  test('the key knows no order', () => {
    assert.equal(compositionKey({ O: 2, Co: 1, Li: 1 }), compositionKey({ Li: 1, Co: 1, O: 2 }));
  });
});

suite('chargeBalance', () => {
  test('one transition metal takes what the others leave', () => {
    assert.deepEqual(chargeBalance({ Li: 1, Ni: 0.5, Mn: 1.5, O: 4 }), {
      balanced: true,
      states: ['Li +1', 'Ni +2', 'Mn +4', 'O −2'],
    });
    assert.deepEqual(chargeBalance({ Li: 1, Mn: 2, O: 4 }), { balanced: true, states: ['Li +1', 'Mn +3.5', 'O −2'] });
  });

  test('peroxides, polysulfides and pyrite balance with less than −2', () => {
    assert.deepEqual(chargeBalance({ Na: 2, O: 2 }), { balanced: true, states: ['Na +1', 'O −1'] });
    assert.deepEqual(chargeBalance({ Li: 2, S: 4 }), { balanced: true, states: ['Li +1', 'S −0.5'] });
    assert.deepEqual(chargeBalance({ Fe: 1, S: 2 }), { balanced: true, states: ['Fe +2', 'S −1'] });
  });

  test('says what is left over', () => {
    assert.deepEqual(chargeBalance({ Li: 1, Al: 1, O: 3 }), { balanced: false, remainder: -2 });
  });

  test('has no answer for alloys, organics and elements', () => {
    for (const composition of [{ Li: 15, Si: 4 }, { C: 2, H: 6, O: 1 }, { S: 8 }, { C: 1, O: 2 }]) {
      assert.equal(chargeBalance(composition), undefined);
    }
  });
});

suite('typesetFormula', () => {
  const pairs: [string, string][] = [
    ['LiNi0.8Co0.1Mn0.1O2', 'LiNi₀.₈Co₀.₁Mn₀.₁O₂'],
    ['Na3V2(PO4)3', 'Na₃V₂(PO₄)₃'],
    ['Li1-xCoO2', 'Li₁₋ₓCoO₂'],
    ['SO42-', 'SO₄²⁻'],
    ['Mn3+', 'Mn³⁺'],
    ['LiCoO2|Li6PS5Cl|Li', 'LiCoO₂|Li₆PS₅Cl|Li'],
    ['NMC811', 'NMC811'],
    ['hard carbon', 'hard carbon'],
  ];
  for (const [flat, set] of pairs) test(`${flat} is set ${set}`, () => assert.equal(typesetFormula(flat), set));
});
