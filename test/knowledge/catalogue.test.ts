import assert from 'node:assert/strict';
import { Catalogue, type CatalogueEntry } from '../../server/knowledge/catalogue';
import type { CompiledCatalogue } from '../../server/knowledge/compiled';
import type { Name, Species, Term } from '../../server/knowledge/species';

const named = (id: string, names: readonly (string | Name)[], rest: Partial<Species> = {}): Species => ({
  id,
  class: 'solvent',
  names: names.map((name) => (typeof name === 'string' ? { text: name, kind: 'common' } : name)),
  ...rest,
});
const short = (text: string, ...near: string[]): Name => ({
  text,
  kind: 'abbreviation',
  ...(near.length > 0 && { near }),
});
const term = (id: string, long: string, shorts: readonly string[], near?: readonly string[]): Term => ({
  id,
  long,
  short: shorts,
  kind: 'concept',
  ...(near && { near }),
});

const compiled: CompiledCatalogue = {
  species: [
    named('fec', ['fluoroethylene carbonate', short('FEC')], { formula: 'C3H3FO3' }),
    named('pc', ['propylene carbonate', short('PC')], { formula: 'C4H6O3' }),
    named('polycarbonate', ['polycarbonate', short('PC', 'membrane', 'track etched')]),
    named('nmc811', [short('NMC811'), short('NCM811')], {
      formula: 'LiNi0.8Co0.1Mn0.1O2',
      formulas: ['LiNi0.8Mn0.1Co0.1O2'],
    }),
    named('caprolactam', ['ε-caprolactam', { text: 'azepan-2-one', kind: 'iupac' }]),
    named('litfsi', ['lithium bis(trifluoromethanesulfonyl)imide', short('LiTFSI')], { formula: 'LiN(SO2CF3)2' }),
    named('pf6', ['hexafluorophosphate'], { class: 'ion', formula: 'PF6-' }),
    named('siox', ['silicon suboxide'], { formula: 'SiOx' }),
    named('dme', [
      { text: '1,2-dimethoxyethane', kind: 'iupac' },
      { text: 'monoglyme', kind: 'synonym' },
      short('DME'),
    ]),
  ],
  terms: [
    term('sei', 'solid electrolyte interphase', ['SEI']),
    term('ce-efficiency', 'coulombic efficiency', ['CE'], ['cycle', 'capacity']),
    term('ce-counter', 'counter electrode', ['CE'], ['reference', 'three electrode']),
    term('lib', 'lithium-ion battery', ['LIB']),
  ],
  references: [{ key: 'Some2020', type: 'article-journal', authors: [{ family: 'Some' }] }],
  journals: {},
  properties: {},
  cards: { solvent: ['relative_permittivity'] },
  drawings: { fec: '<svg/>' },
};
const catalogue = new Catalogue(compiled);
const ids = (entries: readonly CatalogueEntry[]): string[] =>
  entries.map((entry) => (entry.kind === 'species' ? entry.species.id : entry.term.id));

