import { deepEqual, equal } from 'node:assert/strict';
import type { FormatId } from '../../../server/text';
import { diagnose, fixAll, only } from '../../support/paper';

const found = (code: string, text: string, language: FormatId = 'markdown') =>
  only(`abbreviation/${code}`, diagnose(text, { language }).diagnostics).map(({ span }) =>
    text.slice(span.start, span.end),
  );

suite('abbreviation/long-form-after-definition', () => {
  const CODE = 'long-form-after-definition';
  const DEFINED = 'Lithium metal batteries (LMBs) are light. Many LMBs fail.';

  test('finds the long form in other case and number, and with a hyphen', () => {
    deepEqual(found(CODE, `${DEFINED} In a lithium-metal battery dendrites grow; in Lithium Metal Batteries, too.`), [
      'lithium-metal battery',
      'Lithium Metal Batteries',
    ]);
  });

  test('the fix keeps the number and mends the article', () => {
    equal(fixAll(`${DEFINED} It takes a lithium metal battery to see it.`), `${DEFINED} It takes an LMB to see it.`);
  });

  test('leaves beginnings of sentences, headings, captions, names, and what is longer', () => {
    for (const text of [
      'Lithium metal batteries fail by dendrites.',
      '\n\n## The lithium metal battery\n\nIt fails.',
      '\n\n![The lithium metal battery.](a.png)',
      'They are called lithium metal batteries.',
      'An anode-free-lithium metal battery is another thing.',
      'Its heart is an LMB, which is a lithium metal battery of one layer.',
      'Here LMB denotes the lithium metal battery.',
    ])
      deepEqual(found(CODE, `${DEFINED} ${text}`), [], text);
    deepEqual(
      found(CODE, 'The solid electrolyte (SE) conducts. The SE meets a solid electrolyte interphase here.'),
      [],
    );
  });

  test('leaves a term that the number of a citation is glued to', () => {
    deepEqual(found(CODE, `${DEFINED} It takes a lithium metal battery7 or lithium metal8 batteries to see it.`), []);
  });

  test('leaves names that the words are a part of', () => {
    for (const text of [
      'She works at the Institute of Lithium Metal Batteries in Kiel.',
      'We thank the Kiel Lithium Metal Battery Laboratory for it.',
      'The people of Mont Terri Lithium Metal Battery are kind.',
    ])
      deepEqual(found(CODE, `${DEFINED} ${text}`), [], text);
    deepEqual(found(CODE, `${DEFINED} Under Lithium Metal Batteries we count these.`), ['Lithium Metal Batteries']);
  });

  test('leaves a title of a work that a sentence names', () => {
    const work = 'Ahn, B., & Beck, C.-J. On the lithium metal battery of today. J. Cells 33, 12827–12837 (2017).';
    deepEqual(found(CODE, `${DEFINED}\n\nThis chapter follows a journal article: ${work}`), []);
  });

  test('leaves the instrument of a method, and the meaning that a German sentence gives', () => {
    const methods = 'By X-ray photoelectron spectroscopy (XPS) we see it. XPS sees little.';
    deepEqual(found(CODE, `${methods} We used an X-ray photoelectron spectrometer of steel.`), []);
    const diffraction = 'By X-ray diffraction (XRD) we see it. XRD sees little.';
    deepEqual(found(CODE, `${diffraction} We used an X-ray diffractometer of steel.`), []);
    deepEqual(found(CODE, `${methods} Another X-ray photoelectron spectroscopy is that of copper.`), [
      'X-ray photoelectron spectroscopy',
    ]);
    const german = 'Die Natrium-Super-Ionenleiter (NSIL) sind fest. Der NSIL leitet die Ionen.';
    deepEqual(found(CODE, `${german} Das Kürzel NSIL steht für Natrium-Super-Ionenleiter und ist neu.`), []);
  });

  test('leaves words that a short form in brackets comes after, and a term of another language', () => {
    deepEqual(found(CODE, `${DEFINED} Another lithium metal battery pack (LMB) is heavy.`), []);
    const spanish = 'La figura de méritos, en inglés figure of merit (FOM), es alta, y la FOM se mide.';
    deepEqual(found(CODE, `${spanish} Se trata de la FOM (del inglés figure of merit) que se usa.`), []);
  });

  test('takes a bracket that the long form holds along', () => {
    const text = 'We cast poly(N-isopropylacrylamide) (PNIPAAm) gels; the PNIPAAm swells.';
    equal(
      fixAll(`${text} Then poly(N-isopropylacrylamide), as before, dries.`),
      `${text} Then PNIPAAm, as before, dries.`,
    );
  });

  test('is not made unseen where the short form has two meanings', () => {
    const text =
      'The quantum capacitor (QC) is small, and a QC is cheap.\n\nThe quantum capacitance (QC) is low. ' +
      'Here the quantum capacitor is used.';
    const fixes = only(`abbreviation/${CODE}`, diagnose(text).diagnostics).flatMap((finding) => finding.fixes ?? []);
    deepEqual(
      fixes.map(({ safe }) => safe),
      [false],
    );
  });

  test('leaves titles in quotes, also where a straight one closes them', () => {
    const text = `${DEFINED} A. Writer, \`\`On the lithium metal battery of today", in preparation.`;
    deepEqual(found(CODE, text, 'latex'), []);
  });

  test('leaves a long form whose short form nobody uses, and one of the abstract in the text', () => {
    deepEqual(found(CODE, 'Lithium metal batteries (LMBs) are light. A lithium metal battery fails.'), []);
    deepEqual(
      found(CODE, '# Abstract\n\nThe state of charge (SOC); the SOC.\n\n# Text\n\nHere the state of charge falls.'),
      [],
    );
  });
});

