import assert from 'node:assert/strict';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { readFile } from '../../server/manuscript/fileCandidates';
import type { FormatId } from '../../server/text';
import { diagnose, only, read } from '../support/paper';

function definitionsIn(language: FormatId, text: string): string[] {
  const { definitions } = readFile('file:///paper', language, text, bundledCatalogue());
  return definitions.map(({ short, long }) => `${short} = ${long}`);
}

suite('definitions by kind', () => {
  const cases: readonly (readonly [kind: string, language: FormatId, text: string, ...found: string[]])[] = [
    ['the salt of a formula', 'markdown', 'NaN(SO~2~F)~2~ (NaFSI) dissolves.', 'NaFSI = NaN(SO2F)2'],
    ['or between commas', 'plaintext', 'A constant phase element, or CPE, fits.', 'CPE = constant phase element'],
    [
      'two at once',
      'plaintext',
      'BOL and EOL refer to beginning of life and end of life, respectively.',
      'BOL = beginning of life',
      'EOL = end of life',
    ],
    [
      'the number before the words',
      'plaintext',
      'A 12-item ageing questionnaire (AQ-12) and a type II lithium host (LH2) were used.',
      'AQ-12 = 12-item ageing questionnaire',
      'LH2 = type II lithium host',
    ],
    ['a value in a list of peaks', 'plaintext', 'It shows 7.17 (dd, 7.7 Hz, 1.3 Hz, 1H, Ar).'],
    ['a formula in brackets', 'latex', 'Of [Au(xantphos)][\\ce{AuX2}] (X = Cl, Br) is gold.'],
    ['a verb and its object', 'plaintext', 'We want to measure the heat flow (Mhf) of cells.'],
    [
      'a symbol of an element by chance',
      'plaintext',
      'They were sealed in a dry atmosphere (Ar) with electrolytes (Er).',
    ],
    ['the symbols of an alloy', 'plaintext', 'Liquid Na–K alloys (NaK) wet the film.'],
    ['a bracket within a name', 'plaintext', 'Solvents are 2-(2-methoxyethoxy)ethanol and 2-(2-ethoxyethoxy)ethanol.'],
    ['a use in brackets', 'plaintext', 'Then comes the steel reinforced core (for SR conductors).'],
    [
      'other words for the last of a list',
      'plaintext',
      'Add 2-ethoxyethanol, 2-butoxyethanol (ethylene glycol butyl ether, EB) or water.',
    ],
    [
      'the number of a product and its state',
      'plaintext',
      'An antibody (1:400; sc-52; Santa Cruz Biotechnology, US) and a punch apparatus (Maker, PA, USA).',
    ],
    [
      'a value after a thin space',
      'plaintext',
      'It shows 8.48 (d, J = 4.2\u2009Hz, 2H), 7.20 (d, J = 4.2\u2009Hz, 2H).',
    ],
    [
      'symbols of elements in a row',
      'plaintext',
      'Of samarium (Sm), gadolinium (Gd), manganese (Mn), and neodymium (Nd).',
    ],
    ['ionic liquids in a row', 'plaintext', 'In [EMIM][TfO] [BMIM][TfO] [EMIM][TFSI] [BMIM][TFSI] [EMIM][Ac] it is.'],
    [
      'a colon in the bracket',
      'plaintext',
      'They were quenched (WQ: water quenching) in EC (DMC: 1:1 by volume) and dried.',
      'WQ = water quenching',
    ],
    [
      'a value of words that do not belong',
      'plaintext',
      'They are more alike for every cell (MAE = 0.2 eV) than these.',
    ],
    [
      'a term with its value',
      'plaintext',
      'At a relative humidity (RH = 40%) and with trimethylamine salts (TMA; 5 mM) it holds.',
      'RH = relative humidity',
      'TMA = trimethylamine salts',
    ],
    ['the next of a row', 'plaintext', 'See (cf. Chapter 3.1, Chapter 7) for them (LCO, NMC532, and NMC90; all bare).'],
    [
      'words after the short form',
      'plaintext',
      'The S-doped rGO (denoted as S-rGO in this work) conducts.',
      'S-rGO = S-doped rGO',
    ],
    [
      'symbols by chance, with a number that no atoms have',
      'plaintext',
      'A cold shock protein 12 (CSP12) and inhibiting concentrations (IC20) were found, and ammonia (NH3).',
      'CSP12 = cold shock protein 12',
      'IC20 = inhibiting concentrations',
    ],
    [
      'a short form within a token that is left out',
      'plaintext',
      'The serum has monoclonal IgG chains (MC).',
      'MC = monoclonal IgG chains',
    ],
    ['symbols of a formula that a PDF set apart', 'plaintext', 'The phases P S 5 I (Si) and S 5 I (Si) are alike.'],
    [
      'a curve by its symbols',
      'plaintext',
      'From current–voltage (I–V) and current density–potential (j–E) curves.',
      'I–V = current–voltage',
      'j–E = current density–potential',
    ],
    [
      'a gas by its name',
      'plaintext',
      'Aus Stickstoffmonoxid (NO) wird Stickstoffdioxid, aus Kohlenmonoxid (CO) nicht.',
    ],
    [
      'a term of a patent',
      'plaintext',
      'It is a flat interface nerve electrode (the “FINE”) with a part (the “component”) of it.',
      'FINE = flat interface nerve electrode',
    ],
    [
      'a grade and its maker',
      'plaintext',
      'We bought Triplet Host 123 (TH123, Maker) as it is.',
      'TH123 = Triplet Host 123',
    ],
    ['a firm', 'plaintext', 'By Rock Hill Laboratories (Rock Hill, NY) it was made.'],
    ['a model of an instrument', 'plaintext', 'With a liquid chromatograph (LC-4100, Maker, City) we saw it.'],
    [
      'the number in a catalogue',
      'plaintext',
      'Sodium amidosulfonate #S4321 (SAS) was added.',
      'SAS = Sodium amidosulfonate',
    ],
    [
      'a modifier before the capitals',
      'plaintext',
      'A cell for neutron powder diffraction (operando NPD) was built.',
      'NPD = neutron powder diffraction',
    ],
    [
      'a passage in quotes',
      'plaintext',
      `They wrote: “${'The cells were cycled at room temperature and stored for a year in the dark, '.repeat(3)}and the loss of lithium inventory (LLI) was found.”`,
      'LLI = loss of lithium inventory',
    ],
    [
      'part of a sentence in quotes',
      'plaintext',
      'He says “that each gram of carbon black electrodes (CBE) counts” today.',
      'CBE = carbon black electrodes',
    ],
    [
      'a word in quotes',
      'plaintext',
      'We use “pulsed” hydrothermal deposition (PHD) and "pulsed" fast charge (PFC).',
      'PHD = “pulsed” hydrothermal deposition',
      'PFC = "pulsed" fast charge',
    ],
    [
      'a stop within the bracket',
      'plaintext',
      'It is a plug flow reactor (PFR.) It is large.',
      'PFR = plug flow reactor',
    ],
    ['a complex', 'latex', 'In [Mn(CN)$_6$]$^{3-/4-}$, K$_3$[Mn(CN)$_6$] we see it.'],
    ['letters of panels', 'plaintext', 'The relative adsorbate (alkanes, a-d) and the substrate.'],
    ['terms of a reaction', 'plaintext', 'From N2O + CH4, NCO, we get it.'],
    ['instances in a bracket', 'plaintext', 'Three classes of mitochondrial RNA (rRNA, tRNA, and mRNA) were found.'],
    ['methods in a bracket', 'plaintext', 'Different numerical methods (DEM, LEM, PFM) were used.'],
    ['a word made of the short form', 'plaintext', 'A signature of SGs (SGScore) was derived.'],
    [
      'a dash in a bracket',
      'plaintext',
      'By measurements (electrical resistivity tomography - ERT) and others (FBG – fiber Bragg grating) it was seen.',
      'ERT = electrical resistivity tomography',
      'FBG = fiber Bragg grating',
    ],
    [
      'a row of a list that explains further',
      'markdown',
      '# Abbreviations\n\n- AV: acrylic vessel – contains the target\n- FFT: fast Fourier – transform\n- RGB red, green, blue\n',
      'AV = acrylic vessel',
      'FFT = fast Fourier – transform',
      'RGB = red, green, blue',
    ],
    [
      'an order of no language that is named',
      'plaintext',
      'An integrated linear amplifier (ALI) showed a separation of cerebrospinal fluid (CSF).',
      'ALI = integrated linear amplifier',
      'CSF = cerebrospinal fluid',
    ],
    ['a capital inside a word', 'plaintext', 'The isoelectric point (pI) is low.'],
    ['symbols by chance', 'plaintext', 'The benzo[b]anthracene (BaN) film.', 'BaN = benzo[b]anthracene'],
    ['means', 'plaintext', 'RHE means "reversible hydrogen electrode".', 'RHE = reversible hydrogen electrode'],
    [
      'a hanging hyphen',
      'plaintext',
      'Small- and wide-angle neutron scattering (SANS/WANS) was used.',
      'SANS = Small-angle neutron scattering',
      'WANS = wide-angle neutron scattering',
    ],
    [
      'one term in two orders',
      'plaintext',
      'The coefficient of thermal expansion (CTE/TEC) is low.',
      'CTE = coefficient of thermal expansion',
      'TEC = coefficient of thermal expansion',
    ],
    [
      'a footnote',
      'latex',
      'We mix MWCNT\\footnote{multi-wall carbon nanotube} and oil.',
      'MWCNT = multi-wall carbon nanotube',
    ],
    [
      'a German adjective',
      'plaintext',
      'Aus thermogravimetrischen (TG) Messungen folgt das.',
      'TG = thermogravimetrische Messungen',
    ],
    [
      'a French article',
      'plaintext',
      'La diffraction des rayons X (DRX) est rapide.',
      'DRX = diffraction des rayons X',
    ],
    ['an example', 'plaintext', 'It runs with a parallel optimizer (e.g., TAO).'],
    ['a numbered section', 'plaintext', 'See Section SI10 (Supporting Information).'],
    ['grades of what is named', 'plaintext', 'We compare NMC compositions (NMC622, NMC811).'],
    ['a compound in one word', 'plaintext', 'Das Kaliumbromid (KBr) und Natrium (Na) sind fest.'],
  ];
  for (const [kind, language, text, ...found] of cases)
    test(`${kind}: ${text}`, () => assert.deepEqual(definitionsIn(language, text), found));
});

