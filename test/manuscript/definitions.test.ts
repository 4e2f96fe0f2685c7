import assert from 'node:assert/strict';
import type { Span } from '../../server/base/span';
import { findDefinitions } from '../../server/manuscript/definitions';
import type { ParsedFile } from '../../server/text/parsedFile';
import { readPlainText } from '../../server/text/plaintext/reader';
import { ATOM, type Block } from '../../server/text/prose';
import { ProseBuilder } from '../../server/text/proseBuilder';

/** `SHORT = long` for each definition in the text. */
const found = (text: string): string[] => findDefinitions(paragraph(text)).map((d) => `${d.short} = ${d.long}`);

const paragraph = (text: string): ParsedFile => manuscriptOf([{ kind: 'paragraph', part: 'body', text }]);

/** A manuscript of the given blocks, one after the other. */
function manuscriptOf(blocks: readonly (Omit<Block, 'start' | 'end'> & { readonly text: string })[]): ParsedFile {
  const source = blocks.map((b) => b.text).join('\n');
  const prose = new ProseBuilder(source);
  let at = 0;
  for (const { text, ...block } of blocks) {
    prose.openBlock(block);
    prose.copy(at, at + text.length);
    at += text.length + 1;
  }
  return { ...readPlainText(''), source, prose: prose.build() };
}

const cases = (expected: Record<string, readonly string[]>): void => {
  for (const [text, definitions] of Object.entries(expected))
    test(text, () => assert.deepEqual(found(text), definitions));
};

suite('definitions: long form, then the short form in brackets', () => {
  cases({
    'The passivating solid electrolyte interphase (SEI) forms first.': ['SEI = solid electrolyte interphase'],
    'Most lithium-ion batteries (LIBs) age.': ['LIB = lithium-ion batteries'],
    'Shifted binding energies (BE’s) were corrected.': ['BE = binding energies'],
    'By cyclic voltammetry ("CV") we see two peaks.': ['CV = cyclic voltammetry'],
    'Seen in the transmission electron microscope (TEM, JEOL, Japan).': ['TEM = transmission electron microscope'],
    'The depth of discharge (DOD; see Table 2) is 80%.': ['DOD = depth of discharge'],
    'A composite solid electrolyte (hereafter CSE) was cast.': ['CSE = composite solid electrolyte'],
    'A composite solid electrolyte (denoted as “CSE”) was cast.': ['CSE = composite solid electrolyte'],
    'The cuboctahedral LFP (named C-LFP hereafter) was sieved.': ['C-LFP = cuboctahedral LFP'],
    'Of a high conductivity,ion exchange capacity (IEC) and strength.': ['IEC = ion exchange capacity'],
    'Safe lithium metal batteries (LMBs or LMB cells) are rare.': ['LMB = lithium metal batteries'],
    'Using density functional theory [12,13] (DFT) we relax it.': ['DFT = density functional theory'],
    'The ethylene carbonate (EC)/ethyl methyl carbonate (EMC) (3/7 wt) blend': [
      'EC = ethylene carbonate',
      'EMC = ethyl methyl carbonate',
    ],
    'Imaged by scanning (SEM) and transmission electron microscopy (TEM).': [
      'SEM = scanning electron microscopy',
      'TEM = transmission electron microscopy',
    ],
    'In ethylene carbonate/dimethyl carbonate (EC/DMC) it dissolves.': [
      'EC = ethylene carbonate',
      'DMC = dimethyl carbonate',
    ],
    'Grows in the three-dimensional (3D) host.': ['3D = three-dimensional'],
    'The state of charge (SoC) was held.': ['SoC = state of charge'],
    'Cubic garnet, cubic LLZO (c-LLZO), is stable.': ['c-LLZO = cubic LLZO'],
    'See the Supporting Information (SI).': ['SI = Supporting Information'],
    'Traces of hydrogen fluoride (HF) attack it.': ['HF = hydrogen fluoride'],
  });
});

suite('definitions: several in one bracket', () => {
  cases({
    'In ethylene carbonate and diethyl carbonate (EC/DEC) it dissolves.': [
      'EC = ethylene carbonate',
      'DEC = diethyl carbonate',
    ],
    'In ethylene, propylene and dimethyl carbonate (EC, PC, DMC, 1:1:1) it dissolves.': [
      'EC = ethylene carbonate',
      'PC = propylene carbonate',
      'DMC = dimethyl carbonate',
    ],
    'By scanning/transmission electron microscopy (SEM/TEM) we saw it.': [
      'SEM = scanning electron microscopy',
      'TEM = transmission electron microscopy',
    ],
    'Ethylene carbonate and dimethyl carbonate (EC and DMC, respectively) were dried.': [
      'EC = Ethylene carbonate',
      'DMC = dimethyl carbonate',
    ],
    'A scanning electron microscope (SEM, JEOL, Japan) was used.': ['SEM = scanning electron microscope'],
  });
});