suite('the catalogue', () => {
  suite('finds a record by its names', () => {
    for (const [text, id] of [
      ['fluoroethylene carbonate', 'fec'],
      ['Fluoroethylene Carbonate', 'fec'],
      ['fluoro-ethylene carbonates', 'fec'],
      ['FEC', 'fec'],
      ['epsilon-caprolactam', 'caprolactam'],
      ['ε‑Caprolactam', 'caprolactam'],
      ['lithium bis(trifluoromethanesulphonyl)imide', 'litfsi'],
      ['lithium bis (trifluoromethanesulfonyl) imide', 'litfsi'],
      ['1,2-Dimethoxyethane', 'dme'],
      ['Monoglyme', 'dme'],
      ['NMC811', 'nmc811'],
      ['NMC-811', 'nmc811'],
      ['NCM 811', 'nmc811'],
      ['Solid–Electrolyte Interphases', 'sei'],
      ['lithium ion battery', 'lib'],
    ] as const) {
      test(`${text} → ${id}`, () => assert.deepEqual(ids(catalogue.entriesNamed(text)), [id]));
    }
    for (const text of ['fec', 'Fec', 'F-EC', 'NMC81', 'carbonate', '', '()']) {
      test(`“${text}” names nothing`, () => assert.deepEqual(catalogue.entriesNamed(text), []));
    }
  });

  suite('tells apart what shares a short form', () => {
    const chosen = (text: string, context: string): string[] => {
      const entry = catalogue.choose(catalogue.entriesForShort(text), new Set(context.split(' ')));
      return entry ? ids([entry]) : [];
    };
    test('species and terms are both offered, plural or not', () => {
      assert.deepEqual(ids(catalogue.entriesForShort('PC')), ['pc', 'polycarbonate']);
      assert.deepEqual(ids(catalogue.entriesForShort('CEs')), ['ce-efficiency', 'ce-counter']);
    });
    test('words around choose', () => {
      assert.deepEqual(chosen('PC', 'the membranes were wetted'), ['polycarbonate']);
      assert.deepEqual(chosen('PC', 'a track etched film'), ['polycarbonate']);
      assert.deepEqual(chosen('CE', 'after each cycle'), ['ce-efficiency']);
    });
    test('without a hint the one that needs none, or no one', () => {
      assert.deepEqual(chosen('PC', 'dissolved in'), ['pc']);
      assert.deepEqual(chosen('PC', 'track records'), ['pc']);
      assert.deepEqual(chosen('CE', 'dissolved in'), []);
      assert.deepEqual(chosen('CE', 'reference and capacity'), []);
    });
  });

  suite('finds a species by what it is made of', () => {
    const made = (composition: Record<string, number>, charge?: number): string[] =>
      catalogue.byComposition(composition, charge).map(({ id }) => id);
    test('whatever the order', () => {
      assert.deepEqual(made({ O: 2, Mn: 0.1, Co: 0.1, Ni: 0.8, Li: 1 }), ['nmc811']);
      assert.deepEqual(made({ C: 2, F: 6, Li: 1, N: 1, O: 4, S: 2 }), ['litfsi']);
    });
    test('the charge counts', () => {
      assert.deepEqual(made({ P: 1, F: 6 }, -1), ['pf6']);
      assert.deepEqual(made({ P: 1, F: 6 }), []);
    });
    test('formulas with variables by their spelling', () => {
      assert.deepEqual(
        catalogue.byFormula('SiOx').map(({ id }) => id),
        ['siox'],
      );
    });
  });

  test('searches for what a name is nearest to', () => {
    assert.deepEqual(ids(catalogue.search('floroethylene carbonate', 1)), ['fec']);
    assert.deepEqual(ids(catalogue.search('caprolactum', 1)), ['caprolactam']);
    assert.deepEqual(ids(catalogue.search('FEC', 1)), ['fec']);
    assert.deepEqual(catalogue.search('qqqq', 3), []);
  });

  test('gives references, drawings and card rows', () => {
    assert.equal(catalogue.reference('Some2020')?.authors[0]?.family, 'Some');
    assert.equal(catalogue.drawing('fec'), '<svg/>');
    assert.equal(catalogue.drawing('pc'), undefined);
    assert.deepEqual(catalogue.cardRows('solvent'), ['relative_permittivity']);
    assert.deepEqual(catalogue.cardRows('gas'), []);
  });

  suite('takes a user’s own records', () => {
    const own = catalogue.withUserRecords(
      [
        named('mine', ['my secret solvent', short('MSS')], { formula: 'C9H9F9' }),
        named('fec', ['own FEC', short('FEC')]),
      ],
      [term('xyz', 'xylophone yield zone', ['XYZ'])],
    );
    test('as if they were bundled', () => {
      assert.deepEqual(ids(own.entriesNamed('My Secret Solvent')), ['mine']);
      assert.deepEqual(ids(own.entriesForShort('XYZ')), ['xyz']);
      assert.deepEqual(
        own.byComposition({ C: 9, H: 9, F: 9 }).map(({ id }) => id),
        ['mine'],
      );
    });
    test('in place of the bundled record of that id', () => {
      assert.deepEqual(own.byId('fec')?.names[0]?.text, 'own FEC');
      assert.deepEqual(own.entriesNamed('fluoroethylene carbonate'), []);
    });
    test('and leaves the bundled catalogue as it was', () => {
      assert.deepEqual(catalogue.entriesForShort('XYZ'), []);
    });
  });
});
