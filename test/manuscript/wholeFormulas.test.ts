import assert from 'node:assert/strict';
import { findFormulas } from '../../server/manuscript/recognise/formulas';
import { type FormatId, parseFile } from '../../server/text';

type Atoms = Readonly<Record<string, number>> | null;

/** Formulas of a text: each as it is typed, with its atoms (null with variables) and its charge where it has one. */
function formulasIn(language: FormatId, text: string): readonly (readonly [string, Atoms, number?])[] {
  const { prose } = parseFile(language, text);
  return findFormulas(prose).map(({ prose: at, formula }) => {
    const { start, end } = prose.toSource(at);
    const read = [text.slice(start, end), formula.composition] as const;
    return formula.charge === 0 ? read : [...read, formula.charge];
  });
}

type Kind = readonly [
  kind: string,
  language: FormatId,
  text: string,
  ...formulas: readonly (readonly [string, Atoms, number?])[],
];

const READ: readonly Kind[] = [
  [
    'the rest of a molecule with its group',
    'plaintext',
    'from ROH and RCOOH to RSH, LiOR, RMgBr, RCOO− and RfSO2F, not ROS',
    ['ROH', null],
    ['RCOOH', null],
    ['RSH', null],
    ['LiOR', null],
    ['RMgBr', null],
    ['RCOO−', null, -1],
    ['RfSO2F', null],
  ],
  [
    'an ion with its name in brackets',
    'plaintext',
    'such as BF4−(tetrafluoroborate) and NH4+(ammonium)',
    ['BF4−', { B: 1, F: 4 }, -1],
    ['NH4+', { N: 1, H: 4 }, 1],
  ],
  [
    'a couple whose sign is written once',
    'plaintext',
    'the couple Fe(CN)63/4− in it',
    ['Fe(CN)63/4−', { Fe: 1, C: 6, N: 6 }, -3],
  ],
  [
    'a formula after its molarity',
    'plaintext',
    'with 10 μM [Ru(NH3)6]Cl3',
    ['[Ru(NH3)6]Cl3', { Ru: 1, N: 6, H: 18, Cl: 3 }],
  ],
  [
    'letters that the text explains',
    'plaintext',
    'KTMO2 (TM = Ti, In), layers of NbX2 (X = S, Se) and RM with A4X8, where A = Pd and X = Se',
    ['KTMO2', null],
    ['Ti', { Ti: 1 }],
    ['In', { In: 1 }],
    ['NbX2', null],
    ['S', { S: 1 }],
    ['Se', { Se: 1 }],
    ['A4X8', null],
    ['Pd', { Pd: 1 }],
    ['Se', { Se: 1 }],
  ],
  [
    'states in Roman numerals, glued',
    'plaintext',
    'reducing CoIII to CoII in K3[CoIII(CN)6] and CuI',
    ['CoIII', { Co: 1 }],
    ['CoII', { Co: 1 }],
    ['K3[CoIII(CN)6]', { K: 3, Co: 1, C: 6, N: 6 }],
    ['CuI', { Cu: 1, I: 1 }],
  ],
  [
    'index and charge of an ion on one line',
    'plaintext',
    'Ions such as SO32-, HPO42−, Fe(CN)64- and Se2−, of Na+(aq) and H3O+(aq); TiO2- and CO2-rich powders with SO2-.',
    ['SO32-', { S: 1, O: 3 }, -2],
    ['HPO42−', { H: 1, P: 1, O: 4 }, -2],
    ['Fe(CN)64-', { Fe: 1, C: 6, N: 6 }, -4],
    ['Se2−', { Se: 1 }, -2],
    ['Na+(aq)', { Na: 1 }, 1],
    ['H3O+(aq)', { H: 3, O: 1 }, 1],
    ['TiO2', { Ti: 1, O: 2 }],
    ['CO2', { C: 1, O: 2 }],
    ['SO2', { S: 1, O: 2 }],
  ],
  [
    'the Spanish “and”',
    'plaintext',
    'Se comparan las aleaciones Li13Si4 y Li15Si4 con las sales NaCl y KCl de la celda.',
    ['Li13Si4', { Li: 13, Si: 4 }],
    ['Li15Si4', { Li: 15, Si: 4 }],
    ['NaCl', { Na: 1, Cl: 1 }],
    ['KCl', { K: 1, Cl: 1 }],
  ],
  [
    'a picture instead of an arrow',
    'markdown',
    '<p>C + CO<sub>2</sub><img src="a.gif" alt="gives" />2 CO</p>',
    ['CO<sub>2</sub>', { C: 1, O: 2 }],
    ['CO', { C: 1, O: 1 }],
  ],
  [
    'states of matter, lowered',
    'latex',
    'of CO$_{2,g}$ and OH$_a$ beside SO$_x$',
    ['CO$_{2,g}$', { C: 1, O: 2 }],
    ['OH$_a$', { O: 1, H: 1 }],
    ['SO$_x$', null],
  ],
  [
    'organic cations of halide perovskites',
    'plaintext',
    'with MABr in FA0.9Cs0.1PbBr3, a MAX phase with a FAIR share of BA',
    ['MABr', { C: 1, N: 1, H: 6, Br: 1 }],
    ['FA0.9Cs0.1PbBr3', { C: 0.9, N: 1.8, H: 4.5, Cs: 0.1, Pb: 1, Br: 3 }],
  ],
  [
    'water whose dot was lost',
    'plaintext',
    'from Co(NO3)26H2O and MnSO4 5H2O',
    ['Co(NO3)26H2O', { Co: 1, N: 2, O: 12, H: 12 }],
    ['MnSO4 5H2O', { Mn: 1, S: 1, O: 9, H: 10 }],
  ],
  ['a charge in brackets', 'plaintext', 'of Zn(2+) and Fe[3+] in', ['Zn(2+)', { Zn: 1 }, 2], ['Fe[3+]', { Fe: 1 }, 3]],
  [
    'no share of a filler as an index',
    'plaintext',
    'The Na4MnV(PO4)3/3\u00a0wt.% CNT composite',
    ['Na4MnV(PO4)3', { Na: 4, Mn: 1, V: 1, P: 3, O: 12 }],
  ],
  [
    'a decimal comma',
    'plaintext',
    'Aus Li1,2Ni0,2Mn0,6O2 wird',
    ['Li1,2Ni0,2Mn0,6O2', { Li: 1.2, Ni: 0.2, Mn: 0.6, O: 2 }],
  ],
  ['a decimal comma at the end', 'plaintext', 'von NiO0,5 und', ['NiO0,5', { Ni: 1, O: 0.5 }]],
  ['a lowered decimal comma', 'latex', 'in Li$_{0{,}5}$CoO$_2$ und', ['Li$_{0{,}5}$CoO$_2$', { Li: 0.5, Co: 1, O: 2 }]],
  [
    'mhchem with a comma',
    'latex',
    '\\ce{Li_{1,3}Al_{0,3}Ti_{1,7}(PO4)3}',
    ['\\ce{Li_{1,3}Al_{0,3}Ti_{1,7}(PO4)3}', { Li: 1.3, Al: 0.3, Ti: 1.7, P: 3, O: 12 }],
  ],
  [
    'Chinese beside them',
    'markdown',
    '加入NaNO3在溶液中，Na1-xCoO2表面，与2KCl混合',
    ['NaNO3', { Na: 1, N: 1, O: 3 }],
    ['Na1-xCoO2', null],
    ['KCl', { K: 1, Cl: 1 }],
  ],
  [
    'formulas in italics',
    'latex',
    '$CO_2$ and $PF_6^-$ with $NH_3$',
    ['CO_2', { C: 1, O: 2 }],
    ['PF_6^-', { P: 1, F: 6 }, -1],
    ['NH_3', { N: 1, H: 3 }],
  ],
  [
    'formulas in scripts',
    'latex',
    '$c_{\\ce{Na+}}$, $x_{\\text{LiFePO}_4}$ and $p_{O_2}$',
    ['\\ce{Na+}', { Na: 1 }, 1],
    ['\\text{LiFePO}_4', { Li: 1, Fe: 1, P: 1, O: 4 }],
    ['O_2', { O: 2 }],
  ],
  [
    'formulas in scripts of Markdown',
    'markdown',
    'The $c_{\\mathrm{Na^+}}$ is.\n\n```math\nD_\\mathrm{NaPF_6} = x\n```',
    ['\\mathrm{Na^+}', { Na: 1 }, 1],
    ['\\mathrm{NaPF_6}', { Na: 1, P: 1, F: 6 }],
  ],
  [
    'formulas in scripts of Typst',
    'typst',
    '$c_"NaPF6"$ and $c_ce("Na+")$',
    ['"NaPF6"', { Na: 1, P: 1, F: 6 }],
    ['ce("Na+")', { Na: 1 }, 1],
  ],
  [
    'a hydrate with a decimal amount',
    'plaintext',
    'of CaCl2·1.5H2O in',
    ['CaCl2·1.5H2O', { Ca: 1, Cl: 2, H: 3, O: 1.5 }],
  ],
  ['a hydrate with a fraction', 'plaintext', 'of CaSO4·½H2O in', ['CaSO4·½H2O', { Ca: 1, S: 1, O: 4.5, H: 1 }]],
  [
    'a hydrate after a group',
    'latex',
    '\\ce{Zn(NO3)2.2.5H2O}',
    ['\\ce{Zn(NO3)2.2.5H2O}', { Zn: 1, N: 2, O: 8.5, H: 5 }],
  ],
  ['a hydrate with spaces', 'latex', '\\ch{MgCl2 * 6 H2O}', ['\\ch{MgCl2 * 6 H2O}', { Mg: 1, Cl: 2, H: 12, O: 6 }]],
  [
    'a complex with a keyboard minus',
    'plaintext',
    'The [CoCl4]2- ion and [BPh4]- too.',
    ['[CoCl4]2-', { Co: 1, Cl: 4 }, -2],
    ['[BPh4]-', { B: 1, C: 24, H: 20 }, -1],
  ],
  ['an oxidation state in a superscript', 'latex', '\\ce{Co^{III}OOH}', ['\\ce{Co^{III}OOH}', { Co: 1, O: 2, H: 1 }]],
  ['an isotope', 'markdown', 'with ^6^LiF and', ['^6^LiF', { Li: 1, F: 1 }]],
  [
    'alkyl and aryl groups',
    'plaintext',
    'with Et4NPF6 and Ph3SnCl',
    ['Et4NPF6', { C: 8, H: 20, N: 1, P: 1, F: 6 }],
    ['Ph3SnCl', { C: 18, H: 15, Sn: 1, Cl: 1 }],
  ],
  [
    'acetic acid, not actinium',
    'plaintext',
    'in AcOH and Ac2O',
    ['AcOH', { C: 2, H: 4, O: 2 }],
    ['Ac2O', { C: 4, H: 6, O: 3 }],
  ],
  [
    'ligands in brackets',
    'plaintext',
    'From Fe(acac)3 and Ca(TFSI)2,',
    ['Fe(acac)3', { Fe: 1, C: 15, H: 21, O: 6 }],
    ['Ca(TFSI)2', { Ca: 1, N: 2, S: 4, O: 8, C: 4, F: 12 }],
  ],
  [
    'branched groups',
    'plaintext',
    'of Ti(OiPr)4 and NaOtBu',
    ['Ti(OiPr)4', { Ti: 1, O: 4, C: 12, H: 28 }],
    ['NaOtBu', { Na: 1, O: 1, C: 4, H: 9 }],
  ],
  [
    'covalent compounds in capitals',
    'plaintext',
    'with P2S5, BN and C3N4.',
    ['P2S5', { P: 2, S: 5 }],
    ['BN', { B: 1, N: 1 }],
    ['C3N4', { C: 3, N: 4 }],
  ],
  [
    'ammonium salts',
    'plaintext',
    'with (NH4)2SO4, NH4OH and NH4VO3.',
    ['(NH4)2SO4', { N: 2, H: 8, S: 1, O: 4 }],
    ['NH4OH', { N: 1, H: 5, O: 1 }],
    ['NH4VO3', { N: 1, H: 4, V: 1, O: 3 }],
  ],
  [
    'placeholders',
    'plaintext',
    'NaX, LnCl3, RE2O3, A2BX6 and LiMPO4',
    ['NaX', null],
    ['LnCl3', null],
    ['RE2O3', null],
    ['A2BX6', null],
    ['LiMPO4', null],
  ],
  ['a polymorph', 'plaintext', 'of TiO2(B) and', ['TiO2(B)', { Ti: 1, O: 2 }]],
  [
    'the plus of a sum',
    'plaintext',
    'gives CaCl2+ 2 NaOH here',
    ['CaCl2', { Ca: 1, Cl: 2 }],
    ['NaOH', { Na: 1, O: 1, H: 1 }],
  ],
  [
    'double bonds along the line',
    'plaintext',
    'From CH2=CHCN, HC≡CH and CH3–CH=CH2 at C=O groups; with T=CH2 it is',
    ['CH2=CHCN', { C: 3, H: 3, N: 1 }],
    ['HC≡CH', { C: 2, H: 2 }],
    ['CH3–CH=CH2', { C: 3, H: 6 }],
    ['CH2', { C: 1, H: 2 }],
  ],
  [
    'the rest of a molecule',
    'latex',
    'As R-OCO$_2$Li, \\ce{R2C=NOH} and R-C circuits',
    ['R-OCO$_2$Li', null],
    ['\\ce{R2C=NOH}', null],
  ],
  [
    'an index after a bracket that a space parts',
    'latex',
    'The phases \\ce{BaO (BaZrO3)_n} and \\ce{Mg (OH)2}',
    ['\\ce{BaO (BaZrO3)_n}', null],
    ['\\ce{Mg (OH)2}', { Mg: 1, O: 2, H: 2 }],
  ],
  [
    'the end of a sentence',
    'latex',
    'It gives \\ce{N2O}. \\ce{H2} follows \\ce{NiSO4.6H2O}.',
    ['\\ce{N2O}', { N: 2, O: 1 }],
    ['\\ce{H2}', { H: 2 }],
    ['\\ce{NiSO4.6H2O}', { Ni: 1, S: 1, O: 10, H: 12 }],
  ],
  [
    'both states of a couple',
    'latex',
    'of [Fe(CN)$_6$]$^{3-/4-}$ with K$_3$[Fe(CN)$_6$]',
    ['[Fe(CN)$_6$]$^{3-/4-}$', { Fe: 1, C: 6, N: 6 }, -3],
    ['K$_3$[Fe(CN)$_6$]', { K: 3, Fe: 1, C: 6, N: 6 }],
  ],
  [
    'groups with their bond',
    'plaintext',
    'Hydroxyl (–OH) and -COOH groups',
    ['OH', { O: 1, H: 1 }],
    ['COOH', { C: 1, O: 2, H: 1 }],
  ],
  ['a molarity before it', 'latex', '$2 \\mathrm{M} \\mathrm{LiClO}_4$', ['\\mathrm{LiClO}_4', { Li: 1, Cl: 1, O: 4 }]],
];