suite('definitions: names of chemicals', () => {
  cases({
    'We add fluoroethylene carbonate (FEC).': ['FEC = fluoroethylene carbonate'],
    'in 1,3-dioxolane (DOL) and 1,2-dimethoxyethane (DME)': ['DOL = 1,3-dioxolane', 'DME = 1,2-dimethoxyethane'],
    'the solvent 2-methyltetrahydrofuran (2-MeTHF)': ['2-MeTHF = 2-methyltetrahydrofuran'],
    'with bis(trifluoromethanesulfonyl)imide (TFSI) anions': ['TFSI = bis(trifluoromethanesulfonyl)imide'],
    'the salt lithium bis(fluorosulfonyl)imide (LiFSI)': ['LiFSI = lithium bis(fluorosulfonyl)imide'],
    'the salt lithium difluoro(oxalato)borate (LiDFOB)': ['LiDFOB = lithium difluoro(oxalato)borate'],
    'the salt lithium bis(oxalato)borate (LiBOB)': ['LiBOB = lithium bis(oxalato)borate'],
    'the salt sodium difluoro(oxalato)borate (NaDFOB)': ['NaDFOB = sodium difluoro(oxalato)borate'],
    'swollen polyethylene oxide (PEO) chains': ['PEO = polyethylene oxide'],
    'swollen poly (ethylene oxide) (PEO) chains': ['PEO = poly (ethylene oxide)'],
    'The binder poly(vinylidene fluoride-co-hexafluoropropylene) (PVDF-HFP)': [
      'PVDF-HFP = poly(vinylidene fluoride-co-hexafluoropropylene)',
    ],
    'A film of 1,1,2,3,3-hexafluoro-1-propene-1,1-difluoroethene copolymer (PVDF-HFP)': [
      'PVDF-HFP = 1,1,2,3,3-hexafluoro-1-propene-1,1-difluoroethene copolymer',
    ],
    'in γ-butyrolactone (GBL) at 25 °C': ['GBL = γ-butyrolactone'],
    'washed with methanol (MeOH)': ['MeOH = methanol'],
  });
});

suite('definitions: names with spaces', () => {
  cases({
    'In 1,1,2,2-tetrafluoroethyl 2,2,3,3-tetrafluoropropyl ether (TTE) it dissolves.': [
      'TTE = 1,1,2,2-tetrafluoroethyl 2,2,3,3-tetrafluoropropyl ether',
    ],
  });
});

suite('definitions: a formula as the long form', () => {
  cases({
    'Cathodes of LiFePO4 (LFP) were cast.': ['LFP = LiFePO4'],
    'Pellets of Li7La3Zr2O12 (LLZO) were pressed.': ['LLZO = Li7La3Zr2O12'],
    'Cells with Li(NiCoAl)O2 (NCA) age.': ['NCA = Li(NiCoAl)O2'],
    'Cells with LiNi0.8Co0.1Mn0.1O2 (NMC811) age.': ['NMC811 = LiNi0.8Co0.1Mn0.1O2'],
    'Layered oxides (LiNi0.6Co0.2Mn0.2O2, NCM622) age.': ['NCM622 = LiNi0.6Co0.2Mn0.2O2'],
    'The argyrodite Li 6 PS5 Cl (LPSCl) conducts.': ['LPSCl = Li 6 PS5 Cl'],
    'The perovskite La-doped SrTiO3 (LST) conducts.': ['LST = La-doped SrTiO3'],
    'The electrolyte, cubic Li7La3Zr2O12 (c-LLZO), conducts.': ['c-LLZO = cubic Li7La3Zr2O12'],
    'Layered LiMO2 (LMO) and LixCoO2 (LCO) age.': ['LMO = LiMO2', 'LCO = LixCoO2'],
    'Graphite against LFP (LiFePO4) lasts.': ['LFP = LiFePO4'],
  });

  test('spans of formulas from the caller are taken as they are', () => {
    const text = 'Composite Li3PS4 + LiI (LPSI) conducts.';
    const longForms = (spans: readonly Span[]) => findDefinitions(paragraph(text), spans).map((d) => d.long);
    assert.deepEqual(longForms([{ start: 10, end: 22 }]), ['Li3PS4 + LiI']);
  });

  test('a formula beside the name is not part of it', () => {
    const text = 'The precursor trimethylaluminium, Al2(CH3)6 (TMA) reacts.';
    const start = text.indexOf('Al2');
    const definitions = findDefinitions(paragraph(text), [{ start, end: text.indexOf(' (TMA') }]);
    assert.deepEqual(
      definitions.map((d) => d.long),
      ['trimethylaluminium'],
    );
  });
});

