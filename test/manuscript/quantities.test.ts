import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { findQuantities, type QuantityCandidate } from '../../server/manuscript/recognise/quantities';
import { type FormatId, parseFile } from '../../server/text';
import { read } from '../support/paper';

const show = ({ value, unit, relation, reference }: QuantityCandidate): string =>
  `${relation ?? ''}${typeof value === 'number' ? value : value.join('…')} ${unit}${reference ? ` vs ${reference}` : ''}`;

/** `text → value unit`, the text as a reader sees it. */
function quantities(text: string, language: FormatId = 'markdown'): string[] {
  const { prose } = parseFile(language, text);
  return findQuantities(prose).map((quantity) => `${prose.slice(quantity.prose)} → ${show(quantity)}`);
}

const finds = (text: string, ...expected: string[]): void => {
  test(text, () => assert.deepEqual(quantities(text), expected));
};

/** All the same quantity, however it is written. */
const same = (expected: string, ...texts: string[]): void => {
  for (const text of texts) {
    test(`${text} is ${expected}`, () => {
      const { prose } = parseFile('markdown', `We saw ${text} there.`);
      assert.deepEqual(findQuantities(prose).map(show), [expected]);
    });
  }
};

suite('quantities in running text', () => {
  suite('one unit in its spellings', () => {
    same(
      '160 mA.h/g',
      ...['160 mAh g⁻¹', '160 mAh g^−1^', '160 mAh g^{-1}', '160 mAh g<sup>-1</sup>', '$160~\\text{mAh g}^{-1}$'],
      ...['160 mAh/g', '160 mAh·g^−1^', '160 mAh⋅g^−1^', '160 mAh∙g−1', '160mAh g^–1^', '160 mAhg$^{-1}$'],
      ...['160 mA h g^−1^', '160 mA h·g^–1^', '160 mAh g-1', '160 mAh g -1', '160 mAhg -1', '160 mAh per gram'],
    );
    same('3 mA.h/cm2', '3 mAh cm⁻²', '3 mAh/cm^2^', '3 mAh cm -2', '3 mAh/cm2', '3 mAh per cm^2^');
    same('0.00002 S/cm', '2 × 10^−5^ S cm^−1^', '2 x 10-5 S/cm', '2·10⁻⁵ S·cm⁻¹', '2e-5 Scm⁻¹', '2.0E−5 S· cm−1');
    same('1e-8 S/cm', '10^{-8} Scm^{-1}', '$10^{-8}$ S cm$^{-1}$', '10-8 S/cm', '10 -8 S cm -1', '10−8 S cm−1');
    same(
      '25 Cel',
      '25 °C',
      '25°C',
      '25 ºC',
      '25 ℃',
      '25 degC',
      '25 degrees Celsius',
      '25$^{\\circ}$C',
      '$25^\\circ C$',
    );
    same('12.8 uA.h/cm2', '12.8 µAh cm^−2^', '12.8 μ Ah cm^−2^', '12.8 $\\mu$ Ah cm$^{-2}$');
    same('1.5 %/kh', '1.5 % kh^−1^', '1.5%/kh');
    same('10 uV/s', '10 µV s^−1^', '10 μ V s^−1^');
    same('50 um', '50 μ m', '50 μm', '50 µm', '50 um', '50-μm-thick Li', '$50 \\mu\\text{m}$', '50 microns');
    same('30 Ohm.cm2', '30 Ω cm²', '30 Ω·cm^2^', '30 Ω cm 2', '30 ohm cm2');
    same('1 mol/l', '1 M LiPF6', '1M LiPF6', '1 mol L^−1^', '1 mol/L', '1 mol dm^−3^', '1 m LiPF~6~ in EC/DMC');
    same('5 %{wt}', '5 wt%', '5 wt %', '5 wt.%', '5 wt. %', '5 % by weight', '5% (w/w)');
    same('300 {cycle}', '300 cycles', '300-cycle life', '300 charge/discharge cycles', '300 stable cycles');
    finds('5 mA cm 2 at 20 mV s 1', '5 mA cm 2 → 5 mA/cm2', '20 mV s 1 → 20 mV/s');
    finds('refluxed, equipped for 2 h at 100 V', '2 h → 2 h', '100 V → 100 V');
    finds('10 Å, 0.7 eV/atom, 5 °C min^−1^', '10 Å → 10 Ao', '0.7 eV/atom → 0.7 eV/{atom}', '5 °C min−1 → 5 Cel/min');
    finds('4 J mol^−1^ K^−1^ and 8 m^2^ g^−1^', '4 J mol−1 K−1 → 4 J/mol/K', '8 m2 g−1 → 8 m2/g');
    finds(
      '0.09% per cycle, 20 mol%, 3 at.%',
      '0.09% per cycle → 0.09 %/{cycle}',
      '20 mol% → 20 %{mol}',
      '3 at.% → 3 %{at}',
    );
  });

  suite('values', () => {
    finds('100–220 Wh kg^−1^', '100–220 Wh kg−1 → 100…220 W.h/kg');
    finds('10^−13^ to 10^−14^ S/cm', '10−13 to 10−14 S/cm → 1e-14…1e-13 S/cm');
    finds('(1–5) × 10^−4^ S/cm', '(1–5) × 10−4 S/cm → 0.0001…0.0005 S/cm');
    finds('1 to 2 M, 2.5 –4.2 V', '1 to 2 M → 1…2 mol/l', '2.5 –4.2 V → 2.5…4.2 V');
    finds('between 3.0 and 4.2 V; 3 and 4 V', '3.0 and 4.2 V → 3…4.2 V', '3 → 3 V', '4 V → 4 V');
    finds('at 0.1, 0.5, and 1 C', '0.1 → 0.1 {C-rate}', '0.5 → 0.5 {C-rate}', '1 C → 1 {C-rate}');
    finds('to 3.0 or 4.2 V vs. Li/Li^+^', '3.0 → 3 V vs Li/Li+', '4.2 V → 4.2 V vs Li/Li+');
    finds('at 225 , 293 , and 412 cm⁻¹', '225 → 225 /cm', '293 → 293 /cm', '412 cm−1 → 412 /cm');
    finds('(−20, −10 and 25 °C)', '−20 → -20 Cel', '−10 → -10 Cel', '25 °C → 25 Cel');
    finds('with 1, 3 and 5 wt% FEC', '1 → 1 %{wt}', '3 → 3 %{wt}', '5 wt% → 5 %{wt}');
    finds(
      'NMC-811 and 4.3 V, LP-30 and 25 °C, refs 10–12 and 20 °C',
      '4.3 V → 4.3 V',
      '25 °C → 25 Cel',
      '20 °C → 20 Cel',
    );
    finds(
      'cells 1, 2 and 3 V; an N/P ratio of 1.1 and 3 mAh; using 18650 and 5 V',
      '3 V → 3 V',
      '3 mAh → 3 mA.h',
      '5 V → 5 V',
    );
    finds('cells 1 and 2 V, in 2019 and 5 V, x = 1 and 4 V', '2 V → 2 V', '5 V → 5 V', '4 V → 4 V');
    finds('3.2 ± 0.1 V, (3.2 ± 0.1) eV', '3.2 ± 0.1 V → 3.2 V', '(3.2 ± 0.1) eV → 3.2 eV');
    finds('3.905(2) Å', '3.905(2) Å → 3.905 Ao');
    finds('1,200 cycles, 0,5 V', '1,200 cycles → 1200 {cycle}', '0,5 V → 0.5 V');
    finds('from −0.2 V, a Si-10 wt% film', '−0.2 V → -0.2 V', '10 wt% → 10 %{wt}');
    finds('0.01–10^5^ Hz, 10 Hz–5 MHz', '0.01–105 Hz → 0.01…100000 Hz', '10 Hz–5 MHz → 0.00001…5 MHz');
    finds('5 nm–3 nm, 5° -50°', '5 nm → 5 nm', '3 nm → 3 nm', '5° → 5 deg', '50° → 50 deg');
    finds('1.18 V–0.18 V, 235 mV@10 mA', '1.18 V → 1.18 V', '0.18 V → 0.18 V', '235 mV → 235 mV', '10 mA → 10 mA');
    finds('three orders of magnitude', 'three orders of magnitude → 1000 1');
  });

  suite('bounds', () => {
    finds('below 10 Å or <10%', '10 Å → <10 Ao', '10% → <10 %');
    finds('over 1200 cycles, exceeding 3 GPa', '1200 cycles → >1200 {cycle}', '3 GPa → >3 GPa');
    finds('up to 3.7 mA cm^−2^, at least 3 V', '3.7 mA cm−2 → ≤3.7 mA/cm2', '3 V → ≥3 V');
    finds('~5 nm, approximately 6 nm', '5 nm → ≈5 nm', '6 nm → ≈6 nm');
    finds('no more than 5 s, should not exceed 6 s', '5 s → ≤5 s', '6 s → ≤6 s');
    finds('90% retention over 500 cycles', '90% → 90 %', '500 cycles → 500 {cycle}');
  });

  suite('potentials', () => {
    same('4.3 V vs Li/Li+', '4.3 V vs. Li/Li^+^', '4.3 V (vs. Li/Li+)', '4.3 V versus Li⁺/Li', '4.3 V vs Li/Li$^+$');
    same('4.3 V vs Li/Li+', '4.3 V vs. Li^+^/Li^0^', '4.3 V versus Li^0^', '4.3 V vs Li/Li +');
    same('-3 V vs SHE', '−3 V vs SHE', '−3 V versus the standard hydrogen electrode');
    same('2 V vs Mg/Mg2+', '2 V vs. Mg/Mg^2+^');
    same('0.2 V vs Ag/AgCl', '0.2 V vs. Ag/AgCl');
    same('3 V', '3 V vs SOD', '3 V vs. Lamellar');
  });

  suite('C', () => {
    finds(
      '1 C, 0.1C, 1C-rate, 5 C rate',
      '1 C → 1 {C-rate}',
      '0.1C → 0.1 {C-rate}',
      '1C → 1 {C-rate}',
      '5 C → 5 {C-rate}',
    );
    finds('C/10, C /20, C/2.5', 'C/10 → 0.1 {C-rate}', 'C /20 → 0.05 {C-rate}', 'C/2.5 → 0.4 {C-rate}');
    finds('1/4 C and 0.1C/0.5C', '1/4 C → 0.25 {C-rate}', '0.1C → 0.1 {C-rate}', '0.5C → 0.5 {C-rate}');
    finds('e = 1.6·10^−19^ C', '1.6·10−19 C → 1.6e-19 C');
    finds('a charge of 8 C, 96485 C mol^−1^', '8 C → 8 C', '96485 C mol−1 → 96485 C/mol');
    finds('heated to 80 C, then at 5 C', '80 C → 80 Cel', '5 C → 5 {C-rate}');
    finds('C 1s, 3 C atoms, LiFePO4/C/10, a 6 C–C bond, C60');
  });

  suite('letters of many meanings', () => {
    finds('21 m LiTFSI, 10 m long', '21 m → 21 mol/kg', '10 m → 10 m');
    finds('21 m lithium bis(fluorosulfonyl)imide, 5 m zinc chloride', '21 m → 21 mol/kg', '5 m → 5 mol/kg');
    finds('5 m lithium foil, 3 m zinc sheet', '5 m → 5 m', '3 m → 3 m');
    finds('5 m LiNO3 (molal), 1 m NaOH', '5 m → 5 mol/kg', '1 m → 1 mol/l');
    finds('2 A g^−1^ or 2 A', '2 A g−1 → 2 A/g', '2 A → 2 A');
    finds('Figure 2A, Fig. 3C and 4C, Table 2 K, Section 3 V');
    finds('Li 1s, Co 3d, 3 V atoms, 3 K^+^ ions, 12 S');
    finds('seen in 2018 K. Author, in the 1990s, the late 90s; a 10s pulse', '10s → 10 s');
    finds('Na 3 V 2 (PO4) 3 by PDF');
  });

  suite('no unit, no quantity', () => {
    finds('[25], 2019–2020, 1,3-dioxolane, NMC811, (111), 2022YFE0202400, 510006');
    finds('EC/DEC 3:7 vol%, 3/7 wt%, the 100th cycle, US06, x = 0.5, pH 7');
    finds('LiNi~0.8~Co~0.1~Mn~0.1~O~2~, \\ce{5 V2O5}, 3 Vs, 4 mice, 5 names');
    finds('5 V^12^ ends in a citation', '5 V → 5 V');
    finds('Na 2 Nb 4 As 3 O, 8d(t), CT2001A');
  });

  test('none in references', () => {
    assert.deepEqual(quantities('Text at 5 V.\n\n# References\n\n1. A 4 V cell, 2001.\n'), ['5 V → 5 V']);
  });

  test('siunitx', () => {
    const text =
      'Here \\SI{2}{\\milli\\ampere\\hour\\per\\gram}, \\SIrange{1}{5}{\\volt} and \\qty{1.5e-3}{\\siemens\\per\\cm}.';
    assert.deepEqual(quantities(text, 'latex'), [
      '2 mAh g−1 → 2 mA.h/g',
      '1 to 5 V → 1…5 V',
      '1.5 × 10−3 S cm−1 → 0.0015 S/cm',
    ]);
  });

  test('siunitx with units of one’s own', () => {
    const declared =
      '\\DeclareSIUnit{\\mAh}{\\milli\\ampere\\hour}\\DeclareSIUnit\\Ahour{mA\\,h}\\DeclareSIUnit\\amph{Ah}';
    const text = `${declared}\\SI{165}{\\mAh\\per\\g}, \\qty{3}{\\Ahour} and \\SI{18.2}{\\mega\\ohm\\cm}, \\SI{2}{\\milli\\amph}.`;
    assert.deepEqual(quantities(text, 'latex'), [
      '165 mAh g−1 → 165 mA.h/g',
      '3 mA h → 3 mA.h',
      '18.2 MΩ cm → 18.2 MOhm.cm',
      '2 mAh → 2 mA.h',
    ]);
  });

  test('what a unit is counted on, before or after its power', () => {
    for (const text of ['175 mA g~LTO~^−1^', '175 mA g^−1^~LTO~', '$175~\\mathrm{mA\\,g^{-1}_{LTO}}$'])
      assert.match(quantities(text)[0]!, / → 175 mA\/g$/);
  });

  test('become mentions of the paper, beside the formulas next to them', () => {
    const { file } = read('We used 1 M LiPF~6~ up to 4.3 V vs. Li/Li^+^.');
    const mentions = file.mentions.map((m) => `${m.kind} ${file.parsed.source.slice(m.source.start, m.source.end)}`);
    for (const expected of ['quantity 1 M', 'formula LiPF~6~', 'quantity 4.3 V']) {
      assert.ok(mentions.includes(expected), mentions.join('; '));
    }
  });
});

