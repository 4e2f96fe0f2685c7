import assert from 'node:assert/strict';
import { sameExpansion } from '../../server/manuscript/definitions/expansion';
import { matchLongForm } from '../../server/manuscript/definitions/matchLongForm';
import { plural, singular } from '../../server/manuscript/definitions/shortForm';

suite('same expansion', () => {
  for (const [a, b] of [
    ['Solid electrolyte interphase', 'solid electrolyte interphase'],
    ['metal organic frameworks', 'metal-organic framework'],
    ['bis(trifluoromethanesulphonyl)imide', 'bis(trifluoromethanesulfonyl)imide'],
    ['aluminium oxide', 'aluminum oxide'],
    ['carbon fibre', 'carbon fiber'],
    ['face-centred cubic', 'face-centered cubic'],
    ['Swiss beam lines', 'Swiss Beamlines'],
    ['polarised light', 'polarized light'],
    ['the state of charge', 'state of charge'],
    ['lithium metal battery', 'Lithium metal batteries'],
    ['γ-butyrolactone', 'gamma-butyrolactone'],
    ['Li-ion batteries', 'lithium ion battery'],
    ['X-ray diffraction', 'X-ray diffraction pattern'],
    ['X-ray diffraction', 'X-ray diffractometer'],
    ['scanning electron microscope', 'Scanning Electron Microscopy'],
    ['quadrupole mass spectrometer', 'quadrupole mass spectrometry'],
    ['X-ray reflectivity', 'X-ray reflectometry'],
    ['transparent conducting oxide', 'transparent conductive oxide'],
    ['atomic layer etch', 'atomic layer etching'],
    ['cesium bis(trimethylsilyl)amide47', 'cesium bis(trimethylsilyl)amide'],
    ['Thermogravimetric analysis', 'Thermo-gravimetric analysis'],
    ['current density analyses', 'current-density analyses'],
    ['immunohistochemistry', 'immunohistochemical'],
    ['liquid chromatography', 'liquid chromatographic'],
    ['negativer Temperaturkoeffizient', 'negative Temperaturkoeffizienten'],
  ] as const) {
    test(`${a} = ${b}`, () => assert.ok(sameExpansion(a, b)));
  }
  for (const [a, b] of [
    ['lithium difluoro(oxalate)borate', 'lithium difluoro(oxalato)borate'],
    ['solid electrolyte interphase', 'solid electrolyte interface'],
    ['ethylene carbonate', 'ethyl carbonate'],
    ['1,2-dimethoxyethane', 'dimethoxyethane'],
    ['current collector', 'constant current'],
    ['ionic conductivity', 'ionic conductor'],
  ] as const) {
    test(`${a} ≠ ${b}`, () => assert.ok(!sameExpansion(a, b)));
  }
});

suite('how well a long form explains a short form', () => {
  test('each letter begins a word', () => assert.equal(matchLongForm('SEI', 'solid electrolyte interphase'), 1));
  test('letters of the parts of a name', () => assert.ok(matchLongForm('FEC', 'fluoroethylene carbonate') > 0.8));
  test('a plural, a symbol, a formula', () => {
    assert.ok(matchLongForm('LIBs', 'lithium-ion batteries') > 0.9);
    assert.ok(matchLongForm('NaDFOB', 'sodium difluoro(oxalato)borate') > 0.8);
    assert.ok(matchLongForm('LFP', 'lithium iron phosphate') > 0.8);
    assert.equal(matchLongForm('LFP', 'LiFePO4'), 1);
  });
  test('a word is left out', () => {
    const whole = matchLongForm('EDS', 'energy dispersive spectroscopy');
    const longer = matchLongForm('EDS', 'energy dispersive X-ray spectroscopy');
    assert.ok(longer > 0 && longer < whole);
  });
  for (const [short, long] of [
    ['SEI', 'cathode electrolyte interphase'],
    ['EC', 'dimethyl carbonate'],
    ['SEI', 'film'],
    ['SEI', ''],
    ['', 'film'],
  ] as const) {
    test(`${short} is not ${long}`, () => assert.equal(matchLongForm(short, long), 0));
  }
});

suite('plural of short forms', () => {
  for (const [short, stem] of [
    ['LIBs', 'LIB'],
    ['SSEs', 'SSE'],
    ['BE’s', 'BE'],
    ["BE's", 'BE'],
    ['O-SOECs', 'O-SOEC'],
    ['MLFFs', 'MLFF'],
    ['DNMTis', 'DNMTi'],
  ] as const) {
    test(`${short} is more than one ${stem}`, () => assert.deepEqual(singular(short), { short: stem, plural: true }));
  }
  for (const short of ['SEI', 'EIS', 'DOS', 'LPS', 'CsA', 'sccm', 'TiSis']) {
    test(`${short} is one`, () => assert.deepEqual(singular(short), { short, plural: false }));
  }
  test('and back', () => assert.deepEqual(['LIB', 'LIBs'].map(plural), ['LIBs', 'LIBs']));
});