suite('definitions: other orders and words', () => {
  cases({
    'On the solid electrolyte interphase(SEI)is thin.': ['SEI = solid electrolyte interphase'],
    'Anodes of silicon/graphite (Si/graphite) swell.': ['Si/graphite = silicon/graphite'],
    'The SEI (solid electrolyte interphase) grows.': ['SEI = solid electrolyte interphase'],
    'Washed with EDTA (ethylenediaminetetraacetic acid).': ['EDTA = ethylenediaminetetraacetic acid'],
    'A cyclic solvent (EC, ethylene carbonate) melts at 36 °C.': ['EC = ethylene carbonate'],
    'An ether (tetrahydrofuran, THF) swells it.': ['THF = tetrahydrofuran'],
    'Dort bildet sich eine Grenzphase (solid electrolyte interphase, SEI).': ['SEI = solid electrolyte interphase'],
    'The solid electrolyte interphase, SEI, grows.': ['SEI = solid electrolyte interphase'],
    'We mixed propylene carbonate, PC, and dimethoxyethane, DME, as solvents.': [
      'PC = propylene carbonate',
      'DME = dimethoxyethane',
    ],
    'Methane, CH4, platinum, Pt, and the town of Aarau, AG, are none, nor reached (red) or three SAM layers (SAM-1, SAM-2), nor is H3O+ + A− c0 (HAC).':
      [],
    'It holds LiPF6, LiTFSI, LiFSI, LiBOB, and more.': [],
    'The solid electrolyte interphase, hereafter referred to as SEI, grows.': ['SEI = solid electrolyte interphase'],
    'The composite solid electrolyte, which is denoted as CSE, conducts.': ['CSE = composite solid electrolyte'],
    'The SOH stands for the state of health of the cell.': ['SOH = state of health'],
    'A potential, where RHE is the reversible hydrogen electrode, falls.': ['RHE = reversible hydrogen electrode'],
    'Here THF = tetrahydrofuran.': ['THF = tetrahydrofuran'],
    'Abbreviations: CCD, critical current density; CE, Coulombic efficiency.': [
      'CCD = critical current density',
      'CE = Coulombic efficiency',
    ],
  });

  test('a caption explains its short forms', () => {
    const parsed = manuscriptOf([
      {
        kind: 'caption',
        part: 'body',
        text: 'Cells at rest. CCD: critical current density; OCV, open-circuit voltage.',
      },
    ]);
    assert.deepEqual(
      findDefinitions(parsed).map((d) => [d.form, d.short, d.long]),
      [
        ['apposition', 'CCD', 'critical current density'],
        ['apposition', 'OCV', 'open-circuit voltage'],
      ],
    );
  });
});

