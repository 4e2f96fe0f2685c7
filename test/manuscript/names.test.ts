import assert from 'node:assert/strict';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { Catalogue } from '../../server/knowledge/catalogue';
import type { Name, Species } from '../../server/knowledge/species';
import { findKnownWords } from '../../server/manuscript/recognise/names';
import { parseFile } from '../../server/text';
import { readPlainText } from '../../server/text/plaintext/reader';
import { ProseBuilder } from '../../server/text/proseBuilder';

const species = (id: string, ...names: (string | Name)[]): Species => ({
  id,
  class: 'generic',
  names: names.map((name) => (typeof name === 'string' ? { text: name, kind: 'common' } : name)),
});
const short = (text: string): Name => ({ text, kind: 'abbreviation' });
const catalogue = new Catalogue({
  species: [
    species('li', 'lithium', 'lithium metal', 'lithium foil', 'lithium anode'),
    species('lioh', 'lithium hydroxide'),
    species('s', 'sulfur', short('S8')),
    species('ec', 'ethylene carbonate', short('EC')),
    species('fec', 'fluoroethylene carbonate', short('FEC')),
    species('pc', 'propylene carbonate', short('PC')),
    species('litfsi', 'lithium bis(trifluoromethanesulfonyl)imide', short('LiTFSI')),
    species('peo', 'poly(ethylene oxide)', 'polyethylene oxide', short('PEO')),
    species('eo', 'ethylene oxide'),
    species('sbma', '2-(N-3-sulfopropyl-N,N-dimethylammonium)ethyl methacrylate', short('SBMA')),
    species('tmb', '1,3,5-trimethoxybenzene'),
    species('dol', '1,3-dioxolane', short('DOL')),
    species('methf', '2-methyltetrahydrofuran', short('2-MeTHF')),
    species('thf', 'tetrahydrofuran', short('THF')),
    species('cl', 'ε-caprolactam'),
    species('go', 'graphene oxide'),
    species('graphene', 'graphene'),
    species('si', 'silicon'),
    species('mma', 'methyl methacrylate'),
    species('pvdf', 'polyvinylidene fluoride', short('PVDF')),
    species('pvdf-hfp', short('PVDF-HFP')),
    { ...species('emim-bf4', short('EMIM-BF4')), class: 'salt' },
    { ...species('pyr13fsi', short('Pyr13FSI')), class: 'salt' },
    species('nmc811', short('NMC811')),
    species('pb', { text: 'lead', kind: 'common', near: ['sheet', 'acid'] }),
    species('air', { text: 'air', kind: 'common', near: ['dry', 'exposed'] }),
    species('sn', 'tin'),
    species('hydroxide', 'hydroxide'),
    { ...species('li2s', 'lithium sulfide', short('Li2S')), formula: 'Li2S' },
  ],
  terms: [
    { id: 'lib', long: 'lithium-ion battery', short: ['LIB'], kind: 'cell' },
    { id: 'pc-term', long: 'personal computer', short: ['PC'], kind: 'concept', near: ['software'] },
  ],
  references: [],
  journals: {},
  properties: {},
  cards: {},
  drawings: {},
});

const names = (text: string): string[] => {
  const { prose } = readPlainText(text);
  return findKnownWords(prose, catalogue).names.map(({ prose: at, species: id }) => `${prose.slice(at)} → ${id}`);
};
const abbreviations = (text: string): string[] => {
  const { prose } = readPlainText(text);
  return findKnownWords(prose, catalogue).abbreviations.map(
    ({ short: of, plural, entries }) => `${of}${plural ? '+s' : ''} ${entries.length}`,
  );
};
const finds = (text: string, ...expected: string[]): void => {
  test(text, () => assert.deepEqual(names(text), expected));
};

