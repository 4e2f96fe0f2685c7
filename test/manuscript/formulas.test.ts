import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findComposites } from '../../server/manuscript/recognise/composites';
import { findFormulas } from '../../server/manuscript/recognise/formulas';
import { type FormatId, parseFile } from '../../server/text';

/** Source texts of the formulas found. */
function found(language: FormatId, text: string): string[] {
  const { prose } = parseFile(language, text);
  return findFormulas(prose).map((f) => {
    const source = prose.toSource(f.prose);
    return text.slice(source.start, source.end);
  });
}

/** Formulas marked «…» are found, and nothing else. */
function marked(language: FormatId, text: string): void {
  const expected = [...text.matchAll(/«([^»]*)»/g)].map((m) => m[1]!);
  assert.deepEqual(found(language, text.replace(/[«»]/g, '')), expected);
}

suite('findFormulas: spellings', () => {
  const plain = [
    'We cycled «LiNi0.5Mn1.5O4» against «Li4Ti5O12» in 1 M «LiPF6».',
    'Hydrated «MnCl2·4H2O» and «FeSO4.7H2O» were dried.',
    'The phases «Li[Ni0.6Co0.2Mn0.2]O2», «Li₃InCl₆» and «(La,Sr)MnO3» were mixed.',
    'In «Na3Zr2Si2PO12», the «Na+» ions hop; «Mn3+» and «SO42-» do not.',
    'Cells with «BaCo0.4Fe0.6O3−δ» and «LixMn2O4» held; «SiOx» swelled.',
    'Brackets in brackets: «Li[Ni(CO3)2(H2O)4]», «Mn12O12(CH3COO)16(H2O)4».',
    'Salts such as «LiN(SO2CF3)2», «CH3COOLi» and «KNO3» dissolve.',
    'The α-«MnO2», P2-«Na0.7CoO2» and O3-«NaFeO2» phases differ.',
    'Shells of «Li2S»@«Li», «Li3N»–«LiF» layers, a «CuF2»-PVDF-HFP film and TBA-«PF6».',
    'So «NH4+» (aq) + «OH-» (aq) → «NH3» + «H2O».',
    'As «Ga2O3»+ 2«BCl3» → «B2O3»+ 2«GaCl3», the ions «Na+» and «NO3-» stay.',
    'The polysulfides «S₄²⁻» and «S₆²⁻», not Figure S9+.',
    'Gases «HF(g)» and «CO(g)» leave.',
    'Both «CO2» and «H2O» react with «Li» metal, «Cu» foil stays.',
  ];
  for (const text of plain) test(text, () => marked('plaintext', text));

  test('LaTeX: math subscripts, mhchem and upright math', () => {
    marked(
      'latex',
      'Of «LiNi$_{0.8}$Co$_{0.1}$Mn$_{0.1}$O$_2$», «\\ce{Li2MnO3}» and $«\\mathrm{LiPF}_6»$ the $«Na_{0.9}FePO_4»$ phase.',
    );
  });

  test('LaTeX: in \\ce a space parts two substances', () => {
    marked(
      'latex',
      '\\begin{align}\\ce{«LiF» + «PF5»}\\\\\n\\ce{«PF5» + «H2O»}\\end{align} by \\ce{«LiF» ->[«PF5»] «C3H2O3»}',
    );
  });

  test('LaTeX: polysulfides', () => {
    marked('latex', 'From «S$_8$» to «S$_4^{2-}$» and «S$_6^{2-}$».');
  });

  test('LaTeX: capitals with a charge or a mark of the surface', () => {
    marked('latex', 'We saw $«\\mathrm{HF}^+»$ and adsorbed $«\\mathrm{CO}^*»$, but no $\\mathrm{SEI}^*$.');
  });

  test('LaTeX: a reaction gives its substances', () => {
    marked('latex', 'As $\\ce{«Li2O» + «SiO2» -> «Li2SiO3»}$ says.');
  });

  test('Markdown: subscripts in every markup', () => {
    marked('markdown', 'Take «LiFePO~4~», «LiCoO<sub>2</sub>» and «Li₂CO₃».');
  });
});