suite('definitions: none', () => {
  for (const text of [
    'The film is rough (Fig. S10B) and thin (Table 1).',
    'Supported by a grant (03XP0302C) and another (EP/T022078/1).',
    'Taken with a field emission microscope (SU8010, Hitachi).',
    'Reduced to Co (II), or cobalt (II), and Ni (OH)2.',
    'A modulus of 5 (GPa) and a loading of 3 (wt%).',
    'Distributed under Creative Commons (CC BY 4.0).',
    'We use electrolytes with LiTFSI (EO:Li = 18:1) here.',
    'A drive cycle (US06) was applied in 2019 (2020).',
    'More can be found there (SI).',
    'Made in Kyoto (Japan) and Bath (UK).',
    'Sintered at 1200 °C for 30 min (SL2).',
    'We plot CaO (dashed line) and LLZO (orange histogram).',
    'some salts (i.e. soluble ones) in a few cases (e.g., nitrates)',
    'as in (1), (a), (iv) and (R = methyl)',
    '(The "R" represents different alkyl structures)',
    'fluoroamides (sulfonamides) and the first Taikonaut (astronaut)',
    'metallic sodium (Na) and lithium (Li)',
    'of lithium sulfide (Li2S), sodium fluoride (NaF) and carbon monoxide (CO)',
    'at constant temperature (T) and work function (Φ_A)',
    'mixed at a ratio (3:7 by volume) and (DME/TTE = 1:3 by mol.)',
    'the composite with 50 wt% of LNFP (LNFP50)',
    'the solvent 1,2-dimethoxyethane (BASF)',
    'Li₂CO₃, Li₂O, and LiOH',
    'each lithium ion (Li-ion) moves',
    'an alloy of NiMo, NiMo, and nickel',
    'Surfaces as Si(OH)3 − O − Ti(OH)Cl2 and salts of PR3, P(OR)3, PO(OR)3',
    'by-products (i.e., HCl, (CH3)3SiCl) and oxides (Mn3O4, MnO)',
    'Tris(trimethylsilyl) phosphite and Tris(trimethylsilyl) borate',
    'of LiFePO4|graphite (LFP) cells',
    'SEI is the most important part and LFP is a good cathode',
    'by discretizing the [DEZ] profiles',
    'bonds are easily broken when DMAS, BDMAS, and TDMAS react',
    'a normal (AB- or ABC-type) cycle',
    'the etch depth of Al2O3 per cycle (A/cycle)',
    'layers of indium gallium arsenide (InGaAs) on GaAs',
    'with the probe SPt ¼ (S(i)Pt) beside it',
    'films of PVC (PC) and their number of bands (NBANDS)',
  ]) {
    test(text, () => assert.deepEqual(found(text), []));
  }

  test('keywords, references and acknowledgements define nothing', () => {
    const text = 'solid electrolyte interphase (SEI)';
    const parts = ['keywords', 'references', 'acknowledgements', 'back-matter', 'front-matter'] as const;
    assert.deepEqual(findDefinitions(manuscriptOf(parts.map((part) => ({ kind: 'paragraph', part, text })))), []);
  });

  test('a long form does not reach into the block before', () => {
    const blocks = [
      { kind: 'heading', part: 'body', text: 'The solid electrolyte' },
      { kind: 'paragraph', part: 'body', text: 'interphase (SEI) grows' },
    ] as const;
    assert.deepEqual(findDefinitions(manuscriptOf(blocks)), []);
  });
});

suite('definitions: not in the words of others', () => {
  cases({
    'As “The solid electrolyte interphase (SEI) revisited” says.': [],
    'See "On the solid electrolyte interphase (SEI)" for more.': [],
    'Read „Die Finite-Elemente-Methode (FEM) im Alltag“ dazu.': [],
    'The so-called “solid electrolyte interphase (SEI)” forms.': ['SEI = solid electrolyte interphase'],
    'An “artificial solid electrolyte interphase (SEI)” was “grown”.': ['SEI = solid electrolyte interphase'],
    'A. Writer, The solid electrolyte interphase (SEI), J. Cells 2019, 126, 2047.': [],
  });
});

suite('definitions: spans', () => {
  test('whole, short and long form, with the plural s', () => {
    const source = 'Use of metal-organic frameworks (MOFs) grows.';
    const [definition] = findDefinitions(paragraph(source));
    const texts = Object.values(definition!.source).map(({ start, end }) => source.slice(start, end));
    assert.deepEqual(Object.keys(definition!.source), ['whole', 'short', 'long']);
    assert.deepEqual(texts, ['metal-organic frameworks (MOFs)', 'MOFs', 'metal-organic frameworks']);
    assert.deepEqual([definition!.short, definition!.shortPlural], ['MOF', true]);
  });

  test('a citation mark between the two belongs to neither', () => {
    const source = 'Density functional theory~\\cite{Kohn} (DFT)';
    const prose = new ProseBuilder(source);
    prose.openBlock({ kind: 'paragraph', part: 'body' });
    prose.copy(0, 25);
    prose.space(25, 26);
    prose.replace(ATOM, 26, 37);
    prose.copy(37, source.length);
    const [definition] = findDefinitions({ ...readPlainText(''), source, prose: prose.build() });
    assert.equal(definition!.long, 'Density functional theory');
    assert.deepEqual(definition!.source.long, { start: 0, end: 25 });
    assert.deepEqual(definition!.source.whole, { start: 0, end: source.length });
  });
});