suite('long forms of other languages are not a conflict', () => {
  for (const text of [
    'Die Finite-Volumen-Methode (FVM) ist alt. Später werden Finite-Volumen-Methoden (FVM) verglichen. Die FVM ist gut.',
    'Une cellule lithium-ion (CLI) dure. Les cellules lithium-ion (CLI) chauffent. La CLI vit.',
    'Man nutzt Röntgendiffraktometrie (XRD). Die Röntgendiffraktion (X-ray diffraction, XRD) ist schnell.',
  ])
    test(text, () => assert.deepEqual(only('abbreviation/conflicting-expansions', diagnose(text).diagnostics), []));
});

suite('short forms in lines of their own, each before its meaning', () => {
  test('a row for two blocks; others stay rows of one block', () => {
    const text =
      '## List of Abbreviations\n\nToF-ND\n\nTime-of-flight neutron diffraction\n\nSEs\n\nSolid electrolytes\n\n' +
      'XRD\n\nX-ray diffraction\n\nSEI: solid electrolyte interphase\n\n## Text\n\nIt was ground.';
    assert.deepEqual(definitionsIn('markdown', text), [
      'ToF-ND = Time-of-flight neutron diffraction',
      'SE = Solid electrolytes',
      'XRD = X-ray diffraction',
      'SEI = solid electrolyte interphase',
    ]);
  });
});