suite('findFormulas: what only looks like one', () => {
  const texts = [
    'The US06 cycle ran in CR2032 cells (Fig. S10B, Table SI12) under grant UF130329 in CV4 and SW7.',
    'In this work, As shown, No change, He left, I am, At last, Be it so.',
    'J. B. Goodenough, C.-J. Huang, Y. Li and the group of Hong Li’s friend, Li et al.',
    'A rate of 1C, C/10 and 0.5 C; 25 °C, 5 V, 3 K, 10 MPa, 2 kHz.',
    'SEI, CNS, SOC, PVC, SBA, NCO, HOPC, PC, LiFSI, LiBOB, LiDFOB, LiPON, SOFCs and NMC811.',
    'Bonds C–H, O-H and B–F, a Li–S system with no formula: see diel_CuInSe2.tex.',
    'Steels 42CrMo4 and 18CrNiMo7-6, polyamide PA66, black AB800.',
  ];
  for (const text of texts) {
    test(text, () => {
      assert.deepEqual(
        found('plaintext', text).filter((f) => !/^(?:Li|Cu)$/.test(f)),
        [],
      );
    });
  }

  test('symbols of mathematics', () => {
    const text =
      'With $N_{Li}$, $E_a$, $\\chi_{Li}$, $P = 1 - p$, $\\mathrm{Li}_{1-m}(x)$ and $12\\,\\mathrm{kJ\\,mol^{-1}}$, $\\mathrm{K}^{-1}$.';
    assert.deepEqual(found('latex', text), []);
  });
});

suite('findFormulas: judgement', () => {
  test('polyhedra, elements and compounds are told apart', () => {
    const { prose } = parseFile('plaintext', 'The ZrO6 octahedra of Li2ZrO3 hold Zr.');
    assert.deepEqual(
      findFormulas(prose).map((f) => f.standing),
      ['polyhedron', 'compound', 'element'],
    );
  });

  test('letters that also say something else are not certain', () => {
    const { prose } = parseFile('plaintext', 'Traces of HF and of LiF remain.');
    assert.deepEqual(
      findFormulas(prose).map((f) => f.certain),
      [false, true],
    );
  });
});

suite('findFormulas: indices set apart by a PDF', () => {
  test('are read with their formula where its charges add up', () => {
    marked('plaintext', 'We press «Li 6 PS5 Br» and «Na 2.9 Sb 0.9 W 0.1 S 4», then «Li 2 O».');
    marked(
      'plaintext',
      'Layers of «Co 3 O 4», «NiMoO 4»–«MnO 2» and «WS 2» electrocatalysts, «LiFePO 4» [12] and «Na 6 ZnS 4»',
    );
  });

  test('of acids, their ammonium salts and peroxide', () => {
    marked('plaintext', 'In 0.5 M «H 2 SO 4» with «HNO 3», «NH 4 Cl», «NH 4 NO 3» and «H 2 O 2» in it.');
    marked('plaintext', 'The vitamin B 2 and a ring CH 4 N or H 5 SO 4 of none.');
  });

  test('are none where they count what follows, or nothing adds up', () => {
    marked(
      'plaintext',
      'We held «LiF» 2 h, a film of «NaCl» 3 nm, «CuO» 2 mg and «Li2O» 2 and 3 in Li 5 PO 9 of K 1 Cl 1.',
    );
  });
});

suite('findComposites', () => {
  test('compounds joined by dashes, polytypes and supported metals', () => {
    const text = 'An Al2O3-MgO inclusion in 4H-SiC beside Pt/C; Li–S and LiF alone.';
    const { prose } = parseFile('plaintext', text);
    const composites = findComposites(prose, findFormulas(prose)).map((c) => prose.slice(c.prose));
    assert.deepEqual(composites, ['Al2O3-MgO', '4H-SiC', 'Pt/C']);
  });
});

suite('findFormulas: pieces and marks', () => {
  test('pieces of formulas whose indices a PDF set apart are none', () => {
    for (const text of [
      'We chose LiFePO 3 [12] and Na 7 ZnS 4',
      'Of Li 5 PS5 Cl the',
      'without (SO4) 2 or (CO3) 2, all',
      'in Li6PS5 X argyrodites',
      'a framework Cu4(ttpm)2·0.6CuCl2 of',
    ])
      marked('plaintext', text);
  });

  test('letters of structures, of groups of the periodic table and of numbers are none', () => {
    marked(
      'plaintext',
      'For O3 the stacking differs from P2; the CuIn–VI2 and I–III–(S,Se)2 compounds (JCPDS NO. 65-2901).',
    );
  });

  test('amounts before both parts of a glass are read', () => {
    marked('plaintext', 'Glasses of «75Li2S·25P2S5» and «60MgS·40P2S5» conduct.');
  });
});

suite('findFormulas: any text', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'LiFeOPx12.()[]{}+-−· ,:/^_$\\δ□°aMX³₂⁺\n|@'), maxLength: 120 });

  test('ranges lie in the text, ascend and do not overlap', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<FormatId>('plaintext', 'latex', 'markdown'), (text, language) => {
        const { prose } = parseFile(language, text);
        let end = 0;
        for (const f of findFormulas(prose)) {
          assert.ok(f.prose.start >= end && f.prose.end > f.prose.start && f.prose.end <= prose.text.length);
          end = f.prose.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a subscript that is never closed ends', () => {
    assert.deepEqual(found('markdown', 'LiPF<sub>6 in EC [@xu2004] and more'), []);
  });
});