suite('definitions: abbreviation lists and declarations', () => {
  test('list items in the ways that they are typed', () => {
    const texts = [
      'DME\tdimethoxyethane',
      'FEC: fluoroethylene carbonate',
      'VC – vinylene carbonate',
      'LIBs, lithium ion batteries;',
      'XYZ something that no letter explains',
      'NMR (nuclear magnetic resonance)',
    ];
    const parsed = manuscriptOf(texts.map((text) => ({ kind: 'list-item', part: 'abbreviations', text })));
    assert.deepEqual(
      findDefinitions(parsed).map((d) => [d.form, d.short, d.long]),
      [
        ['list', 'DME', 'dimethoxyethane'],
        ['list', 'FEC', 'fluoroethylene carbonate'],
        ['list', 'VC', 'vinylene carbonate'],
        ['list', 'LIB', 'lithium ion batteries'],
        ['list', 'XYZ', 'something that no letter explains'],
        ['list', 'NMR', 'nuclear magnetic resonance'],
      ],
    );
  });

  test('entries that run on in one paragraph', () => {
    const text =
      'ALD, atomic layer deposition MOSCap, metal-oxide-semiconductor capacitor XPS, X-ray photoelectron spectroscopy';
    const parsed = manuscriptOf([{ kind: 'list-item', part: 'abbreviations', text }]);
    assert.deepEqual(
      findDefinitions(parsed).map((d) => `${d.short} = ${d.long}`),
      [
        'ALD = atomic layer deposition',
        'MOSCap = metal-oxide-semiconductor capacitor',
        'XPS = X-ray photoelectron spectroscopy',
      ],
    );
  });

  test('entries after a label', () => {
    const text = 'Abbreviations: SEI, solid electrolyte interphase; CE, coulombic efficiency.';
    const parsed = manuscriptOf([{ kind: 'list-item', part: 'abbreviations', text }]);
    assert.deepEqual(
      findDefinitions(parsed).map((d) => `${d.short} = ${d.long}`),
      ['SEI = solid electrolyte interphase', 'CE = coulombic efficiency'],
    );
  });

  test('rows of a table, whichever column comes first', () => {
    const cell = (row: number, text: string) =>
      ({ kind: 'table-cell', part: 'abbreviations', table: 1, row, text }) as const;
    const parsed = manuscriptOf([
      cell(0, 'Abbreviation'),
      cell(0, 'Meaning'),
      cell(1, 'SEI'),
      cell(1, 'solid electrolyte interphase'),
      cell(2, 'open-circuit voltage'),
      cell(2, 'OCV'),
    ]);
    assert.deepEqual(
      findDefinitions(parsed).map((d) => [d.short, d.long]),
      [
        ['SEI', 'solid electrolyte interphase'],
        ['OCV', 'open-circuit voltage'],
      ],
    );
  });

  test('a declaration has no place in the prose', () => {
    const parsed: ParsedFile = {
      ...readPlainText(''),
      declarations: [
        {
          span: { start: 0, end: 40 },
          form: '\\newacronym',
          key: 'bms',
          keySpan: { start: 12, end: 15 },
          short: 'BMS',
          shortSpan: { start: 17, end: 20 },
          long: 'battery management system',
          longSpan: { start: 22, end: 39 },
        },
      ],
    };
    const [definition] = findDefinitions(parsed);
    assert.equal(definition!.form, 'declaration');
    assert.equal(definition!.prose, undefined);
    assert.deepEqual(definition!.source.short, { start: 17, end: 20 });
  });
});

suite('definitions: quantities', () => {
  const read = (set: (prose: ProseBuilder) => void) => {
    const source = 'the surface plasmon (sp) excites';
    const prose = new ProseBuilder(source);
    prose.openBlock({ kind: 'paragraph', part: 'body' });
    prose.copy(0, 21);
    set(prose);
    prose.copy(21, 23);
    prose.restyle({ script: 'normal', setting: 'text' });
    prose.copy(23, source.length);
    return findDefinitions({ ...readPlainText(''), source, prose: prose.build() }).map((d) => d.short);
  };
  test('a short form in plain text', () =>
    assert.deepEqual(
      read(() => {}),
      ['sp'],
    ));
  test('a symbol in math', () =>
    assert.deepEqual(
      read((prose) => prose.restyle({ setting: 'math' })),
      [],
    ));
  test('a letter with an index', () =>
    assert.deepEqual(
      read((prose) => prose.restyle({ script: 'sub' })),
      [],
    ));
});