suite('quantities of any text', () => {
  const piece = fc.constantFrom(
    ...[
      '1',
      '10',
      '3.2',
      ' ',
      '-',
      '–',
      '−',
      '^',
      '{',
      '}',
      '(',
      ')',
      '/',
      '·',
      '×',
      '±',
      '~',
      '%',
      '°',
      'C',
      'C/',
      'V',
    ],
    ...[
      'mAh',
      'g',
      'cm',
      'μm',
      'wt',
      ' to ',
      'between ',
      'vs. Li/Li+',
      'below ',
      '$',
      '\n\n',
      'orders of magnitude',
      '10^-',
      'e-',
    ],
  );
  test('lie in their block, in order, apart from each other, with finite values', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { prose } = parseFile('markdown', pieces.join(''));
        let done = 0;
        for (const { prose: at, value } of findQuantities(prose)) {
          assert.ok(at.start >= done && at.end > at.start);
          const block = prose.blockAt(at.start)!;
          assert.ok(block.start <= at.start && at.end <= block.end);
          for (const number of [value].flat()) assert.ok(Number.isFinite(number));
          done = at.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

suite('quantities of manuscripts', () => {
  test('every file is read, spans and values sound', function () {
    const corpus = process.env.INTERPHASE_CORPUS;
    if (!corpus) return this.skip();
    let count = 0;
    for (const paper of readdirSync(corpus, { withFileTypes: true })) {
      if (!paper.isDirectory()) continue;
      for (const name of readdirSync(join(corpus, paper.name)).filter((file) => file === 'paper.md')) {
        const { prose } = parseFile('markdown', readFileSync(join(corpus, paper.name, name), 'utf8'));
        const found = findQuantities(prose);
        count += found.length;
        for (const { prose: at } of found) assert.match(prose.slice(at), /\d|magnitude/);
      }
    }
    assert.ok(count > 500, `${count}`);
  });
});
