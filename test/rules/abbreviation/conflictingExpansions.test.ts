import { deepEqual, equal } from 'node:assert/strict';
import { marked } from '../../support/marked';
import { diagnose, only } from '../../support/paper';

const CODE = 'abbreviation/conflicting-expansions';
const check = (text: string) => {
  const { diagnostics, after } = diagnose(text);
  return { found: only(CODE, diagnostics), after };
};

suite(CODE, () => {
  test('marks the second long form and links the first', () => {
    const doc = marked(
      'The coulombic efficiency (CE) is high; the CE is stable.\n\nThe counter is a «other:counter electrode» (CE).',
    );
    const { found } = check(doc.text);
    equal(found.length, 1);
    deepEqual(found[0]!.span, doc.span('other'));
    equal(found[0]!.message, '“CE” stands for “counter electrode” here and for “coulombic efficiency” in line 1.');
  });

  test('spaces that were lost and an element by its symbol make no other thing', () => {
    for (const text of [
      'Electrochemical impedance spectra (EIS), electrochemical impedance spectroscopy (EIS). EIS is slow.',
      'X-ray photoelectron spectroscopy (XPS), X-ray photoelec-tron spectroscopy (XPS). XPS is slow.',
      'Lithium-ion batteries (LIBs), lithium-ion batte\u00AD ries (LIBs). LIBs age.',
      'A hexagonal close-packed (hcp) and a hexagonalclose-packed (hcp) lattice. The hcp lattice.',
      'All-solid-state lithium-sulfur batteries (ASLSBs) last. All-solid-state Li-S batteries (ASLSBs) last. ASLSBs do.',
      'The electrical double layer (EDL) and the electric double layer (EDL). An EDL is thin.',
      'Chemical vapour deposition (CVD), a chemical-vapour-deposited (CVD) film. CVD works.',
      'Gadolinium-doped ceria, Gd0.1Ce0.9O1.95 (GDC) and gadolinium-doped ceria (GDC). GDC conducts.',
      'The computational hydrogen electrode (CHE), the computational hydrogen electrode model (CHE). The CHE holds.',
      'The van der Waals (vdW) gap. A vdW heterostructure (vdWH), a van der Waals heterostructure (vdWH). The vdWH and vdW.',
    ])
      deepEqual(check(text).found, [], text);
  });

  test('words left out at either end, small words and the plurals of Spanish make no other thing', () => {
    for (const text of [
      'The reference (RE) was lithium; a reference electrode (RE) of gold. The RE is thin.',
      'The current collector (CC) is copper. Foils as collectors (CC) tear. The CC is thin.',
      'La función de distribución radial (RDF) y las funciones distribución radial (RDF) de los iones. La RDF cae.',
      'Linear sweep voltammetry (LSV) and the linear sweep voltammograms (LSVs). LSV is fast.',
      'The hexagonal close packing (hcp) and the hexagonal close-packed (hcp) lattice. The hcp lattice.',
      'The Fourier transform (FT) and the Fourier transformed (FT) data. FT is fast.',
    ])
      deepEqual(check(text).found, [], text);
    const text = 'The reference electrode (RE) is lithium. A reversed electrode (RE) is not. The RE is thin.';
    equal(check(text).found.length, 1);
  });

  test('Chinese terms that may be one, cut out of their sentences at other places', () => {
    const text = '玻璃管末端液接部（LJP）要保持湿润。干燥会使末端（LJP）开裂。LJP很薄。';
    deepEqual(check(text).found, []);
  });

  test('two things are the author’s to tell apart: nothing is offered', () => {
    const text = 'The coulombic efficiency (CE) is high.\n\nThe counter is a counter electrode (CE).';
    deepEqual(check(text).found[0]?.fixes, []);
  });

  test('of two spellings of one thing the first is offered, without defining it again', () => {
    const text =
      'The solid electrolyte interphase (SEI) is thin.\n\nA solid electrolyte interface (SEI) grows. The SEI cracks.';
    const { found, after } = check(text);
    equal(found[0]?.fixes?.[0]?.title, 'Use “SEI” as defined in line 1');
    const result = after(found[0]?.fixes?.[0]);
    equal(result, 'The solid electrolyte interphase (SEI) is thin.\n\nAn SEI grows. The SEI cracks.');
    deepEqual(diagnose(result).diagnostics, []);
  });

  test('in a caption, which defines for itself, the long form is written', () => {
    const text = (caption: string) =>
      `# Introduction\n\nThe solid electrolyte interphase (SEI) is thin.\n\n![${caption} (SEI).](a.png)\n`;
    const { found, after } = check(text('Solid electrolyte interface'));
    equal(found[0]?.fixes?.[0]?.title, 'Use “solid electrolyte interphase” here');
    equal(after(found[0]?.fixes?.[0]), text('Solid electrolyte interphase'));
  });

  test('of the abbreviation list another rule tells', () => {
    const text =
      '# Introduction\n\nWe add lithium difluoro(oxalate)borate (LiDFOB).\n\n# Abbreviations\n\n- LiDFOB: lithium difluoro(oxalato)borate\n';
    deepEqual(check(text).found, []);
    equal(only('abbreviation/list-disagrees', diagnose(text).diagnostics).length, 1);
  });

  test('a short form inside the other long form is read as what it stands for', () => {
    const text =
      'By atomic layer deposition (ALD) and plasma-enhanced atomic layer deposition (PEALD).\n\nBy plasma-enhanced ALD (PEALD).';
    deepEqual(check(text).found, []);
    equal(only('abbreviation/defined-again', diagnose(text).diagnostics).length, 1);
  });

  test('case, number, hyphen and spelling are not a conflict', () => {
    for (const [a, b] of [
      ['metal organic frameworks (MOFs)', 'metal-organic framework (MOF)'],
      ['Lithium metal batteries (LMBs)', 'lithium metal batteries (LMBs)'],
      ['lithium bis(trifluoromethanesulphonyl)imide (LiTFSI)', 'lithium bis(trifluoromethanesulfonyl)imide (LiTFSI)'],
      ['LiFePO4 (LFP)', 'lithium iron phosphate (LFP)'],
    ]) {
      deepEqual(check(`We use ${a}.\n\nWe use ${b} too.`).found, [], a);
    }
  });

  test('initials of two persons make no conflict', () => {
    deepEqual(check('Investigation, J.W., Y.Z. (Yan Zhu); writing, Y.Z. (Yong Zhou) and J.W.').found, []);
  });
});
