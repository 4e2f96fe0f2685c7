import { deepEqual, equal } from 'node:assert/strict';
import { marked } from '../../support/marked';
import { diagnose, fixAll, only } from '../../support/paper';

const CODE = 'abbreviation/used-before-definition';
const check = (text: string, language: 'latex' | 'markdown' = 'markdown') => {
  const { diagnostics, after } = diagnose(text, { language });
  return { found: only(CODE, diagnostics), after };
};

suite(CODE, () => {
  test('marks the first use, links the definition, and the fix moves it', () => {
    const doc = marked(
      'The «use:SEI» is thin.\n\nA «definition:solid electrolyte interphase (SEI)» forms. The SEI grows.',
    );
    const { found, after } = check(doc.text);
    equal(found.length, 1);
    deepEqual(found[0]!.span, doc.span('use'));
    deepEqual(found[0]!.related?.[0]?.span, doc.span('definition'));
    equal(found[0]!.message, '“SEI” is used here before it is defined (line 3).');
    equal(found[0]!.fixes?.[0]?.safe, true);
    equal(
      after(found[0]!.fixes?.[0]),
      'The solid electrolyte interphase (SEI) is thin.\n\nAn SEI forms. The SEI grows.',
    );
  });

  test('an index that a converter put on the line is not a use', () => {
    const text = 'Conductivities σ RT are high.\n\nAt room temperature (RT) it melts. RT is low.';
    deepEqual(check(text).found, []);
  });

  test('the moved definition takes the capital that its new place needs', () => {
    const { found, after } = check('SEI films are thin.\n\nEvery solid electrolyte interphase (SEI) grows.');
    equal(after(found[0]?.fixes?.[0]), 'Solid electrolyte interphase (SEI) films are thin.\n\nEvery SEI grows.');
  });

  test('markup inside the definition moves with it', () => {
    const { found, after } = check('The DOL burns.\n\nWe use \\emph{1,3-dioxolane} (DOL) here.', 'latex');
    equal(after(found[0]?.fixes?.[0]), 'The \\emph{1,3-dioxolane} (DOL) burns.\n\nWe use DOL here.');
  });

  test('no definition with markup goes into emphasis, and none into a box', () => {
    const text = (use: string) => `The ${use} burns.\n\nWe use \\emph{1,3-dioxolane} (DOL) here. DOL, DOL.`;
    deepEqual(check(text('\\emph{DOL}'), 'latex').found[0]?.fixes, []);
    deepEqual(
      check(text('\\mbox{DOL}').replace('\\emph{1,3-dioxolane}', '1,3-dioxolane'), 'latex').found[0]?.fixes,
      [],
    );
  });

  test('not in the label of the paragraph that explains it', () => {
    const text = (label: string) => `- **${label}:** The solid electrolyte interphase (SEI) grows. The SEI ages.\n`;
    deepEqual(check(text('Growth (SEI)')).found, []);
    deepEqual(check(`The SEI, briefly.\n\n${text('Growth')}`).found.length, 1);
  });

  test('no definition is taken from the sentence that says what a thing is called', () => {
    for (const cue of ['is called', 'is also called', 'is known as the', 'is referred to as the', 'was named']) {
      const text = `See the SEI.\n\nThis film ${cue} solid electrolyte interphase (SEI). The SEI, SEI.`;
      deepEqual(check(text).found[0]?.fixes, [], cue);
    }
    equal(
      check('See the SEI.\n\nThis so-called solid electrolyte interphase (SEI) is. SEI.').found[0]?.fixes?.length,
      1,
    );
  });

  test('an entry of a glossary is printed in full by its macro', () => {
    const { found } = check(
      '\\newacronym{sei}{SEI}{solid electrolyte interphase}\n\\begin{document}The SEI grows; \\gls{sei} films. The solid electrolyte interphase (SEI) breaks.\\end{document}',
      'latex',
    );
    deepEqual(
      found.flatMap(({ fixes = [] }) => fixes),
      [],
    );
  });

  test('a German word goes unseen only where its case shows no ending', () => {
    const fix = (use: string) =>
      check(`${use}\n\nDas Lithium-Zirkonium-Phosphat (LZP) ist weiß. Das LZP leitet, und das LZP ist stabil.`).found[0]
        ?.fixes?.[0];
    for (const use of [
      'Im LZP wandern Ionen.',
      'Das LZP ist fest.',
      'LZP ist fest.',
      'Die Masse von einem LZP ist klein.',
    ])
      equal(fix(use)?.safe, true, use);
    for (const use of ['Die Masse des LZP ist klein.', 'Mit LZP wird gemessen.', 'Das ist bei den LZP so.'])
      equal(fix(use)?.safe, false, use);
  });

  test('a use in a compound is marked but not fixed unseen', () => {
    const { found } = check('A PVDF-coated film works.\n\nThe poly(vinylidene fluoride) (PVDF) swells.');
    equal(found[0]?.fixes?.[0]?.safe, false);
  });

  test('a use in a composite is marked without a fix', () => {
    const { found } = check('A CuF2-PVDF film works.\n\nThe poly(vinylidene fluoride) (PVDF) swells.');
    deepEqual(found[0]?.fixes, []);
  });

  test('no definition goes after the words that it would say again', () => {
    const text =
      'By scanning electron microscopy SEM it was seen. We define scanning electron microscopy (SEM) here; SEM is good.';
    equal(fixAll(text), text);
  });

  test('titles, headings and captions are not a first use', () => {
    const text =
      '# The SEI\n\n![The SEI on lithium.](a.png)\n\nA solid electrolyte interphase (SEI) forms. The SEI grows.';
    deepEqual(check(text).found, []);
  });

  test('what everybody knows, and a ligand in a formula, are not a first use', () => {
    for (const text of [
      'A 3D network forms. The three-dimensional (3D) network conducts.',
      'Precursors such as Pt(hfa)2 (hfa = hexafluoroacetylacetonate) melt.',
    ])
      deepEqual(check(text).found, [], text);
    equal(check('The DOE was used. A design of experiments (DOE) helps.').found.length, 1);
  });

  test('a state in an address and a panel are no uses', () => {
    for (const text of [
      'Software of Maker, CO, USA runs. The contralateral (CO) side moves. CO rises.',
      'In FIGS. 1C, 1D, and 1E it is. A one-dimensional (1D) chain is 1D.',
    ])
      deepEqual(check(text).found, [], text);
    equal(check('The CO side moves. The contralateral (CO) side rises. CO falls.').found.length, 1);
  });

  test('words of another language explain letters of English', () => {
    for (const text of [
      'Die Probe wird mit der Kernspinspektroskopie (NMR) und im Feld gemessen. Die nuclear magnetic resonance (NMR) ist alt. NMR hilft.',
      'La función de distribución de los pares (PDF) se mide. La pair distribution function (PDF) es la PDF.',
    ])
      deepEqual(check(text).found, [], text);
    equal(check('The samples (NMR) are old. The nuclear magnetic resonance (NMR) is an NMR.').found.length, 1);
  });

  test('a use in the body does not look at the definition in the abstract', () => {
    const text =
      '# Abstract\n\nThe solid electrolyte interphase (SEI) grows.\n\n# Introduction\n\nThe SEI grows. The SEI is thin.';
    deepEqual(check(text).found, []);
  });

  test('a package that expands the first use by itself needs no order', () => {
    const text =
      '\\usepackage{glossaries}\\newacronym{sei}{SEI}{solid electrolyte interphase}\n\\begin{document}\nThe \\gls{sei} grows. A solid electrolyte interphase (SEI) is thin.\n\\end{document}';
    deepEqual(check(text, 'latex').found, []);
    const again =
      '\\usepackage{glossaries}\\newacronym{ccd}{CCD}{critical current density}\n\\begin{document}\nThe \\gls{ccd} is high. The CCD rises. The \\acrfull{ccd} is low.\n\\end{document}';
    deepEqual(check(again, 'latex').found, []);
  });

  test('a use in a cell is marked, but holds no words', () => {
    const { found } = check('The LTO|Li cells of lithium titanate (LTO) work.');
    deepEqual(found[0]?.fixes, []);
  });

  test('a term with its noun is no short form', () => {
    const text =
      'The C/3 capacity falls.\n\nA cell was charged at C/3 to find the capacity (designated as C/3 capacity) of it.';
    deepEqual(check(text).found, []);
  });
});
