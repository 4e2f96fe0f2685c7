import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flat, type Script, type ScriptedText } from '../../server/base/script';
import { type Formula, parseFormula } from '../../server/chemistry/formula';
import { filled } from '../support/hostile';
import { assertLinear } from '../support/processorTime';

/** `Li_{1-x}CoO_2`, `Fe^{2+}` with real scripts, as the readers of markup give them. */
function scripted(typed: string): ScriptedText {
  let text = '';
  const scripts: Script[] = [];
  for (const [, mark, braced, plain] of typed.matchAll(/([_^])\{([^}]*)\}|([^_^])/g)) {
    const piece = braced ?? plain!;
    text += piece;
    for (let i = 0; i < piece.length; i++) scripts.push(mark === '_' ? 'sub' : mark === '^' ? 'super' : 'normal');
  }
  return { text, scriptAt: (i) => scripts[i] ?? 'normal' };
}

function read(text: string): Formula {
  const result = parseFormula(/[_^]\{/.test(text) ? scripted(text) : flat(text));
  assert.ok(result.ok, result.ok ? '' : `${text}: ${result.error}`);
  return result.formula;
}

function reason(text: string): string {
  const result = parseFormula(flat(text));
  assert.ok(!result.ok, `${text} was read`);
  return result.error;
}

suite('parseFormula', () => {
  const compositions: [string, Record<string, number>][] = [
    ['LiFePO4', { Li: 1, Fe: 1, P: 1, O: 4 }],
    ['LiNi0.8Co0.15Al0.05O2', { Li: 1, Ni: 0.8, Co: 0.15, Al: 0.05, O: 2 }],
    ['LiNi₀.₅Mn₁.₅O₄', { Li: 1, Ni: 0.5, Mn: 1.5, O: 4 }],
    ['Li[Ni1/2Mn1/2]O2', { Li: 1, Ni: 0.5, Mn: 0.5, O: 2 }],
    ['Na3V2(PO4)3', { Na: 3, V: 2, P: 3, O: 12 }],
    ['{[Mg(BH4)2]2NH3}3', { Mg: 6, B: 12, H: 57, N: 3 }],
    ['LiN(SO2F)2', { Li: 1, N: 1, S: 2, O: 4, F: 2 }],
    ['CH3COOLi', { C: 2, H: 3, O: 2, Li: 1 }],
    ['MnCl2·4H2O', { Mn: 1, Cl: 2, H: 8, O: 4 }],
    ['MnSO4.5H2O', { Mn: 1, S: 1, O: 9, H: 10 }],
    ['NiSO4 * 6 H2O', { Ni: 1, S: 1, O: 10, H: 12 }],
    ['FeO0.5', { Fe: 1, O: 0.5 }],
    ['Fe(III)2O3', { Fe: 2, O: 3 }],
    ['LiMn(III)O2(s)', { Li: 1, Mn: 1, O: 2 }],
    ['LiCoO_{2(s)}', { Li: 1, Co: 1, O: 2 }],
    ['Na 2 Ti 3 O 7', { Na: 2, Ti: 3, O: 7 }],
    ['β-PbF2', { Pb: 1, F: 2 }],
    ['P2-Na0.7CoO2', { Na: 0.7, Co: 1, O: 2 }],
    ['LiD', { Li: 1, D: 1 }],
    ['Na@C70', { Na: 1, C: 70 }],
    ['Li2O-SiO2', { Li: 2, O: 3, Si: 1 }],
    ['0.7Li2S-0.3P2S5', { Li: 1.4, S: 2.2, P: 0.6 }],
    ['(La0.5,Sr0.5)MnO3', { La: 0.5, Sr: 0.5, Mn: 1, O: 3 }],
    ['SrAl2O4: Eu2+, Dy3+', { Sr: 1, Al: 2, O: 4 }],
    ['lithium iron oxide LiFeO2', { Li: 1, Fe: 1, O: 2 }],
    ['^{6}Li_{2}CO_{3}', { Li: 2, C: 1, O: 3 }],
    ['K4[MnII(CN)6]', { K: 4, Mn: 1, C: 6, N: 6 }],
    ['VOCl_{g}', { V: 1, O: 1, Cl: 1 }],
    ['SO_{3,ads}', { S: 1, O: 3 }],
    ['CuI', { Cu: 1, I: 1 }],
    ['Cs0.2FA0.8Pb(I0.9Br0.1)3', { Cs: 0.2, C: 0.8, N: 1.6, H: 4, Pb: 1, I: 2.7, Br: 0.3 }],
    ['(BA)2MAPb2I7', { C: 9, N: 3, H: 30, Pb: 2, I: 7 }],
    ['Zn(NO3)26H2O', { Zn: 1, N: 2, O: 12, H: 12 }],
    ['CoSO4 7H2O', { Co: 1, S: 1, O: 11, H: 14 }],
  ];
  for (const [text, composition] of compositions) {
    test(`${text} has the atoms ${JSON.stringify(composition)}`, () => {
      assert.deepEqual(read(text).composition, composition);
    });
  }

  const charges: [string, number, Record<string, number>][] = [
    ['Mn3+', 3, { Mn: 1 }],
    ['PO43-', -3, { P: 1, O: 4 }],
    ['PO4^3-', -3, { P: 1, O: 4 }],
    ['PO_{4}^{3-}', -3, { P: 1, O: 4 }],
    ['Al(OH)^{-}_{4}', -1, { Al: 1, O: 4, H: 4 }],
    ['BF4-', -1, { B: 1, F: 4 }],
    ['Br3-', -1, { Br: 3 }],
    ['Zn++', 2, { Zn: 1 }],
    ['[Co(NH3)6]3+', 3, { Co: 1, N: 6, H: 18 }],
    ['O_{2}^{•−}', -1, { O: 2 }],
    ['Mg^{2 + }', 2, { Mg: 1 }],
    ['Na^{+}(aq)', 1, { Na: 1 }],
    ['Mn[2+](aq)', 2, { Mn: 1 }],
    ['Zn(2+)', 2, { Zn: 1 }],
    ['SO4[--]', -2, { S: 1, O: 4 }],
    ['K[+]', 1, { K: 1 }],
  ];
  for (const [text, charge, composition] of charges) {
    test(`${text} carries ${charge}`, () => {
      assert.deepEqual([read(text).charge, read(text).composition], [charge, composition]);
    });
  }

  const open: [string, string[]][] = [
    ['Li1-xCoO2', ['x']],
    ['Li_{1-x-y}Ni_{x}Mn_{y}O_{2}', ['x', 'y']],
    ['BaCoO3−δ', ['δ']],
    ['BaCoO_{3}-δ', ['δ']],
    ['Na2(1-x)Mg2xO', ['x']],
    ['LiMO2', ['M']],
    ['Li_{N+1}Si_{12}', ['N']],
    ['C_{n}H_{2n+2}', ['n']],
  ];
  for (const [text, variables] of open) {
    test(`${text} leaves ${variables.join(', ')} open`, () => {
      assert.deepEqual([read(text).composition, read(text).variables], [null, variables]);
    });
  }

  test('a site shared in unstated parts has no composition', () => {
    assert.equal(read('Li2[Mn, Ru]O3').composition, null);
  });

  const refusals: [string, RegExp][] = [
    ['', /empty/],
    ['lifepo4', /“l” at position 1/],
    ['LiQO2', /“Q” at position 3 is not an element symbol/],
    ['LiFePo4x/', /“\/” at position 9/],
    ['Na(OH', /end comes before the closing “\)”/],
    ['Na(OH]2', /“\]” at position 6 stands where “\)”/],
    ['NaOH)', /closes a bracket that was not opened/],
    ['Mg(2)', /brackets without an element/],
    ['Na+Cl-', /joins two substances/],
    ['LiFePO4/C', /“\/” at position 8/],
    ['Si–O', /a bond or a system/],
    ['US06', /needless zero/],
    ['NMC811', /grade or a code/],
    ['NaBrX', /stands for a halide/],
  ];
  for (const [text, message] of refusals) {
    test(`“${text}” is refused: ${message.source}`, () => {
      assert.match(reason(text), message);
    });
  }

  test('never throws, whatever the text and its scripts', () => {
    const scripts = fc.constantFrom<Script>('normal', 'sub', 'super');
    const formulaLike = fc.string({
      unit: fc.constantFrom(...'LiFeOPx12.()[]{}+-−·, :/^_=@δ□°eéAMXR³₂⁺'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), formulaLike), fc.array(scripts), (text, styles) => {
        const result = parseFormula({ text, scriptAt: (i) => styles[i % styles.length] ?? 'normal' });
        assert.equal(typeof result.ok, 'boolean');
      }),
      { numRuns: 2000 },
    );
  });

  test('the same chemistry in flat, lowered and Unicode spelling gives the same composition', () => {
    const element = fc.constantFrom('Li', 'Na', 'Fe', 'Co', 'P', 'S', 'O', 'F');
    const part = fc.tuple(element, fc.integer({ min: 2, max: 99 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const unicode = (n: number) => [...String(n)].map((d) => '₀₁₂₃₄₅₆₇₈₉'[Number(d)]).join('');
        const spellings = [
          parts.map(([e, n]) => `${e}${n}`).join(''),
          parts.map(([e, n]) => `${e}_{${n}}`).join(''),
          parts.map(([e, n]) => `${e}${unicode(n)}`).join(''),
        ];
        const [first, ...others] = spellings.map((s) => read(s).composition);
        for (const other of others) assert.deepEqual(other, first);
      }),
    );
  });

  test('time grows with the length, on hostile text too', () => {
    const hostile = [
      '(',
      '((Li',
      'Li2',
      'Li(',
      '1',
      '-',
      '·',
      '^',
      '_{',
      'x+',
      '(1-x',
      '[Li,',
      'Fe2+',
      ' ',
      'H2O.',
      ':Eu',
    ];
    for (const piece of hostile) {
      assertLinear(piece, (length) => parseFormula(flat(filled(piece, length))), 100_000);
    }
  });
});