suite('abbreviation/unused and abbreviation/used-once', () => {
  const codes = (text: string, language: FormatId = 'markdown') => [
    ...found('unused', text, language).map((short) => `unused ${short}`),
    ...found('used-once', text, language).map((short) => `once ${short}`),
  ];

  test('count uses in captions, headings and the supporting information for the body', () => {
    const text = 'We use dimethoxyethane (DME) here.';
    deepEqual(codes(text), ['unused DME']);
    deepEqual(codes(`${text}\n\n![Cells with DME.](a.png)`), ['once DME']);
    deepEqual(codes(`${text}\n\n![Cells with DME.](a.png)\n\n# DME\n`), []);
  });

  test('count the abstract alone', () => {
    deepEqual(
      codes(
        '# Abstract\n\nBy dimethoxyethane (DME).\n\n# Text\n\nHere dimethoxyethane (DME) is used. DME is an ether; DME is dry.',
      ),
      ['unused DME'],
    );
  });

  test('leave what is in math, begins a longer word, or explains a name', () => {
    for (const text of [
      'The open-circuit potential (OCP) is set as $E_\\mathrm{OCP}$.',
      'A layered oxide (NMC) was cast; NMC811 aged.',
      'The solvent DME (dimethoxyethane) was dry.',
      'The light is ultraviolet (UV).',
    ])
      deepEqual(codes(text), [], text);
  });

  test('a definition that uses in the body rest on is not taken away', () => {
    const fixes = (text: string) =>
      only('abbreviation/unused', diagnose(text).diagnostics).map((finding) => finding.fixes?.length ?? 0);
    const abstract = '# Abstract\n\nA solid electrolyte interphase (SEI) grows.\n\n# Results\n\n';
    deepEqual(fixes(`${abstract}The SEI is thin, and the SEI cracks.`), [0]);
    deepEqual(fixes(`${abstract}The film is thin.`), [1]);
    deepEqual(fixes(`${abstract}## Solid Electrolyte Interphase (SEI)\n\nThe SEI is thin, and the SEI cracks.`), [0]);
  });

  test('an entry that no text names is unused where others are in use', () => {
    const entries =
      '\\newacronym{sei}{SEI}{solid electrolyte interphase}\n\\newacronym{cei}{CEI}{cathode electrolyte interphase}\n';
    const paper = (body: string) =>
      `\\documentclass{article}\n\\usepackage{glossaries}\n${entries}\\begin{document}\n${body}\n\\end{document}\n`;
    deepEqual(codes(paper('The \\gls{sei} grows.'), 'latex'), ['unused CEI']);
    const inText = 'The \\gls{sei} grows on a cathode electrolyte interphase (CEI).';
    deepEqual(codes(paper(inText), 'latex'), ['unused CEI'], 'once, in the text');
    deepEqual(codes(paper('Nothing.'), 'latex'), []);
    deepEqual(codes(paper('The \\gls{sei} grows.\\glsaddall'), 'latex'), []);
  });
});