suite('the list of abbreviations ends where sentences begin', () => {
  test('a paragraph after the table', () => {
    const text =
      '\\section*{Abbreviations}\n\\begin{tabular}{ll}\nGDL & gas diffusion layer \\\\\n\\end{tabular}\n\n' +
      'The cell runs hot. The model takes the GDL as a sum; GDL and air form one domain.';
    assert.deepEqual(definitionsIn('latex', text), ['GDL = gas diffusion layer']);
  });
});

suite('lists of abbreviations', () => {
  test('a table of a class of theses', () => {
    const text =
      '\\begin{abbreviations}{ll} % two columns\n\\textbf{PTL} & porous layer of transport\\\\\n\\textbf{MEA} & an assembly\\\\\n\\end{abbreviations}\n';
    assert.deepEqual(definitionsIn('latex', text), ['PTL = porous layer of transport', 'MEA = an assembly']);
  });

  test('long forms on lines of their own, which begin with no short form', () => {
    const text =
      '## Abbreviations\n\nXRD\n\nX-ray diffraction\n\nLIBs\n\nLi-ion batteries\n\nTOF-ND\n\nTime-of-flight neutron diffraction\n';
    assert.deepEqual(definitionsIn('markdown', text), [
      'XRD = X-ray diffraction',
      'LIB = Li-ion batteries',
      'TOF-ND = Time-of-flight neutron diffraction',
    ]);
  });

  test('short forms that are typed as code', () => {
    const text =
      '## Abbreviations\n\n- `GDL`: gas diffusion layer\n- `PTL` – porous layer of `PTL` cells\n\n| Short | Long |\n|---|---|\n| `MEA` | an assembly |\n';
    assert.deepEqual(definitionsIn('markdown', text), [
      'GDL = gas diffusion layer',
      'PTL = porous layer of cells',
      'MEA = an assembly',
    ]);
  });

  test('a short form before its words on one line', () => {
    assert.deepEqual(
      definitionsIn('markdown', '## Abbreviations\n\nGDL gas diffusion layer\n\nc-LLZO cubic garnet\n'),
      ['GDL = gas diffusion layer', 'c-LLZO = cubic garnet'],
    );
  });
});

