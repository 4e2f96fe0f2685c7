import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildFrom } from '../../scripts/data/build';
import { format } from '../../scripts/data/problem';
import { report } from '../../scripts/data/report';

const REFERENCES = `@article{Some2020, author = {Some, A.}, journal = {J. Test}, year = {2020}, doi = {10.1000/one}}
`;
const VALUE = { basis: 'handbook', sources: [{ ref: 'Some2020' }] };
const FEC = {
  id: 'fec',
  class: 'additive',
  names: [
    { text: 'fluoroethylene carbonate', kind: 'common' },
    { text: 'FEC', kind: 'abbreviation' },
  ],
  formula: 'C3H3FO3',
  smiles: 'O=C1OCC(F)O1',
  identifiers: { cas: '114435-02-8', pubchem: 2769656, inchikey: 'SBLRHMKNNHXPHG-UHFFFAOYSA-N' },
};

suite('the build of the catalogue', () => {
  let folder: string;
  setup(() => {
    mkdirSync('.tmp', { recursive: true });
    folder = mkdtempSync('.tmp/data-');
  });
  teardown(() => rmSync(folder, { recursive: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  /** Messages for these records, without the folder. JSON is YAML. */
  const problemsOf = (records: readonly object[], extra: Readonly<Record<string, string>> = {}): string[] => {
    for (const part of ['species', 'terms', 'references', 'important.yaml', 'not-found.yaml'])
      rmSync(join(folder, part), { recursive: true, force: true });
    write('references/all.bib', REFERENCES);
    for (const record of records) {
      const { class: of, id } = record as { class: string; id: string };
      write(`species/${of}/${id}.yaml`, JSON.stringify(record, null, 1));
    }
    for (const [path, text] of Object.entries(extra)) write(path, text);
    return buildFrom(folder).problems.map((problem) => format(problem).slice(folder.length + 1));
  };
  const refuses = (records: readonly object[], message: RegExp, extra?: Readonly<Record<string, string>>): void => {
    const problems = problemsOf(records, extra);
    assert.ok(
      problems.some((p) => message.test(p)),
      `no problem matches ${message}; got:\n${problems.join('\n')}`,
    );
  };
  const accepts = (records: readonly object[], extra?: Readonly<Record<string, string>>): void => {
    assert.deepEqual(problemsOf(records, extra), []);
  };
  const fec = (property: object): object => ({ ...FEC, properties: [{ ...VALUE, ...property }] });
  const record = (id: string, of: string, rest: object): object => ({
    id,
    class: of,
    names: [{ text: `${id} name`, kind: 'common' }],
    ...rest,
  });
  const valued = (id: string, of: string, ...properties: object[]): object =>
    record(id, of, { properties: properties.map((p) => ({ ...VALUE, ...p })) });

  test('accepts a sound record and compiles it with its drawing', () => {
    accepts([fec({ property: 'relative_permittivity', value: 78.4, unit: '1', temperature: 296.15 })]);
    const catalogue = buildFrom(folder).compile();
    assert.equal(catalogue.species[0]?.id, 'fec');
    assert.match(catalogue.drawings.fec!, /^<svg .*<\/svg>$/);
  });

  suite('shape', () => {
    test('names file, line and field of what the schema does not know', () => {
      refuses([{ ...FEC, molarMass: 106.05 }], /^species\/additive\/fec.yaml:1: there is no field “molarMass”/);
      refuses([{ ...FEC, class: 'cosolvent' }], /class: must be one of salt, solvent/);
      refuses([fec({ property: 'density', unit: 'g/cm3' })], /give either “value” or “range”/);
    });
    test('reports broken YAML and goes on with the other files', () => {
      refuses([{ ...FEC, formula: 'C3H3FO' }], /broken.yaml:3: not readable as YAML/, {
        'species/gas/broken.yaml': 'id: broken\nclass: [gas\n',
      });
      refuses([FEC, { ...FEC, id: 'two', class: 'gas', formula: 'C3H3FO' }], /two.yaml:\d+: the SMILES has the atoms/);
    });
    test('gives the line of the value that is wrong', () => {
      write('species/gas/x.yaml', 'id: x\nclass: gas\nnames:\n  - text: x gas\n    kind: nickname\n');
      assert.deepEqual(
        buildFrom(folder).problems.map(({ line }) => line),
        [5],
      );
    });
  });

  suite('identity', () => {
    const identified = (id: string, identifiers: object): object => record(id, 'salt', { identifiers });
    test('a CAS number with a wrong check digit: the near miss of prop-1-ene-1,3-sultone', () => {
      refuses([identified('pes', { cas: '21806-61-2' })], /CAS 21806-61-2 fails its check digit \(it would be 1\)/);
      accepts([identified('pes', { cas: '21806-61-1' })]);
    });
    test('a CAS number that a spreadsheet took for a date', () => {
      refuses([identified('hme', { cas: '7/3/47' })], /identifiers.cas: does not look like one/);
    });
    test('several CAS numbers in one field', () => {
      refuses([identified('pegdme', { cas: ['96-49-1', '108-32-7'] })], /identifiers.cas: must be string/);
    });
    test('a page name in place of a PubChem number', () => {
      refuses(
        [identified('liasf6', { pubchem: 'Lithium-hexafluoroarsenate' })],
        /identifiers.pubchem: must be integer/,
      );
    });
    for (const [id, identifiers] of [
      ['lto', { pubchem: 6093646 }],
      ['li2s', { pubchem: 64734 }],
      ['na2s', { pubchem: 64734 }],
      ['li2s', { inchikey: 'AAAAAAAAAAAAAA-UHFFFAOYSA-M' }],
      ['lipf6', { pubchem: 23688284 }],
      ['lipf6', { pubchem: 23685558 }],
      ['fec', { pubchem: 69872 }],
      ['litfsi', { pubchem: 2733527 }],
      ['vc', { pubchem: 67532 }],
      ['lifsi', { inchikey: 'AAAAAAAAAAAAAA-UHFFFAOYSA-N' }],
    ] as const) {
      test(`an identifier known to be of another compound: ${id} ${JSON.stringify(identifiers)}`, () => {
        refuses([identified(id, identifiers)], /is known to be wrong/);
      });
    }
    test('a SMILES of the acid beside the formula of its salt', () => {
      refuses(
        [record('lifsi', 'salt', { formula: 'LiN(SO2F)2', smiles: '[Li].O=S(=O)(F)NS(=O)(=O)F' })],
        /the SMILES has the atoms F2 H1 Li1/,
      );
      accepts([record('lifsi', 'salt', { formula: 'LiN(SO2F)2', smiles: '[Li+].O=S(=O)(F)[N-]S(=O)(=O)F' })]);
    });
    test('a chlorate for a perchlorate, acetate for triflate: atoms tell', () => {
      refuses(
        [record('mn', 'salt', { formula: 'Mn(ClO4)2', smiles: '[Mn+2].[O-]Cl(=O)=O.[O-]Cl(=O)=O' })],
        /the SMILES has the atoms Cl2 Mn1 O6/,
      );
      refuses([record('kotf', 'salt', { formula: 'KSO3CF3', smiles: '[K+].CC(=O)[O-]' })], /the SMILES has the atoms/);
    });
    test('a salt without its counter-ion', () => {
      refuses([record('lipf6', 'salt', { formula: 'LiPF6', smiles: '[Li].F[P-](F)(F)(F)(F)F' })], /add up to -1/);
    });
    test('a SMILES that is none', () => {
      refuses([record('ec', 'solvent', { smiles: 'O=C1OCCO' })], /the SMILES|SMILES “O=C1OCCO” cannot be read/);
    });
    test('a formula that cannot be read', () => {
      refuses([record('srcl2', 'salt', { formula: 'SrC2l' })], /formula “SrC2l” cannot be read/);
      refuses([record('v2o5', 'salt', { formula: 'Vi2O3' })], /formula “Vi2O3” cannot be read/);
    });
    test('a second formula with other atoms, but S and S8 are one', () => {
      refuses(
        [record('lto', 'negative-electrode', { formula: 'Li4Ti5O12', formulas: ['Li2TiO3'] })],
        /“Li2TiO3” has other atoms/,
      );
      accepts([record('s', 'positive-electrode', { formula: 'S', formulas: ['S8'] })]);
    });
  });

  suite('numbers', () => {
    test('a density with the temperature glued on, as kg/m3 and as g/cm3', () => {
      refuses(
        [valued('ec', 'solvent', { property: 'density', value: 1321.439, unit: 'g/cm3', temperature: 312.15 })],
        /outside 0.5 … 2.5/,
      );
      for (const [value, celsius] of [
        [1.321439, 39],
        [1.063625, 25],
        [1.3525, 25],
      ] as const) {
        refuses(
          [valued('ec', 'solvent', { property: 'density', value, unit: 'g/cm3', temperature: celsius + 273.15 })],
          /glued to the number/,
        );
      }
      refuses(
        [valued('ec', 'solvent', { property: 'refractive_index', value: 1.41485, unit: '1', temperature: 323.15 })],
        /glued to the number/,
      );
      accepts([valued('ec', 'solvent', { property: 'density', value: 1.3214, unit: 'g/cm3', temperature: 312.15 })]);
      accepts([
        valued('butyronitrile', 'solvent', {
          property: 'refractive_index',
          value: 1.3842,
          unit: '1',
          temperature: 293.15,
        }),
      ]);
    });
    for (const [id, property, value, unit] of [
      ['lino3', 'melting_point', 400.15, 'K'],
      ['libf4', 'melting_point', 390.15, 'K'],
      ['li2s', 'melting_point', 1210.65, 'K'],
      ['li2so4', 'melting_point', 808, 'K'],
      ['al2o3', 'melting_point', 2273, 'K'],
      ['dme', 'melting_point', 215.35, 'K'],
      ['ps', 'boiling_point', 385, 'K'],
      ['tep', 'boiling_point', 362, 'K'],
    ] as const) {
      test(`a value known to be wrong: ${id} ${property} ${value}`, () => {
        refuses([valued(id, 'salt', { property, value, unit })], /is known to be wrong/);
      });
    }
    test('two melting points that disagree must say so', () => {
      const melting = [
        { property: 'melting_point', value: 219.35, unit: 'K' },
        { property: 'melting_point', value: 259.15, unit: 'K' },
      ];
      refuses(
        [valued('emc', 'solvent', ...melting)],
        /219.35 K and 259.15 K are more than 5 % apart .* both need “conflict: true”/,
      );
      accepts([valued('emc', 'solvent', ...melting.map((m) => ({ ...m, conflict: true })))]);
      refuses([valued('emc', 'solvent', { ...melting[0], conflict: true })], /“conflict” without another value/);
    });
    test('values at different temperatures, of different phases or within their uncertainty agree', () => {
      const eps = (value: number, temperature: number, more = {}): object => ({
        property: 'relative_permittivity',
        value,
        unit: '1',
        temperature,
        ...more,
      });
      accepts([valued('ec', 'solvent', eps(90.5, 313.15), eps(84, 333.15))]);
      accepts([valued('g4', 'solvent', eps(7.5, 298.15, { uncertainty: 0.47 }), eps(8.0, 298.15))]);
      refuses([valued('fec', 'solvent', eps(78.4, 296.15), eps(107, 296.15))], /more than 5 % apart/);
    });
    test('a lost minus sign in an enthalpy of formation', () => {
      refuses(
        [valued('zno', 'coating', { property: 'formation_enthalpy', value: 350.8, unit: 'kJ/mol' })],
        /outside -20000 … 0/,
      );
      refuses([valued('lih', 'interphase', { property: 'enthalpy_of_fusion', value: -22, unit: 'kJ/mol' })], /outside/);
    });
    test('the viscosity of a gas in the row of sulfur', () => {
      refuses(
        [
          valued('s', 'positive-electrode', {
            property: 'dynamic_viscosity',
            value: 0.0125,
            unit: 'mPa.s',
            temperature: 298.15,
          }),
        ],
        /outside 0.1/,
      );
    });
    test('µPa·s taken for mPa·s', () => {
      const viscosity = (value: number): object =>
        valued('btfe', 'solvent', { property: 'dynamic_viscosity', value, unit: 'mPa.s', temperature: 298.15 });
      refuses([viscosity(636)], /outside 0.1 … 300/);
      refuses([viscosity(4750000)], /outside/);
    });
    test('the permittivity of acetonitrile from a table without sources', () => {
      refuses(
        [valued('an', 'solvent', { property: 'relative_permittivity', value: 22.23, unit: '1', temperature: 293.15 })],
        /known to be wrong/,
      );
    });
    test('flash points in °F or °C', () => {
      refuses([valued('dmf', 'solvent', { property: 'flash_point', value: 136, unit: 'K' })], /outside 200/);
      refuses(
        [
          valued(
            'g3',
            'solvent',
            { property: 'flash_point', value: 231, unit: 'K' },
            { property: 'boiling_point', value: 489, unit: 'K' },
          ),
        ],
        /231 K does not fit a boiling point of 489 K/,
      );
      refuses(
        [valued('ec', 'solvent', { property: 'flash_point', value: 143, unit: 'Cel' })],
        /unit “Cel” does not fit; write K/,
      );
    });
    test('a flash point in the place of a permittivity', () => {
      refuses(
        [fec({ property: 'relative_permittivity', value: 102, unit: '1', temperature: 298.15 })],
        /102 is the flash point in °C/,
      );
    });
    test('a predicted donor number in the place of the measured one', () => {
      refuses(
        [valued('dmso', 'solvent', { property: 'donor_number', value: 22.4, unit: 'kcal/mol' })],
        /a model prediction/,
      );
    });
    test('conductivities 100 times too low for an electrolyte solution need another unit', () => {
      refuses(
        [
          valued('lipf6', 'salt', {
            property: 'solution_conductivity',
            value: 9.51,
            unit: 'S/cm',
            temperature: 298.15,
            conditions: '1 mol/L in EC:EMC 3:7 w/w',
          }),
        ],
        /outside 0.001 … 100/,
      );
    });
    test('a temperature where the number depends on it, or the word that the source has none', () => {
      const sigma = { property: 'ionic_conductivity', value: 1e-8, unit: 'S/cm' };
      refuses([valued('li2co3', 'interphase', sigma)], /needs “temperature” in K/);
      refuses([valued('li2co3', 'interphase', { ...sigma, temperature: 25 })], /25 K is an unlikely temperature/);
      accepts([valued('li2co3', 'interphase', { ...sigma, conditions: 'temperature not stated' })]);
    });
    test('a potential without its reference electrode, a computed value without its method', () => {
      const potential = { property: 'reduction_potential', value: 1.2, unit: 'V' };
      refuses([valued('fec', 'additive', potential)], /conditions” that name the reference electrode/);
      refuses(
        [valued('fec', 'additive', { ...potential, conditions: 'glassy carbon, 1 mV/s' })],
        /must name the reference electrode/,
      );
      accepts([valued('fec', 'additive', { ...potential, conditions: 'vs. Li/Li+, graphite' })]);
      refuses(
        [valued('lif', 'interphase', { property: 'diffusion_barrier', value: 0.729, unit: 'eV', basis: 'computed' })],
        /name the method/,
      );
    });
    test('melting above boiling, two preferred values, an unknown property', () => {
      const melting = { property: 'melting_point', value: 310, unit: 'K' };
      refuses(
        [valued('ec', 'solvent', melting, { property: 'boiling_point', value: 300, unit: 'K' })],
        /is above the boiling point/,
      );
      refuses(
        [valued('ec', 'solvent', { ...melting, preferred: true }, { ...melting, preferred: true })],
        /a second “preferred” value/,
      );
      refuses(
        [valued('ec', 'solvent', { property: 'molar_mass', value: 88.06, unit: 'g/mol' })],
        /there is no property “molar_mass”/,
      );
    });
  });

  suite('words', () => {
    const structure = { property: 'crystal_structure', words: 'olivine, Pnma', basis: 'measured' };

    test('a crystal structure is told in words, a density in numbers', () => {
      accepts([valued('lfp', 'positive-electrode', structure)]);
      refuses(
        [valued('lfp', 'positive-electrode', { property: 'density', words: 'high' })],
        /density: needs a number, not words/,
      );
      refuses(
        [valued('lfp', 'positive-electrode', { property: 'crystal_structure', value: 62, unit: '1' })],
        /crystal_structure: is told in “words”/,
      );
    });
    test('not words and a number at once', () => {
      refuses([valued('lfp', 'positive-electrode', { ...structure, value: 62, unit: '1' })], /or “words”/);
    });
    test('two structures of two sources need not agree', () => {
      accepts([valued('lfp', 'positive-electrode', structure, { ...structure, words: 'Pmna' })]);
    });
  });

  suite('links', () => {
    test('a source that is not in the references', () => {
      refuses(
        [
          fec({
            property: 'density',
            value: 1.45,
            unit: 'g/cm3',
            temperature: 298.15,
            sources: [{ ref: 'Nobody1999' }],
          }),
        ],
        /“Nobody1999” is no key of data\/references/,
      );
    });
    test('a source of a term that is not in the references', () => {
      refuses([], /terms\/all.yaml:1: “Nobody1999” is no key of data\/references/, {
        'terms/all.yaml':
          '- { id: sei, long: solid electrolyte interphase, short: [SEI], kind: concept, sources: [{ ref: Nobody1999 }] }\n',
      });
    });
    test('forms a species that has no record', () => {
      const role = {
        in: 'sei',
        claim: 'Gives a film on the anode.',
        agreement: 'established',
        forms: ['lif'],
        sources: [{ ref: 'Some2020' }],
      };
      refuses([{ ...FEC, roles: [role] }], /forms “lif”, which is no species/);
    });
    test('an id that is not the file name or is taken, a class that is not the folder', () => {
      refuses([], /must be the file's name/, { 'species/gas/o2.yaml': JSON.stringify(record('oxygen', 'gas', {})) });
      refuses([], /must be the folder's name, “gas”/, {
        'species/gas/o2.yaml': JSON.stringify(record('o2', 'ion', {})),
      });
      refuses([record('o2', 'gas', {}), record('o2', 'ion', {})], /id “o2” is taken by/);
    });
    test('two records claim one short form', () => {
      const pc = (id: string, near?: string[]): object => ({
        id,
        class: 'solvent',
        names: [
          { text: `${id} thing`, kind: 'common' },
          { text: 'PC', kind: 'abbreviation', ...(near && { near }) },
        ],
      });
      refuses([pc('propylene-carbonate'), pc('polycarbonate')], /“PC” also names polycarbonate/);
      accepts([pc('propylene-carbonate'), pc('polycarbonate', ['membrane', 'film'])]);
      refuses([pc('propylene-carbonate')], /“PC” also names propylene-carbonate/, {
        'terms/all.yaml': '- { id: personal-computer, long: personal computer, short: [PC], kind: concept }\n',
      });
    });
    test('spellings of one short form collide', () => {
      const nmc = (id: string, text: string): object => ({
        id,
        class: 'positive-electrode',
        names: [{ text, kind: 'abbreviation' }],
      });
      refuses([nmc('a1', 'NMC811'), nmc('a2', 'NMC-811')], /also names/);
    });
  });

  suite('the most important species', () => {
    const DENSITY = { property: 'density', value: 1.48, unit: 'g/cm3', temperature: 298.15 };
    const IMPORTANT = { 'important.yaml': 'additive: { core: [density, flash_point], species: [fec] }\n' };
    const notFound = (text: string): Record<string, string> => ({ ...IMPORTANT, 'not-found.yaml': `${text}\n` });
    const additives = (): string =>
      report(buildFrom(folder).data)
        .split('\n')
        .find((line) => line.startsWith('  additive'))!;

    test('the report counts their core rows: filled, looked for in vain, and those that make no sense left out', () => {
      accepts([fec(DENSITY)], IMPORTANT);
      assert.match(additives(), /additive \(1\): core 1 of 2 filled, 50 %, with those looked for 50 %/);
      accepts([fec(DENSITY)], notFound('fec: { flash_point: 2026-11-28 }'));
      assert.match(additives(), /core 1 of 2 filled, 50 %, with those looked for 100 %/);
      accepts([fec(DENSITY)], notFound('fec: { flash_point: does not apply }'));
      assert.match(additives(), /core 1 of 1 filled, 100 %/);
    });
    test('are records of their class, and their core rows are rows of its card', () => {
      refuses([FEC], /“vc” is not a species of the class additive/, {
        'important.yaml': 'additive: { core: [], species: [fec, vc] }\n',
      });
      refuses([FEC], /“band_gap” is not a row of the card of additive/, {
        'important.yaml': 'additive: { core: [band_gap], species: [fec] }\n',
      });
    });
    test('what counts as not found has a date and has not been found since', () => {
      refuses(
        [fec(DENSITY)],
        /not-found.yaml:1: fec: “density” has been found since/,
        notFound('fec: { density: 2026-11-28 }'),
      );
      refuses([FEC], /fec: “never” is neither a date/, notFound('fec: { density: never }'));
      refuses([FEC], /vc: there is no such species/, notFound('vc: { density: 2026-11-28 }'));
    });
  });

  suite('references', () => {
    test('one work under two keys, a key twice, a DOI that is none', () => {
      const entry = (key: string, doi: string): string =>
        `@article{${key}, author = {B, C.}, year = {2001}, doi = {${doi}}}\n`;
      refuses([], /Again: the DOI is that of Some2020/, { 'references/more.bib': entry('Again', '10.1000/ONE') });
      refuses([], /Some2020: the key is taken/, { 'references/more.bib': entry('Some2020', '10.1000/two') });
      refuses([], /“10.1\/x” is no DOI/, { 'references/more.bib': entry('Short', '10.1/x') });
    });
    test('a work that is offered, in a journal without an abbreviation', () => {
      const entry = (journal: string): string =>
        `@article{New, author = {B, C.}, title = {T}, journal = {${journal}}, year = {2001}, volume = {1}, pages = {2}, doi = {10.1000/n}}\n`;
      refuses([], /New: “J\. Nowhere” is not in journals\.yaml/, { 'references/more.bib': entry('J. Nowhere') });
      accepts([], {
        'references/more.bib': entry('J. Nowhere'),
        'journals.yaml': 'Journal of Nowhere: J. Nowhere\n',
      });
    });
    test('DOIs with brackets and angle signs pass', () => {
      accepts([], {
        'references/more.bib':
          '@article{Odd, author = {B, C.}, year = {2001}, doi = {10.1002/(SICI)1521-4095(199807)10:10<725::AID-ADMA725>3.0.CO;2-Z}}\n',
      });
    });
  });
});

suite('the data of this project', () => {
  test('has no problem', () => {
    assert.deepEqual(buildFrom('data').problems.map(format), []);
  });
});
