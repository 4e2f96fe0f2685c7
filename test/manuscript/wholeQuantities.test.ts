import assert from 'node:assert/strict';
import { findQuantities } from '../../server/manuscript/recognise/quantities';
import { type FormatId, parseFile } from '../../server/text';

const CASES: readonly (readonly [kind: string, language: FormatId, text: string, ...quantities: string[]])[] = [
  ['fractional powers', 'latex', '$2 \\times 10^{3} ~ \\mathrm{mol}^{0.5} ~ \\mathrm{m}^{-1.5}$', '2000 mol0.5/m1.5'],
  ['a label on the unit', 'latex', 'stores 3579 mAh/g$_\\mathrm{Si}$ here', '3579 mA.h/g'],
  ['cells in series', 'plaintext', 'The pack is 96s 2p; it rests 20 s.', '20 s'],
  ['an isotope', 'plaintext', 'A 13C MAS NMR spectrum, 13C-enriched EC.'],
  ['a rate of 13', 'plaintext', 'It was cycled at 13C to 2 V.', '13 {C-rate}', '2 V'],
  ['a molarity set with its salt', 'latex', '$0.5 \\mathrm{M} \\mathrm{NaClO}_4$', '0.5 mol/l'],
  ['the index of a formula is no number', 'plaintext', 'for LiGe2(PO4)3 to 2 mS/cm', '2 mS/cm'],
  ['a number with a symbol', 'latex', 'a mass of 0.2 m$_e$ here'],
  [
    'a range in two units',
    'plaintext',
    'It was cycled from 1 mV to 3 V and measured at 10 mHz–1 MHz.',
    '0.001,3 V',
    '1e-8,1 MHz',
  ],
  ['a range between two ends', 'plaintext', 'It works between 20 °C and 60 °C.', '20,60 Cel'],
  ['a change in one unit', 'plaintext', 'It fell from 160 mAh to 120 mAh.', '160 mA.h', '120 mA.h'],
  ['values after a verb', 'plaintext', 'It gave 267, 140 and 80 mAh g-1.', '267 mA.h/g', '140 mA.h/g', '80 mA.h/g'],
  [
    'powers that touch',
    'latex',
    'holes at 650 cm$^2$V$^{-1}$s$^{-1}$ or 12cm$^2$V$^{-1}$s$^{-1}$',
    '650 cm2/V/s',
    '12 cm2/V/s',
  ],
  ['two below the line', 'plaintext', 'at 3 cm2/Vs, 4 J/gK and 5 J/molK', '3 cm2/V/s', '4 J/g/K', '5 J/mol/K'],
  ['a bracket with a power', 'latex', 'at 3 cm$^2$ (V s)$^{-1}$ and 2 m (see 1)', '3 cm2/V/s', '2 m'],
  ['orbitals with their electrons', 'latex', 'from $4s^1$ over $4s^2$ to $5s^1$'],
  ['time squared is below the line', 'latex', 'at 9.8 m/s$^2$ and 9.8 m s$^{-2}$', '9.8 m/s2', '9.8 m/s2'],
  ['newton', 'plaintext', 'A load of 250 N and a force of 13.5 N; 1 N HCl and 2 N atoms.', '250 N', '13.5 N'],
  [
    'numbers with a slash',
    'plaintext',
    'Barriers of 141/259 meV at 0.5/1.5 C.',
    '141 meV',
    '259 meV',
    '0.5 {C-rate}',
    '1.5 {C-rate}',
  ],
  ['fractions and shares', 'plaintext', 'At 1/3 C, in parts of 3/4 h and 1/120 s and of 50/50 %.', `${1 / 3} {C-rate}`],
  ['thousands after a space', 'plaintext', 'De 1 015 hPa ou 1 013,25 hPa.', '1015 hPa', '1013.25 hPa'],
  ['a row of labels', 'plaintext', 'Contacts 42a-42h and arms 18a to 18d rest for 42h; 2A, 2C.', '42 h'],
  ['degrees with their sign last', 'plaintext', 'At 69 ± 5 C° it was.'],
  ['panels in a row', 'plaintext', 'In FIGS. 1C, 4K, and 3A one sees 4 K.', '4 K'],
  ['the number of a sample', 'plaintext', 'Sample 2: 158 mAh; in a ratio of 1: 2 M.', '158 mA.h'],
  ['flows and colonies', 'plaintext', 'with 50 sccm of Ar and 104 CFU/mL', '50 {sccm}', '104 {CFU}/ml'],
  ['a column of mercury', 'plaintext', 'at 30 mm Hg, 760 mmHg and 2 mm Hg films', '30 mm[Hg]', '760 mm[Hg]', '2 mm'],
  ['turns in capitals', 'plaintext', 'at 1,200 RPM and 500 rpm', '1200 {rpm}', '500 {rpm}'],
  [
    'a minus with spaces on both sides',
    'plaintext',
    'It melts at − 12.5 °C, gains of − 3, − 2, and − 1 eV; from 2 − 4 V, and at 5 °C − 8 °C.',
    '-12.5 Cel',
    '-1 eV',
    '2,4 V',
    '5 Cel',
    '8 Cel',
  ],
  [
    'a ring that a PDF set apart',
    'plaintext',
    'bonds of 1.98 A ˚ , 2–3 A˚ and a fuse of 2 A.',
    '1.98 Ao',
    '2,3 Ao',
    '2 A',
  ],
  ['a prefix that a PDF set apart', 'plaintext', 'a beam of 0.5 m A, voids of 12 m m and a rod of 2 m.', '2 m'],
  ['a point that a PDF set apart', 'plaintext', 'cycled to ( b ) 4 . 30 V at 25 °C.', '25 Cel'],
  [
    'units that are glued',
    'plaintext',
    'at 250µΩcm, 3mPas and 0.2mTorr, 40 mTorr',
    '250 uOhm.cm',
    '3 mPa.s',
    '0.2 um[Hg]',
    '40 um[Hg]',
  ],
  ['a degree sign that a PDF made a figure', 'plaintext', 'heated at 180 1 C, cycled at 1 C.', '1 {C-rate}'],
  ['seconds with a decimal', 'plaintext', 'pulses of 0.5 and 2.0s; the 2s level', '0.5 s', '2 s'],
  ['alloys', 'plaintext', 'of Ti-6Al-4V and Ti–8Al–1Mo–1V at 4 V', '4 V'],
  ['a note and an article', 'plaintext', 'It fell.\n\n2 A similar trend holds at 2 A.', '2 A'],
  ['positions in a crystal', 'plaintext', 'Na on the 16 d sites and Wyckoff position 8 d rests 8 d.', '8 d'],
  ['labels before a value', 'plaintext', 'In samples 1 and 2 V was found; cells 3 and 5 mA.', '2 V', '5 mA'],
];

suite('quantities are read whole', () => {
  for (const [kind, language, text, ...expected] of CASES)
    test(`${kind}: ${text}`, () =>
      assert.deepEqual(
        findQuantities(parseFile(language, text).prose).map(({ value, unit }) => `${value} ${unit}`),
        expected,
      ));
});