suite('what a short form stands for at a place', () => {
  const meanings = (text: string) =>
    read(text).file.mentions.flatMap((m) =>
      m.kind === 'abbreviation' ? [`${m.short} ${m.expansion} ${m.species}`] : [],
    );

  test('the last definition before it', () => {
    const text = 'A polycarbonate (PC) holds. PC melts. Propylene carbonate (PC) wets. PC flows.';
    assert.deepEqual(
      meanings(text).map((m) => m.slice(0, 7)),
      ['PC poly', 'PC poly', 'PC Prop', 'PC Prop'],
    );
  });

  test('a formula in a row of formulas, whatever else its letters abbreviate', () => {
    const text = 'The Hartree–Fock (HF) level. It leaves as CF4 and HF from SF6. An HF energy, by HF and DFT.';
    const kinds = read(text).file.mentions.flatMap((m) =>
      read(text).file.parsed.prose.slice(m.prose) === 'HF' ? [m.kind] : [],
    );
    assert.deepEqual(kinds, ['abbreviation', 'formula', 'abbreviation', 'abbreviation']);
  });

  test('a grade stays as sharp as it is', () => {
    const [first] = meanings('We use lithium nickel manganese cobalt oxide (NMC811).');
    assert.equal(first, 'NMC811 lithium nickel manganese cobalt oxide nmc811');
  });

  test('nothing of the catalogue where the words around speak against it', () => {
    assert.deepEqual(meanings('The CCD camera was cooled; the CCD is small.'), [
      'CCD undefined undefined',
      'CCD undefined undefined',
    ]);
  });
});