suite('formulas are read whole', () => {
  for (const [kind, language, text, ...formulas] of READ)
    test(`${kind}: ${text}`, () => assert.deepEqual(formulasIn(language, text), formulas));
});

const SILENT: readonly (readonly [kind: string, language: FormatId, text: string])[] = [
  ['an unknown ligand', 'plaintext', 'of Ga(quux)3 in'],
  ['letters between two hyphens', 'plaintext', 'an OH of the X-CN-ray, by a 3-OH-acid'],
  ['an index set apart', 'plaintext', 'of NiO 2 powders and PF 5 gas'],
  ['symbols of an equation', 'latex', '$V_0 B_0$, $F_{11}F_{22}$, $P_2V_2$ and $\\frac{D}{RT} c_i$'],
  ['names that begin like a halide, labels, angles, units', 'plaintext', 'FIr6 (AN2), CCBr bends at 2 of some GeV'],
  ['temperatures', 'plaintext', 'below Tm and Tb, the Tm of PEO'],
  ['a method', 'plaintext', 'auf HF-Niveau und HF/cc-pVDZ'],
  ['a metal before unread ligands', 'plaintext', 'with Ir(dpm)PQ2 in'],
  ['symbols in a script', 'latex', '$x_{T_1}$, $k_{C1}$, $R_{\\mathrm{SEI}}$ and $a_{\\mathrm{B_{12}}}$'],
  ['a grade', 'plaintext', 'of LiNMC532 in'],
  ['a prototype of sites', 'latex', "the ions $A^+B^{2+}X^-_3$ and $Cs_2M'^+M''^{3+}X_6$"],
  ['what is counted', 'latex', 'from SVM$_i$ to SVM$_{i+1}$'],
  ['numbers of samples, units with a power', 'plaintext', 'for NiO20, MO45 and 3 GeV2'],
  ['a width with its direction', 'latex', 'the FWHM$_z$ falls'],
  ['a kind of battery', 'plaintext', 'a NiCd battery and LiPo packs'],
  ['degrees and units', 'plaintext', 'Her PhD at 5 MeV'],
];

suite('what cannot be read whole gives no formula', () => {
  for (const [kind, language, text] of SILENT)
    test(`${kind}: ${text}`, () => assert.deepEqual(formulasIn(language, text), []));
});
