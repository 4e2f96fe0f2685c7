import { deepEqual, equal } from 'node:assert/strict';
import { marked } from '../../support/marked';
import { diagnose, only, read } from '../../support/paper';

const CODE = 'abbreviation/undefined';
const check = (text: string, options: Parameters<typeof diagnose>[1] = {}) => {
  const { diagnostics, after } = diagnose(text, options);
  return { found: only(CODE, diagnostics), after };
};
const shorts = (text: string) => check(text).found.map((d) => text.slice(d.span.start, d.span.end));

suite(CODE, () => {
  test('marks the first use once, and the fix writes the long form that the catalogue knows', () => {
    const doc = marked('We measured by «EIS» at rest. The EIS spectra were fitted.');
    const { found, after } = check(doc.text);
    equal(found.length, 1);
    deepEqual(found[0]!.span, doc.span('EIS'));
    equal(found[0]!.level, 'information');
    equal(found[0]!.message, '“EIS” is used 2 times but never defined.');
    equal(
      after(found[0]!.fixes?.[0]),
      'We measured by electrochemical impedance spectroscopy (EIS) at rest. The EIS spectra were fitted.',
    );
  });

  test('a single use is a hint', () => equal(check('An AFM-based method was used.').found[0]?.level, 'hint'));

  test('a word that nobody knows is marked too, without a long form to offer', () => {
    const { found } = check('The QXLAB layer is tough. Under load QXLAB flows.');
    equal(found.length, 1);
    deepEqual(found[0]!.fixes, []);
  });

  test('names of files and states in an address are no uses', () => {
    deepEqual(
      shorts('![EIS_of_the_cell.png](a.png)\n\nThe plot is EIS_fit, by Maker (Maker Ltd., CA, United States).'),
      [],
    );
  });

  test('a plural short form gets a plural long form', () => {
    const { found, after } = check('The TGAs agree. All TGAs were run in argon.');
    equal(after(found[0]?.fixes?.[0]), 'The thermogravimetric analyses (TGAs) agree. All TGAs were run in argon.');
  });

  test('a product of symbols in an equation is no use of a short form', () => {
    const usedOnce = (text: string) =>
      only('abbreviation/used-once', diagnose(`At room temperature (RT) it flows. ${text}`).diagnostics).length;
    equal(usedOnce('The conductivity obeys σ = σ0 exp( -E a / RT ).'), 0);
    equal(usedOnce('The values at 60 °C/RT are small.'), 1);
  });

  test('axes of a lattice are no use of a short form, and a model is none', () => {
    const text = 'An alternating current (ac) flows. The ac plane is dense, the ac-plane too.';
    const once = only('abbreviation/used-once', diagnose(`${text} The ac is small.`).diagnostics);
    equal(once.length, 1);
    deepEqual(
      read(`${text} By a calorimeter (Mettler-Toledo, CA1) it was seen.`).file.definitions.map((d) => d.short),
      ['ac'],
    );
  });

  test('in LaTeX the fix writes LaTeX', () => {
    const { found, after } = check('The SEM images show it. More SEM images follow.', { language: 'latex' });
    equal(
      after(found[0]?.fixes?.[0]),
      'The scanning electron microscopy (SEM) images show it. More SEM images follow.',
    );
  });

  test('defined anywhere, listed, declared or accepted is not undefined', () => {
    deepEqual(shorts('We use scanning electron microscopy (SEM). The SEM shows it.'), []);
    deepEqual(shorts('The SEM shows it.\n\n# Abbreviations\n\n- SEM: scanning electron microscopy\n'), []);
    deepEqual(shorts('The SEM shows it.\n\n*[SEM]: scanning electron microscopy\n'), []);
    deepEqual(check('The SEM shows it.', { accepted: ['SEM'] }).found, []);
  });

  test('what joins two that are defined needs no definition', () => {
    deepEqual(
      shorts('A focused ion beam (FIB) and scanning electron microscopy (SEM). FIB-SEM cuts; FIB-SEM shows.'),
      [],
    );
  });

  test('what is defined within a longer short form needs no definition', () => {
    deepEqual(shorts('By a focused ion beam-SEM (FIB-SEM). The SEM shows, the SEM cuts.'), []);
  });

  test('a glossary of MyST defines', () => {
    deepEqual(
      shorts('The CEI grows, the CEI stays.\n\n:::{glossary}\nCEI\n: cathode electrolyte interphase\n:::\n'),
      [],
    );
  });

  test('formulas, numerals, codes and words in capitals are not abbreviations', () => {
    for (const text of [
      'The salt reacts to HF, KOH and LiOH.',
      'Type II and part III differ; Fe(III) does not.',
      'Drive cycle US06, post code CV4 7AL, cell CR2032, card JCPDS#81.',
      'READ THE MANUAL BEFORE USE.',
      'See FIG. 1 and TABLE II, then FIG. 2 and TABLE III.',
      'On heating $\\mathrm{HF}$(g) and adsorbed $\\mathrm{HF}^*$ leave.',
      'The ions $\\mathrm{OCF}^{+}$ and OCF^+^, adsorbed $\\mathrm{BOH}^*$ and $\\mathrm{BOH}^*$ come from Et2O, MeOH and MeCN; MeOH boils.',
      'The SE-800 and the SE- 800 ellipsometer.',
      'The authors thank `NPAR` and `ISMEAR`.',
    ]) {
      deepEqual(shorts(text), [], text);
    }
  });

  test('what the sentence gives as a name is introduced, whatever the catalogue knows', () => {
    for (const text of [
      'The counter electrode, also called CE, is lithium. The CE is thick.',
      'This treatment is known as “SEM” here. The SEM works.',
    ])
      deepEqual(shorts(text), [], text);
  });

  test('what is in keywords, acknowledgements and references does not count', () => {
    deepEqual(
      shorts(
        'Text.\n\n# Acknowledgements\n\nWe thank the DFG and the BMBF.\n\n# References\n\n1. A. Author, PNAS 2020.\n',
      ),
      [],
    );
  });

  test('what is called so before a quotation or in a heading is introduced, a citation between or not', () => {
    deepEqual(shorts('The so-called [@a] “AFM layer” is old.\n'), []);
    deepEqual(shorts('The Li~0.8~Co~0.1~O~2~ (QYZ) cell. QYZ ages.\n'), []);
    deepEqual(shorts('As “An old vinyl oxide film (QYZ [@a]) of others” says, QYZ ages.\n'), []);
    deepEqual(shorts('# The poly(vinyl oxide) (XYZ)\n\nThe XYZ and XYZ.\n'), []);
  });

  test('a comment switches it off for the next line', () => {
    deepEqual(shorts('Text.\n\n<!-- interphase-disable-next-line abbreviation/undefined -->\nThe AFM shows it.\n'), []);
  });

  test('switched off and re-levelled by the settings', () => {
    deepEqual(check('The AFM shows it.', { levels: { [CODE]: 'off' } }).found, []);
    equal(check('The AFM shows it.', { levels: { [CODE]: 'error' } }).found[0]?.level, 'error');
  });

  test('a time of the day is none', () => {
    deepEqual(shorts('Downloaded at 9:35:14 AM. Downloaded at 10:02:24 AM. The AM is NMC811, and AM costs.').length, 1);
    deepEqual(shorts('Downloaded at 9:35:14 AM. Downloaded at 10:02:24 AM.'), []);
  });
});