suite('names of species in running text', () => {
  suite('the longest name, in any case and number', () => {
    finds(
      'Fluoroethylene carbonate beats ethylene carbonate.',
      'Fluoroethylene carbonate → fec',
      'ethylene carbonate → ec',
    );
    finds(
      'Lithium metal and a lithium foil; lithium anodes',
      'Lithium metal → li',
      'lithium foil → li',
      'lithium anodes → li',
    );
    finds('sheets of graphene oxide on graphene', 'graphene oxide → go', 'graphene → graphene');
  });
  suite('hyphens, brackets, Greek letters, British spelling, cut lines', () => {
    finds('lithium bis(trifluoromethanesulphonyl)imide', 'lithium bis(trifluoromethanesulphonyl)imide → litfsi');
    finds('lithium bis (trifluoromethane-sulfonyl) imide', 'lithium bis (trifluoromethane-sulfonyl) imide → litfsi');
    finds('ethylene carbo- nate and ethyl-ene carbonate', 'ethylene carbo- nate → ec', 'ethyl-ene carbonate → ec');
    finds('molten epsilon-caprolactam or ϵ-caprolactam', 'epsilon-caprolactam → cl', 'ϵ-caprolactam → cl');
    finds(
      'poly(ethylene oxide), polyethylene oxide, poly-(ethylene oxide)s',
      'poly(ethylene oxide) → peo',
      'polyethylene oxide → peo',
      'poly-(ethylene oxide)s → peo',
    );
    finds('a sulphur-containing, sulfur‑rich film', 'sulphur → s', 'sulfur → s');
    finds('a nano-silicon and silicon-based anode', 'silicon → si', 'silicon → si');
  });
  suite('names with locants and nested brackets', () => {
    finds(
      'units of 2-(N-3-sulfopropyl-N,N-dimethylammonium)ethyl methacrylate.',
      '2-(N-3-sulfopropyl-N,N-dimethylammonium)ethyl methacrylate → sbma',
    );
    finds('with 1,3,5-trimethoxybenzene (TMB)', '1,3,5-trimethoxybenzene → tmb');
    finds('2-methyltetrahydrofuran, tetrahydrofuran', '2-methyltetrahydrofuran → methf', 'tetrahydrofuran → thf');
    finds('in [1,3-dioxolane] and FEC(ethylene carbonate)', '1,3-dioxolane → dol', 'ethylene carbonate → ec');
  });
  suite('ions in brackets', () => {
    finds(
      'in [EMIM][BF4], [EMIM]BF4 and [Pyr13][FSI]',
      '[EMIM][BF4] → emim-bf4',
      '[EMIM]BF4 → emim-bf4',
      '[Pyr13][FSI] → pyr13fsi',
    );
    finds('[see EMIM][BF4 here] and [see Pyr13]FSI, EMIM][BF4]');
  });
  suite('silence', () => {
    finds('4-methyl-1,3-dioxolane and poly(methyl methacrylate) are other compounds');
    finds('lithium molybdate, lithium bis(oxalato)borate, sulfur dioxide, lithium iron phosphate, silicon nitrides');
    finds('a lithium-ion battery, lithium ion batteries aside');
    finds('dilithium, sulfurous, carbonate, ethylene, graphitic');
    finds('ammonium hydroxide, Mg hydroxide, metal hydroxides; a hydroxide', 'hydroxide → hydroxide');
    finds('at time t in seconds, ethylene, carbonate');
    finds('results lead to better air quality');
    finds('ethylene (see carbonate)');
  });
  suite('words that need context', () => {
    finds('a lead sheet', 'lead → pb');
    finds('exposed to air', 'air → air');
  });
  test('none in references and author lines', () => {
    const builder = new ProseBuilder('lithium metal lithium metal lithium metal');
    builder.openBlock({ kind: 'author', part: 'front-matter' });
    builder.copy(0, 13);
    builder.openBlock({ kind: 'paragraph', part: 'body' });
    builder.copy(14, 27);
    builder.openBlock({ kind: 'list-item', part: 'references' });
    builder.copy(28, 41);
    assert.deepEqual(
      findKnownWords(builder.build(), catalogue).names.map((n) => n.prose),
      [{ start: 14, end: 27 }],
    );
  });
});

suite('abbreviations of the catalogue in running text', () => {
  const known = (text: string, ...expected: string[]): void => {
    test(text, () => assert.deepEqual(abbreviations(text), expected));
  };
  known('FEC and EC:PC, EC/PC-based', 'FEC 1', 'EC 1', 'PC 2', 'EC 1', 'PC 2');
  known('LIBs with PVDF-HFP, CuF2-PVDF-HFP or PVDF', 'LIB+s 1', 'PVDF-HFP 1', 'PVDF-HFP 1', 'PVDF 1');
  known('NMC-811, NMC 811, NMC811|Li', 'NMC-811 1', 'NMC 811 1', 'NMC811 1');
  known('2-MeTHF and THF, PEO–LiTFSI', '2-MeTHF 1', 'THF 1', 'PEO 1', 'LiTFSI 1');
  known('Li2S is left to the formulas');
  known('fec, Ec, PCR, ECG, xEC, NMC8110');
});

suite('names cross neither a sign nor a script nor math', () => {
  for (const [language, text] of [
    ['plaintext', 'The number t+ in this film'],
    ['latex', 'The number $t_+$ in this film'],
    ['markdown', 'The number *t*~+~ in this film'],
  ] as const)
    test(text, () => {
      const { prose } = parseFile(language, text);
      assert.deepEqual(findKnownWords(prose, bundledCatalogue()).names, []);
    });

  test('atoms in a molecule are not gas', () => {
    const { prose } = parseFile('plaintext', 'It binds by its nitrogens; the hydrogens stay.');
    assert.deepEqual(findKnownWords(prose, bundledCatalogue()).names, []);
  });
});
