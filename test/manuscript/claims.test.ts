import { deepEqual, ok } from 'node:assert/strict';
import { CLAIM_HALVES, scoreClaims } from '../../scripts/score/claims';
import { type Claim, claimsOf } from '../../server/manuscript/claims/claims';
import { read } from '../support/paper';

const claimsIn = (text: string) => claimsOf(read(text).manuscript);

const written = ({ value, unit, property }: Claim): string =>
  `${typeof value === 'number' ? value : value.join('-')} ${unit} ${property}`;

const ofWhat = ({ value, subject }: Claim): string => `${value} ${subject}`;

suite('claims', () => {
  for (const half of CLAIM_HALVES) {
    test(`${half}: value, unit and property, and what they belong to`, () => {
      const { bare, whole } = scoreClaims(half);
      ok(bare >= 0.9, `F1 of value, unit and property ${bare}`);
      ok(whole >= 0.7, `F1 with the subject ${whole}`);
    });
  }

  test('a property is told by words of the same clause', () =>
    deepEqual(claimsIn('NMC811 kept 80% over 300 cycles; the coulombic efficiency was 99.7%.').map(written), [
      '80 % capacity retention',
      '300 {cycle} cycles',
      '99.7 % coulombic efficiency',
    ]));

  test('a subject is taken from the sentence before, with less confidence', () => {
    const claims = claimsIn('We cycled Li||NMC811 cells at 1 C. The capacity retention is 90%.');
    deepEqual(
      claims.map(({ property, subject, confidence }) => [property, subject, confidence]),
      [
        ['rate', 'Li||NMC811', 'high'],
        ['capacity retention', 'Li||NMC811', 'medium'],
      ],
    );
  });

  test('what 1C means, hours of making and a reference electrode are no statements', () => {
    deepEqual(claimsIn('Rates are given with 1 C = 170 mA g−1.'), []);
    deepEqual(claimsIn('Electrodes were dried for 12 h before cycling.'), []);
    deepEqual(
      claimsIn('The electrolyte has a window of 4.5 V versus Li/Li^+^.').map(({ property, subject }) => [
        property,
        subject,
      ]),
      [['voltage window', undefined]],
    );
  });

  test('a sample is known by its code where it is called an electrode or a cell, a kind of battery is not', () =>
    deepEqual(
      ['The B-SFO@C electrode gives 700 mAh g−1.', 'LIB cells and Li-ion batteries give 700 mAh g−1.'].map(
        (text) => claimsIn(text)[0]?.subject,
      ),
      ['B-SFO@C', undefined],
    ));

  test('a material that is compared with is not the subject, one that a value is said to be of is', () =>
    deepEqual(
      [
        'LiMn2O4, unlike LiFePO4, gives 85 mAh g−1.',
        'Compared with bare LiCoO2, LiNiO2 gives 190 mAh g−1.',
        'LiMn2O4 has a polarization of 80 mV, less than the 160 mV of LiFePO4.',
      ].map((text) => claimsIn(text).map(ofWhat)),
      [['85 LiMn2O4'], ['190 LiNiO2'], ['80 LiMn2O4', '160 LiFePO4']],
    ));

  test('a value belongs to one of several cells whose noun comes last, in turn', () =>
    deepEqual(
      [
        'The LiFePO4-, LiCoO2- and graphite-based half cells gave 150, 140 and 350 mAh g−1.',
        'LiFePO4- and LiCoO2-based cells gave 150 and 140 mAh g−1.',
        'The NaNiO2//HC and NaFeO2//HC cells gave 120 and 110 mAh g−1.',
      ].map((text) => claimsIn(text).map(ofWhat)),
      [
        ['150 LiFePO4', '140 LiCoO2', '350 graphite'],
        ['150 LiFePO4', '140 LiCoO2'],
        ['120 NaNiO2//HC', '110 NaFeO2//HC'],
      ],
    ));

  test('a value after a colon belongs to the name or the property before it, within its clause', () =>
    deepEqual(
      ['Specific capacity: 150 mAh g−1.', 'LiFePO4: 158 mAh g−1.', 'Retention: 90%; LiCoO2: 140 mAh g−1.'].map((text) =>
        claimsIn(text).map(({ property, value, subject }) => [property, value, subject]),
      ),
      [
        [['specific capacity', 150, undefined]],
        [['specific capacity', 158, 'LiFePO4']],
        [
          ['capacity retention', 90, undefined],
          ['specific capacity', 140, 'LiCoO2'],
        ],
      ],
    ));

  test('the piece of a formula whose indices stand apart is no sample', () =>
    deepEqual(
      ['The NH 4 I-containing electrolyte gives 1097 mAh g−1.', 'The LMZ 0.015 FP cathode gives 150 mAh g−1.'].map(
        (text) => claimsIn(text)[0]?.subject,
      ),
      [undefined, undefined],
    ));

  test('a value belongs to the name of the same place in a list, or to the name before its bracket', () =>
    deepEqual(
      [
        'SiO and Si keep 72% and 84% of their capacity.',
        'The retention is 72% and 84% for SiO and Si.',
        'LiNiO2 holds 190 mAh g−1, more than LiMnO2 (150 mAh g−1) and LiFeO2 (110 mAh g−1).',
      ].map((text) => claimsIn(text).map(ofWhat)),
      [
        ['72 SiO', '84 Si'],
        ['72 SiO', '84 Si'],
        ['190 LiNiO2', '150 LiMnO2', '110 LiFeO2'],
      ],
    ));

  test('the former and the latter are the last two names, also of the sentence before', () => {
    deepEqual(
      claimsIn('We made LiNiO2 and LiMnO2. The latter gave 150 mAh g−1 and the former 190 mAh g−1.').map(
        ({ value, subject }) => `${value} ${subject}`,
      ),
      ['150 LiMnO2', '190 LiNiO2'],
    );
    deepEqual(
      claimsIn('The former gave 150 mAh g−1.').map(({ subject }) => subject),
      [undefined],
    );
  });

  test('a sample counts where something is said of it; a term, an instrument and sodium that moves do not', () =>
    deepEqual(
      [
        'HC-700 and p-NFM give 300 mAh g−1 and 100 mAh g−1.',
        'At 1 C the QXZ keeps 86% of its capacity.',
        'The QXZ was measured at 25 °C.',
        'The ICE is 81%.',
        'On a potentiostat (Biologic VSP-300), 90 mAh g−1 were found for sodium storage.',
        'Bare sodium has an overpotential of 40 mV.',
      ].map((text) => claimsIn(text).map(({ subject }) => subject)),
      [['HC-700', 'p-NFM'], ['QXZ', 'QXZ'], [undefined], [undefined], [undefined], ['sodium']],
    ));

  test('what has no name has no value of another', () =>
    deepEqual(
      claimsIn('LiNiO2 holds 190 mAh g−1, that of the bare electrode 170 mAh g−1.').map(({ subject }) => subject),
      ['LiNiO2', undefined],
    ));

  test('a change is two statements, a range is one', () =>
    deepEqual(
      ['The capacity of LiCoO2 rises from 140 to 185 mAh g−1.', 'LiCoO2 gives 140 to 185 mAh g−1.'].map((text) =>
        claimsIn(text).map(written),
      ),
      [['140 mA.h/g specific capacity', '185 mA.h/g specific capacity'], ['140-185 mA.h/g specific capacity']],
    ));

  test('a value has the cycles that follow it in its clause', () =>
    deepEqual(
      [
        'Cells retain 98% of their capacity after 100 cycles at C/5 and 70% after 1000 cycles.',
        'Cells retain 98% and 70% of their capacity after 100 and 1000 cycles.',
        'After 100 cycles the retention is 98%, after 1000 cycles 70%.',
      ].map((text) => claimsIn(text).flatMap(({ unit, value, cycles }) => (unit === '%' ? [[value, cycles]] : []))),
      [
        [
          [98, 100],
          [70, 1000],
        ],
        [
          [98, undefined],
          [70, undefined],
        ],
        [
          [98, undefined],
          [70, undefined],
        ],
      ],
    ));

  test('a list has one property, and a phase is a part of the name', () => {
    deepEqual(claimsIn('The cells keep 94%, 74% and 48% of their capacity.').map(written), [
      '94 % capacity retention',
      '74 % capacity retention',
      '48 % capacity retention',
    ]);
    deepEqual(
      claimsIn('Crystals of β-Li3PS4 conduct with 0.2 mS cm−1.').map(({ subject }) => subject),
      ['β-Li3PS4'],
    );
  });
});
